package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a property. */
public record PropertyId(UUID value) {

  public static PropertyId next() {
    return new PropertyId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
