package org.evenhand.reporting.internal;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Withheld;
import org.evenhand.reporting.IncidentFiguresView;
import org.evenhand.reporting.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * How counts leave the house: whole, or so that nobody can be found in them (PR.2).
 *
 * <p>For elected members a count of one to four is withheld, and so is a count that is about one to
 * four people, and a part whose remainder would be one to four. What is left is rounded down to a
 * multiple of five, so that neither a difference of two counts nor of two days gives a small number
 * away. There are no totals to subtract from.
 */
final class Disclosure {

  static final int FEW = 5;
  private static final String REASON = "SMALL_NUMBER";

  private Disclosure() {}

  static IncidentFiguresView whole(@Nullable ServiceAreaCode area, Quarter quarter, Counts counts) {
    return new IncidentFiguresView(
        area,
        quarter,
        counts.incidents(),
        counts.people(),
        counts.ofUnknownPeople(),
        counts.contacts(),
        counts.causedByUs(),
        false,
        List.of());
  }

  static IncidentFiguresView forMembers(
      @Nullable ServiceAreaCode area, Quarter quarter, Counts counts) {
    var withheld = new ArrayList<Withheld>();
    boolean fewPeople = few(counts.people()) || few(counts.incidents());
    int attributed = counts.incidents() - counts.ofUnknownPeople();
    boolean fewCallers = few(counts.callers()) || few(counts.contacts());
    int others = counts.contacts() - counts.causedByUs();
    return new IncidentFiguresView(
        area,
        quarter,
        shown("incidents", counts.incidents(), fewPeople, withheld),
        shown("people", counts.people(), fewPeople, withheld),
        shown(
            "incidentsOfUnknownPeople",
            counts.ofUnknownPeople(),
            fewPeople || few(counts.ofUnknownPeople()) || few(attributed),
            withheld),
        shown("contacts", counts.contacts(), fewCallers, withheld),
        shown(
            "contactsCausedByUs",
            counts.causedByUs(),
            fewCallers || few(counts.causedByUs()) || few(others),
            withheld),
        true,
        withheld);
  }

  private static boolean few(int count) {
    return count > 0 && count < FEW;
  }

  private static @Nullable Integer shown(
      String field, int count, boolean hide, List<Withheld> withheld) {
    if (hide) {
      withheld.add(new Withheld(field, REASON));
      return null;
    }
    return count - count % FEW;
  }
}
