package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.RecheckOutcome;
import org.evenhand.designation.Rechecking;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CorrectionRecipient;
import org.evenhand.intake.CorrectionTellingView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An allegation against the wrong person, from the report to the front desk and back (T27, F5): the
 * published fault cannot stay unseen.
 */
class WrongPersonTests extends Story {

  private static final As HEAD = As.headOfService("housing");

  @Autowired CorrectingRecords correcting;
  @Autowired Rechecking rechecking;

  private IncidentView incident(IncidentId id) {
    return incidents.find(List.of(id)).getFirst();
  }

  private void wasSomebodyElse(IncidentId id, @Nullable CustomerView whose) {
    HEAD.run(
        () ->
            done(
                () ->
                    correcting.correct(
                        new CorrectingRecords.Correct(
                            id,
                            incident(id).version(),
                            null,
                            whose == null ? null : whose.id(),
                            whose == null ? "A man with a dog" : null,
                            "The camera shows another person."),
                        currentActor.get(),
                        clock.instant())));
  }

  private List<CorrectionTellingView> toBeTold(IncidentId id) {
    UUID correction = correcting.corrections(List.of(id)).getLast().id();
    return correcting.tellings(List.of(correction));
  }

  private List<DutyView> open(RestrictionView view, String kind) {
    return duties.openFor(view.id().value()).stream().filter(d -> d.kind().equals(kind)).toList();
  }

  private List<String> reviewRefused(RestrictionView view, ReviewOutcome outcome) {
    askedAtReview(view.considerationId());
    return HEAD.call(
        () ->
            refused(
                () ->
                    reviewing.review(
                        new ReviewToRecord(view.id(), null, outcome, "Looked at again.", null))));
  }

  @Test
  @DisplayName("T27, F5: an allegation against the wrong person, to its end")
  void anAllegationAgainstTheWrongPerson() {
    CustomerView accused = customer("Abel Accused");
    CustomerView other = customer("Cain Conduct");
    RestrictionView slot = inForce(action(determined(accused), TIME_SLOT, slots()));
    ConsiderationView basis = considerations.find(slot.considerationId()).orElseThrow();
    NoticeView letter = notices.ofCase(basis.id().value()).getFirst();
    List<IncidentId> rested = List.copyOf(basis.incidentIds());
    assertThat(rested).hasSize(2);

    wasSomebodyElse(rested.getFirst(), other);

    assertThat(open(slot, "RESTRICTION_GROUND_CORRECTED"))
        .as("overdue on the due list from the first minute")
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.overdue(clock.instant())).isTrue();
              assertThat(d.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
              assertThat(d.person()).isEqualTo(accused.id().value());
            });
    assertThat(toBeTold(rested.getFirst()))
        .extracting(CorrectionTellingView::recipient)
        .as(
            "the customer by the letter, the front line, the head of customer services, the reporter")
        .containsExactlyInAnyOrder(
            CorrectionRecipient.CUSTOMER,
            CorrectionRecipient.STAFF,
            CorrectionRecipient.HEAD_OF_CUSTOMER_SERVICES,
            CorrectionRecipient.REPORTER);
    assertThat(toBeTold(rested.getFirst()))
        .filteredOn(t -> t.recipient() == CorrectionRecipient.CUSTOMER)
        .extracting(t -> t.toldThrough().id())
        .containsExactly(letter.id().value());
    assertThat(refusedFor(action(basis, ONE_MEDIUM, medium(org.evenhand.spi.Channel.EMAIL))))
        .as("nothing more is imposed on it")
        .contains("DETERMINATION_ALLOWS_SUPPORT_ONLY");

    wasSomebodyElse(rested.getLast(), other);

    assertThat(open(slot, "RESTRICTION_GROUND_CORRECTED")).isEmpty();
    assertThat(open(slot, "RESTRICTION_GROUND_GONE"))
        .singleElement()
        .satisfies(d -> assertThat(d.overdue(clock.instant())).isTrue());
    assertThat(incidents.of(accused.id())).as("nothing stands against the first").isEmpty();
    assertThat(incidents.of(other.id())).hasSize(2);
    assertThat(reviewRefused(slot, ReviewOutcome.KEEP)).containsExactly("NOTHING_LEFT_TO_REST_ON");

    HEAD.run(() -> done(() -> lifting.lift(slot.id(), null, "It was somebody else.")));

    assertThat(openDuties(slot)).containsExactly("TELL_END_OF_RESTRICTION");
    assertThat(verdict(check(call(accused)))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("T27, F9: no letter goes out on ground that turned out otherwise")
  void noLetterGoesOutOnIt() {
    CustomerView accused = customer("Una Untold");
    ConsiderationView basis = determined(accused);
    RestrictionView slot = imposed(action(basis, TIME_SLOT, slots()));

    wasSomebodyElse(basis.incidentIds().iterator().next(), null);

    assertThat(HEAD.call(() -> refused(() -> issuing.issue(notice(basis)))))
        .containsExactly("GROUND_TO_BE_DECIDED");
    HEAD.run(() -> done(() -> lifting.lift(slot.id(), null, "It was somebody else.")));
    assertThat(open(slot, "RESTRICTION_GROUND_CORRECTED")).isEmpty();
  }

  @Test
  @DisplayName("T27: a safety measure that started at once is looked at, too")
  void aSafetyMeasureIsLookedAt() {
    CustomerView accused = customer("Sara Safety");
    ConsiderationView basis = considered(accused);
    RestrictionView measure =
        imposed(
            action(basis, EXCLUSION, excludedFrom("housing-office"))
                .scope(false)
                .emergency("A knife was shown at the desk"));

    basis.incidentIds().forEach(id -> wasSomebodyElse(id, null));

    assertThat(open(measure, "RESTRICTION_GROUND_GONE")).hasSize(1);
    assertThat(duties.openFor(basis.id().value()))
        .as("nothing was determined, so nothing is determined again")
        .noneMatch(d -> d.kind().equals("DETERMINATION_RECHECK"));
  }

  @Test
  @DisplayName("T27: on what is left a restriction may be kept, with reasons")
  void onWhatIsLeftItMayBeKept() {
    CustomerView accused = customer("Kit Kept");
    RestrictionView slot = inForce(action(determined(accused), TIME_SLOT, slots()));
    ConsiderationView basis = considerations.find(slot.considerationId()).orElseThrow();

    wasSomebodyElse(basis.incidentIds().iterator().next(), null);
    askedAtReview(basis.id());
    HEAD.run(
        () ->
            done(
                () ->
                    reviewing.review(
                        new ReviewToRecord(
                            slot.id(),
                            null,
                            ReviewOutcome.KEEP,
                            "One serious incident is left.",
                            null))));

    assertThat(open(slot, "RESTRICTION_GROUND_CORRECTED")).isEmpty();
  }

  @Test
  @DisplayName("T27: when the determination falls, what rests on it has no ground")
  void whenTheDeterminationFalls() {
    CustomerView accused = customer("Fay Falls");
    RestrictionView slot = inForce(action(determined(accused), TIME_SLOT, slots()));
    ConsiderationView basis = considerations.find(slot.considerationId()).orElseThrow();
    wasSomebodyElse(basis.incidentIds().iterator().next(), null);

    HEAD.run(
        () ->
            done(
                () ->
                    rechecking.recheck(
                        new Rechecking.Recheck(
                            basis.id(), 0, RecheckOutcome.FALLS, "One remark carries nothing."),
                        currentActor.get(),
                        clock.instant())));

    assertThat(open(slot, "RESTRICTION_GROUND_GONE")).hasSize(1);
    assertThat(open(slot, "RESTRICTION_GROUND_CORRECTED")).isEmpty();
    assertThat(reviewRefused(slot, ReviewOutcome.KEEP)).containsExactly("NOTHING_LEFT_TO_REST_ON");
  }

  @Test
  @DisplayName("T27: who is not concerned keeps what they have")
  void anothersCaseIsLeftAlone() {
    RestrictionView unconcerned =
        inForce(action(determined(customer("Not Concerned")), TIME_SLOT, slots()));
    ConsiderationView basis = considered(customer("Con Cerned"));

    wasSomebodyElse(basis.incidentIds().iterator().next(), null);

    assertThat(open(unconcerned, "RESTRICTION_GROUND_CORRECTED")).isEmpty();
    assertThat(open(unconcerned, "RESTRICTION_GROUND_GONE")).isEmpty();
  }
}
