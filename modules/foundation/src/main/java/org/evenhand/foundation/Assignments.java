package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who does which work for whom, and when. */
public interface Assignments {

  Optional<AssignmentView> find(AssignmentId id);

  /**
   * The officers who do this work for that subject on a day, longest assigned first; those for the
   * whole council where the subject is null.
   */
  List<OfficerView> who(AssignmentKind kind, @Nullable GlobalId subject, LocalDate on);

  /** What an officer has to do on a day. */
  List<AssignmentView> of(OfficerId officer, LocalDate on);

  /** A page of those that last on that day, latest first; null arguments do not narrow it. */
  Page<AssignmentView> page(
      @Nullable OfficerId officer,
      @Nullable AssignmentKind kind,
      @Nullable GlobalId subject,
      LocalDate on,
      Page.Request request);

  /**
   * Gives an officer a piece of work, or changes its days. The head of customer services may for
   * all, a head of service for officers of their own areas. Refuses an officer who is unknown or
   * will have left, a subject that is missing or of another type than the kind asks for, a contract
   * manager where nothing is commissioned, the same work twice at a time, and days in reverse. Runs
   * inside {@link Acts}.
   */
  Outcome<AssignmentView> record(AssignmentToRecord assignment, Actor by, Instant now);
}
