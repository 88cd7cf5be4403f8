package org.evenhand.intake;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;

/** Records of a person were erased, in the transaction of the act (T26). */
public record RecordsErased(
    ErasureId id, CustomerId person, List<GlobalId> records, Instant at, ActorId by) {
  public RecordsErased {
    records = List.copyOf(records);
  }
}
