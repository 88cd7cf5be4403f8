package org.evenhand.designation;

import java.util.Optional;

/** Whether a case is ready, and would stand up to scrutiny, for those who hand it on (F7). */
public interface CaseReview {

  /** Both as they stand now. */
  record Review(Readiness readiness, Scrutiny scrutiny) {}

  /** Empty if there is no such case. Who shows it settles that it may be seen. */
  Optional<Review> of(ConsiderationId id);
}
