package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a request for a reasonable adjustment. */
public record AdjustmentId(UUID value) {

  public static AdjustmentId next() {
    return new AdjustmentId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
