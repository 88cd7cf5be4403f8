package org.evenhand.intake;

import java.util.Collection;
import java.util.List;

/** What happened, by person (P6.1). */
public interface Incidents {

  /** Those that stand of this person, on whichever of their records, newest first. */
  List<IncidentView> of(CustomerId customer);

  /** Those that exist, void ones too, newest first. */
  List<IncidentView> find(Collection<IncidentId> ids);

  /** Of these concerns, void ones too, newest first. */
  List<IncidentView> ofConcerns(Collection<ConcernId> concerns);
}
