package org.evenhand.restrictions.internal.law;

import java.util.List;
import org.evenhand.intake.IncidentView;
import org.evenhand.restrictions.RestrictionView;

/** What is on record of a person coming though they were excluded (T10, T11). */
interface BreachesOfExclusion {

  /** Those that were reported with proof and still stand, latest first. */
  List<IncidentView> of(RestrictionView exclusion);
}
