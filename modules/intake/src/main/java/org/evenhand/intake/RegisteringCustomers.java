package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Putting customers on record and keeping what we know of them right.
 *
 * <p>Refused everywhere: a blank name (TEXT_MISSING), text that is too long (TEXT_TOO_LONG), an
 * identifier that cannot be one (IDENTIFIER_ILL_FORMED), a date of birth in the future or of
 * anything but an individual, members of anything but a group, a customer who does not exist
 * (NOT_FOUND), a version that is not the present one (STALE).
 */
public interface RegisteringCustomers {

  /** An identifier as typed; {@code postcode} belongs to an address only. */
  record IdentifierGiven(
      IdentifierKind kind, String value, @Nullable String postcode, Confidence confidence) {}

  record CustomerToRegister(
      CustomerKind kind,
      String name,
      @Nullable LocalDate dateOfBirth,
      boolean electedMember,
      List<IdentifierGiven> identifiers,
      Circumstances circumstances,
      @Nullable String preferredLanguage,
      @Nullable String safeContact,
      List<CustomerId> members) {
    public CustomerToRegister {
      identifiers = List.copyOf(identifiers);
      members = List.copyOf(members);
    }
  }

  /**
   * What is to hold from now on; a list replaces the one before, null leaves things as they are.
   */
  record CustomerAmendment(
      CustomerId id,
      int expectedVersion,
      @Nullable String name,
      @Nullable LocalDate dateOfBirth,
      @Nullable Boolean electedMember,
      @Nullable List<IdentifierGiven> identifiers,
      @Nullable String preferredLanguage,
      @Nullable String safeContact,
      @Nullable List<CustomerId> members) {}

  record RepresentativeToRecord(
      CustomerId customerId,
      String name,
      @Nullable String organisation,
      String capacity,
      RepresentativeAuthority authority,
      @Nullable LocalDate authoritySeenOn,
      @Nullable String telephone,
      @Nullable String email,
      LocalDate startsOn,
      @Nullable LocalDate endsOn) {}

  /**
   * Registers a customer under a new reference. Somebody on record with the same identifier does
   * not stop it: the warning POSSIBLE_DUPLICATE names their reference.
   */
  Outcome<CustomerView> register(CustomerToRegister command, Actor actor, Instant now);

  Outcome<CustomerView> amend(CustomerAmendment command, Actor actor, Instant now);

  /** Records vulnerability and doubts about capacity (P8.1, T19). */
  Outcome<CustomerView> recordCircumstances(
      CustomerId id, int expectedVersion, Circumstances circumstances, Actor actor, Instant now);

  /** Refuses authority that is claimed as seen without the day (AUTHORITY_SEEN_ON_MISSING, T16). */
  Outcome<RepresentativeView> recordRepresentative(
      RepresentativeToRecord command, Actor actor, Instant now);
}
