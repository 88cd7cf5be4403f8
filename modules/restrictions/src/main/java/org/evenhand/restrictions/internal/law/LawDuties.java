package org.evenhand.restrictions.internal.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Legal has to see to; each kind has a text {@code duty.<KIND>} in the bundle. */
@Component
class LawDuties {

  static final String COURT_TERMS = "CourtTerms";
  static final String INJUNCTION = "Injunction";
  static final String LEGAL_ACTION = "LegalAction";

  /** Whether a court's terms still hold. */
  static final String CHECK_COURT_TERMS = "CHECK_COURT_TERMS";

  static final String APPLY_FOR_INJUNCTION = "APPLY_FOR_INJUNCTION";
  static final String NEXT_STEP = "NEXT_STEP_OF_LEGAL_ACTION";

  private final Duties duties;

  LawDuties(Duties duties) {
    this.duties = duties;
  }

  void open(
      String kind, String type, UUID subject, CustomerId person, LocalDate dueOn, Instant now) {
    duties.open(
        DutyToOpen.byDay(kind, type, subject, person.value(), Role.LEGAL, null, dueOn), now);
  }

  void discharge(
      String kind, UUID subject, String reference, @Nullable String reason, Instant now) {
    duties.discharge(kind, subject, reference, reason, now);
  }

  static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
