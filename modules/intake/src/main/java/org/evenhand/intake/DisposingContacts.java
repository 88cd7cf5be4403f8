package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Seeing to it that no contact of a managed customer goes unanswered (F19). Managed is whom a
 * restrictive action or safety measure restricts; each inbound contact since then, and those of the
 * days before that were still in time for an answer, needs a disposition within the policy's ten
 * working days. It stays due when the restriction ends.
 */
public interface DisposingContacts {

  /** The longest that an answer may be promised for, in days. */
  int LONGEST_PROMISE = 92;

  /**
   * @param expectedVersion of the disposition; needed where the contact has one
   * @param reason needed to file, and to move a promised day
   * @param routedTo to whom, only for {@link DispositionOutcome#ROUTED}
   * @param answerOn the promised day, only for {@link DispositionOutcome#TO_BE_ANSWERED}
   * @param readFor for what it was read; all four to file it
   * @param found what of that it held; nothing, to file it
   */
  record ContactToDispose(
      ContactId id,
      @Nullable Integer expectedVersion,
      DispositionOutcome outcome,
      @Nullable String reason,
      @Nullable String routedTo,
      @Nullable LocalDate answerOn,
      Set<ReadFor> readFor,
      Set<ReadFor> found) {
    public ContactToDispose {
      readFor = Set.copyOf(readFor);
      found = Set.copyOf(found);
    }
  }

  /**
   * Gives a contact its disposition. Any inbound contact can have one; a promise can be followed by
   * another disposition.
   *
   * <p>Refused: our own contact (CONTACT_IS_OURS); one that is settled (CONTACT_DISPOSED); filing
   * without having read it for new information, new matters, safeguarding and threats
   * (NOT_READ_THROUGH, T13), what holds something new (SOMETHING_NEW_IS_NOT_FILED) or uses a right
   * (A_RIGHT_IS_NOT_FILED, F18); a promise for a day that passed or lies too far ahead
   * (ANSWER_DAY_UNSUITABLE); what does not belong to the outcome (DISPOSITION_CONTRADICTS); a
   * contact that the caller may not see (NOT_FOUND).
   */
  Outcome<ContactView> dispose(ContactToDispose command, Actor actor, Instant now);

  /** Of these contacts, as far as they need or have one. */
  List<DispositionView> of(Collection<ContactId> contacts);

  /** Those of these customers whom something restricts, so that their contacts need an answer. */
  Set<CustomerId> managed(Collection<CustomerId> customers);
}
