package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names an erasure. */
public record ErasureId(UUID value) {

  public static ErasureId next() {
    return new ErasureId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
