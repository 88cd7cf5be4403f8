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
 * <p>For elected members a count below the policy's small number is withheld, and so is a count
 * that is about fewer people than that, and a part whose remainder would be so small. What is left
 * is rounded down to a multiple of it, so that neither a difference of two counts nor of two days
 * gives a small number away. There are no totals to subtract from.
 *
 * @param few the policy's small number
 */
record Disclosure(int few) {

  private static final String REASON = "SMALL_NUMBER";

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

  IncidentFiguresView forMembers(@Nullable ServiceAreaCode area, Quarter quarter, Counts counts) {
    var withheld = new ArrayList<Withheld>();
    boolean fewPeople = isFew(counts.people()) || isFew(counts.incidents());
    int attributed = counts.incidents() - counts.ofUnknownPeople();
    boolean fewCallers = isFew(counts.callers()) || isFew(counts.contacts());
    int others = counts.contacts() - counts.causedByUs();
    return new IncidentFiguresView(
        area,
        quarter,
        shown("incidents", counts.incidents(), fewPeople, withheld),
        shown("people", counts.people(), fewPeople, withheld),
        shown(
            "incidentsOfUnknownPeople",
            counts.ofUnknownPeople(),
            fewPeople || isFew(counts.ofUnknownPeople()) || isFew(attributed),
            withheld),
        shown("contacts", counts.contacts(), fewCallers, withheld),
        shown(
            "contactsCausedByUs",
            counts.causedByUs(),
            fewCallers || isFew(counts.causedByUs()) || isFew(others),
            withheld),
        true,
        withheld);
  }

  private boolean isFew(int count) {
    return count > 0 && count < few;
  }

  private @Nullable Integer shown(String field, int count, boolean hide, List<Withheld> withheld) {
    if (hide) {
      withheld.add(new Withheld(field, REASON));
      return null;
    }
    return count - count % few;
  }
}
