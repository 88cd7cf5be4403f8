package org.evenhand.intake;

import java.util.UUID;
import org.evenhand.foundation.Ids;

/** Names a merge. */
public record CustomerMergeId(UUID value) {

  public static CustomerMergeId next() {
    return new CustomerMergeId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
