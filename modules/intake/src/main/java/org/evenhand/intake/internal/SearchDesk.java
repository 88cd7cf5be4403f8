package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.SearchContributor;
import org.evenhand.intake.SearchContributor.Hit;
import org.evenhand.intake.SearchContributor.Wanted;
import org.evenhand.intake.SearchKind;
import org.evenhand.intake.SnippetPart;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * One list of what every module finds, the best first. Each finds only what whoever asks may see;
 * where the words stand is looked up for the page alone.
 */
@Component
public class SearchDesk {

  /** Of each kind; whoever has not found it by then says more. */
  static final int MOST = 300;

  /** Longer texts are cut: nobody types more to find something. */
  static final int LONGEST = 200;

  /** Something found, with where the words stand. */
  public record Found(
      SearchKind kind,
      String reference,
      boolean exact,
      List<SnippetPart> snippet,
      Object node,
      Hit hit) {}

  private record Ranked(SearchContributor by, Hit hit) {}

  private final ObjectProvider<SearchContributor> contributors;

  SearchDesk(ObjectProvider<SearchContributor> contributors) {
    this.contributors = contributors;
  }

  /**
   * @param kinds empty for all
   */
  public Page<Found> search(
      String text,
      Set<SearchKind> kinds,
      @Nullable ServiceAreaCode serviceArea,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Actor actor,
      Page.Request request) {
    String asked = text.strip();
    if (asked.isEmpty()) {
      return Page.of(List.of(), request, f -> new UUID(0, 0), 0);
    }
    String cut = asked.substring(0, Math.min(asked.length(), LONGEST));
    var wanted = new Wanted(cut, cut.toUpperCase(Locale.ROOT), serviceArea, from, until);
    var all = new ArrayList<Ranked>();
    contributors
        .orderedStream()
        .filter(c -> kinds.isEmpty() || kinds.contains(c.kind()))
        .forEach(c -> c.find(wanted, actor, MOST).forEach(hit -> all.add(new Ranked(c, hit))));
    all.sort(
        Comparator.comparingDouble((Ranked r) -> r.hit().rank())
            .reversed()
            .thenComparing(r -> r.by().kind())
            .thenComparing(r -> r.hit().id()));
    return Page.of(shown(behind(all, request), wanted), request, f -> f.hit().id(), all.size());
  }

  /** What follows the cursor, one more than the page; nothing when it is no longer found. */
  private static List<Ranked> behind(List<Ranked> all, Page.Request request) {
    int start = 0;
    if (request.after() != null) {
      start = all.size();
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).hit().id().equals(request.after())) {
          start = i + 1;
        }
      }
    }
    return all.subList(start, Math.min(all.size(), start + request.limit()));
  }

  /** The things themselves and where the words stand, each module asked once. */
  private static List<Found> shown(List<Ranked> page, Wanted wanted) {
    Map<SearchContributor, List<UUID>> ids = new LinkedHashMap<>();
    page.forEach(r -> ids.computeIfAbsent(r.by(), by -> new ArrayList<>()).add(r.hit().id()));
    Map<UUID, Object> things = new HashMap<>();
    Map<UUID, List<SnippetPart>> snippets = new HashMap<>();
    ids.forEach(
        (by, some) -> {
          things.putAll(by.show(some));
          snippets.putAll(by.snippets(wanted, some));
        });
    var found = new ArrayList<Found>();
    for (Ranked r : page) {
      Object thing = things.get(r.hit().id());
      if (thing != null) {
        found.add(
            new Found(
                r.by().kind(),
                r.hit().reference(),
                r.hit().rank() >= SearchContributor.EXACT,
                snippets.getOrDefault(r.hit().id(), List.of()),
                thing,
                r.hit()));
      }
    }
    return found;
  }
}
