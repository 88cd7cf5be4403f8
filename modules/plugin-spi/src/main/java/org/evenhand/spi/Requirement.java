package org.evenhand.spi;

import java.time.Duration;
import java.util.Set;

/**
 * What must be so for a contact to go ahead. A closed set, so that the front line and other systems
 * can act on it without reading prose. Requirements of several rules add up; the stricter number
 * holds, and places that are each the only ones allowed are intersected.
 */
public sealed interface Requirement {

  /** So many officers, never one alone. */
  record StaffAtLeast(int number) implements Requirement {
    public StaffAtLeast {
      if (number < 1 || number > 20) {
        throw new IllegalArgumentException("Between 1 and 20 officers can be required");
      }
    }
  }

  /** Somebody present who is not party to the conversation. */
  record Witness() implements Requirement {}

  /** Somebody watching over what is done, such as use of a computer. */
  record Supervision() implements Requirement {}

  /** Booked beforehand by the customer, such as a visit to a recycling site. */
  record Booking() implements Requirement {}

  /** Arranged beforehand with an officer. */
  record Appointment() implements Requirement {}

  /** No longer than this. */
  record MaximumDuration(Duration duration) implements Requirement {
    public MaximumDuration {
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("A contact lasts longer than nothing");
      }
    }
  }

  /** Only at one of these buildings or zones. */
  record AtPlace(Set<Ref> places) implements Requirement {
    public AtPlace {
      places = Names.nonEmpty(Names.sorted(places), "Places");
      places.forEach(ref -> ref.require(RefKind.BUILDING, RefKind.ZONE));
    }
  }
}
