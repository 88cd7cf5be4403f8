package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names somebody who may speak for a customer (T16). */
public record RepresentativeId(UUID value) {

  public static RepresentativeId next() {
    return new RepresentativeId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
