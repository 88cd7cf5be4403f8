package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.intake.DecidingAdjustments.AdjustmentDecision;
import org.evenhand.intake.DecidingAdjustments.AdjustmentToRequest;
import org.evenhand.intake.DecidingAdjustments.Offer;
import org.evenhand.intake.DecidingAdjustments.OfferAnswer;
import org.evenhand.intake.LoggingContacts.ContactToLog;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.Scenario;

/** F3: adjustments are asked about, recorded, decided in time, and carried across services. */
class AdjustmentsModuleTests extends IntakeModuleTest {

  @Test
  @DisplayName("F3: a request opens the duty to decide within five working days")
  void aRequestStartsTheClock(Scenario scenario) {
    CustomerView customer = customer("Ada Adjusted");
    As.officer("housing")
        .run(
            () ->
                scenario
                    .stimulate(() -> done(() -> request(customer, Set.of(Channel.PHONE))))
                    .andWaitForEventOfType(AdjustmentRequested.class)
                    .toArriveAndVerify(
                        (event, adjustment) -> {
                          assertThat(event.customerId()).isEqualTo(customer.id());
                          assertThat(adjustment.decideBy()).isEqualTo(LocalDate.of(2026, 11, 30));
                          assertThat(duties.openFor(adjustment.id().value()))
                              .singleElement()
                              .satisfies(
                                  duty -> {
                                    assertThat(duty.kind()).isEqualTo("ADJUSTMENT_DECISION");
                                    assertThat(duty.dueOn()).isEqualTo(adjustment.decideBy());
                                    assertThat(duty.person()).isEqualTo(customer.id().value());
                                  });
                        }));
    assertThat(adjustments.undecided(customer.id())).hasSize(1);
    assertThat(adjustments.agreed(customer.id())).isEmpty();
  }

  @Test
  @DisplayName("F3: agreed by a head of service of one area, it holds for the customer everywhere")
  void agreedAdjustmentsBelongToTheCustomer() {
    CustomerView customer = customer("Alf Agreed");
    AdjustmentView asked =
        As.officer("housing")
            .call(() -> done(() -> request(customer, Set.of(Channel.PHONE, Channel.VIDEO))));
    As.headOfService("housing")
        .run(
            () -> {
              AdjustmentView agreed = done(() -> decide(asked, true, "It costs us nothing."));
              assertThat(agreed.status()).isEqualTo(AdjustmentStatus.AGREED);
              assertThat(agreed.decidedOn()).isEqualTo(TODAY);
              assertThat(refused(() -> decide(agreed, false, "Changed our mind.")))
                  .containsExactly("ADJUSTMENT_DECIDED");
            });

    assertThat(adjustments.agreed(customer.id()))
        .singleElement()
        .satisfies(
            a -> assertThat(a.channelsUnusable()).containsOnly(Channel.PHONE, Channel.VIDEO));
    assertThat(openDuties(asked.id().value())).isEmpty();
  }

  @Test
  @DisplayName(
      "F3, P9.3: what an adjustment rules out by what it is needs nobody to record it, and cannot be needed"
          + " at the same time")
  void rulesOutByWhatItIs() {
    CustomerView customer = customer("Wim Writes");
    As.officer("housing")
        .run(
            () -> {
              assertThat(
                      done(() -> asked(customer, AdjustmentCode.NO_TELEPHONE)).channelsUnusable())
                  .containsExactly(Channel.PHONE);
              assertThat(
                      done(() -> asked(customer, AdjustmentCode.WRITTEN_ONLY)).channelsUnusable())
                  .containsExactlyInAnyOrder(
                      Channel.PHONE, Channel.VIDEO, Channel.FACE_TO_FACE, Channel.HOME_VISIT);
              assertThat(
                      done(() -> asked(customer, AdjustmentCode.TELEPHONE_ONLY)).channelsUnusable())
                  .hasSize(Channel.values().length - 1)
                  .doesNotContain(Channel.PHONE);
              assertThat(done(() -> asked(customer, AdjustmentCode.LARGE_PRINT)).channelsUnusable())
                  .isEmpty();
              assertThat(refused(() -> asked(customer, AdjustmentCode.NO_TELEPHONE, Channel.PHONE)))
                  .containsExactly("CHANNELS_CONTRADICT");
            });
  }

  private Outcome<AdjustmentView> asked(
      CustomerView customer, AdjustmentCode what, Channel... needed) {
    return deciding.request(
        new AdjustmentToRequest(customer.id(), what, null, Set.of(needed), Set.of(), TODAY),
        currentActor.get(),
        NOW);
  }

  @Test
  @DisplayName("F15: an officer cannot decide; the refusal names who can")
  void refusesADecisionWithoutAuthority() {
    AdjustmentView asked =
        As.officer("housing")
            .call(() -> done(() -> request(customer("Una Authorised"), Set.of(Channel.PHONE))));

    Outcome<AdjustmentView> outcome =
        As.officer("housing")
            .call(() -> transactions.execute(s -> decide(asked, true, "It helps.")));

    assertThat(outcome.refusals())
        .singleElement()
        .isInstanceOfSatisfying(
            AuthorityRefusal.class,
            r ->
                assertThat(r.whoMay())
                    .containsExactly(Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES));
  }

  @Test
  @DisplayName("F3: a decision has its reason, and a request makes sense")
  void refusesWhatDoesNotMakeSense() {
    CustomerView customer = customer("Sid Senseless");
    As.headOfService("housing")
        .run(
            () -> {
              AdjustmentView asked = done(() -> request(customer, Set.of(Channel.PHONE)));
              assertThat(refused(() -> decide(asked, false, " "))).containsExactly("TEXT_MISSING");
              assertThat(refused(() -> request(customer, EnumSet.allOf(Channel.class))))
                  .containsExactly("NO_CHANNEL_LEFT");
              assertThat(
                      refused(
                          () ->
                              deciding.request(
                                  new AdjustmentToRequest(
                                      customer.id(),
                                      AdjustmentCode.OTHER,
                                      null,
                                      Set.of(Channel.PHONE),
                                      Set.of(Channel.PHONE),
                                      TODAY.plusDays(1)),
                                  currentActor.get(),
                                  NOW)))
                  .containsExactlyInAnyOrder(
                      "TEXT_MISSING", "CHANNELS_CONTRADICT", "DATE_IN_FUTURE");
            });
  }

  @Test
  @DisplayName("F3: a disability disclosed in any contact opens the duty to offer an adjustment")
  void disclosureOpensTheDutyToOffer() {
    CustomerView customer = customer("Dee Disclosed");
    As.officer("housing")
        .run(
            () -> {
              done(() -> logging.log(disclosing(customer, true, false), currentActor.get(), NOW));
              assertThat(duties.openFor(customer.id().value()))
                  .singleElement()
                  .satisfies(
                      d -> {
                        assertThat(d.kind()).isEqualTo("ADJUSTMENT_OFFER");
                        assertThat(d.dueOn()).isEqualTo(LocalDate.of(2026, 11, 30));
                      });
              done(
                  () ->
                      logging.log(
                          disclosing(customer, true, false),
                          currentActor.get(),
                          NOW.plusSeconds(200_000)));
              assertThat(duties.openFor(customer.id().value()).getFirst().dueOn())
                  .as("a second disclosure gives us no more time")
                  .isEqualTo(LocalDate.of(2026, 11, 30));
              done(() -> request(customer, Set.of(Channel.PHONE)));
            });
    assertThat(openDuties(customer.id().value())).isEmpty();
  }

  @Test
  @DisplayName("T25: the customer's own distress opens support, and the answer closes it")
  void distressOpensSupport() {
    CustomerView customer = customer("Dan Distressed");
    As.officer("housing")
        .run(
            () -> {
              done(() -> logging.log(disclosing(customer, false, true), currentActor.get(), NOW));
              assertThat(openDuties(customer.id().value())).containsExactly("SUPPORT_OFFER");
              assertThat(refused(() -> offered(customer, Offer.ADJUSTMENT)))
                  .containsExactly("NO_OFFER_DUE");
              done(() -> offered(customer, Offer.SUPPORT));
            });
    assertThat(openDuties(customer.id().value())).isEmpty();
  }

  private Outcome<CustomerView> offered(CustomerView customer, Offer offer) {
    return deciding.recordOffer(
        customer.id(), offer, OfferAnswer.DECLINED, "Not now, thank you", currentActor.get(), NOW);
  }

  private Outcome<AdjustmentView> request(CustomerView customer, Set<Channel> unusable) {
    return deciding.request(
        new AdjustmentToRequest(
            customer.id(), AdjustmentCode.NO_TELEPHONE, null, Set.of(), unusable, TODAY),
        currentActor.get(),
        NOW);
  }

  private Outcome<AdjustmentView> decide(AdjustmentView asked, boolean agreed, String reason) {
    return deciding.decide(
        new AdjustmentDecision(asked.id(), asked.version(), agreed, reason),
        currentActor.get(),
        NOW);
  }

  private static ContactToLog disclosing(
      CustomerView customer, boolean disability, boolean distress) {
    return new ContactToLog(
        customer.id(),
        null,
        HOUSING,
        Channel.PHONE,
        ContactDirection.IN,
        NOW,
        ContactCause.FIRST_CONTACT,
        null,
        5,
        Speaker.SELF,
        null,
        null,
        null,
        false,
        disability,
        distress);
  }
}
