package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know that other modules keep, gathered for one case at one moment.
 *
 * @param members the members of a group; null for a customer who is none
 * @param needsProtection a child, or somebody whose capacity is in doubt (T19)
 * @param undecidedAdjustments how many adjustment requests of the customer await a decision (F3)
 * @param warned whether a warning for the same conduct was given and stands (P8.3.8, F20)
 * @param lastWarnedAt when the last warning of this case was given; null without one
 * @param warningNamesConduct whether one of the warnings that count names conduct
 * @param matters what the customer pursues with the council (F16)
 * @param incidents the customer's incidents, and those of a group's members
 * @param percentCausedByUs share of the customer's contact that the council caused (P6.3a); counted
 *     when asked for
 */
record Facts(
    @Nullable Set<CustomerId> members,
    boolean needsProtection,
    int undecidedAdjustments,
    boolean warned,
    @Nullable Instant lastWarnedAt,
    boolean warningNamesConduct,
    List<Matter> matters,
    Map<IncidentId, Incident> incidents,
    IntSupplier percentCausedByUs) {

  /**
   * A matter of the customer.
   *
   * @param unfinished a standard missed, or no closing letter sent (F16)
   * @param linked whether somebody said that the case, its concerns or incidents are about it
   * @param decisionBy whose decision it was; null if none was reached or it is not known
   */
  record Matter(
      MatterId id,
      String reference,
      boolean unfinished,
      boolean linked,
      @Nullable ActorId decisionBy) {}

  /**
   * An incident of the customer or of a member.
   *
   * @param manner whether it was about the manner of contact: abuse, threat, assault (P6.3b)
   * @param identified whether it is sure enough that it was this customer (F5)
   */
  record Incident(
      CustomerId customerId,
      @Nullable ServiceAreaCode serviceArea,
      LocalDate occurredOn,
      boolean manner,
      boolean identified) {}

  Facts {
    members = members == null ? null : Set.copyOf(members);
    matters = List.copyOf(matters);
    incidents = Map.copyOf(incidents);
  }

  boolean group() {
    return members != null;
  }

  /** Those of the named incidents that are known. */
  List<Incident> of(Collection<IncidentId> ids) {
    return ids.stream().flatMap(id -> Stream.ofNullable(incidents.get(id))).toList();
  }
}
