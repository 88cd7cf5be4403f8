package org.evenhand.sharing;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;

/**
 * What is kept about a person, for that person (question 21).
 *
 * @param json for machines
 * @param page the same as a whole page for people, which loads nothing
 * @param files what was handed in about them, as it was handed in
 * @param warnings what somebody has to look at before it is handed over
 */
public record SubjectExportView(
    CustomerId customer,
    Instant madeAt,
    String json,
    String page,
    List<File> files,
    List<Warning> warnings) {

  /**
   * A file that belongs to it.
   *
   * @param name as it was handed in; who else is known by name stands under a pseudonym
   * @param what it is, in words
   * @param fromPerson whether the person handed it in; any other may show somebody else
   */
  public record File(FileId id, String name, String what, boolean fromPerson) {}

  public SubjectExportView {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /** Without what is in it. */
  @Override
  public String toString() {
    return "SubjectExportView[" + customer + "]";
  }
}
