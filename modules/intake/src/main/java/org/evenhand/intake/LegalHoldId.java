package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a legal hold. */
public record LegalHoldId(UUID value) {

  public static LegalHoldId next() {
    return new LegalHoldId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
