package org.evenhand.restrictions;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Identifies what a court said a person may not do. */
public record CourtTermsId(UUID value) {

  public static CourtTermsId next() {
    return new CourtTermsId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
