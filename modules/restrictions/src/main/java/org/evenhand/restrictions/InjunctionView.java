package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * That an injunction may be sought, with all that T11 asks for. The court's own terms, once there
 * are any, are recorded by themselves.
 *
 * @param exclusion the exclusion that was breached
 * @param breaches the breaches it rests on, each with its proof
 * @param youth the youth-offending consultation; null for an adult
 * @param capacity the named decision where capacity is in doubt; null otherwise (T19)
 * @param authority how the delegated authority was read
 * @param asDeputy whether a deputy decided while the post is vacant or its holder is away
 * @param withdrawn null while it stands
 */
public record InjunctionView(
    InjunctionId id,
    int version,
    String reference,
    RestrictionId exclusion,
    CustomerId customerId,
    List<Breach> breaches,
    String reasons,
    Advice advice,
    @Nullable YouthConsultation youth,
    @Nullable CapacityDecision capacity,
    AuthorityRead authority,
    ActorId authorisedBy,
    Role authorisedAs,
    boolean asDeputy,
    Instant authorisedAt,
    @Nullable Withdrawal withdrawn) {
  public InjunctionView {
    breaches = List.copyOf(breaches);
  }

  /** The person came though they were excluded; what proves it. */
  public record Breach(IncidentId incident, String proof) {}

  /** What Legal advised. */
  public record Advice(String by, LocalDate on, String advice) {}

  /** What the youth-offending team said. */
  public record YouthConsultation(String with, LocalDate on, String outcome) {}

  /**
   * What the safeguarding lead decided.
   *
   * @param litigationFriend who acts for the person in court; null where none is needed
   */
  public record CapacityDecision(String lead, String reasons, @Nullable String litigationFriend) {}

  /**
   * The reading of <em>delegated authority</em> on that day: whom the scheme in force names.
   *
   * @param scheme the version of the scheme of delegation
   */
  public record AuthorityRead(Set<Role> roles, String scheme, UUID policyVersionId) {
    public AuthorityRead {
      roles = Set.copyOf(roles);
    }
  }

  /** That it is no longer sought. */
  public record Withdrawal(Instant at, ActorId by, String reason) {}
}
