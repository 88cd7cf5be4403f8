package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.rules.Fixtures.CIVIC_CENTRE;
import static org.evenhand.rules.Fixtures.DEPUTY;
import static org.evenhand.rules.Fixtures.LIBRARY;
import static org.evenhand.rules.Fixtures.MATTER;
import static org.evenhand.rules.Fixtures.SPOC;
import static org.evenhand.rules.Fixtures.ask;
import static org.evenhand.rules.Fixtures.at;
import static org.evenhand.rules.Fixtures.check;
import static org.evenhand.rules.Fixtures.contact;
import static org.evenhand.rules.Fixtures.court;
import static org.evenhand.rules.Fixtures.ending;
import static org.evenhand.rules.Fixtures.exclusion;
import static org.evenhand.rules.Fixtures.onRepresentative;
import static org.evenhand.rules.Fixtures.oneMedium;
import static org.evenhand.rules.Fixtures.overdue;
import static org.evenhand.rules.Fixtures.phoneSlot;
import static org.evenhand.rules.Fixtures.pointOfContact;
import static org.evenhand.rules.Fixtures.policy;
import static org.evenhand.rules.Fixtures.restriction;
import static org.evenhand.rules.Fixtures.safety;
import static org.evenhand.rules.Fixtures.starting;
import static org.evenhand.rules.Fixtures.tuesdays;
import static org.evenhand.rules.Fixtures.unserved;
import static org.evenhand.rules.Fixtures.visitTo;
import static org.evenhand.rules.Verdict.ALLOWED;
import static org.evenhand.rules.Verdict.ALLOWED_WITH_CONDITIONS;
import static org.evenhand.rules.Verdict.DECLINE_THIS_CONTACT;
import static org.evenhand.rules.Verdict.REDIRECT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Speaker;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The front line's question, part by part. */
class FrontLineAnswerTests {
  private static final ContactFacts CALL = contact(Channel.PHONE, "2026-11-25T10:00");
  private static final RuleInForce NO_CALLS =
      policy("no-calls", Condition.channelIn(Channel.PHONE), Effect.decline());
  private static final PersonPrecaution PERSON =
      new PersonPrecaution(
          "p1", PersonPrecaution.About.PERSON, Texts.en("Sit near the door"), Set.of(), null);
  private static final PersonPrecaution ADDRESS =
      new PersonPrecaution(
          "p2", PersonPrecaution.About.ADDRESS, Texts.en("Dog in the yard"), Set.of(), null);

  @Test
  @DisplayName("P3.1: contact is normally unrestricted")
  void allowsContactWhenNothingIsInForce() {
    var answer = ask(CALL);

    assertThat(answer.verdict()).isEqualTo(ALLOWED);
    assertThat(answer.lines(Part.CONDITIONS)).isEmpty();
    assertThat(answer.has(LineCode.IF_ABUSIVE_NOW)).isTrue();
    assertThat(answer.has(LineCode.IF_IN_CRISIS)).isTrue();
  }

  @Test
  void helpsInDangerWhateverIsRecorded() {
    var answer = ask(CALL.but().dangerNow(true).build(), NO_CALLS);

    assertThat(answer.verdict()).isEqualTo(ALLOWED);
    assertThat(answer.lines().getFirst().code()).isEqualTo(LineCode.HELP_NOW);
  }

  @Test
  void keepsThePartsInTheOrderInWhichTheyAreRead() {
    var adjustment =
        new AgreedAdjustment("a1", "more-time", Texts.en("Allow time"), Set.of(), Set.of());
    var answer =
        ContactEvaluator.evaluate(
            check(
                    CALL.but().topic("repairs").speaker(Fact.unknown()).build(),
                    oneMedium(Channel.EMAIL),
                    pointOfContact(SPOC, DEPUTY))
                .adjustments(List.of(adjustment))
                .precautions(List.of(PERSON))
                .showPrecautions(true)
                .appealPending(true)
                .build());

    assertThat(answer.lines()).extracting(Line::part).isSorted();
    assertThat(answer.lines())
        .extracting(Line::part)
        .contains(
            Part.IDENTITY,
            Part.TOPIC,
            Part.ADJUSTMENTS,
            Part.PRECAUTIONS,
            Part.CONDITIONS,
            Part.WORDS,
            Part.NEXT_STEPS,
            Part.AS_OF,
            Part.GUIDANCE);
  }

  @Test
  void carriesTheRuleBehindEachLineOfTheConditions() {
    var answer = ask(CALL, NO_CALLS, pointOfContact(SPOC, DEPUTY));

    assertThat(answer.lines(Part.CONDITIONS))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.origin()).isNotNull());
    assertThat(answer.lines(LineCode.REDIRECTED).getFirst().origin())
        .isEqualTo(
            new Origin(
                restriction("point-of-contact-spoc"),
                "point-of-contact-spoc",
                org.evenhand.spi.Citation.policy("8.3"),
                RuleSource.POLICY,
                null));
  }

  @Nested
  @DisplayName("T21: two independent identifiers before anything applies or is disclosed")
  class Identity {
    private ContactAnswer asked(IdentityConfidence identity) {
      var adjustment =
          new AgreedAdjustment("a1", "more-time", Texts.en("Allow time"), Set.of(), Set.of());
      return ContactEvaluator.evaluate(
          check(CALL, NO_CALLS)
              .identity(identity)
              .adjustments(List.of(adjustment))
              .precautions(List.of(PERSON, ADDRESS))
              .showPrecautions(true)
              .appealPending(true)
              .build());
    }

    @Test
    void appliesNothingToANameAlone() {
      var answer = asked(IdentityConfidence.of(Identifier.NAME));

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
      assertThat(answer.lines(LineCode.IDENTITY_NOT_CONFIRMED).getFirst().parameters())
          .isEqualTo(Map.of("next", Identifier.DATE_OF_BIRTH));
    }

    @Test
    void disclosesNothingBelowTwoButKeepsPrecautionsForTheAddress() {
      var answer = asked(IdentityConfidence.of(Identifier.ADDRESS));

      assertThat(answer.lines(Part.ADJUSTMENTS)).isEmpty();
      assertThat(answer.lines(Part.CONDITIONS)).isEmpty();
      assertThat(answer.appealPending()).isFalse();
      assertThat(answer.lines(LineCode.PRECAUTION))
          .extracting(line -> line.parameters().get("precaution"))
          .containsExactly("p2");
      assertThat(answer.lines()).allSatisfy(line -> assertThat(line.origin()).isNull());
    }

    @Test
    void countsNothingThatTheHouseholdShares() {
      var household =
          new IdentityConfidence(
              Set.of(Identifier.TELEPHONE, Identifier.ADDRESS),
              Set.of(Identifier.TELEPHONE, Identifier.ADDRESS));
      var named =
          new IdentityConfidence(
              Set.of(Identifier.NAME, Identifier.TELEPHONE), Set.of(Identifier.TELEPHONE));

      assertThat(household.sufficient()).isFalse();
      assertThat(named.sufficient()).isFalse();
      assertThat(asked(household).verdict()).isEqualTo(ALLOWED);
    }

    @Test
    void appliesRulesOnceTwoMatch() {
      var answer = asked(IdentityConfidence.of(Identifier.NAME, Identifier.DATE_OF_BIRTH));

      assertThat(answer.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
      assertThat(answer.appealPending()).isTrue();
    }
  }

  @Nested
  @DisplayName("T16: restricting one person silences nobody else")
  class WhoSpeaks {
    @Test
    void letsARepresentativeSpeakForARestrictedCustomer() {
      var answer = ask(CALL.but().speaker(Speaker.REPRESENTATIVE).build(), NO_CALLS);

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
      assertThat(answer.has(LineCode.BINDS_CUSTOMER_ONLY)).isTrue();
    }

    @Test
    void letsTheCustomerSpeakWhoseRepresentativeIsRestricted() {
      var rule = onRepresentative(NO_CALLS);

      var own = ask(CALL, rule);
      var representative = ask(CALL.but().speaker(Speaker.REPRESENTATIVE).build(), rule);

      assertThat(own.verdict()).isEqualTo(ALLOWED);
      assertThat(representative.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
      assertThat(representative.has(LineCode.CUSTOMER_MAY_SPEAK)).isTrue();
    }

    @Test
    void asksWhoSpeaksBeforeItDeclines() {
      var answer = ask(CALL.but().speaker(Fact.unknown()).build(), NO_CALLS);

      assertThat(answer.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
      assertThat(answer.has(LineCode.ASK_WHO_SPEAKS)).isTrue();
    }

    @Test
    void bindsARepresentativeWhomTheRuleNames() {
      var rule =
          policy(
              "nobody-calls",
              Condition.allOf(
                  Condition.channelIn(Channel.PHONE), Condition.speaker(Speaker.REPRESENTATIVE)),
              Effect.decline());

      assertThat(ask(CALL.but().speaker(Speaker.REPRESENTATIVE).build(), rule).verdict())
          .isEqualTo(DECLINE_THIS_CONTACT);
    }
  }

  @Nested
  @DisplayName("F8: topics that no rule cuts off")
  class CarveOuts {
    private final RuleInForce everything =
        policy("everything", Condition.inbound(), Effect.decline());

    @Test
    void helpsWithAnAbsoluteTopicHereAndNow() {
      var excluded = court("court-exclusion", Condition.buildingIn(CIVIC_CENTRE), Effect.decline());
      var two =
          safety(
              "two-officers",
              Condition.always(),
              Effect.require(new Requirement.StaffAtLeast(2), new Requirement.Booking()));

      var answer =
          ask(
              visitTo(CIVIC_CENTRE, "2026-11-25T10:00").but().topic("homeless-tonight").build(),
              everything,
              excluded,
              two);

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
      assertThat(answer.lines(LineCode.HELP_HERE_AND_NOW).getFirst().parameters())
          .containsEntry("topic", "homeless-tonight");
      assertThat(answer.lines(LineCode.ADVICE))
          .as("of the rules only how to stay safe is left")
          .extracting(line -> line.parameters().get("kind"))
          .containsExactly("staff-at-least");
    }

    @Test
    void redirectsAGuaranteedTopicToItsRouteInsteadOfDeclining() {
      var answer = ask(CALL.but().topic("repairs").build(), everything);

      assertThat(answer.verdict()).isEqualTo(REDIRECT);
      assertThat(answer.lines(LineCode.REDIRECTED).getFirst().parameters())
          .containsEntry("target", "team")
          .containsEntry("ref", Fixtures.TEAM);
      assertThat(answer.lines(LineCode.REDIRECTED).getFirst().origin().ruleId())
          .isEqualTo("everything");
    }

    @Test
    void letsAGuaranteedTopicThroughOnItsOwnRoute() {
      var answer =
          ask(CALL.but().topic("repairs").team(Fact.of(Fixtures.TEAM)).build(), everything);

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
      assertThat(answer.has(LineCode.ROUTE_GUARANTEED)).isTrue();
    }

    @Test
    void redirectsToALawfulRouteUnderACourtsTerms() {
      var order = court("order", Condition.buildingIn(CIVIC_CENTRE), Effect.decline());

      var there =
          ask(
              visitTo(CIVIC_CENTRE, "2026-11-25T10:00")
                  .but()
                  .topic("planning-representation")
                  .build(),
              order);

      assertThat(there.verdict()).isEqualTo(REDIRECT);
      assertThat(there.lines(LineCode.REDIRECTED).getFirst().parameters())
          .as("the court closes the first door, so the second is named")
          .containsEntry("channel", Channel.EMAIL);
    }

    @Test
    void asksTheLegalTeamWhereACourtLeavesNoNamedRoute() {
      var order = court("order", Condition.inbound(), Effect.decline());

      var answer = ask(CALL.but().topic("planning-representation").build(), order);

      assertThat(answer.verdict()).isEqualTo(REDIRECT);
      assertThat(answer.lines(LineCode.REDIRECTED).getFirst().parameters())
          .containsEntry("channel", Channel.LETTER);
      assertThat(answer.has(LineCode.ASK_LEGAL)).isTrue();
    }

    @Test
    void protectsTheTopicAndNotTheDoor() {
      var answer =
          ask(
              visitTo(CIVIC_CENTRE, "2026-11-25T10:00")
                  .but()
                  .topic("planning-representation")
                  .build(),
              safety("kept-out", Condition.buildingIn(CIVIC_CENTRE), Effect.decline()));

      assertThat(answer.verdict()).isEqualTo(REDIRECT);
      assertThat(answer.lines(LineCode.REDIRECTED).getFirst().parameters())
          .containsEntry("channel", Channel.EMAIL);
    }

    @Test
    void doesNotPutOffAGuaranteedTopic() {
      var quarterly =
          policy(
              "quarterly",
              Condition.channelIn(Channel.LETTER),
              Effect.answerOn(
                  org.evenhand.spi.Recurrence.of(
                      java.time.LocalDate.of(2026, 10, 1), java.time.Period.ofMonths(3))));
      var letter = contact(Channel.LETTER, "2026-11-25T10:00");

      assertThat(ask(letter.but().topic("repairs").build(), quarterly).verdict())
          .isEqualTo(ALLOWED);
      assertThat(ask(letter, quarterly).verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    }

    @Test
    void asksForTheTopicBeforeItDeclines() {
      var answer = ask(CALL.but().topic(Fact.unknown()).build(), everything);

      assertThat(answer.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
      assertThat(answer.has(LineCode.ASK_TOPIC)).isTrue();
      assertThat(answer.lines(LineCode.DEPENDS).getFirst().parameters())
          .containsEntry("effect", "decline");
    }
  }

  @Nested
  @DisplayName("F9, F2: what is not in force changes nothing")
  class InForce {
    @Test
    void ignoresARuleBeforeNoticeIsServed() {
      assertThat(ask(CALL, unserved(NO_CALLS))).isEqualTo(ask(CALL));
    }

    @Test
    void keepsASafetyMeasureBeforeNoticeIsServed() {
      var rule = unserved(safety("kept-out", Condition.buildingIn(LIBRARY), Effect.decline()));

      assertThat(ask(visitTo(LIBRARY, "2026-11-25T10:00"), rule).verdict())
          .isEqualTo(DECLINE_THIS_CONTACT);
    }

    @Test
    void takesACustomerAtTheirWordWhoNeverGotALetter() {
      var kept = safety("kept-out", Condition.channelIn(Channel.PHONE), Effect.advise());
      var answer =
          ContactEvaluator.evaluate(check(CALL, NO_CALLS, kept).saysNeverTold(true).build());

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
      assertThat(answer.lines(LineCode.OFFER_COPY))
          .extracting(line -> line.origin().restrictionId())
          .containsExactly(NO_CALLS.restrictionId());
      assertThat(answer.has(LineCode.TELL_OWNER)).isTrue();
      assertThat(answer.has(LineCode.ADVICE)).as("safety stays").isTrue();
    }

    @Test
    void endsAtTheInstantItEndsAndBeginsAtTheInstantItBegins() {
      Instant ten = at("2026-11-25T10:00");
      Instant justBefore = ten.minusMillis(1);

      assertThat(ask(CALL, ending(NO_CALLS, ten)).verdict()).isEqualTo(ALLOWED);
      assertThat(ask(CALL.but().when(justBefore).build(), ending(NO_CALLS, ten)).verdict())
          .isEqualTo(DECLINE_THIS_CONTACT);
      assertThat(ask(CALL, starting(NO_CALLS, ten)).verdict()).isEqualTo(DECLINE_THIS_CONTACT);
      assertThat(ask(CALL.but().when(justBefore).build(), starting(NO_CALLS, ten)).verdict())
          .isEqualTo(ALLOWED);
    }

    @Test
    void onlyAdvisesWhereADecliningRuleIsPastItsReview() {
      var answer = ask(CALL, overdue(NO_CALLS));

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
      assertThat(answer.has(LineCode.OVERDUE_ADVISES)).isTrue();
      assertThat(answer.reviewOverdue()).isTrue();
    }

    @Test
    void keepsSafetyMeasuresAndCourtTermsPastTheirReview() {
      var kept = overdue(safety("kept-out", Condition.buildingIn(LIBRARY), Effect.decline()));
      var order = overdue(court("order", Condition.channelIn(Channel.PHONE), Effect.decline()));

      assertThat(ask(visitTo(LIBRARY, "2026-11-25T10:00"), kept).verdict())
          .isEqualTo(DECLINE_THIS_CONTACT);
      assertThat(ask(CALL, order).verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    }
  }

  @Nested
  @DisplayName("F3: agreed adjustments outrank the policy")
  class Adjustments {
    private final AgreedAdjustment noWriting =
        new AgreedAdjustment(
            "a1",
            "telephone-only",
            Texts.en("Speak by telephone"),
            Set.of(Channel.EMAIL, Channel.LETTER, Channel.WEB_FORM),
            Set.of(Channel.PHONE));

    @Test
    void showsTheAdjustmentBeforeAnyRule() {
      var answer =
          ContactEvaluator.evaluate(check(CALL, NO_CALLS).adjustments(List.of(noWriting)).build());

      assertThat(answer.lines(Part.ADJUSTMENTS)).hasSize(1);
      assertThat(answer.lines(Part.ADJUSTMENTS).getFirst().words().instructions())
          .isEqualTo(Texts.en("Speak by telephone"));
    }

    @Test
    void doesNotTurnAwayWhereTheCustomerMustBeAbleToCome() {
      var answer =
          ContactEvaluator.evaluate(
              check(CALL, NO_CALLS, oneMedium(Channel.EMAIL))
                  .adjustments(List.of(noWriting))
                  .build());

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
      assertThat(answer.lines(LineCode.ADJUSTMENT_OUTRANKS)).hasSize(2);
    }

    @Test
    void sendsNobodyWhereTheyCannotGo() {
      var cannotWrite =
          new AgreedAdjustment(
              "a2", "no-email", Texts.en("Not by email"), Set.of(Channel.EMAIL), Set.of());

      var answer =
          ContactEvaluator.evaluate(
              check(CALL, oneMedium(Channel.EMAIL)).adjustments(List.of(cannotWrite)).build());

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
    }

    @Test
    void leavesACourtsTermsStanding() {
      var order = court("order", Condition.channelIn(Channel.PHONE), Effect.decline());

      var answer =
          ContactEvaluator.evaluate(check(CALL, order).adjustments(List.of(noWriting)).build());

      assertThat(answer.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    }
  }

  @Nested
  @DisplayName("T17: precautions keep staff safe and refuse nobody")
  class Precautions {
    @Test
    void showsThemOnlyToThoseWhoNeedThem() {
      var without = check(CALL).precautions(List.of(PERSON)).build();
      var with = without.but().showPrecautions(true).build();

      assertThat(ContactEvaluator.evaluate(without).lines(Part.PRECAUTIONS)).isEmpty();
      assertThat(ContactEvaluator.evaluate(with).lines(Part.PRECAUTIONS)).hasSize(1);
      assertThat(ContactEvaluator.evaluate(with).verdict()).isEqualTo(ALLOWED);
    }

    @Test
    void leavesOutWhatHasEndedOrIsForAnotherChannel() {
      var ended =
          new PersonPrecaution(
              "p3",
              PersonPrecaution.About.PERSON,
              Texts.en("Ended"),
              Set.of(),
              at("2026-11-25T10:00"));
      var visits =
          new PersonPrecaution(
              "p4",
              PersonPrecaution.About.PERSON,
              Texts.en("Visits"),
              Set.of(Channel.HOME_VISIT),
              null);

      var answer =
          ContactEvaluator.evaluate(
              check(CALL).precautions(List.of(ended, visits)).showPrecautions(true).build());

      assertThat(answer.lines(Part.PRECAUTIONS)).isEmpty();
    }
  }

  @Nested
  @DisplayName("T19: members acting as members, children, people without capacity")
  class SpecialPeople {
    @Test
    void keepsAMembersOwnRestrictionsOutOfTheirOffice() {
      var answer = ContactEvaluator.evaluate(check(CALL, NO_CALLS).actsAsMember(true).build());

      assertThat(answer.verdict()).isEqualTo(ALLOWED);
      assertThat(answer.has(LineCode.TELL_MONITORING_OFFICER)).isTrue();
      assertThat(ask(CALL, NO_CALLS).verdict())
          .as("as resident the ordinary rules apply")
          .isEqualTo(DECLINE_THIS_CONTACT);
    }

    @Test
    void keepsSafetyForAMemberToo() {
      var kept = safety("kept-out", Condition.buildingIn(LIBRARY), Effect.decline());

      var answer =
          ContactEvaluator.evaluate(
              check(visitTo(LIBRARY, "2026-11-25T10:00"), kept).actsAsMember(true).build());

      assertThat(answer.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    }

    @Test
    void tellsTheSafeguardingLeadWhenAChildIsTurnedAway() {
      var answer = ContactEvaluator.evaluate(check(CALL, NO_CALLS).safeguarded(true).build());

      assertThat(answer.has(LineCode.SAFEGUARDED_PERSON)).isTrue();
      assertThat(answer.has(LineCode.TELL_SAFEGUARDING_LEAD)).isTrue();
    }
  }

  @Nested
  @DisplayName("F19, T13: written contact is read, then dealt with")
  class Written {
    @Test
    void readsALetterThatARuleDeclines() {
      var rule =
          policy(
              "not-registered",
              Condition.allOf(Condition.inbound(), Condition.matterIn(MATTER)),
              Effect.decline());

      var letter =
          ask(contact(Channel.LETTER, "2026-11-25T10:00").but().matter(MATTER).build(), rule);
      var call = ask(CALL.but().matter(MATTER).build(), rule);

      assertThat(letter.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
      assertThat(letter.has(LineCode.READ_THEN_FILE)).isTrue();
      assertThat(letter.has(LineCode.LISTEN_FOR_NEWS)).isTrue();
      assertThat(call.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
      assertThat(call.has(LineCode.LISTEN_FOR_NEWS)).isTrue();
    }

    @Test
    void takesOtherMattersAsUsual() {
      var rule =
          policy(
              "not-registered",
              Condition.allOf(Condition.inbound(), Condition.matterIn(MATTER)),
              Effect.decline());

      assertThat(ask(CALL.but().matter(Fixtures.NEW_MATTER).build(), rule).verdict())
          .isEqualTo(ALLOWED);
      assertThat(ask(CALL, rule).verdict()).isEqualTo(ALLOWED);
    }

    @Test
    void readsBeforeItPassesOn() {
      var answer = ask(contact(Channel.EMAIL, "2026-11-25T10:00"), pointOfContact(SPOC, DEPUTY));

      assertThat(answer.verdict()).isEqualTo(REDIRECT);
      assertThat(answer.has(LineCode.READ_THEN_PASS_ON)).isTrue();
    }
  }

  @Nested
  @DisplayName("T14: the point of contact is resolved as of the check")
  class PointOfContact {
    private Directory availability(Availability spoc, Availability deputy) {
      return (ref, at) -> {
        if (ref.equals(SPOC)) {
          return new DirectoryEntry("Ada Example", "01632 960010", null, spoc);
        }
        return ref.equals(DEPUTY)
            ? new DirectoryEntry("Ben Example", "01632 960011", null, deputy)
            : null;
      };
    }

    private ContactAnswer asked(Availability spoc, Availability deputy) {
      return ContactEvaluator.evaluate(
          check(CALL, pointOfContact(SPOC, DEPUTY)).directory(availability(spoc, deputy)).build());
    }

    @Test
    void putsThroughToWhoeverCanAnswerNow() {
      var first = asked(Availability.NOW, Availability.NOW);
      var second = asked(Availability.NOT_NOW, Availability.NOW);

      assertThat(first.lines(LineCode.PUT_THROUGH).getFirst().parameters())
          .containsEntry("name", "Ada Example");
      assertThat(second.lines(LineCode.PUT_THROUGH).getFirst().parameters())
          .containsEntry("name", "Ben Example")
          .containsEntry("reachAt", "01632 960011");
    }

    @Test
    void takesTheMessageWhenNobodyCanAnswer() {
      var answer = asked(Availability.NOT_NOW, Availability.NOT_NOW);

      assertThat(answer.verdict()).isEqualTo(REDIRECT);
      assertThat(answer.has(LineCode.TAKE_MESSAGE)).isTrue();
    }

    @Test
    void turnsNobodyAwayTowardsPeopleWhoHaveLeft() {
      var answer = asked(Availability.GONE, Availability.GONE);

      assertThat(answer.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
      assertThat(answer.has(LineCode.NOBODY_THERE)).isTrue();
      assertThat(answer.has(LineCode.TELL_OWNER)).isTrue();
    }

    @Test
    void leavesThoseAloneWhoAreThereAlready() {
      assertThat(ask(CALL.but().officer(SPOC).build(), pointOfContact(SPOC, DEPUTY)).verdict())
          .isEqualTo(ALLOWED);
      assertThat(ask(CALL.but().officer(DEPUTY).build(), pointOfContact(SPOC, DEPUTY)).verdict())
          .isEqualTo(ALLOWED);
    }
  }

  @Test
  @DisplayName("P8.3.2: outside the slot, decline and give the slot")
  void givesTheNextSlot() {
    var outside = ask(CALL, phoneSlot(tuesdays("10:00", "12:00")));
    var inside =
        ask(contact(Channel.PHONE, "2026-12-01T11:59"), phoneSlot(tuesdays("10:00", "12:00")));

    assertThat(outside.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(outside.lines(LineCode.DECLINED).getFirst().parameters())
        .containsEntry("next", at("2026-12-01T10:00"));
    assertThat(outside.lines(LineCode.SAY).getFirst().words().toSay())
        .isEqualTo(Texts.en("say phone-slot"));
    assertThat(inside.verdict()).isEqualTo(ALLOWED);
  }

  @Test
  @DisplayName("P8.3.13: the building, and until when")
  void saysUntilWhenABuildingIsClosedToThem() {
    Instant end = at("2027-02-01T00:00");

    var answer =
        ask(visitTo(CIVIC_CENTRE, "2026-11-25T10:00"), ending(exclusion(CIVIC_CENTRE), end));

    assertThat(answer.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(answer.lines(LineCode.DECLINED).getFirst().parameters()).containsEntry("until", end);
    assertThat(ask(visitTo(LIBRARY, "2026-11-25T10:00"), exclusion(CIVIC_CENTRE)).verdict())
        .isEqualTo(ALLOWED);
  }

  @Test
  void asksWhichBuildingRatherThanDecline() {
    var somewhere =
        visitTo(CIVIC_CENTRE, "2026-11-25T10:00")
            .but()
            .building(Fact.unknown())
            .place(Fact.unknown())
            .build();

    var answer = ask(somewhere, exclusion(CIVIC_CENTRE));

    assertThat(answer.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(answer.lines(LineCode.ASK_FACT).getFirst().parameters())
        .containsEntry("fact", FactName.BUILDING);
  }

  @Test
  void sendsAPersonToABuildingOnlyIfTheyMayEnterIt() {
    var toLibrary =
        policy(
            "go-to-library",
            Condition.buildingIn(CIVIC_CENTRE),
            Effect.redirect(new Target.ToBuilding(LIBRARY)));
    var visit = visitTo(CIVIC_CENTRE, "2026-11-25T10:00");

    assertThat(ask(visit, toLibrary, exclusion(CIVIC_CENTRE)).verdict()).isEqualTo(REDIRECT);
    assertThat(ask(visit, toLibrary, exclusion(CIVIC_CENTRE), exclusion(LIBRARY)).verdict())
        .isEqualTo(DECLINE_THIS_CONTACT);
    var alone = ask(visit, toLibrary, exclusion(LIBRARY));
    assertThat(alone.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(alone.has(LineCode.NOT_OPEN_THERE)).isTrue();
  }

  @Test
  void needsNoBuildingFromACaller() {
    var answer = ask(CALL.but().place(Fact.unknown()).build(), exclusion(CIVIC_CENTRE));

    assertThat(answer.verdict()).isEqualTo(ALLOWED);
  }

  @Test
  void tellsWhichTeamAnEndpointBelongsTo() {
    Ref mailbox = Ref.endpoint("mailbox");
    var rule =
        policy(
            "to-mailbox",
            Condition.channelAllExcept(Channel.EMAIL),
            Effect.redirect(new Target.ToEndpoint(mailbox)));

    var answer =
        ContactEvaluator.evaluate(
            check(CALL, rule)
                .directory(
                    (ref, at) ->
                        new DirectoryEntry(
                            "Complaints",
                            "complaints@example.org",
                            Channel.EMAIL,
                            Availability.NOW))
                .build());

    assertThat(answer.lines(LineCode.REDIRECTED).getFirst().parameters())
        .containsEntry("channel", Channel.EMAIL)
        .containsEntry("reachAt", "complaints@example.org");
  }
}
