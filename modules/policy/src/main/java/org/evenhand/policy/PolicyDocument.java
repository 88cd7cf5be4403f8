package org.evenhand.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is written: what it says about itself, and its text.
 *
 * @param declaredStatus the status printed on it; null if it prints none
 * @param declaredVersion the version number printed on it; null if it prints none
 */
public record PolicyDocument(
    String title,
    @Nullable String declaredStatus,
    @Nullable String declaredVersion,
    List<PolicyRevision> revisions,
    List<PolicySignatory> signatories,
    List<PolicySection> sections) {
  public PolicyDocument {
    revisions = List.copyOf(revisions);
    signatories = List.copyOf(signatories);
    sections = List.copyOf(sections);
  }

  /** A document that says nothing about its own status, version or history. */
  public static PolicyDocument of(String title, List<PolicySection> sections) {
    return new PolicyDocument(title, null, null, List.of(), List.of(), sections);
  }
}
