package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a behaviour that the council or a plugin added to the catalogue. */
public record BehaviourId(UUID value) {

  public static BehaviourId next() {
    return new BehaviourId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
