package org.evenhand.reporting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ServiceAreaCode;

/** Numbers about what happened, for those who are to learn from them (P4.1, PR.2). */
public interface Figures {

  /** Most quarters that are answered at once. */
  int MOST_QUARTERS = 20;

  /**
   * Counts for each service area and quarter asked for, earliest quarter first, then by the area's
   * name; zeros too. The head of customer services, the Corporate Management Team, the data
   * protection officer and the auditor see all; a head of service sees the areas that they head; an
   * elected member sees what the tables of published reports show, and nothing else. Anybody else
   * sees none.
   *
   * @param areas empty for all that are recorded and for incidents without one
   * @param quarters the first {@link #MOST_QUARTERS} are answered
   */
  List<IncidentFiguresView> incidents(
      Collection<ServiceAreaCode> areas,
      Collection<Quarter> quarters,
      Actor reader,
      LocalDate today);

  /**
   * Every measure of one quarter, in the order of {@link Measure}: for the whole council and for
   * each area that has any; a head of service gets their own areas only. Elected members, and
   * anybody else, get none here.
   */
  List<Figure> measured(Quarter quarter, Actor reader, LocalDate today);

  /** The same of any days: {@link Period#quarter a quarter} is the same as by its own name. */
  List<Figure> measured(Period period, Actor reader, LocalDate today);
}
