package org.evenhand.restrictions;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Identifies legal action for the rights of staff (P9.5). */
public record LegalActionId(UUID value) {

  public static LegalActionId next() {
    return new LegalActionId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
