package org.evenhand.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.DisposingContacts.ContactToDispose;
import org.evenhand.intake.DispositionOutcome;
import org.evenhand.intake.ReadFor;
import org.evenhand.intake.Speaker;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may become of a contact (F19, T13). */
class DispositionRulesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Set<ReadFor> ALL = EnumSet.allOf(ReadFor.class);

  @Test
  @DisplayName("F19: answered, routed, promised or filed")
  void everyOutcomeIsOpen() {
    Contact letter = contact(ContactDirection.IN, null, false);

    assertThat(codes(given(DispositionOutcome.ANSWERED, null, null, null, Set.of()), letter))
        .isEmpty();
    assertThat(codes(given(DispositionOutcome.ROUTED, null, "planning", null, Set.of()), letter))
        .isEmpty();
    assertThat(
            codes(
                given(DispositionOutcome.TO_BE_ANSWERED, null, null, TODAY.plusDays(92), Set.of()),
                letter))
        .isEmpty();
    assertThat(codes(given(DispositionOutcome.FILED, "As before", null, null, ALL), letter))
        .isEmpty();
  }

  @Test
  @DisplayName("T13: what is filed was read for everything, and held nothing new")
  void filingNeedsReading() {
    Contact letter = contact(ContactDirection.IN, null, false);
    Set<ReadFor> half = EnumSet.of(ReadFor.NEW_INFORMATION, ReadFor.THREAT);

    List<Refusal> refusals =
        DispositionRules.refusals(
            given(DispositionOutcome.FILED, " ", null, null, half), letter, null, TODAY);

    assertThat(refusals)
        .extracting(Refusal::code)
        .containsExactly("TEXT_MISSING", "NOT_READ_THROUGH");
    assertThat(refusals.getLast().parameters())
        .containsEntry("missing", "NEW_MATTER, SAFEGUARDING");
    assertThat(
            codes(
                given(DispositionOutcome.FILED, "As before", null, null, ALL),
                contact(ContactDirection.IN, null, true)))
        .containsExactly("SOMETHING_NEW_IS_NOT_FILED");
    var threat =
        new ContactToDispose(
            new ContactId(letter.id()),
            null,
            DispositionOutcome.FILED,
            "As before",
            null,
            null,
            ALL,
            Set.of(ReadFor.THREAT));
    assertThat(codes(threat, letter)).containsExactly("SOMETHING_NEW_IS_NOT_FILED");
  }

  @Test
  @DisplayName("F18: the use of a right is never filed away")
  void aRightIsNotFiled() {
    assertThat(
            codes(
                given(DispositionOutcome.FILED, "As before", null, null, ALL),
                contact(ContactDirection.IN, StatutoryTopic.APPEAL, false)))
        .containsExactly("A_RIGHT_IS_NOT_FILED");
  }

  @Test
  @DisplayName("F19: a promise has a day that is neither past nor beyond a quarter")
  void aPromiseHasADay() {
    Contact letter = contact(ContactDirection.IN, null, false);
    for (LocalDate day : new LocalDate[] {null, TODAY.minusDays(1), TODAY.plusDays(93)}) {
      assertThat(codes(given(DispositionOutcome.TO_BE_ANSWERED, null, null, day, Set.of()), letter))
          .containsExactly("ANSWER_DAY_UNSUITABLE");
    }
  }

  @Test
  @DisplayName("F19: what does not belong together is refused, all at once")
  void refusesWhatContradicts() {
    assertThat(
            codes(
                given(DispositionOutcome.ANSWERED, null, "planning", TODAY, Set.of()),
                contact(ContactDirection.OUT, null, false)))
        .containsExactly("CONTACT_IS_OURS", "DISPOSITION_CONTRADICTS", "DISPOSITION_CONTRADICTS");
  }

  @Test
  @DisplayName("F19: a promise can be followed by an answer; moving its day needs a reason")
  void aPromiseIsKeptOrMoved() {
    Contact letter = contact(ContactDirection.IN, null, false);
    Disposition promised =
        Disposition.needed(UUID.randomUUID(), letter.id(), TODAY, Instant.EPOCH)
            .as(
                given(DispositionOutcome.TO_BE_ANSWERED, null, null, TODAY, Set.of()),
                "officer-1",
                Instant.EPOCH);

    assertThat(
            DispositionRules.refusals(
                given(DispositionOutcome.TO_BE_ANSWERED, null, null, TODAY.plusDays(3), Set.of()),
                letter,
                promised,
                TODAY))
        .extracting(Refusal::code)
        .containsExactly("TEXT_MISSING");
    ContactToDispose answered = given(DispositionOutcome.ANSWERED, null, null, null, Set.of());
    assertThat(DispositionRules.refusals(answered, letter, promised, TODAY)).isEmpty();
    assertThat(
            DispositionRules.refusals(
                answered, letter, promised.as(answered, "officer-1", Instant.EPOCH), TODAY))
        .extracting(Refusal::code)
        .containsExactly("CONTACT_DISPOSED");
  }

  private static List<String> codes(ContactToDispose given, Contact contact) {
    return DispositionRules.refusals(given, contact, null, TODAY).stream()
        .map(Refusal::code)
        .toList();
  }

  private static ContactToDispose given(
      DispositionOutcome outcome,
      @Nullable String reason,
      @Nullable String routedTo,
      @Nullable LocalDate answerOn,
      Set<ReadFor> readFor) {
    return new ContactToDispose(
        ContactId.next(), null, outcome, reason, routedTo, answerOn, readFor, Set.of());
  }

  private static Contact contact(
      ContactDirection direction, @Nullable StatutoryTopic right, boolean news) {
    return new Contact(
        UUID.randomUUID(),
        0,
        UUID.randomUUID(),
        null,
        "housing",
        Channel.LETTER,
        direction,
        Instant.EPOCH,
        ContactCause.SAME_AGAIN,
        right,
        null,
        Speaker.SELF,
        null,
        null,
        null,
        news,
        false,
        "officer-1",
        Instant.EPOCH,
        false,
        null);
  }
}
