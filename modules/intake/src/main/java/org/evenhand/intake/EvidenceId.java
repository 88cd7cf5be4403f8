package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a piece of evidence. */
public record EvidenceId(UUID value) {

  public static EvidenceId next() {
    return new EvidenceId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
