package org.evenhand.designation;

import java.util.Set;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;

/**
 * A member of a group who is considered for conduct of their own; whoever did nothing is not bound
 * (T15).
 *
 * @param incidentIds that member's own incidents; never empty
 */
public record BoundMember(CustomerId memberId, Set<IncidentId> incidentIds) {
  public BoundMember {
    incidentIds = Set.copyOf(incidentIds);
  }
}
