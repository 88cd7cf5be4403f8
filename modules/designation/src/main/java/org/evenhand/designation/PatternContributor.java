package org.evenhand.designation;

import java.util.Collection;
import java.util.List;
import org.evenhand.intake.CustomerId;

/**
 * A module's part of a person's pattern (question 5): what was tried, what stands, what came of it.
 * It is asked whenever a pattern is drawn and answers in two statements at most, whatever the
 * history's length.
 */
public interface PatternContributor {

  /** About these records, which are one person's; in any order. */
  List<Tried> tried(Collection<CustomerId> records);
}
