package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.DutyView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The front line's question, through the API (fairness.md, <em>The front line's question</em>). */
class ContactCheckTests extends Story {

  @Autowired ApplicationEventPublisher events;

  /** What an appeals module will publish. */
  record AppealLodgedForTests(UUID customerId, boolean pending) implements AppealPendingChanged {}

  // P3.1

  @Test
  @DisplayName("P3.1: the answer for anybody is: go on")
  void theDefaultIsAllowed() {
    var answer = check(call(customer("Olga Ordinary")));

    assertThat(verdict(answer)).isEqualTo("ALLOWED");
    answer.path("contactCheck.identity.confirmed").entity(Boolean.class).isEqualTo(true);
    assertThat(codes(answer, "conditions")).isEmpty();
    assertThat(codes(answer, "guidance")).containsExactly("IF_ABUSIVE_NOW", "IF_IN_CRISIS");
    answer.path("contactCheck.policyVersion").entity(String.class).isEqualTo("test-1");
  }

  // Each built-in type's answer, with the rule behind it

  @Test
  @DisplayName("P8.3.2: outside the slot decline, give the next one, and name the rule behind it")
  void declinesOutsideTheSlot() {
    CustomerView customer = customer("Sid Slot");
    RestrictionView slot = inForce(action(determined(customer), TIME_SLOT, slots()));

    var answer = check(call(customer));

    assertThat(verdict(answer)).isEqualTo("DECLINE_THIS_CONTACT");
    answer
        .path("contactCheck.nextOpening")
        .entity(String.class)
        .satisfies(at -> assertThat(Instant.parse(at)).isEqualTo("2026-11-24T10:00:00Z"));
    answer
        .path("contactCheck.wordsToSay[0].value")
        .entity(String.class)
        .satisfies(
            said ->
                assertThat(said).contains("Tuesday 24 November 2026 at 10:00").doesNotContain("{"));
    answer
        .path("contactCheck.conditions[0].because.restriction")
        .entity(String.class)
        .isEqualTo(gid("Restriction", slot.id().value()));
    answer
        .path("contactCheck.conditions[0].because.clause")
        .entity(String.class)
        .isEqualTo("8.3.2");
    answer
        .path("contactCheck.conditions[0].because.noticeReference")
        .entity(String.class)
        .isEqualTo(notices.find(slot.noticeId()).orElseThrow().reference());
    assertThat(codes(answer, "nextSteps")).contains("OFFER_TO_WRITE", "LOG_CONTACT");

    clock.set(Instant.parse("2026-11-24T10:30:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("P8.3.2: the next slot told is none of Christmas Day or New Year's Day")
  void theNextSlotIsOnADayOnWhichTheCouncilIsOpen() {
    CustomerView customer = customer("Freya Friday");
    inForce(action(determined(customer), TIME_SLOT, slots(DayOfWeek.FRIDAY)));
    clock.set(Instant.parse("2026-12-18T15:00:00Z"));

    var answer = check(call(customer));

    answer
        .path("contactCheck.nextOpening")
        .entity(String.class)
        .satisfies(at -> assertThat(Instant.parse(at)).isEqualTo("2027-01-08T10:00:00Z"));
    answer
        .path("contactCheck.wordsToSay[0].value")
        .entity(String.class)
        .satisfies(said -> assertThat(said).contains("Friday 8 January 2027 at 10:00"));
  }

  @Test
  @DisplayName("P8.3.3: the other media are pointed at the one; what is written is read")
  void pointsAtTheOneMedium() {
    CustomerView customer = customer("Mel Medium");
    inForce(action(determined(customer), ONE_MEDIUM, medium(Channel.EMAIL)));

    var call = check(call(customer));
    assertThat(verdict(call)).isEqualTo("REDIRECT");
    call.path("contactCheck.conditions[0].reach.channel").entity(String.class).isEqualTo("EMAIL");
    assertThat(codes(check(contact(twoIdentifiers(customer), Channel.LETTER)), "conditions"))
        .contains("READ_THEN_PASS_ON");
    assertThat(verdict(check(contact(twoIdentifiers(customer), Channel.EMAIL))))
        .isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("P8.3.10, T14: to the contact officer or the deputy, whoever can answer now")
  void putsThroughToTheContactOfficer() {
    CustomerView customer = customer("Pia Point");
    inForce(action(determined(customer), SPOC, spoc("only")));

    var answer = check(call(customer));

    assertThat(verdict(answer)).isEqualTo("REDIRECT");
    answer.path("contactCheck.contactOfficer.name").entity(String.class).isEqualTo("Sam Contact");
    answer
        .path("contactCheck.contactOfficer.deputyName")
        .entity(String.class)
        .isEqualTo("Dana Deputy");
    answer.path("contactCheck.contactOfficer.available").entity(String.class).isEqualTo("NOW");
    assertThat(codes(answer, "nextSteps")).contains("PUT_THROUGH");

    clock.set(Instant.parse("2026-11-23T20:00:00Z"));
    assertThat(codes(check(call(customer)), "nextSteps")).contains("TAKE_MESSAGE");
  }

  @Test
  @DisplayName("P8.3.10: the contact officer who asks is told to go on")
  void theContactOfficerGoesOn() {
    CustomerView customer = customer("Perry Point");
    inForce(action(determined(customer), SPOC, spoc("only")));

    assertThat(
            verdict(
                check(As.person("spoc-1", "Sam Contact", "OFFICER", "housing"), call(customer))))
        .isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("P8.3.13, F8: not in that building, but to vote, and in any other")
  void keepsOutOfTheBuilding() {
    CustomerView customer = customer("Ed Excluded");
    inForce(action(determined(customer), EXCLUSION, excludedFrom("housing-office")).scope(false));
    var here =
        with(
            contact(twoIdentifiers(customer), Channel.FACE_TO_FACE),
            "building",
            gid("Building", buildings.find("housing-office").orElseThrow().id().value()));

    assertThat(verdict(check(here))).isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(verdict(check(with(here, "topic", "elections")))).isEqualTo("ALLOWED");
    assertThat(verdict(check(with(here, "topic", "public-meetings")))).isEqualTo("ALLOWED");
    assertThat(
            verdict(
                check(
                    with(
                        here,
                        "building",
                        gid(
                            "Building",
                            buildings.find("leisure-centre").orElseThrow().id().value())))))
        .isEqualTo("ALLOWED");
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("F12: for another service than the action's, everything is as usual")
  void otherServicesAreUntouched() {
    CustomerView customer = customer("Otto Other");
    inForce(action(determined(customer), TIME_SLOT, slots()));

    assertThat(verdict(check(with(call(customer), "serviceArea", "leisure")))).isEqualTo("ALLOWED");
  }

  // Carve-outs, danger, unknown facts

  @Test
  @DisplayName("F8: always helped here and now, and never declined without a route")
  void carveOutsComeBeforeRules() {
    CustomerView customer = customer("Cara Carve");
    inForce(action(determined(customer), ONE_MEDIUM, medium(Channel.LETTER)));

    var emergency = check(with(call(customer), "topic", "emergency-repair"));
    assertThat(verdict(emergency)).isEqualTo("ALLOWED");
    assertThat(codes(emergency, "topic")).contains("HELP_HERE_AND_NOW");
    for (String topic : List.of("payments", "repairs", "benefits", "appeal", "homelessness")) {
      assertThat(verdict(check(with(call(customer), "topic", topic))))
          .as(topic)
          .isNotEqualTo("DECLINE_THIS_CONTACT");
    }
  }

  @Test
  @DisplayName("1: somebody in danger is helped, whatever else is recorded")
  void dangerComesFirst() {
    CustomerView customer = customer("Dan Danger");
    inForce(action(determined(customer), TIME_SLOT, slots()));

    var answer = check(with(call(customer), "dangerNow", true));

    assertThat(verdict(answer)).isEqualTo("ALLOWED");
    assertThat(codes(answer, "danger")).containsExactly("HELP_NOW");
  }

  @Test
  @DisplayName("An unknown topic, speaker or service gives a question, never a decline")
  void unknownFactsNeverDecline() {
    CustomerView customer = customer("Una Unknown");
    inForce(action(determined(customer), TIME_SLOT, slots()));

    for (String unknown : List.of("topic", "speaker", "serviceArea")) {
      var input = new HashMap<>(call(customer));
      input.remove(unknown);
      assertThat(verdict(check(input))).as(unknown).isEqualTo("ALLOWED_WITH_CONDITIONS");
    }
    var noTopic = new HashMap<>(call(customer));
    noTopic.remove("topic");
    assertThat(codes(check(noTopic), "topic")).contains("ASK_TOPIC");
  }

  @Test
  @DisplayName("T16: what binds the customer does not silence whoever speaks for them")
  void representativesAreHeard() {
    CustomerView customer = customer("Rep Resented");
    inForce(action(determined(customer), TIME_SLOT, slots()));

    var answer = check(with(call(customer), "speaker", "REPRESENTATIVE"));

    assertThat(verdict(answer)).isEqualTo("ALLOWED");
    answer
        .path("contactCheck.identity.lines[*].code")
        .entityList(String.class)
        .contains("SPEAKS_FOR_CUSTOMER");
  }

  @Test
  @DisplayName("T9: no letter ever came: offer a copy, count it as untold, look into it")
  void iNeverGotALetter() {
    CustomerView customer = customer("Lou Letterless");
    RestrictionView slot = inForce(action(determined(customer), TIME_SLOT, slots()));

    var answer = check(with(call(customer), "noLetterReceived", true));

    assertThat(verdict(answer)).isEqualTo("ALLOWED");
    assertThat(codes(answer, "nextSteps")).contains("OFFER_COPY", "TELL_OWNER");
    assertThat(duties.openFor(slot.id().value()))
        .extracting(DutyView::kind)
        .contains("CHECK_NOTICE_RECEIVED");
  }

  @Test
  @DisplayName("10: an appeal that waits shows at once, and its end too")
  void showsAPendingAppeal() {
    CustomerView customer = customer("Abe Appeal");

    transactions.executeWithoutResult(
        s -> events.publishEvent(new AppealLodgedForTests(customer.id().value(), true)));
    check(call(customer)).path("contactCheck.appealPending").entity(Boolean.class).isEqualTo(true);
    transactions.executeWithoutResult(
        s -> events.publishEvent(new AppealLodgedForTests(customer.id().value(), false)));
    check(call(customer)).path("contactCheck.appealPending").entity(Boolean.class).isEqualTo(false);
  }

  @Test
  @DisplayName("T20: the front line sees what to do, not the story")
  void tellsNoStory() {
    CustomerView customer = customer("Stan Story");
    inForce(action(determined(customer), TIME_SLOT, slots()));

    String answer =
        check(call(customer)).path("contactCheck").entity(Object.class).get().toString();

    assertThat(answer)
        .doesNotContain("Offensive remarks", "distressed", "forty minutes", "warning was given");
  }

  // Identity

  @Test
  @DisplayName("T21: two independent identifiers of one customer; any one alone tells nothing")
  void needsTwoIdentifiers() {
    String telephone = nextTelephone();
    CustomerView customer = customer("Ida Identified", LocalDate.of(1971, 2, 3), telephone);
    inForce(action(determined(customer), TIME_SLOT, slots()));

    for (var enough :
        List.<Map<String, Object>>of(
            Map.of("reference", customer.reference(), "telephone", telephone),
            Map.of(
                "reference",
                customer.reference().toLowerCase(java.util.Locale.ROOT),
                "dateOfBirth",
                "1971-02-03"),
            Map.of("telephone", "+44 " + telephone.substring(1), "dateOfBirth", "1971-02-03"),
            Map.of("name", "ida  identified", "dateOfBirth", "1971-02-03"))) {
      assertThat(verdict(check(contact(enough, Channel.PHONE))))
          .as(enough.toString())
          .isEqualTo("DECLINE_THIS_CONTACT");
    }
    for (var tooLittle :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("reference", customer.reference()),
            Map.of("telephone", telephone),
            Map.of("name", "Ida Identified"),
            Map.of("dateOfBirth", "1971-02-03"),
            Map.of("telephone", telephone, "email", "nobody@example.org"))) {
      assertUnsure(check(contact(tooLittle, Channel.PHONE)));
    }
  }

  private static void assertUnsure(GraphQlTester.Response answer) {
    assertThat(verdict(answer)).isEqualTo("ALLOWED");
    answer.path("contactCheck.identity.confirmed").entity(Boolean.class).isEqualTo(false);
    answer.path("contactCheck.identity.customer").valueIsNull();
    assertThat(codes(answer, "conditions")).isEmpty();
    assertThat(codes(answer, "adjustments")).isEmpty();
  }

  @Test
  @DisplayName("T21: a telephone or an address that several share restricts nobody")
  void sharedIdentifiersCountForNothing() {
    String telephone = nextTelephone();
    LocalDate born = LocalDate.of(1966, 6, 6);
    CustomerView one = customerAt("Shaun Shared", born, telephone);
    customerAt("Sheila Shared", LocalDate.of(1968, 8, 8), telephone);
    inForce(action(determined(one), TIME_SLOT, slots()));

    assertUnsure(
        check(
            contact(
                Map.of("telephone", telephone, "addressLine", "1 Lane", "postcode", "B79 7BZ"),
                Channel.PHONE)));
    assertUnsure(
        check(contact(Map.of("telephone", telephone, "name", "Shaun Shared"), Channel.PHONE)));
    assertUnsure(
        check(
            contact(
                Map.of("name", "Shaun Shared", "addressLine", "1 Lane", "postcode", "B79 7BZ"),
                Channel.PHONE)));
    assertThat(
            verdict(
                check(
                    contact(
                        Map.of(
                            "telephone",
                            telephone,
                            "name",
                            "Shaun Shared",
                            "dateOfBirth",
                            born.toString()),
                        Channel.PHONE))))
        .isEqualTo("DECLINE_THIS_CONTACT");
  }

  private CustomerView customerAt(String name, LocalDate born, String telephone) {
    return register(
        CustomerKind.INDIVIDUAL,
        name,
        born,
        List.of(
            new IdentifierGiven(IdentifierKind.TELEPHONE, telephone, null, Confidence.CONFIRMED),
            new IdentifierGiven(
                IdentifierKind.ADDRESS, "1 Lane", "B79 7BZ", Confidence.CONFIRMED)));
  }

  @Test
  @DisplayName("T21: an identifier that is doubtful counts for nothing")
  void doubtfulIdentifiersCountForNothing() {
    String telephone = nextTelephone();
    CustomerView customer =
        register(
            CustomerKind.INDIVIDUAL,
            "Dora Doubt",
            LocalDate.of(1990, 1, 1),
            List.of(
                new IdentifierGiven(
                    IdentifierKind.TELEPHONE, telephone, null, Confidence.UNCERTAIN)));
    inForce(action(determined(customer), TIME_SLOT, slots()));

    assertUnsure(
        check(
            contact(
                Map.of("reference", customer.reference(), "telephone", telephone), Channel.PHONE)));
  }

  @Test
  @DisplayName("T21: identifiers of two people, or a name that is somebody else's, tell nothing")
  void contradictionsTellNothing() {
    CustomerView one = customer("Anna Alpha");
    CustomerView other = customer("Berta Beta");
    inForce(action(determined(one), TIME_SLOT, slots()));

    assertUnsure(
        check(
            contact(
                Map.of("reference", one.reference(), "telephone", telephone(other)),
                Channel.PHONE)));
    assertUnsure(
        check(
            contact(
                Map.of(
                    "reference", one.reference(), "telephone", telephone(one), "name", "Xaver Chi"),
                Channel.PHONE)));
    assertUnsure(
        check(
            contact(
                Map.of(
                    "reference",
                    one.reference(),
                    "telephone",
                    telephone(one),
                    "dateOfBirth",
                    "1930-01-01"),
                Channel.PHONE)));
  }

  @Test
  @DisplayName("T21: unsure, the answer is the same with and without a record")
  void unsureTheAnswerHidesWhetherThereIsARecord() {
    CustomerView customer = customer("Hidden Hanna");
    inForce(action(determined(customer), TIME_SLOT, slots()));

    Object known =
        check(contact(Map.of("telephone", telephone(customer)), Channel.PHONE))
            .path("contactCheck")
            .entity(Object.class)
            .get();
    Object unknown =
        check(contact(Map.of("telephone", "01827 999999"), Channel.PHONE))
            .path("contactCheck")
            .entity(Object.class)
            .get();

    assertThat(known).isEqualTo(unknown);
    assertThat(known.toString()).contains("ask=DATE_OF_BIRTH");
  }

  @Test
  @DisplayName("T20: every check leaves one entry in the read log, found or not")
  void everyCheckIsLogged() {
    CustomerView customer = customer("Reada Logged");
    int before = looks(null);

    check(call(customer));
    check(contact(Map.of("telephone", "01827 999998"), Channel.PHONE));

    assertThat(looks(customer.id().value())).isEqualTo(1);
    assertThat(looks(null)).isEqualTo(before + 1);
  }

  private int looks(UUID person) {
    return jdbc.sql(
            """
            select count(*) from foundation.audit_entry
             where kind = 'R' and act = 'contactCheck' and person_id is not distinct from ?::uuid
            """)
        .param(person == null ? null : person.toString())
        .query(Integer.class)
        .single();
  }

  // Who may ask

  static java.util.stream.Stream<As> mayAsk() {
    return java.util.stream.Stream.of(
        As.officer("housing"),
        As.headOfService("leisure"),
        As.headOfCustomerServices(),
        As.contractor("leisure"));
  }

  @ParameterizedTest
  @MethodSource("mayAsk")
  @DisplayName("T20: those who meet customers may ask")
  void theFrontLineMayAsk(As seat) {
    assertThat(verdict(check(seat, call(customer("Freda Front"))))).isEqualTo("ALLOWED");
  }

  static java.util.stream.Stream<As> mayNotAsk() {
    return java.util.stream.Stream.of(
        As.cmtMember(),
        As.electedMember(),
        As.monitoringOfficer(),
        As.dataProtectionOfficer(),
        As.legal(),
        As.auditor(),
        As.pluginAdministrator(),
        As.integrator());
  }

  @ParameterizedTest
  @MethodSource("mayNotAsk")
  @DisplayName("T20: nobody else may")
  void nobodyElseMayAsk(As seat) {
    CustomerView customer = customer("Nellie Nobody");

    check(seat, call(customer))
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getExtensions()).containsValue("FORBIDDEN")));
  }

  @Test
  @DisplayName("T20: a contractor logs the contact without opening the record")
  void aContractorSeesNoRecord() {
    CustomerView customer = customer("Conny Contract");

    check(As.contractor("leisure"), call(customer))
        .path("contactCheck.identity.customer")
        .valueIsNull();
    check(call(customer))
        .path("contactCheck.identity.customer.id")
        .entity(String.class)
        .isEqualTo(gid("Customer", customer.id().value()));
  }

  @Test
  @DisplayName("T20: an answer about a child says to take care, and is never an age")
  void takesCareOfAChild() {
    CustomerView child = customer("Kit Kidd", MONDAY.minusYears(12), nextTelephone());

    var answer = check(call(child));

    answer
        .path("contactCheck.identity.lines[*].code")
        .entityList(String.class)
        .contains("SAFEGUARDED_PERSON");
    assertThat(verdict(answer)).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("Ids, codes and languages that nobody gave out change nothing")
  void badInputIsNotKnown() {
    CustomerView customer = customer("Bad Input");
    var input = call(customer);
    input = with(input, "officer", "not-an-id");
    input = with(input, "building", "x");
    input = with(input, "matter", "");
    input = with(input, "zone", "z".repeat(5000));
    input = with(input, "serviceArea", "No such area!");
    input = with(input, "lang", "not a language");

    assertThat(verdict(check(input))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("The next check after a change of somebody's number reflects it")
  void reflectsTheDirectoryAtOnce() {
    CustomerView customer = customer("Nina Number");
    inForce(action(determined(customer), SPOC, spoc("only", "spoc-3")));
    check(call(customer));
    var mo = officer("spoc-3");

    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        officers.record(
                            new org.evenhand.foundation.OfficerToRecord(
                                mo.version(),
                                "spoc-3",
                                "Mo Moving",
                                "Adviser",
                                null,
                                "01827 709113",
                                null,
                                null,
                                List.of(),
                                null),
                            currentActor.get(),
                            clock.instant())));

    check(call(customer))
        .path("contactCheck.conditions[0].reach.reachAt")
        .entity(String.class)
        .isEqualTo("01827 709113");
  }

  @Test
  @DisplayName("P8.3.5, T13: the same matter: ask for news; with news go on, without say why not")
  void asksForNews() {
    CustomerView customer = customer("Newton News");
    ConsiderationView consideration = determined(customer);
    var matter = matter(customer, "REP-9", true, false);
    inForce(
        action(
            consideration,
            org.evenhand.spi.TypeId.builtIn("no-same-matter"),
            org.evenhand.spi.Settings.of(
                "matter",
                new org.evenhand.spi.SettingValue.MatterValue(
                    org.evenhand.spi.Ref.matter(matter.id().value())))));
    var same = with(call(customer), "matter", gid("Matter", matter.id().value()));

    var asked = check(same);
    assertThat(verdict(asked)).isEqualTo("ALLOWED_WITH_CONDITIONS");
    asked
        .path("contactCheck.conditions[0].question")
        .entity(String.class)
        .isEqualTo("new-information");
    assertThat(verdict(check(with(same, "newInformation", true)))).isEqualTo("ALLOWED");
    assertThat(verdict(check(with(same, "newInformation", false))))
        .isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(verdict(check(with(call(customer), "newMatter", true)))).isEqualTo("ALLOWED");
  }
}
