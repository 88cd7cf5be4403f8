package org.evenhand.sharing;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a partner. */
public record PartnerId(UUID value) {

  public static PartnerId next() {
    return new PartnerId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
