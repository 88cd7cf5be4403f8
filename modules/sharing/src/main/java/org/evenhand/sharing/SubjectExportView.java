package org.evenhand.sharing;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;

/**
 * What is kept about a person, for that person (question 21).
 *
 * @param json for machines
 * @param page the same as a whole page for people, which loads nothing
 * @param warnings what somebody has to look at before it is handed over
 */
public record SubjectExportView(
    CustomerId customer, Instant madeAt, String json, String page, List<Warning> warnings) {
  public SubjectExportView {
    warnings = List.copyOf(warnings);
  }

  /** Without what is in it. */
  @Override
  public String toString() {
    return "SubjectExportView[" + customer + "]";
  }
}
