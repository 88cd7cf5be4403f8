package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.DisposingContacts;
import org.evenhand.intake.DisposingContacts.ContactToDispose;
import org.evenhand.intake.DispositionOutcome;
import org.evenhand.intake.ReadFor;
import org.jspecify.annotations.Nullable;

/** What may become of a contact that needs an answer (F19, T13). */
final class DispositionRules {

  private DispositionRules() {}

  /**
   * @param before the disposition so far; null where there is none
   */
  static List<Refusal> refusals(
      ContactToDispose given, Contact contact, @Nullable Disposition before, LocalDate today) {
    DispositionOutcome outcome = given.outcome();
    boolean promised = before != null && before.outcome() == DispositionOutcome.TO_BE_ANSWERED;
    var checked =
        new Checked()
            .refuse(contact.direction() == ContactDirection.OUT, Refusal.of("CONTACT_IS_OURS"))
            .refuse(before != null && before.settled(), Refusal.of("CONTACT_DISPOSED"))
            .refuse(
                outcome != DispositionOutcome.ROUTED && Checked.tidy(given.routedTo()) != null,
                Refusal.at("DISPOSITION_CONTRADICTS", "routedTo"))
            .refuse(
                outcome != DispositionOutcome.TO_BE_ANSWERED && given.answerOn() != null,
                Refusal.at("DISPOSITION_CONTRADICTS", "answerOn"));
    boolean movesTheDay = promised && outcome == DispositionOutcome.TO_BE_ANSWERED;
    if (outcome == DispositionOutcome.FILED || movesTheDay) {
      checked.needed(given.reason(), Checked.ACCOUNT, "reason");
    } else {
      checked.bounded(given.reason(), Checked.ACCOUNT, "reason");
    }
    switch (outcome) {
      case ANSWERED -> {}
      case FILED -> filed(checked, given, contact);
      case ROUTED -> checked.needed(given.routedTo(), Checked.LINE, "routedTo");
      case TO_BE_ANSWERED -> {
        LocalDate day = given.answerOn();
        checked.refuse(
            day == null
                || day.isBefore(today)
                || day.isAfter(today.plusDays(DisposingContacts.LONGEST_PROMISE)),
            Refusal.at(
                "ANSWER_DAY_UNSUITABLE",
                Map.of("days", Integer.toString(DisposingContacts.LONGEST_PROMISE)),
                "answerOn"));
      }
    }
    return checked.refusals();
  }

  private static void filed(Checked checked, ContactToDispose given, Contact contact) {
    EnumSet<ReadFor> unread = EnumSet.allOf(ReadFor.class);
    unread.removeAll(given.readFor());
    checked
        .refuse(
            !unread.isEmpty(),
            Refusal.at(
                "NOT_READ_THROUGH",
                Map.of(
                    "missing", unread.stream().map(Enum::name).collect(Collectors.joining(", "))),
                "readFor"))
        .refuse(
            !given.found().isEmpty() || contact.offersNewInformation(),
            Refusal.at("SOMETHING_NEW_IS_NOT_FILED", "outcome"));
    if (contact.statutoryTopic() != null) {
      checked.refuse(
          true,
          Refusal.at(
              "A_RIGHT_IS_NOT_FILED", Map.of("right", contact.statutoryTopic().name()), "outcome"));
    }
  }
}
