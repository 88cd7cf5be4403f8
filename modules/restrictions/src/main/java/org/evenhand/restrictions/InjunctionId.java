package org.evenhand.restrictions;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Identifies an injunction that the council may seek (T11). */
public record InjunctionId(UUID value) {

  public static InjunctionId next() {
    return new InjunctionId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
