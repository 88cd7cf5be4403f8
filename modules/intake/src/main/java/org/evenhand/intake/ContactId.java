package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a contact. */
public record ContactId(UUID value) {

  public static ContactId next() {
    return new ContactId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
