package org.evenhand.restrictions.internal.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.restrictions.EverydayNeed;
import org.evenhand.spi.Channel;

/**
 * The smallest sets of kinds of action that would stop what went wrong, the least restrictive first
 * (question 7, F17). Each set answers every conduct that anything answers, and none still does with
 * a member taken away. Advice to whoever decides, not a decision.
 *
 * <p>Help comes before anything that narrows, unless it was tried for the same conduct and the
 * conduct went on. Then fewer everyday needs that only a guaranteed route would keep, then fewer
 * channels narrowed, then fewer members, then the policy's own order.
 */
public final class LeastRestrictive {

  /** More than this many ways to choose from help nobody. */
  public static final int MOST = 12;

  /** A set of more members than this is no advice any more. */
  private static final int LARGEST = 4;

  private final List<Means> means;
  private final TreeSet<Conduct> conduct;
  private final Set<Attempt> inVain;
  private final Map<EverydayNeed, Set<Channel>> guaranteed;
  private final Set<Channel> offered;
  private final Set<Channel> left;
  private final Map<Conduct, List<Means>> answering = new LinkedHashMap<>();

  /** A kind of action that was tried, and conduct that went on all the same. */
  public record Attempt(Means means, Conduct conduct) {}

  /**
   * One way.
   *
   * @param members each with the conduct that it answers, in the order of the kinds
   * @param narrows the channels that it would narrow
   * @param onlyByGuaranteedRoute what could then be done by a guaranteed route only (F8)
   */
  public record Option(
      Map<Means, Set<Conduct>> members,
      Set<Channel> narrows,
      Set<EverydayNeed> onlyByGuaranteedRoute) {

    /** Whether it is help alone. */
    public boolean supportive() {
      return members.keySet().stream().allMatch(Means::supportive);
    }

    int narrowing() {
      return (int) members.keySet().stream().filter(m -> !m.supportive()).count();
    }
  }

  /**
   * @param means what can be imposed on this customer, in the policy's order
   * @param conduct what went wrong
   * @param inVain what was tried and did not stop it
   * @param guaranteed the channels of the guaranteed route of each everyday need
   * @param offered the channels that the council offers everybody
   * @param unusable the channels that the customer cannot use, by agreed adjustments
   */
  public LeastRestrictive(
      List<Means> means,
      Collection<Conduct> conduct,
      Set<Attempt> inVain,
      Map<EverydayNeed, Set<Channel>> guaranteed,
      Set<Channel> offered,
      Set<Channel> unusable) {
    this.means = List.copyOf(means);
    this.conduct = new TreeSet<>(conduct);
    this.inVain = Set.copyOf(inVain);
    this.guaranteed = Map.copyOf(guaranteed);
    this.offered = Set.copyOf(offered);
    Set<Channel> quiet = EnumSet.noneOf(Channel.class);
    quiet.addAll(offered);
    quiet.removeAll(unusable);
    this.conduct.forEach(one -> quiet.remove(one.channel()));
    this.left = quiet;
    for (Conduct one : this.conduct) {
      answering.put(one, this.means.stream().filter(m -> answers(m, one)).toList());
    }
  }

  /** Conduct that no kind of action answers: something else has to be thought of. */
  public List<Conduct> unanswered() {
    return conduct.stream().filter(one -> answeredBy(one).isEmpty()).toList();
  }

  /** The ways, the least restrictive first; none where nothing answers anything. */
  public List<Option> options() {
    var covers = new LinkedHashSet<Set<Means>>();
    var answerable = conduct.stream().filter(one -> !answeredBy(one).isEmpty()).toList();
    if (answerable.isEmpty()) {
      return List.of();
    }
    extend(new LinkedHashSet<>(), answerable, covers);
    return covers.stream()
        .filter(cover -> minimal(cover, answerable))
        .map(cover -> option(cover, answerable))
        .sorted(leastFirst())
        .limit(MOST)
        .toList();
  }

  /** Whatever covers everything has a member for the first conduct that is not covered yet. */
  private void extend(Set<Means> chosen, List<Conduct> answerable, Set<Set<Means>> covers) {
    Conduct next =
        answerable.stream()
            .filter(one -> chosen.stream().noneMatch(m -> answers(m, one)))
            .findFirst()
            .orElse(null);
    if (next == null) {
      covers.add(Set.copyOf(chosen));
      return;
    }
    if (chosen.size() == LARGEST) {
      return;
    }
    for (Means candidate : answeredBy(next)) {
      if (chosen.stream().noneMatch(m -> m.type().equals(candidate.type()))) {
        var more = new LinkedHashSet<>(chosen);
        more.add(candidate);
        extend(more, answerable, covers);
      }
    }
  }

  private boolean minimal(Set<Means> cover, List<Conduct> answerable) {
    return cover.stream()
        .noneMatch(
            spare ->
                answerable.stream()
                    .allMatch(
                        one -> cover.stream().anyMatch(m -> !m.equals(spare) && answers(m, one))));
  }

  private Option option(Set<Means> cover, List<Conduct> answerable) {
    var members = new LinkedHashMap<Means, Set<Conduct>>();
    Set<Channel> narrowed = EnumSet.noneOf(Channel.class);
    for (Means member : means) {
      if (cover.contains(member)) {
        var answered = new TreeSet<Conduct>();
        answerable.stream().filter(one -> answers(member, one)).forEach(answered::add);
        members.put(member, answered);
        narrowed.addAll(member.narrows(offered, left));
      }
    }
    Set<EverydayNeed> touched = EnumSet.noneOf(EverydayNeed.class);
    guaranteed.forEach(
        (need, route) -> {
          if (!narrowed.isEmpty() && narrowed.containsAll(route)) {
            touched.add(need);
          }
        });
    return new Option(members, narrowed, touched);
  }

  private Comparator<Option> leastFirst() {
    var order = new HashMap<Means, Integer>();
    means.forEach(m -> order.put(m, order.size()));
    return Comparator.comparingInt(Option::narrowing)
        .thenComparingInt(option -> option.onlyByGuaranteedRoute().size())
        .thenComparingInt(option -> option.narrows().size())
        .thenComparingInt(option -> option.members().size())
        .thenComparing(
            option ->
                option.members().keySet().stream()
                    .map(m -> String.format(java.util.Locale.ROOT, "%04d", order.get(m)))
                    .toList()
                    .toString());
  }

  private List<Means> answeredBy(Conduct one) {
    return answering.getOrDefault(one, List.of());
  }

  private boolean answers(Means candidate, Conduct one) {
    return candidate.answers(one, left)
        && !(candidate.supportive() && inVain.contains(new Attempt(candidate, one)));
  }
}
