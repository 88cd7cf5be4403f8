package org.evenhand.restrictions;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Identifies one staff-safety marker (T17). */
public record MarkerId(UUID value) {

  public static MarkerId next() {
    return new MarkerId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
