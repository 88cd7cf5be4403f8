package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names an incident. */
public record IncidentId(UUID value) {

  public static IncidentId next() {
    return new IncidentId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
