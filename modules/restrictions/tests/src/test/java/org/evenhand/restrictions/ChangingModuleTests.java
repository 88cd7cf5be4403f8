package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.Role;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentId;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Restrictions varied, extended, set aside and taken up again, by the council or by an appeal. */
class ChangingModuleTests extends Story {

  private static final As HEAD = As.headOfService("housing");

  private RestrictionView now(RestrictionView view) {
    return restrictions.find(view.id()).orElseThrow();
  }

  private RestrictionView varied(RestrictionToVary change) {
    return HEAD.call(() -> done(() -> changing.vary(change)));
  }

  private ConsiderationView caseOf(RestrictionView view) {
    return considerations.find(view.considerationId()).orElseThrow();
  }

  private NoticeView posted(NoticeView notice) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.FIRST_CLASS,
                                clock.instant(),
                                ServiceOutcome.SENT,
                                null,
                                null))));
  }

  private void returned(NoticeView notice) {
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.FIRST_CLASS,
                                null,
                                ServiceOutcome.RETURNED,
                                null,
                                "Envelope kept"))));
  }

  // Varying

  @Test
  @DisplayName("T9, P9.2: tightened, the earlier terms stand until the customer is told")
  void tighteningWaitsUntilTold() {
    CustomerView customer = customer("Tia Tight");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    clock.set(Instant.parse("2026-11-24T10:30:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");

    RestrictionView second = varied(Changes.settings(first, slots(DayOfWeek.THURSDAY)));

    assertThat(second.status()).isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(second.chain().decision()).isEqualTo(RestrictionDecision.VARIED);
    assertThat(second.chain().replaces()).isEqualTo(first.id());
    assertThat(second.endsOn()).isEqualTo(first.endsOn());
    assertThat(second.reviewOn()).isEqualTo(first.reviewOn());
    assertThat(openDuties(second)).containsExactly("ISSUE_RESTRICTION_NOTICE");
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(now(first).settings()).isEqualTo(first.settings());
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");

    NoticeView notice = issued(caseOf(first));
    assertThat(notice.kind()).isEqualTo(NoticeKind.VARIED);
    assertThat(notice.appealable()).isTrue();
    assertThat(notices.letter(notice.id()).orElseThrow().text())
        .contains("it takes the place of what we told you before")
        .contains("Thursday, 10:00 to 12:00");
    served(notice);

    assertThat(now(first).status()).isEqualTo(RestrictionStatus.REPLACED);
    assertThat(now(first).endedAt()).isEqualTo(clock.instant());
    assertThat(openDuties(now(first))).isEmpty();
    assertThat(now(second).status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
  }

  @Test
  @DisplayName(
      "T9: posted, the new terms begin at the deemed day; returned, the earlier stand again")
  void theEarlierTermsStandAgain() {
    CustomerView customer = customer("Rhea Return");
    RestrictionView first =
        inForce(action(determined(customer), ONE_MEDIUM, medium(Channel.EMAIL)));
    RestrictionView second = varied(Changes.settings(first, medium(Channel.LETTER)));
    NoticeView notice = posted(issued(caseOf(first)));

    assertThat(now(second).status()).isEqualTo(RestrictionStatus.NOTIFIED);
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.IN_FORCE);
    var byEmail = contact(twoIdentifiers(customer), Channel.EMAIL);
    clock.set(Instant.parse("2026-11-24T23:59:59Z"));
    assertThat(verdict(check(byEmail))).isEqualTo("ALLOWED");
    clock.set(Instant.parse("2026-11-25T00:00:00Z"));
    assertThat(verdict(check(byEmail))).isEqualTo("REDIRECT");
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.REPLACED);

    clock.advance(Duration.ofDays(2));
    returned(notice);

    assertThat(now(second).status()).isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(openDuties(now(first))).contains("REVIEW_RESTRICTION", "RESTRICTION_ENDS");
    assertThat(verdict(check(byEmail))).isEqualTo("ALLOWED");
    assertThat(verdict(check(call(customer)))).isEqualTo("REDIRECT");
  }

  @Test
  @DisplayName("T9: loosened, it begins at once; the customer is still to be told")
  void looseningBeginsAtOnce() {
    CustomerView customer = customer("Lou Loose");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    clock.set(Instant.parse("2026-11-25T10:30:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");

    RestrictionView second =
        varied(
            Changes.settings(
                first, slots(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)));

    assertThat(second.chain().loosens()).isTrue();
    assertThat(second.status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.REPLACED);
    assertThat(openDuties(second))
        .contains("ISSUE_RESTRICTION_NOTICE", "REVIEW_RESTRICTION", "RESTRICTION_ENDS");
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    clock.set(Instant.parse("2026-11-27T10:30:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");

    NoticeView notice = posted(issued(caseOf(first)));
    returned(notice);
    assertThat(now(second).status()).isEqualTo(RestrictionStatus.IN_FORCE);
  }

  @Test
  @DisplayName("F13, F2: no later end, no later review, no change of nothing, no stale version")
  void refusesWhatIsNoVariation() {
    RestrictionView first = inForce(action(determined(customer("Nora Novar")), TIME_SLOT, slots()));

    HEAD.run(
        () -> {
          assertThat(
                  refused(() -> changing.vary(Changes.endsOn(first, first.endsOn().plusDays(1)))))
              .containsExactly("LATER_END_IS_AN_EXTENSION");
          assertThat(refused(() -> changing.vary(Changes.nothing(first))))
              .containsExactly("NOTHING_CHANGES");
          assertThat(
                  refused(
                      () ->
                          changing.vary(
                              new RestrictionToVary(
                                  first.id(),
                                  99,
                                  slots(),
                                  1,
                                  null,
                                  new Reasons("", " ", "x", "y"),
                                  null,
                                  null,
                                  null,
                                  first.reviewOn().plusDays(1)))))
              .containsExactlyInAnyOrder(
                  "STALE", "REVIEW_NOT_POSTPONED", "TEXT_MISSING", "TEXT_MISSING");
        });
  }

  @Test
  @DisplayName("P9.2: one decision after the other: what waits to be told is told or lifted first")
  void oneDecisionAfterTheOther() {
    RestrictionView first = inForce(action(determined(customer("Otto Other")), TIME_SLOT, slots()));
    RestrictionView second = varied(Changes.settings(first, slots(DayOfWeek.THURSDAY)));

    HEAD.run(
        () ->
            assertThat(
                    refused(
                        () -> changing.vary(Changes.settings(now(first), slots(DayOfWeek.MONDAY)))))
                .containsExactly("LATER_DECISION_WAITS"));

    // The restriction lifted, what was to take its place goes with it.
    HEAD.run(() -> done(() -> lifting.lift(first.id(), null, "Calm")));
    assertThat(now(second).status()).isEqualTo(RestrictionStatus.LIFTED);
  }

  @Test
  @DisplayName("F15, T5: made corporate by the change, it is the corporate head's to decide")
  void corporateByTheChange() {
    RestrictionView first =
        inForce(action(determined(customer("Cory Corporate")), TIME_SLOT, slots()));
    var wider = Changes.scope(first, new ActionScope(Set.of(HOUSING, LEISURE), false));

    HEAD.run(
        () ->
            assertThat(refused(() -> changing.vary(wider))).containsExactly("CORPORATE_DECISION"));
    As.headOfService("leisure")
        .run(
            () ->
                assertThat(
                        refused(
                            () -> changing.vary(Changes.settings(first, slots(DayOfWeek.MONDAY)))))
                    .contains("NOT_YOURS_TO_DECIDE"));
  }

  @Test
  @DisplayName("T10: the chain can be read from each of its decisions")
  void theChainIsVisible() {
    CustomerView customer = customer("Chai Chain");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    RestrictionView second = varied(Changes.endsOn(first, first.endsOn().minusDays(10)));
    RestrictionView third =
        HEAD.call(
            () ->
                done(
                    () ->
                        changing.extend(
                            Changes.until(
                                now(second), MONDAY.plusMonths(5), Changes.police(MONDAY)))));

    var chain =
        ask(
            HEAD,
            """
            query($id: ID!) { restriction(id: $id) {
              decision loosens earlier { reference decision } later { reference decision }
              newEvidence { kind reference on }
            } }
            """,
            second.id().value());

    chain.path("restriction.decision").entity(String.class).isEqualTo("VARIED");
    chain
        .path("restriction.earlier[*].reference")
        .entityList(String.class)
        .containsExactly(first.reference());
    chain
        .path("restriction.later[*].reference")
        .entityList(String.class)
        .containsExactly(third.reference());
    assertThat(third.chain().first()).isEqualTo(first.id());
  }

  private org.springframework.graphql.test.tester.GraphQlTester.Response ask(
      As seat, String document, UUID id) {
    return seat.call(
        () -> graphQl.document(document).variable("id", gid("Restriction", id)).execute());
  }

  // Extending

  @Test
  @DisplayName("T10, F13, F4: extended on new evidence, by a notice of its own with an appeal")
  void extendsOnNewEvidence() {
    CustomerView customer = customer("Exa Extended");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    clock.set(Instant.parse("2027-01-04T10:00:00Z"));

    RestrictionView second =
        HEAD.call(
            () ->
                done(
                    () ->
                        changing.extend(
                            Changes.until(
                                first,
                                LocalDate.of(2027, 8, 1),
                                Changes.police(LocalDate.of(2027, 1, 3))))));

    assertThat(second.status()).isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(second.endsOn()).isEqualTo(LocalDate.of(2027, 8, 1));
    assertThat(second.settings()).isEqualTo(first.settings());
    assertThat(now(first).endsOn()).isEqualTo(first.endsOn());
    NoticeView notice = issued(caseOf(first));
    assertThat(notice.kind()).isEqualTo(NoticeKind.EXTENDED);
    assertThat(notice.appealable()).isTrue();
    served(notice);
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.REPLACED);
    assertThat(now(second).status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(openDuties(now(second))).contains("REVIEW_RESTRICTION", "RESTRICTION_ENDS");
  }

  @Test
  @DisplayName("F13: an extension is refused without anything first-hand since the term began")
  void refusesStaleEvidence() {
    CustomerView customer = customer("Stan Stale");
    ConsiderationView consideration = determined(customer);
    RestrictionView first = inForce(action(consideration, TIME_SLOT, slots()));
    IncidentId before =
        incidents.of(customer.id()).stream().map(i -> i.id()).findFirst().orElseThrow();
    LocalDate until = MONDAY.plusMonths(5);

    HEAD.run(
        () -> {
          assertThat(extension(first, until, incident(before)))
              .containsExactly("EVIDENCE_BEFORE_TERM");
          assertThat(extension(first, until, incident(IncidentId.next())))
              .containsExactly("NOT_FOUND");
          assertThat(extension(first, until, Changes.police(MONDAY.minusDays(1))))
              .containsExactly("EVIDENCE_BEFORE_TERM");
          assertThat(extension(first, until, Changes.police(MONDAY.plusDays(1))))
              .containsExactly("EVIDENCE_IN_THE_FUTURE");
          assertThat(
                  extension(
                      first, until, new NewEvidence(EvidenceKind.COURT, null, " ", null, null)))
              .containsExactly("TEXT_MISSING", "EVIDENCE_NOT_NAMED");
          assertThat(extension(first, until, none("The building was closed all the time")))
              .containsExactly("EVIDENCE_MISSING");
        });
    As.headOfCustomerServices()
        .run(
            () ->
                // A service's own restriction stays its head's to extend (F15).
                assertThat(extension(first, until, none("Closed all the time")))
                    .containsExactly("NOT_YOURS_TO_DECIDE"));
  }

  @Test
  @DisplayName("F13: an incident seen first hand after the term began speaks for going on")
  void aFirstHandIncidentSince() {
    CustomerView customer = customer("Fern Firsthand");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    clock.set(Instant.parse("2027-01-04T10:00:00Z"));
    IncidentId since = incidentOn(customer, LocalDate.of(2027, 1, 2));

    HEAD.run(
        () -> assertThat(extension(first, LocalDate.of(2027, 6, 1), incident(since))).isEmpty());
  }

  private IncidentId incidentOn(CustomerView customer, LocalDate day) {
    ConcernView concern = accepted(customer.id(), true, day);
    return incidents.ofConcerns(List.of(concern.id())).stream()
        .filter(i -> i.occurredOn().equals(day))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  @DisplayName("F2, P9.2: longer than twelve months in one go needs its reason; nothing shortens")
  void boundsAnExtension() {
    RestrictionView first = inForce(action(determined(customer("Tess Term")), TIME_SLOT, slots()));
    NewEvidence evidence = Changes.police(MONDAY);

    HEAD.run(
        () -> {
          assertThat(extension(first, MONDAY.plusMonths(12).plusDays(1), evidence))
              .containsExactly("TERM_TOO_LONG");
          assertThat(
                  refused(
                      () ->
                          changing.extend(
                              Changes.until(
                                  first,
                                  MONDAY.plusMonths(13),
                                  "Threats on three days, and the court sits in a year",
                                  evidence))))
              .isEmpty();
          assertThat(extension(first, first.endsOn(), evidence))
              .containsExactly("NOT_AN_EXTENSION");
        });
  }

  @Test
  @DisplayName("F2: overdue for review, nothing is varied or extended before the review is held")
  void theReviewComesFirst() {
    RestrictionView first =
        inForce(
            action(determined(customer("Revi Overdue")), TIME_SLOT, slots())
                .reviewOn(MONDAY.plusDays(30))
                .endsOn(MONDAY.plusMonths(6)));
    clock.set(Instant.parse("2026-12-24T10:00:00Z"));

    HEAD.run(
        () -> {
          assertThat(refused(() -> changing.vary(Changes.settings(first, slots(DayOfWeek.MONDAY)))))
              .containsExactly("REVIEW_OVERDUE");
          assertThat(extension(first, MONDAY.plusMonths(9), Changes.police(MONDAY)))
              .containsExactly("REVIEW_OVERDUE");
        });
  }

  @Test
  @DisplayName(
      "F2: on the day of the review a change does not put it off; an extension, on something new, may")
  void noChangeInPlaceOfTheReview() {
    RestrictionView first =
        inForce(
            action(determined(customer("Revi Today")), TIME_SLOT, slots())
                .reviewOn(MONDAY.plusDays(30))
                .endsOn(MONDAY.plusMonths(6)));
    clock.set(Instant.parse("2026-12-23T10:00:00Z"));
    RestrictionToVary loosened = Changes.settings(first, slots(DayOfWeek.values()));

    HEAD.run(
        () -> {
          assertThat(refused(() -> changing.vary(loosened))).containsExactly("REVIEW_DUE_TODAY");
          assertThat(extension(first, MONDAY.plusMonths(9), Changes.police(today()))).isEmpty();
        });
    clock.set(Instant.parse("2026-12-22T10:00:00Z"));
    HEAD.run(
        () ->
            assertThat(done(() -> changing.vary(loosened)).reviewOn())
                .isEqualTo(MONDAY.plusDays(30)));
  }

  private List<String> extension(RestrictionView of, LocalDate until, NewEvidence evidence) {
    return refused(() -> changing.extend(Changes.until(of, until, evidence)));
  }

  private static NewEvidence incident(IncidentId id) {
    return new NewEvidence(EvidenceKind.FIRST_HAND_INCIDENT, id, null, null, null);
  }

  private static NewEvidence none(String why) {
    return new NewEvidence(EvidenceKind.NONE_POSSIBLE, null, null, null, why);
  }

  // Setting aside

  @Test
  @DisplayName(
      "T9, F2: set aside at once, taken up again when told; its last day passes all the same")
  void setsAsideAndTakesUpAgain() {
    CustomerView customer = customer("Sus Pended");
    RestrictionView first =
        inForce(
            action(determined(customer), ONE_MEDIUM, medium(Channel.EMAIL))
                .endsOn(MONDAY.plusDays(30)));
    assertThat(verdict(check(call(customer)))).isEqualTo("REDIRECT");

    RestrictionView aside =
        HEAD.call(() -> done(() -> changing.suspend(first.id(), null, "In hospital")));
    assertThat(aside.status()).isEqualTo(RestrictionStatus.SUSPENDED);
    assertThat(openDuties(aside)).contains("TELL_RESTRICTION_SUSPENDED");
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    NoticeView suspension = issued(caseOf(first));
    assertThat(suspension.kind()).isEqualTo(NoticeKind.VARIED);
    assertThat(notices.letter(suspension.id()).orElseThrow().text())
        .contains("This does not apply for the time being:");

    RestrictionView again =
        HEAD.call(() -> done(() -> changing.resume(first.id(), null, "Home again")));
    assertThat(again.status()).isEqualTo(RestrictionStatus.SUSPENDED);
    HEAD.run(
        () ->
            assertThat(refused(() -> changing.resume(first.id(), null, "Home again")))
                .containsExactly("RESUMPTION_WAITS"));
    NoticeView resumption = posted(issued(caseOf(first)));
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.SUSPENDED);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    clock.set(Instant.parse("2026-11-25T00:00:00Z"));
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(verdict(check(call(customer)))).isEqualTo("REDIRECT");

    returned(resumption);
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.SUSPENDED);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    clock.set(Instant.parse("2026-12-24T00:00:00Z"));
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.LAPSED);
  }

  @Test
  @DisplayName("F15: set aside by those who may lift; a reason is needed; not twice")
  void refusesToSetAside() {
    RestrictionView first = inForce(action(determined(customer("Sid Aside")), TIME_SLOT, slots()));

    As.headOfService("leisure")
        .run(
            () ->
                assertThat(refused(() -> changing.suspend(first.id(), null, " ")))
                    .containsExactly("NOT_YOURS_TO_DECIDE", "TEXT_MISSING"));
    HEAD.run(
        () -> {
          assertThat(refused(() -> changing.resume(first.id(), null, "Again")))
              .containsExactly("WRONG_STATUS");
          done(() -> changing.suspend(first.id(), null, "In hospital"));
          assertThat(refused(() -> changing.suspend(first.id(), null, "Again")))
              .containsExactly("WRONG_STATUS");
        });
  }

  // On appeal

  @Test
  @DisplayName("T7, P10.5: an appeal changes settings and scope too, where that only loosens")
  void anAppealVariesSettingsAndScope() {
    RestrictionView first =
        inForce(action(determined(customer("Ann Scope")), TIME_SLOT, slots(DayOfWeek.TUESDAY)));
    var appeal = new AppealDecision(UUID.randomUUID(), "More hours would have done");
    var wider = new ActionScope(Set.of(HOUSING, LEISURE), false);

    As.cmtMember()
        .run(
            () -> {
              assertThat(refused(() -> onAppeal.vary(Changes.scope(first, wider), appeal)))
                  .contains("HARSHER_ON_APPEAL");
              RestrictionView more =
                  done(() -> onAppeal.vary(Changes.settings(first, slots()), appeal));
              assertThat(more.status()).isEqualTo(RestrictionStatus.IN_FORCE);
              assertThat(more.settings().values())
                  .containsEntry("slots", slots().values().get("slots"));
              assertThat(more.scope()).isEqualTo(first.scope());
            });
  }

  @Test
  @DisplayName("T7, P10.5: an appeal varies to gentler terms on its own authority, never harsher")
  void anAppealNeverLeavesHarsherTerms() {
    CustomerView customer = customer("Apa Appeal");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    var appeal = new AppealDecision(UUID.randomUUID(), "The terms went further than needed");

    As.cmtMember()
        .run(
            () -> {
              assertThat(
                      refused(
                          () ->
                              onAppeal.vary(
                                  Changes.settings(first, slots(DayOfWeek.TUESDAY)), appeal)))
                  .containsExactly("HARSHER_ON_APPEAL");
              // Another day is harsher on the day that is taken away.
              assertThat(
                      refused(
                          () ->
                              onAppeal.vary(
                                  Changes.settings(
                                      first, slots(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)),
                                  appeal)))
                  .containsExactly("HARSHER_ON_APPEAL");
              RestrictionView gentler =
                  done(
                      () ->
                          onAppeal.vary(
                              Changes.endsOn(first, first.endsOn().minusMonths(1)), appeal));
              assertThat(gentler.status()).isEqualTo(RestrictionStatus.IN_FORCE);
              assertThat(gentler.imposedAs()).isEqualTo(Role.CMT_MEMBER);
              assertThat(gentler.chain().onAppeal()).isEqualTo(appeal.appealId());
              assertThat(now(first).status()).isEqualTo(RestrictionStatus.REPLACED);
            });
  }

  @Test
  @DisplayName("F2, T7: varied on appeal while its review is overdue, it goes on only advising")
  void anAppealDoesNotMakeUpForTheReview() {
    CustomerView customer = customer("Rita Overdue");
    RestrictionView first =
        inForce(
            action(determined(customer), TIME_SLOT, slots())
                .reviewOn(MONDAY.plusDays(30))
                .endsOn(MONDAY.plusMonths(6)));
    clock.set(Instant.parse("2026-12-28T17:00:00Z"));
    assertThat(verdict(check(call(customer)))).isNotEqualTo("REDIRECT");

    RestrictionView gentler =
        As.cmtMember()
            .call(
                () ->
                    done(
                        () ->
                            onAppeal.vary(
                                Changes.endsOn(first, first.endsOn().minusMonths(1)),
                                new AppealDecision(UUID.randomUUID(), "Too long"))));

    assertThat(gentler.reviewOn()).isEqualTo(MONDAY.plusDays(30));
    assertThat(verdict(check(call(customer)))).isNotEqualTo("REDIRECT");
  }

  @Test
  @DisplayName(
      "P10.5: what an appeal decided is not undone by whoever it was against: lifted, it is not imposed"
          + " again; gentler, it is not made harsher again; after new conduct it may be")
  void anAppealIsNotUndone() {
    CustomerView customer = customer("Una Undone");
    RestrictionView slot = inForce(action(determined(customer), TIME_SLOT, slots()));
    RestrictionView medium = inForce(action(caseOf(slot), ONE_MEDIUM, medium(Channel.PHONE)));
    var appeal = new AppealDecision(UUID.randomUUID(), "Went further than needed");
    RestrictionView gentler =
        As.cmtMember()
            .call(
                () -> {
                  done(() -> onAppeal.lift(medium.id(), appeal));
                  return done(
                      () ->
                          onAppeal.vary(Changes.settings(slot, slots(DayOfWeek.values())), appeal));
                });
    clock.set(MONDAY_TEN.plus(Duration.ofDays(1)));

    assertThat(refusedFor(action(caseOf(slot), ONE_MEDIUM, medium(Channel.PHONE))))
        .containsExactly("LIFTED_ON_APPEAL");
    HEAD.run(
        () -> {
          assertThat(refused(() -> changing.vary(Changes.settings(gentler, slots()))))
              .containsExactly("HARSHER_THAN_THE_APPEAL");
          assertThat(
                  refused(
                      () ->
                          changing.vary(Changes.endsOn(gentler, gentler.endsOn().minusMonths(1)))))
              .isEmpty();
        });

    clock.set(MONDAY_TEN.plus(Duration.ofDays(3)));
    accepted(customer.id(), true, MONDAY.plusDays(2));
    HEAD.run(
        () ->
            assertThat(refused(() -> changing.vary(Changes.settings(gentler, slots())))).isEmpty());
  }

  @Test
  @DisplayName("P10.5, T6: set aside for an appeal, only that appeal takes it up again")
  void onlyTheAppealTakesItUpAgain() {
    CustomerView customer = customer("Only Appeal");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    var appeal = new AppealDecision(UUID.randomUUID(), "Until it is decided");

    As.headOfCustomerServices().run(() -> done(() -> onAppeal.suspend(first.id(), appeal)));
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.SUSPENDED);
    assertThat(now(first).suspension().onAppeal()).isEqualTo(appeal.appealId());
    HEAD.run(
        () ->
            assertThat(refused(() -> changing.resume(first.id(), null, "Enough")))
                .containsExactly("SUSPENDED_FOR_APPEAL"));
    As.cmtMember()
        .run(
            () -> {
              assertThat(
                      refused(
                          () ->
                              onAppeal.resume(
                                  first.id(), new AppealDecision(UUID.randomUUID(), "Other"))))
                  .containsExactly("NOT_SUSPENDED_FOR_APPEAL");
              done(() -> onAppeal.resume(first.id(), appeal));
            });
    assertThat(openDuties(now(first)))
        .contains("TELL_RESTRICTION_RESUMED", "TELL_RESTRICTION_SUSPENDED");

    // The appeal's own letter tells of it; served, it applies again.
    NoticeView letter = issued(caseOf(first));
    assertThat(openDuties(now(first)))
        .doesNotContain("TELL_RESTRICTION_RESUMED", "TELL_RESTRICTION_SUSPENDED");
    served(letter);
    assertThat(now(first).status()).isEqualTo(RestrictionStatus.IN_FORCE);
  }

  @Test
  @DisplayName("P10.5: the appeal's own letter tells of what it lifted and of what it varied")
  void theAppealsLetterTells() {
    CustomerView customer = customer("Leta Letter");
    ConsiderationView consideration = determined(customer);
    RestrictionView lifted = inForce(action(consideration, TIME_SLOT, slots()));
    RestrictionView kept =
        inForce(action(consideration, EXCLUSION, excludedFrom("housing-office")).scope(false));
    var appeal = new AppealDecision(UUID.randomUUID(), "Partly upheld");
    As.cmtMember().run(() -> done(() -> onAppeal.suspend(kept.id(), appeal)));
    RestrictionView varied =
        As.cmtMember()
            .call(
                () -> {
                  done(() -> onAppeal.lift(lifted.id(), appeal));
                  return done(
                      () ->
                          onAppeal.vary(
                              Changes.endsOn(now(kept), kept.endsOn().minusMonths(1)), appeal));
                });
    // It was set aside, so to apply again the customer has to be told (T9).
    assertThat(varied.status()).isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(openDuties(now(lifted))).containsExactly("TELL_END_OF_RESTRICTION");

    NoticeView letter = letter(customer, consideration);
    transactions.executeWithoutResult(
        s ->
            As.headOfCustomerServices()
                .run(() -> onAppeal.toldBy(letter.id(), List.of(lifted.id(), varied.id()))));
    served(letter);

    assertThat(openDuties(now(lifted))).isEmpty();
    assertThat(now(varied).status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(now(kept).status()).isEqualTo(RestrictionStatus.REPLACED);
  }
}
