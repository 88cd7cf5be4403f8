package org.evenhand.designation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * A consideration as it stands: whose behaviour, why, how far it was taken, by whom (P8.0, F7).
 *
 * @param version grows with each change; hand it back as the expected one
 * @param reference what letters and colleagues call it
 * @param why why it was opened
 * @param incidentIds the incidents considered; those of bound members of a group are with the
 *     members
 * @param checks every answer ever given, oldest first
 * @param representations every step in hearing the customer, oldest first
 * @param advice what the Head of Customer Services was told, oldest first
 * @param assessment the latest; null until made
 * @param protection the latest decision for a child or doubtful capacity; null unless made
 * @param determination null until determined
 * @param involvement everybody's part, oldest first
 * @param determineBy the last day of the local clock for a determination (T7)
 * @param closing null unless closed
 */
public record ConsiderationView(
    ConsiderationId id,
    int version,
    String reference,
    CustomerId customerId,
    ConsiderationStatus status,
    Scope scope,
    String why,
    Instant openedAt,
    ActorId openedBy,
    Role openedAs,
    Set<ConcernId> concernIds,
    Set<IncidentId> incidentIds,
    List<BoundMember> boundMembers,
    List<Check> checks,
    List<Representation> representations,
    List<Advice> advice,
    @Nullable Assessment assessment,
    @Nullable Protection protection,
    @Nullable Determination determination,
    List<Involvement.Entry> involvement,
    LocalDate determineBy,
    @Nullable Closing closing) {

  public ConsiderationView {
    concernIds = Set.copyOf(concernIds);
    incidentIds = Set.copyOf(incidentIds);
    boundMembers = List.copyOf(boundMembers);
    checks = List.copyOf(checks);
    representations = List.copyOf(representations);
    advice = List.copyOf(advice);
    involvement = List.copyOf(involvement);
  }

  public ServiceAreaCode leadService() {
    return scope.leadService();
  }

  /** The latest answer to each check that has one. */
  public Map<CheckKind, Check> latestChecks() {
    var latest = new EnumMap<CheckKind, Check>(CheckKind.class);
    checks.stream()
        .sorted(Comparator.comparing(Check::at))
        .forEach(check -> latest.put(check.kind(), check));
    return latest;
  }

  /**
   * The latest answer to whether there is new information, asked at that stage (T3); of two given
   * in one instant the second.
   */
  public Optional<Check> newInformation(CheckStage stage) {
    return checks.stream()
        .filter(c -> c.kind() == CheckKind.NEW_INFORMATION && c.stage() == stage)
        .reduce((before, next) -> next.at().isBefore(before.at()) ? before : next);
  }

  /** What the Head of Customer Services was told on that occasion; empty if not yet. */
  public Optional<Advice> adviceOn(AdviceKind kind) {
    return advice.stream().filter(a -> a.kind() == kind).findFirst();
  }
}
