package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.designation.PatternContributor;
import org.evenhand.designation.Tried;
import org.evenhand.designation.TriedKind;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.springframework.stereotype.Component;

/**
 * Which actions were tried with a person, what is in force and how the others ended; and which
 * contacts were ended under one (P8.3.6).
 */
@Component
class ActionsInPattern implements PatternContributor {

  private final ReadingRestrictions reading;
  private final EndedContacts endedContacts;

  ActionsInPattern(ReadingRestrictions reading, EndedContacts endedContacts) {
    this.reading = reading;
    this.endedContacts = endedContacts;
  }

  @Override
  public List<Tried> tried(Collection<CustomerId> records) {
    return Stream.concat(
            reading.ofCustomers(records).stream().map(ActionsInPattern::tried),
            endedContacts.ofCustomers(records).stream().map(ActionsInPattern::ended))
        .toList();
  }

  private static Tried ended(EndedContacts.Ended contact) {
    return new Tried(
        TriedKind.RESTRICTIVE_ACTION,
        "evenhand.end-contact",
        contact.leadService(),
        day(contact.endedAt()),
        day(contact.endedAt()),
        false,
        "CONTACT_ENDED",
        contact.reference());
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
