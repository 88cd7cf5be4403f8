package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a duty to report an incident onward (P9.5, T18). */
public record ObligationId(UUID value) {

  public static ObligationId next() {
    return new ObligationId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
