package org.evenhand.foundation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An officer as they shall stand.
 *
 * @param expectedVersion null to record a new one, else the version that was read
 * @param actor the subject of their token
 * @param serviceArea the code of the one they work in; null for one who works for all
 */
public record OfficerToRecord(
    @Nullable Integer expectedVersion,
    String actor,
    String name,
    String post,
    @Nullable String serviceArea,
    @Nullable String telephone,
    @Nullable String email,
    @Nullable OfficerId deputy,
    List<OfficerView.Absence> absences,
    @Nullable LocalDate leftOn) {
  public OfficerToRecord {
    absences = List.copyOf(absences);
  }
}
