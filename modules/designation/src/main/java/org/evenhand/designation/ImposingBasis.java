package org.evenhand.designation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * What restrictions may rest on: a consideration, and what its determination allows. Without a
 * determination there is a basis for supportive action only.
 *
 * @param category null until determined, as are the next five
 * @param determinedAt see above
 * @param determinedBy see above
 * @param policyVersionId see above
 * @param reasons see above
 * @param hindrance how the conduct hinders, as found; see above
 * @param services all services involved, the lead included
 * @param corporate whether the Head of Customer Services decides (T5)
 * @param restrictiveAllowed whether restrictive action may rest on it; false until determined
 * @param mannerOnly restrictive action may answer the manner of contact only, never its volume
 *     (P6.3b)
 * @param representationsTaken whether the customer was heard, declined or let the day pass (F5);
 *     false where hearing was dispensed with
 * @param warningGivenOrDispensed whether a warning was given, or dispensed with for a reason (F20)
 * @param incidentIds all incidents it rests on, those of bound members included
 * @param boundMembers the members of a group who are bound, each by their own incidents (T15);
 *     without those about whom the findings were set aside on appeal
 */
public record ImposingBasis(
    ConsiderationId considerationId,
    CustomerId customerId,
    ConsiderationStatus status,
    @Nullable Category category,
    @Nullable Instant determinedAt,
    @Nullable ActorId determinedBy,
    @Nullable PolicyVersionId policyVersionId,
    @Nullable String reasons,
    @Nullable String hindrance,
    ServiceAreaCode leadService,
    Set<ServiceAreaCode> services,
    boolean corporate,
    boolean restrictiveAllowed,
    boolean mannerOnly,
    boolean representationsTaken,
    boolean warningGivenOrDispensed,
    Set<IncidentId> incidentIds,
    List<BoundMember> boundMembers) {

  public ImposingBasis {
    services = Set.copyOf(services);
    incidentIds = Set.copyOf(incidentIds);
    boundMembers = List.copyOf(boundMembers);
  }
}
