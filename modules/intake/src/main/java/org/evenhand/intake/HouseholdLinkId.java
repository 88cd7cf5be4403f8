package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a household link. */
public record HouseholdLinkId(UUID value) {

  public static HouseholdLinkId next() {
    return new HouseholdLinkId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
