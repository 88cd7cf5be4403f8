package org.evenhand.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * How a module finds its things for {@code search}: only what whoever asks may see, and only by
 * words that they may read (T20).
 */
public interface SearchContributor {

  /** An exact reference; ranks before anything that words find. */
  double EXACT = 10;

  /**
   * What is looked for.
   *
   * @param text as typed
   * @param reference the text as one of our references would be written
   * @param from only what came to be on that day or later
   */
  record Wanted(
      String text,
      String reference,
      @Nullable ServiceAreaCode serviceArea,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  /**
   * Something found.
   *
   * @param person whose record it is, for the log; null for nobody's
   */
  record Hit(UUID id, String reference, @Nullable CustomerId person, double rank) {}

  SearchKind kind();

  /** The best first. */
  List<Hit> find(Wanted wanted, Actor actor, int atMost);

  /** The views of those of a page, in one statement. */
  Map<UUID, ?> show(Collection<UUID> ids);

  /** Where the words stand in those that are shown; nothing for what was found another way. */
  Map<UUID, List<SnippetPart>> snippets(Wanted wanted, Collection<UUID> ids);
}
