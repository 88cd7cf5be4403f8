package org.evenhand.intake.internal;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.AgreeingIdentifier;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerIdentity;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.MergeGround;
import org.evenhand.intake.MergingCustomers.Merge;

/** When two records may be held for one person (T21). */
final class MergeRules {

  /** Fewer never tell one person from another. */
  private static final int ENOUGH = 2;

  private MergeRules() {}

  /**
   * What the two have in common that nobody else has and nobody doubts.
   *
   * @param ofOthers identifiers that a third record holds too
   */
  static Set<AgreeingIdentifier> agreeing(
      CustomerIdentity one, CustomerIdentity other, Set<Same> ofOthers) {
    var agreeing = EnumSet.noneOf(AgreeingIdentifier.class);
    if (one.nameKey().equals(other.nameKey())) {
      agreeing.add(AgreeingIdentifier.NAME);
    }
    if (one.dateOfBirth() != null && one.dateOfBirth().equals(other.dateOfBirth())) {
      agreeing.add(AgreeingIdentifier.DATE_OF_BIRTH);
    }
    var theirs = new HashSet<Same>(certain(other));
    for (Same same : certain(one)) {
      if (theirs.contains(same) && !ofOthers.contains(same)) {
        agreeing.add(AgreeingIdentifier.valueOf(same.kind().name()));
      }
    }
    return agreeing;
  }

  /** An identifier without who holds it. */
  record Same(IdentifierKind kind, String value) {}

  /** Those that tell a person from others and are not doubtful. */
  static List<Same> certain(CustomerIdentity identity) {
    return identity.identifiers().stream()
        .filter(i -> i.kind().tellsAPerson() && i.confidence() != Confidence.UNCERTAIN)
        .map(i -> new Same(i.kind(), i.value()))
        .toList();
  }

  static List<Refusal> refusals(
      Merge merge,
      CustomerIdentity kept,
      CustomerIdentity merged,
      Set<AgreeingIdentifier> agreeing) {
    boolean bornOnOtherDays =
        kept.dateOfBirth() != null
            && merged.dateOfBirth() != null
            && !kept.dateOfBirth().equals(merged.dateOfBirth());
    boolean byIdentifiers = merge.ground() == MergeGround.IDENTIFIERS_AGREE;
    return new Checked()
        .refuse(kept.kind() != merged.kind(), Refusal.at("KINDS_DIFFER", "merged"))
        .refuse(
            merge.confidence() == Confidence.UNCERTAIN, Refusal.at("MERGE_UNCERTAIN", "confidence"))
        .refuse(
            byIdentifiers && agreeing.size() < ENOUGH,
            Refusal.at(
                "IDENTITY_NOT_SURE",
                Map.of("agreeing", Integer.toString(agreeing.size())),
                "ground"))
        .refuse(byIdentifiers && bornOnOtherDays, Refusal.at("IDENTITY_CONTRADICTED", "ground"))
        .refuse(
            !byIdentifiers && Checked.tidy(merge.evidence()) == null,
            Refusal.at("TEXT_MISSING", "evidence"))
        .needed(merge.why(), Checked.ACCOUNT, "why")
        .bounded(merge.evidence(), Checked.ACCOUNT, "evidence")
        .refusals();
  }
}
