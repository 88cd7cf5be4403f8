package org.evenhand.reporting.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.LikeDecisions;

/** Cases that are alike, and whether services decide them alike. */
final class Likeness {

  /** Where restrictive action followed a determination. */
  static final String RESTRICTED = "RESTRICTED";

  /** A case as it was decided. */
  record Decided(
      ServiceAreaCode area,
      Set<String> families,
      String impact,
      String category,
      boolean restricted) {
    Decided {
      families = Set.copyOf(families);
    }

    boolean as(String decision) {
      return decision.equals(RESTRICTED) ? restricted : category.equals(decision);
    }
  }

  private Likeness() {}

  /**
   * @param few numbers above nothing and below this are withheld, and so is what is as few after
   *     taking it away
   */
  static List<LikeDecisions> of(List<Decided> all, int few) {
    var found = new ArrayList<LikeDecisions>();
    for (String family : new TreeSet<>(all.stream().flatMap(d -> d.families().stream()).toList())) {
      for (String impact : new TreeSet<>(all.stream().map(Decided::impact).toList())) {
        List<Decided> alike =
            all.stream()
                .filter(d -> d.families().contains(family) && d.impact().equals(impact))
                .toList();
        alike.stream()
            .map(Decided::area)
            .distinct()
            .sorted(Comparator.comparing(ServiceAreaCode::value))
            .forEach(area -> found.addAll(of(family, impact, area, alike, few)));
      }
    }
    return List.copyOf(found);
  }

  private static List<LikeDecisions> of(
      String family, String impact, ServiceAreaCode area, List<Decided> alike, int few) {
    Predicate<Decided> here = d -> d.area().equals(area);
    List<Decided> ours = alike.stream().filter(here).toList();
    List<Decided> others = alike.stream().filter(here.negate()).toList();
    return Stream.concat(
            alike.stream().map(Decided::category).distinct().sorted(), Stream.of(RESTRICTED))
        .map(decision -> of(family, impact, area, decision, ours, others, few))
        .toList();
  }

  private static LikeDecisions of(
      String family,
      String impact,
      ServiceAreaCode area,
      String decision,
      List<Decided> ours,
      List<Decided> others,
      int few) {
    long so = ours.stream().filter(d -> d.as(decision)).count();
    long there = others.stream().filter(d -> d.as(decision)).count();
    if (tooFew(so, ours.size(), few) || tooFew(there, others.size(), few)) {
      return new LikeDecisions(family, impact, area, decision, null, null, null, null, null, false);
    }
    Wilson interval = Wilson.of(so, ours.size());
    double elsewhere = (double) there / others.size();
    return new LikeDecisions(
        family,
        impact,
        area,
        decision,
        ours.size(),
        hundredths((double) so / ours.size()),
        hundredths(interval.low()),
        hundredths(interval.high()),
        hundredths(elsewhere),
        elsewhere < interval.low() || elsewhere > interval.high());
  }

  private static boolean tooFew(long part, long whole, int few) {
    return whole < few || (part > 0 && part < few) || (part < whole && whole - part < few);
  }

  private static double hundredths(double share) {
    return Math.round(share * 100) / 100.0;
  }
}
