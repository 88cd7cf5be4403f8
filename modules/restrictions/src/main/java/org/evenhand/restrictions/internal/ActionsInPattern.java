package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.evenhand.designation.PatternContributor;
import org.evenhand.designation.Tried;
import org.evenhand.designation.TriedKind;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.springframework.stereotype.Component;

/** Which actions were tried with a person, what is in force and how the others ended. */
@Component
class ActionsInPattern implements PatternContributor {

  private final ReadingRestrictions reading;

  ActionsInPattern(ReadingRestrictions reading) {
    this.reading = reading;
  }

  @Override
  public List<Tried> tried(Collection<CustomerId> records) {
    return reading.ofCustomers(records).stream().map(ActionsInPattern::tried).toList();
  }

  private static Tried tried(RestrictionView action) {
    RestrictionStatus status = action.status();
    Instant ended = action.endedAt();
    return new Tried(
        switch (action.nature()) {
          case SUPPORTIVE -> TriedKind.SUPPORTIVE_ACTION;
          case RESTRICTIVE -> TriedKind.RESTRICTIVE_ACTION;
          case SAFETY -> TriedKind.SAFETY_MEASURE;
        },
        action.type().value(),
        action.leadService(),
        day(action.effectiveFrom() == null ? action.imposedAt() : action.effectiveFrom()),
        ended == null ? action.endsOn() : day(ended),
        !status.ended(),
        status.name(),
        action.reference());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
