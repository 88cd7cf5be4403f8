package org.evenhand.correspondence;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;

/**
 * A letter exactly as it would be issued now, in each form, its reference excepted. Nothing of it
 * is kept.
 *
 * @param lastAppealDay what it prints; null where it cannot be appealed
 * @param warnings what makes it hard to read
 */
public record LetterPreview(
    NoticeToIssue notice,
    LetterVariant variant,
    Letter letter,
    LetterDocument pdf,
    @Nullable LocalDate lastAppealDay,
    List<Warning> warnings) {
  public LetterPreview {
    warnings = List.copyOf(warnings);
  }
}
