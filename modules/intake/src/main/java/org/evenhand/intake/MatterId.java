package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a matter that another system keeps. */
public record MatterId(UUID value) {

  public static MatterId next() {
    return new MatterId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
