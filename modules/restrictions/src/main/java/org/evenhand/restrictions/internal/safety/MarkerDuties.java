package org.evenhand.restrictions.internal.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.restrictions.MarkerView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is due about markers; each kind has a text {@code duty.<KIND>} in the bundle. */
@Component
class MarkerDuties {

  static final String SUBJECT = "Marker";

  static final String REVIEW = "REVIEW_MARKER";

  /** A review that was not held is the corporate head's to see. */
  static final String REVIEW_OVERDUE = "MARKER_REVIEW_OVERDUE";

  /** The last day; when it has passed the sweep records the end. */
  static final String ENDS = "MARKER_ENDS";

  /** The person is told, or it is decided that they are not (T17). */
  static final String TELL = "TELL_OF_MARKER";

  static final String LOOK_AT_NOT_TOLD = "LOOK_AGAIN_WHETHER_TO_TELL_OF_MARKER";

  /** Those who hold it are told of its end (F11). */
  static final String TELL_END = "TELL_END_OF_MARKER";

  static final String ANSWER = "ANSWER_MARKER_CHALLENGE";

  /** The incident that it rests on turned out otherwise (T27). */
  static final String GROUND_CORRECTED = "MARKER_GROUND_CORRECTED";

  /** The incident that it rests on was void or somebody else's (T27). */
  static final String GROUND_GONE = "MARKER_GROUND_GONE";

  /** Local. */
  private static final int WORKING_DAYS_TO_TELL_END = 2;

  private final Duties duties;
  private final WorkingDays workingDays;

  MarkerDuties(Duties duties, WorkingDays workingDays) {
    this.duties = duties;
    this.workingDays = workingDays;
  }

  void open(String kind, MarkerView marker, LocalDate dueOn, Instant now) {
    open(kind, marker, dueOn, null, now);
  }

  void open(String kind, MarkerView marker, LocalDate dueOn, @Nullable Instant dueAt, Instant now) {
    boolean corporate = marker.placedAs() != Role.HEAD_OF_SERVICE || kind.equals(REVIEW_OVERDUE);
    duties.open(
        new DutyToOpen(
            kind,
            SUBJECT,
            marker.id().value(),
            marker.customerId() == null ? null : marker.customerId().value(),
            corporate ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE,
            null,
            corporate ? null : marker.leadService(),
            dueOn,
            dueAt),
        now);
  }

  boolean owes(MarkerView marker, String kind) {
    return duties.openFor(marker.id().value()).stream().anyMatch(d -> d.kind().equals(kind));
  }

  void discharge(MarkerView marker, @Nullable String reason, Instant now, String... kinds) {
    for (String kind : kinds) {
      duties.discharge(kind, marker.id().value(), marker.reference(), reason, now);
    }
  }

  void runs(MarkerView marker, Instant now) {
    open(REVIEW, marker, marker.reviewOn(), now);
    open(ENDS, marker, marker.endsOn(), now);
  }

  void telling(MarkerView marker, Instant now) {
    MarkerView.Told told = marker.told();
    if (told == null) {
      open(TELL, marker, workingDays.plus(today(now), 1), now);
    } else {
      discharge(marker, null, now, TELL, LOOK_AT_NOT_TOLD);
      if (told.reviewOn() != null) {
        open(LOOK_AT_NOT_TOLD, marker, told.reviewOn(), now);
      }
    }
  }

  /** Nothing more is due but to tell those who hold it. */
  void ended(MarkerView marker, boolean somebodyHoldsIt, Instant now) {
    List.of(REVIEW, REVIEW_OVERDUE, ENDS, TELL, LOOK_AT_NOT_TOLD, GROUND_CORRECTED, GROUND_GONE)
        .forEach(kind -> discharge(marker, "ENDED", now, kind));
    if (somebodyHoldsIt) {
      open(TELL_END, marker, workingDays.plus(today(now), WORKING_DAYS_TO_TELL_END), now);
    }
  }

  static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
