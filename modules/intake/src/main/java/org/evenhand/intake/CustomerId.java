package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a customer. */
public record CustomerId(UUID value) {

  public static CustomerId next() {
    return new CustomerId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
