package org.evenhand.reporting;

import java.util.List;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Withheld;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one service area in one quarter. Incidents, people and contacts are three
 * counts (T23): one person may have several incidents; a person with incidents in two services or
 * two quarters is counted in each, so people must not be added up.
 *
 * @param serviceArea null for incidents whose concern named none (P5.1)
 * @param incidents by the day on which they happened
 * @param people with at least one of these incidents
 * @param incidentsOfUnknownPeople of these incidents, those whose person is not known
 * @param contacts that customers made
 * @param contactsCausedByUs of these contacts, those that a missed standard or an unexplained
 *     decision of the council caused (P6.3a)
 * @param rounded whether counts are rounded down to a multiple of five
 * @param withheld counts that are null because they would tell about a few people
 */
public record IncidentFiguresView(
    @Nullable ServiceAreaCode serviceArea,
    Quarter quarter,
    @Nullable Integer incidents,
    @Nullable Integer people,
    @Nullable Integer incidentsOfUnknownPeople,
    @Nullable Integer contacts,
    @Nullable Integer contactsCausedByUs,
    boolean rounded,
    List<Withheld> withheld) {
  public IncidentFiguresView {
    withheld = List.copyOf(withheld);
  }
}
