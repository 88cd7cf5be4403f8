package org.evenhand.sharing;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names an agreement. */
public record SharingAgreementId(UUID value) {

  public static SharingAgreementId next() {
    return new SharingAgreementId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
