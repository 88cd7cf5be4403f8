package org.evenhand.sharing;

import java.util.List;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/** A form that referrals can be made in, and which fields it uses for what. */
public record ReferralForm(
    TypeId id, Texts name, String partnerKind, String schemaVersion, List<ForPurpose> purposes) {

  /** The fields for one purpose. */
  public record ForPurpose(SharingPurpose purpose, FieldRules rules) {}

  public ReferralForm {
    purposes = List.copyOf(purposes);
  }
}
