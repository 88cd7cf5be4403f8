package org.evenhand.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as somebody proposes it. What is left out is taken from the version in force, and where
 * there is none from the policy's own values.
 *
 * @param revises the draft that this replaces; null for a new one
 * @param expectedVersion of the draft that it replaces; null not to ask
 * @param figures those that change
 * @param authority null to leave it
 * @param carveOuts those that change or come in addition
 */
public record PolicyDraft(
    @Nullable PolicyVersionId revises,
    @Nullable Integer expectedVersion,
    String label,
    ChangeKind changeKind,
    PolicyDocument document,
    List<Figure> figures,
    @Nullable AuthorityMatrix authority,
    List<CarveOut> carveOuts) {
  public PolicyDraft {
    figures = List.copyOf(figures);
    carveOuts = List.copyOf(carveOuts);
  }

  /** A new version that changes the text only. */
  public static PolicyDraft of(String label, ChangeKind changeKind, PolicyDocument document) {
    return new PolicyDraft(null, null, label, changeKind, document, List.of(), null, List.of());
  }
}
