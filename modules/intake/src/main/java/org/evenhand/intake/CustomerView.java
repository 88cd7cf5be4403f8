package org.evenhand.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as recorded (P2.1).
 *
 * @param reference ours, for the telephone: {@code C-7F3K-2M9Q}
 * @param dateOfBirth null where it is not known, and for anything but an individual
 * @param electedMember whether this person sits on the council; in which capacity they acted is
 *     asked for each concern (T19)
 * @param identifiers those in use
 * @param safeContact how and when it is safe to make contact, in the customer's words
 * @param members of a group, today's (T15)
 */
public record CustomerView(
    CustomerId id,
    int version,
    String reference,
    CustomerKind kind,
    String name,
    @Nullable LocalDate dateOfBirth,
    boolean electedMember,
    List<Identifier> identifiers,
    Circumstances circumstances,
    @Nullable String preferredLanguage,
    @Nullable String safeContact,
    List<CustomerId> members,
    LocalDate registeredOn) {

  public CustomerView {
    identifiers = List.copyOf(identifiers);
    members = List.copyOf(members);
  }

  /** Whether the customer is under 18 on that day, as far as the date of birth is known (T19). */
  public boolean childOn(LocalDate day) {
    return dateOfBirth != null && day.isBefore(dateOfBirth.plusYears(18));
  }
}
