package org.evenhand.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** The policy as others ask for it: in force at an instant, or one version of it. */
public interface Policies {

  /** The code of the refusal of an act that needs a policy while none is in force. */
  String NO_POLICY_IN_FORCE = "NO_POLICY_IN_FORCE";

  /**
   * The one version in force at an instant, past or future, as far as published today. Within a
   * writing transaction the answer is exact; outside one it may lag behind a publication on another
   * node by one second at most. A version that was published ahead takes over on time everywhere.
   *
   * @return empty while there is none: refuse with {@link #noneInForce()}
   */
  Optional<PolicyInForce> inForce(Instant at);

  /** The refusal to answer with while no version is in force. */
  static Refusal noneInForce() {
    return Refusal.of(NO_POLICY_IN_FORCE);
  }

  /**
   * One version whole, with its findings.
   *
   * @param now the moment as of which status is told
   */
  Optional<PolicyVersionView> find(PolicyVersionId id, Instant now);

  /** As {@link #find}, by the label that people know it by. */
  Optional<PolicyVersionView> findByLabel(String label, Instant now);

  /** The version that was in force at an instant, whole. */
  Optional<PolicyVersionView> versionInForce(Instant at);

  /** What a version said of figures, authority and carve-outs, for re-telling a past decision. */
  Optional<PolicyInForce> terms(PolicyVersionId id);

  /**
   * Versions, latest draft first.
   *
   * @param statuses only these; empty for all
   * @param changeKind only this kind; null for all
   */
  Page<PolicyVersionView> versions(
      List<PolicyVersionStatus> statuses,
      @Nullable ChangeKind changeKind,
      Page.Request request,
      Instant now);

  /** Findings of the version in force that were accepted, not mended (F10's exception list). */
  default List<Finding> findingsInForce(Instant at) {
    return versionInForce(at).map(PolicyVersionView::findings).orElse(List.of());
  }

  /** As {@link #find} by the bare id. */
  default Optional<PolicyVersionView> find(UUID id, Instant now) {
    return find(new PolicyVersionId(id), now);
  }
}
