package org.evenhand.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done now, and why.
 *
 * @param verdict what may be done with this contact
 * @param lines in the order of {@link Part}; within a part, the rule of higher standing first
 * @param at the moment it is true of
 * @param policyVersion the version in force; null when there is none
 * @param appealPending an appeal is undecided; false when the identity is not confirmed
 * @param reviewOverdue a restriction behind it is past its review; false as above
 */
public record ContactAnswer(
    Verdict verdict,
    List<Line> lines,
    Instant at,
    @Nullable String policyVersion,
    boolean appealPending,
    boolean reviewOverdue) {
  public ContactAnswer {
    lines = List.copyOf(lines);
  }

  /** The lines of one part. */
  public List<Line> lines(Part part) {
    return lines.stream().filter(line -> line.part() == part).toList();
  }

  /** The lines with one code. */
  public List<Line> lines(LineCode code) {
    return lines.stream().filter(line -> line.code() == code).toList();
  }

  public boolean has(LineCode code) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).code() == code) {
        return true;
      }
    }
    return false;
  }
}
