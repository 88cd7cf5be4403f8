package org.evenhand.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.RecordClass;

/**
 * That records of a person were erased: which, when, by whom and why, never what they said (T26).
 *
 * @param reason without anything about a person, for it stays
 */
public record ErasureView(
    ErasureId id,
    CustomerId person,
    String reason,
    Instant erasedAt,
    ActorId erasedBy,
    List<GlobalId> records,
    Map<RecordClass, Integer> counts) {

  public ErasureView {
    records = List.copyOf(records);
    counts = Map.copyOf(counts);
  }
}
