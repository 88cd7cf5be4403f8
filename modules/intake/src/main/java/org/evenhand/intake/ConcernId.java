package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a concern. */
public record ConcernId(UUID value) {

  public static ConcernId next() {
    return new ConcernId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
