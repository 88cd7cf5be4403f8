package org.evenhand.restrictions.internal.law;

import java.util.List;
import org.evenhand.intake.IncidentView;
import org.evenhand.restrictions.RestrictionView;

/** What is on record of a person coming though they were excluded (T10, T11). */
interface BreachesOfExclusion {

  /** Those that can be proved, latest first; none while the person had not been told. */
  List<IncidentView> of(RestrictionView exclusion);
}
