package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.rules.Fixtures.CIVIC_CENTRE;
import static org.evenhand.rules.Fixtures.LIBRARY;
import static org.evenhand.rules.Fixtures.MATTER;
import static org.evenhand.rules.Fixtures.NEW_MATTER;
import static org.evenhand.rules.Fixtures.OTHER_OFFICER;
import static org.evenhand.rules.Fixtures.SPOC;
import static org.evenhand.rules.Fixtures.ask;
import static org.evenhand.rules.Fixtures.at;
import static org.evenhand.rules.Fixtures.calls;
import static org.evenhand.rules.Fixtures.check;
import static org.evenhand.rules.Fixtures.contact;
import static org.evenhand.rules.Fixtures.policy;
import static org.evenhand.rules.Fixtures.provider;
import static org.evenhand.rules.Fixtures.safety;
import static org.evenhand.rules.Fixtures.visitTo;
import static org.evenhand.rules.Verdict.ALLOWED;
import static org.evenhand.rules.Verdict.ALLOWED_WITH_CONDITIONS;
import static org.evenhand.rules.Verdict.DECLINE_THIS_CONTACT;
import static org.evenhand.rules.Verdict.REDIRECT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Effect;
import org.evenhand.spi.PlaceKind;
import org.evenhand.spi.Question;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.Speaker;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.junit.jupiter.api.Test;

/**
 * The eleven examples that the rule language has to express, each as a council would ask for it.
 */
class ElevenExamplesTests {

  @Test
  void homeVisitsByTwoOfficers() {
    var rule =
        safety(
            "two-officers",
            Condition.placeIn(PlaceKind.CUSTOMER_HOME),
            Effect.require(new Requirement.StaffAtLeast(2)));

    var visit =
        ask(
            contact(Channel.HOME_VISIT, "2026-11-24T10:00").but().direction(Direction.OUT).build(),
            rule);
    var call = ask(contact(Channel.PHONE, "2026-11-24T10:00"), rule);

    assertThat(visit.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(visit.lines(LineCode.REQUIRED).getFirst().parameters())
        .containsEntry("requirement", new Requirement.StaffAtLeast(2));
    assertThat(call.verdict()).isEqualTo(ALLOWED);
  }

  @Test
  void repairsByTextOnlyWhileEmergencyRepairsPass() {
    var rule =
        policy(
            "repairs-by-text",
            Condition.allOf(
                Condition.inbound(),
                Condition.topicIn("repairs", "emergency-repair"),
                Condition.channelAllExcept(Channel.TEXT_MESSAGE)),
            Effect.redirect(Channel.TEXT_MESSAGE));
    var call = contact(Channel.PHONE, "2026-11-24T10:00");

    var repair = ask(call.but().topic("repairs").build(), rule);
    var text =
        ask(contact(Channel.TEXT_MESSAGE, "2026-11-24T10:00").but().topic("repairs").build(), rule);
    var emergency = ask(call.but().topic("emergency-repair").build(), rule);
    var parking = ask(call.but().topic("parking").build(), rule);

    assertThat(repair.verdict()).isEqualTo(REDIRECT);
    assertThat(repair.lines(LineCode.REDIRECTED).getFirst().parameters())
        .containsEntry("channel", Channel.TEXT_MESSAGE);
    assertThat(text.verdict()).isEqualTo(ALLOWED);
    assertThat(emergency.verdict()).isEqualTo(ALLOWED);
    assertThat(emergency.has(LineCode.HELP_HERE_AND_NOW)).isTrue();
    assertThat(parking.verdict()).isEqualTo(ALLOWED);
  }

  @Test
  void noPartInALeisureSession() {
    var rule =
        provider(
            "no-sessions",
            Condition.allOf(
                Condition.serviceAreaIn(Fixtures.LEISURE), Condition.activityIn("session")),
            Effect.decline());
    var visit = visitTo(Ref.building("pool"), "2026-11-24T10:00").but();

    var session = ask(visit.serviceArea(Fixtures.LEISURE).activity("session").build(), rule);
    var enquiry = ask(visit.noActivity().build(), rule);

    assertThat(session.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(session.lines(LineCode.DECLINED).getFirst().origin().ruleId())
        .isEqualTo("no-sessions");
    assertThat(enquiry.verdict()).isEqualTo(ALLOWED);
  }

  @Test
  void theRecyclingSiteWithABookedVehicle() {
    Ref site = Ref.building("recycling-site");
    var rule =
        policy(
            "vehicle-booking",
            Condition.allOf(Condition.buildingIn(site), Condition.activityIn("vehicle-visit")),
            Effect.require(new Requirement.Booking()));

    var visit =
        ask(visitTo(site, "2026-11-24T10:00").but().activity("vehicle-visit").build(), rule);

    assertThat(visit.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(visit.lines(LineCode.REQUIRED).getFirst().parameters())
        .containsEntry("kind", "booking");
    assertThat(ask(visitTo(CIVIC_CENTRE, "2026-11-24T10:00"), rule).verdict()).isEqualTo(ALLOWED);
  }

  @Test
  void oneCallAFortnight() {
    var rule =
        policy(
            "one-call",
            Condition.inbound(),
            Effect.limit(1, CountScope.of(Period.ofDays(14), Channel.PHONE)));
    var call = contact(Channel.PHONE, "2026-11-24T10:00");

    var first = ask(call, rule);
    var second = ask(call.but().recent(calls("2026-11-12T09:30")).build(), rule);
    var later = ask(call.but().recent(calls("2026-11-10T09:59")).build(), rule);
    var email = ask(contact(Channel.EMAIL, "2026-11-24T10:00"), rule);

    assertThat(first.verdict()).isEqualTo(ALLOWED);
    assertThat(first.lines(LineCode.LIMIT_COUNTED).getFirst().parameters())
        .containsEntry("limit", 1)
        .containsEntry("count", 0);
    assertThat(second.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(second.lines(LineCode.LIMIT_REACHED).getFirst().parameters())
        .containsEntry("next", at("2026-11-26T09:30"));
    assertThat(second.has(LineCode.OFFER_TO_WRITE)).isTrue();
    assertThat(later.verdict()).isEqualTo(ALLOWED);
    assertThat(email.verdict()).isEqualTo(ALLOWED);
  }

  @Test
  void lettersAnsweredQuarterly() {
    var rule =
        policy(
            "quarterly",
            Condition.allOf(Condition.inbound(), Condition.channelIn(Channel.LETTER)),
            Effect.answerOn(Recurrence.of(LocalDate.of(2026, 10, 1), Period.ofMonths(3))));

    var letter = ask(contact(Channel.LETTER, "2026-11-24T10:00"), rule);

    assertThat(letter.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(letter.lines(LineCode.ANSWER_LATER).getFirst().parameters())
        .containsEntry("answerBy", LocalDate.of(2027, 1, 1));
    assertThat(ask(contact(Channel.PHONE, "2026-11-24T10:00"), rule).verdict()).isEqualTo(ALLOWED);
  }

  @Test
  void libraryComputersUnderSupervision() {
    var rule =
        policy(
            "supervised-computers",
            Condition.allOf(Condition.buildingIn(LIBRARY), Condition.activityIn("computer-use")),
            Effect.require(
                new Requirement.Supervision(),
                new Requirement.MaximumDuration(Duration.ofHours(1))));

    var computers =
        ask(visitTo(LIBRARY, "2026-11-24T10:00").but().activity("computer-use").build(), rule);
    var books = ask(visitTo(LIBRARY, "2026-11-24T10:00").but().activity("borrowing").build(), rule);

    assertThat(computers.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(computers.lines(LineCode.REQUIRED))
        .extracting(line -> line.parameters().get("kind"))
        .containsExactly("supervision", "maximum-duration");
    assertThat(books.verdict()).isEqualTo(ALLOWED);
  }

  @Test
  void noContactWithANamedOfficer() {
    var rule = policy("not-with-officer", Condition.counterpartIn(OTHER_OFFICER), Effect.decline());
    var call = contact(Channel.PHONE, "2026-11-24T10:00").but();

    assertThat(ask(call.officer(OTHER_OFFICER).build(), rule).verdict())
        .isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(ask(call.officer(SPOC).build(), rule).verdict()).isEqualTo(ALLOWED);
    assertThat(ask(call.noOfficer().build(), rule).verdict()).isEqualTo(ALLOWED);
    assertThat(ask(call.officer(Fact.unknown()).build(), rule).verdict())
        .isEqualTo(ALLOWED_WITH_CONDITIONS);
  }

  @Test
  void onlyThroughAnAdvocate() {
    Ref advocate = Ref.endpoint("advocate-telephone");
    var rule =
        policy(
            "through-advocate",
            Condition.allOf(Condition.inbound(), Condition.speaker(Speaker.SELF)),
            Effect.redirect(new Target.ToEndpoint(advocate)));
    Directory directory =
        (ref, at) ->
            ref.equals(advocate)
                ? new DirectoryEntry(
                    "Advice Centre", "01632 960001", Channel.PHONE, Availability.NOW)
                : null;
    var call = contact(Channel.PHONE, "2026-11-24T10:00");

    var own = ContactEvaluator.evaluate(check(call, rule).directory(directory).build());
    var advocates = ask(call.but().speaker(Speaker.REPRESENTATIVE).build(), rule);

    assertThat(own.verdict()).isEqualTo(REDIRECT);
    assertThat(own.lines(LineCode.REDIRECTED).getFirst().parameters())
        .containsEntry("name", "Advice Centre")
        .containsEntry("reachAt", "01632 960001");
    assertThat(advocates.verdict()).isEqualTo(ALLOWED);
    assertThat(advocates.has(LineCode.SPEAKS_FOR_CUSTOMER)).isTrue();
  }

  @Test
  void alternateThursdaysByAppointment() {
    var thursdays =
        new Recurrence(
            LocalDate.of(2026, 11, 26),
            Period.ofDays(14),
            Set.of(LocalDate.of(2026, 12, 24)),
            LocalTime.of(14, 0),
            LocalTime.of(16, 0));
    var otherwise =
        policy(
            "other-times",
            Condition.allOf(
                Condition.channelIn(Channel.FACE_TO_FACE), Condition.not(Condition.on(thursdays))),
            Effect.decline());
    var then =
        policy(
            "by-appointment",
            Condition.allOf(Condition.channelIn(Channel.FACE_TO_FACE), Condition.on(thursdays)),
            Effect.require(new Requirement.Appointment()));

    var thatThursday = ask(visitTo(CIVIC_CENTRE, "2026-12-10T14:30"), otherwise, then);
    var nextThursday = ask(visitTo(CIVIC_CENTRE, "2026-12-17T14:30"), otherwise, then);

    assertThat(thatThursday.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(thatThursday.lines(LineCode.REQUIRED).getFirst().parameters())
        .containsEntry("kind", "appointment");
    assertThat(nextThursday.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(nextThursday.lines(LineCode.DECLINED).getFirst().parameters())
        .as("24 December is excepted")
        .containsEntry("next", at("2027-01-07T14:00"));
  }

  /** P8.3.6, T13: the contact is heard for news before it is ended. */
  @Test
  void theContactEndsWhenNothingNewIsOffered() {
    var rule =
        policy(
            "nothing-new",
            Condition.allOf(Condition.inbound(), Condition.matterIn(MATTER)),
            new Effect.Ask(
                new Question(Question.NEW_INFORMATION, Texts.en("Is there anything new?")),
                null,
                Effect.decline()));
    var call = contact(Channel.PHONE, "2026-11-24T10:00").but().matter(MATTER).build();

    var before = ask(call, rule);
    var news = ask(call.but().newInformation(true).build(), rule);
    var nothingNew = ask(call.but().newInformation(false).build(), rule);
    var otherMatter = ask(call.but().matter(NEW_MATTER).newInformation(false).build(), rule);

    assertThat(before.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(before.has(LineCode.LISTEN_FOR_NEWS)).isTrue();
    assertThat(before.lines(LineCode.ASK))
        .extracting(line -> line.parameters().get("question"))
        .isEqualTo(List.of(Question.NEW_INFORMATION));
    assertThat(news.verdict()).isEqualTo(ALLOWED);
    assertThat(nothingNew.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(otherMatter.verdict()).isEqualTo(ALLOWED);
  }
}
