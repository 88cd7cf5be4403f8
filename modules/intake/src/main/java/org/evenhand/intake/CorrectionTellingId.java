package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names somebody's being told of a correction. */
public record CorrectionTellingId(UUID value) {

  public static CorrectionTellingId next() {
    return new CorrectionTellingId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
