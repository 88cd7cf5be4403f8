package org.evenhand.intake.internal;

import java.util.List;
import java.util.Objects;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.AccuracyChallengeView;
import org.evenhand.intake.CorrectingRecords.Correct;
import org.evenhand.intake.IncidentView;
import org.jspecify.annotations.Nullable;

/** Who puts records right and decides challenges, and what such an act must say (T27, F5). */
final class CorrectionRules {

  private CorrectionRules() {}

  /** Whether this person may put this incident right now: guards the acts and offers them. */
  static List<Refusal> mayCorrect(IncidentView incident, Actor actor) {
    return new Checked()
        .refuse(
            !answersFor(actor, incident.serviceArea()),
            AuthorityRefusal.of(
                "NOT_YOURS_TO_CORRECT", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES))
        .refuse(!incident.stands(), Refusal.of("INCIDENT_VOID"))
        .refusals();
  }

  /** Whether what is to be put right holds together. */
  static List<Refusal> correction(Correct command, IncidentView incident) {
    String unknown = Checked.tidy(command.somebodyUnknown());
    boolean moves = command.movedTo() != null || unknown != null;
    return new Checked()
        .needed(command.reason(), Checked.ACCOUNT, "reason")
        .bounded(unknown, Checked.ACCOUNT, "somebodyUnknown")
        .refuse(command.content() == null && !moves, Refusal.of("NOTHING_CORRECTED"))
        .refuse(
            command.movedTo() != null && unknown != null,
            Refusal.at("SUBJECT_TWICE", "somebodyUnknown"))
        .refuse(
            moves && Objects.equals(command.movedTo(), incident.customerId()),
            Refusal.at("SAME_CUSTOMER", "movedTo"))
        .refusals();
  }

  /** Whether this person may decide this challenge now: nobody decides on their own record. */
  static List<Refusal> mayDecide(AccuracyChallengeView challenge, Actor actor) {
    return new Checked()
        .refuse(
            !answersFor(actor, challenge.serviceArea()),
            AuthorityRefusal.of(
                "NOT_YOURS_TO_SETTLE", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES))
        .refuse(challenge.recordedBy().equals(actor.id()), Refusal.of("OWN_RECORD"))
        .refuse(challenge.outcome() != null, Refusal.of("CHALLENGE_DECIDED"))
        .refusals();
  }

  /** The head of that service, or of customer services. */
  static boolean answersFor(Actor actor, @Nullable ServiceAreaCode area) {
    return actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES) || (area != null && actor.heads(area));
  }

  static Role ownerOf(@Nullable ServiceAreaCode area) {
    return area == null ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE;
  }
}
