package org.evenhand.restrictions;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Identifies one action imposed on one customer. */
public record RestrictionId(UUID value) {

  public static RestrictionId next() {
    return new RestrictionId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
