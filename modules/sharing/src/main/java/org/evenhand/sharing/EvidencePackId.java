package org.evenhand.sharing;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names an evidence pack. */
public record EvidencePackId(UUID value) {

  public static EvidencePackId next() {
    return new EvidencePackId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
