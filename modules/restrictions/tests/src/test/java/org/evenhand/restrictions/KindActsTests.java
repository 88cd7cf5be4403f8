package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.PatternContributor;
import org.evenhand.designation.Tried;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Role;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.LoggingContacts;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Speaker;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** The acts that belong to single kinds of action, through the API: happy, refused, forbidden. */
class KindActsTests extends Story {

  private static final TypeId SAME_MATTER = TypeId.builtIn("no-same-matter");
  private static final TypeId END_CONTACT = TypeId.builtIn("end-contact");
  private static final TypeId AGREEMENT = TypeId.builtIn("voluntary-agreement");
  private static final TypeId WARNING = TypeId.builtIn("policy-shared-with-warning");

  @Autowired GivingWarnings warnings;
  @Autowired List<PatternContributor> pattern;

  private Response act(As seat, String mutation, Map<String, Object> input, String result) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return seat.call(
        () ->
            graphQl
                .document(
                    """
                    mutation($input: %sInput!) {
                      answer: %s(input: $input) {
                        %s refusals { code path parameters { name value } } warnings { code }
                      }
                    }
                    """
                        .formatted(type, mutation, result))
                .variable("input", input)
                .execute());
  }

  private static List<String> refused(Response response) {
    return response.path("answer.refusals[*].code").entityList(String.class).get();
  }

  private static void forbidden(Response response) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getExtensions()).containsValue("FORBIDDEN")));
  }

  private static String id(RestrictionView view) {
    return gid("Restriction", view.id().value());
  }

  private ContactView contact(
      CustomerView customer, @Nullable MatterView matter, Channel channel, boolean news) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        logging.log(
                            new LoggingContacts.ContactToLog(
                                customer.id(),
                                matter == null ? null : matter.id(),
                                HOUSING,
                                channel,
                                ContactDirection.IN,
                                clock.instant(),
                                news ? ContactCause.NEW_INFORMATION : ContactCause.SAME_AGAIN,
                                null,
                                5,
                                Speaker.SELF,
                                null,
                                null,
                                "About the tap",
                                news,
                                false,
                                false),
                            currentActor.get(),
                            clock.instant())));
  }

  private static Settings about(MatterView matter) {
    return Settings.of("matter", new SettingValue.MatterValue(Ref.matter(matter.id().value())));
  }

  // P8.3.2

  private RestrictionView tuesdays(CustomerView customer) {
    return inForce(action(determined(customer), TIME_SLOT, slots(java.time.DayOfWeek.TUESDAY)));
  }

  private static final String MISSED =
      "missedSlot { id version missedFrom missedTo because replaceBy recordedBy "
          + "replacement { from to toldHow offeredAt } }";

  @Test
  @DisplayName(
      "P8.3.2: the council misses a set time; the customer gets another within two working days, and the desk takes the call in it")
  void anotherTimeForOneThatWasMissed() {
    CustomerView customer = customer("Tess Slot");
    RestrictionView action = tuesdays(customer);
    clock.set(Instant.parse("2026-11-24T15:00:00Z"));

    Response recorded =
        act(
            As.officer("housing"),
            "slotMissedRecord",
            Map.of(
                "restriction", id(action),
                "missedAt", "2026-11-24T10:30:00Z",
                "because", "Nobody was at the telephone"),
            MISSED);
    assertThat(refused(recorded)).isEmpty();
    recorded
        .path("answer.missedSlot.missedFrom")
        .entity(Instant.class)
        .isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
    recorded.path("answer.missedSlot.replaceBy").entity(String.class).isEqualTo("2026-11-26");
    assertThat(duties.openFor(action.id().value()))
        .filteredOn(duty -> duty.kind().equals("OFFER_ANOTHER_TIME"))
        .extracting(DutyView::dueOn)
        .containsExactly(LocalDate.of(2026, 11, 26));

    String missed = recorded.path("answer.missedSlot.id").entity(String.class).get();
    Response offered =
        act(
            As.officer("housing"),
            "slotReplacementOffer",
            Map.of(
                "missedSlot",
                missed,
                "expectedVersion",
                0,
                "replacement",
                other("2026-11-25T14:00:00Z", "2026-11-25T16:00:00Z")),
            MISSED);
    assertThat(refused(offered)).isEmpty();
    assertThat(openDuties(action)).doesNotContain("OFFER_ANOTHER_TIME");
    var once =
        Map.<String, Object>of(
            "missedSlot",
            missed,
            "replacement",
            other("2026-11-28T14:00:00Z", "2026-11-28T15:00:00Z"));
    assertThat(refused(act(As.officer("housing"), "slotReplacementOffer", once, MISSED)))
        .isNotEmpty();
    for (As seat : List.of(As.legal(), As.contractor("housing"))) {
      forbidden(act(seat, "slotReplacementOffer", once, MISSED));
    }

    Response before = check(call(customer));
    assertThat(verdict(before)).isEqualTo("DECLINE_THIS_CONTACT");
    before
        .path("contactCheck.conditions[?(@.code == 'DECLINED')].next")
        .entityList(Instant.class)
        .containsExactly(Instant.parse("2026-11-25T14:00:00Z"));
    clock.set(Instant.parse("2026-11-25T14:30:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    clock.set(Instant.parse("2026-11-25T16:00:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
    frontDesk.rebuild();
    clock.set(Instant.parse("2026-12-02T14:30:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
  }

  private static Map<String, Object> other(String from, String to) {
    return Map.of("from", from, "to", to, "toldHow", "Told by telephone");
  }

  @Test
  @DisplayName(
      "P8.3.2: what was no set time, is to come or is recorded is refused; so is a replacement that is none")
  void refusesMissedTimesThatAreNone() {
    RestrictionView action = tuesdays(customer("Ned Noslot"));
    clock.set(Instant.parse("2026-11-24T15:00:00Z"));
    As officer = As.officer("housing");
    var missed =
        new HashMap<String, Object>(
            Map.of(
                "restriction", id(action),
                "missedAt", "2026-11-24T10:30:00Z",
                "because", "Nobody was at the telephone"));

    assertThat(
            refused(
                act(
                    officer,
                    "slotMissedRecord",
                    with(missed, "missedAt", "2026-11-24T12:00:00Z"),
                    MISSED)))
        .containsExactly("NOT_A_SET_TIME");
    assertThat(
            refused(
                act(
                    officer,
                    "slotMissedRecord",
                    with(missed, "missedAt", "2026-12-01T10:30:00Z"),
                    MISSED)))
        .containsExactly("MISSED_IN_THE_FUTURE");
    assertThat(
            refused(
                act(
                    officer,
                    "slotMissedRecord",
                    with(
                        missed,
                        "replacement",
                        other("2026-11-28T14:00:00Z", "2026-11-28T15:00:00Z")),
                    MISSED)))
        .containsExactly(
            "REPLACEMENT_TOO_SHORT", "REPLACEMENT_ON_CLOSED_DAY", "REPLACEMENT_TOO_LATE");
    assertThat(
            refused(
                act(
                    officer,
                    "slotMissedRecord",
                    with(
                        missed,
                        "replacement",
                        other("2026-11-24T10:00:00Z", "2026-11-24T12:00:00Z")),
                    MISSED)))
        .containsExactly("REPLACEMENT_IN_THE_PAST", "REPLACEMENT_IS_A_SET_TIME");
    assertThat(refused(act(officer, "slotMissedRecord", missed, MISSED))).isEmpty();
    assertThat(refused(act(officer, "slotMissedRecord", missed, MISSED)))
        .containsExactly("SLOT_MISSED_RECORDED");
    forbidden(act(As.contractor("leisure"), "slotMissedRecord", missed, MISSED));
  }

  @Test
  @DisplayName(
      "P8.3.2: recorded too late to be in time, another time is still owed within two working days, and said to be late")
  void anotherTimeIsOwedHoweverLate() {
    RestrictionView action = tuesdays(customer("Lottie Late"));
    clock.set(Instant.parse("2026-12-14T09:00:00Z"));

    Response late =
        act(
            As.officer("housing"),
            "slotMissedRecord",
            Map.of(
                "restriction",
                id(action),
                "missedAt",
                "2026-12-08T11:59:00Z",
                "because",
                "The officer was ill",
                "replacement",
                other("2026-12-16T09:00:00Z", "2026-12-16T11:00:00Z")),
            MISSED);

    assertThat(refused(late)).isEmpty();
    late.path("answer.warnings[*].code")
        .entityList(String.class)
        .containsExactly("REPLACEMENT_IS_LATE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-03-23T10:30:00Z ALLOWED",
        "2027-03-30T09:30:00Z ALLOWED",
        "2027-03-30T11:30:00Z DECLINE_THIS_CONTACT",
        "2027-03-23T12:30:00Z DECLINE_THIS_CONTACT"
      })
  @DisplayName("P8.3.2: ten to twelve stays that on London's clocks, before and after they change")
  void setTimesFollowLondonsClocks(String example) {
    String[] parts = example.split(" ");
    CustomerView customer = customer("Clara Clock");
    inForce(
        action(determined(customer), TIME_SLOT, slots(java.time.DayOfWeek.TUESDAY))
            .endsOn(LocalDate.of(2027, 4, 30))
            .reviewOn(LocalDate.of(2027, 4, 30)));
    clock.set(Instant.parse(parts[0]));

    assertThat(verdict(check(call(customer)))).isEqualTo(parts[1]);
  }

  @Test
  @DisplayName(
      "P8.3.2: over Christmas the next set time is the first one on which the council is open")
  void setTimesPassOverBankHolidays() {
    CustomerView customer = customer("Holly Day");
    inForce(action(determined(customer), TIME_SLOT, slots(java.time.DayOfWeek.FRIDAY)));
    clock.set(Instant.parse("2026-12-18T15:00:00Z"));

    check(call(customer))
        .path("contactCheck.conditions[?(@.code == 'DECLINED')].next")
        .entityList(Instant.class)
        .containsExactly(Instant.parse("2027-01-08T10:00:00Z"));
  }

  // P8.3.5

  private static final String REFUSED = "refused { id reasons by as notice { kind appealable } }";

  private Map<String, Object> refusing(RestrictionView action, ContactView contact) {
    return Map.of(
        "restriction", id(action),
        "contact", gid("Contact", contact.id().value()),
        "reasons", "You write again about the tap, and nothing has changed since our decision.",
        "readFor", List.of("NEW_INFORMATION", "NEW_MATTER", "SAFEGUARDING", "THREAT"),
        "planned",
            Map.of("method", "HAND", "sendOn", today().toString(), "address", "At the desk"));
  }

  @Test
  @DisplayName(
      "P8.3.5, T13, F19: each refusal to register is read through, filed, and told in writing with reasons and the Ombudsman")
  void refusesToRegisterInWriting() {
    CustomerView customer = customer("Rita Register");
    MatterView matter = matter(customer, "REP-1", true, false);
    ConsiderationView consideration = determined(customer);
    RestrictionView action = inForce(action(consideration, SAME_MATTER, about(matter)));
    clock.set(MONDAY_TEN.plusSeconds(3600));
    ContactView contact = contact(customer, matter, Channel.LETTER, false);

    Response refused =
        act(As.headOfService("housing"), "registrationRefuse", refusing(action, contact), REFUSED);

    assertThat(refused(refused)).isEmpty();
    refused
        .path("answer.refused.notice.kind")
        .entity(String.class)
        .isEqualTo("REFUSAL_TO_REGISTER");
    refused.path("answer.refused.as").entity(String.class).isEqualTo("HEAD_OF_SERVICE");
    String letter =
        notices
            .letter(notices.ofCase(consideration.id().value()).getLast().id())
            .orElseThrow()
            .toString();
    assertThat(letter).contains("REP-1", "Ombudsman", "nothing has changed since");
    assertThat(duties.openFor(contact.id().value())).isEmpty();
    assertThat(
            refused(
                act(
                    As.headOfService("housing"),
                    "registrationRefuse",
                    refusing(action, contact),
                    REFUSED)))
        .containsExactly("REFUSED_BEFORE");
    forbidden(act(As.officer("housing"), "registrationRefuse", refusing(action, contact), REFUSED));
  }

  @Test
  @DisplayName(
      "T13, F16, F18: unread, with news, about another matter, or with the matter open again, a contact is registered")
  void neverRefusesWhatHoldsSomething() {
    CustomerView customer = customer("Nora News");
    MatterView matter = matter(customer, "REP-2", true, false);
    MatterView another = matter(customer, "REP-3", false, false);
    RestrictionView action = inForce(action(determined(customer), SAME_MATTER, about(matter)));
    clock.set(MONDAY_TEN.plusSeconds(3600));
    As head = As.headOfService("housing");
    ContactView same = contact(customer, matter, Channel.LETTER, false);

    assertThat(
            refused(
                act(
                    head,
                    "registrationRefuse",
                    with(
                        with(refusing(action, same), "readFor", List.of("THREAT")),
                        "found",
                        List.of("THREAT")),
                    REFUSED)))
        .containsExactly("NOT_READ_THROUGH", "SOMETHING_NEW_IS_NOT_REFUSED");
    assertThat(
            refused(
                act(
                    head,
                    "registrationRefuse",
                    refusing(action, contact(customer, matter, Channel.LETTER, true)),
                    REFUSED)))
        .containsExactly("SOMETHING_NEW_IS_NOT_REFUSED");
    assertThat(
            refused(
                act(
                    head,
                    "registrationRefuse",
                    refusing(action, contact(customer, another, Channel.LETTER, false)),
                    REFUSED)))
        .containsExactly("ANOTHER_MATTER");
    assertThat(
            refused(
                act(
                    head,
                    "registrationRefuse",
                    refusing(action, contact(customer("Otto Other"), null, Channel.LETTER, false)),
                    REFUSED)))
        .containsExactly("NOT_FOUND", "ANOTHER_MATTER");
  }

  @Test
  @DisplayName("P8.3.5, T13, F16: it needs a decision on the matter that was explained by letter")
  void sameMatterNeedsAnExplainedDecision() {
    CustomerView customer = customer("Una Explained");
    MatterView open = matter(customer, "REP-4", false, false);

    assertThat(refusedFor(action(determined(customer), SAME_MATTER, about(open))))
        .contains("TYPE_DOES_NOT_SUIT");
  }

  // P8.3.6

  private static final String ENDED = "endedContact { id warnedAt wordsSaid endedAt by }";

  private Map<String, Object> ending(RestrictionView action, ContactView contact) {
    return Map.of(
        "restriction", id(action),
        "contact", gid("Contact", contact.id().value()),
        "warnedAt", contact.at().plusSeconds(120).toString(),
        "wordsSaid", "If there is nothing new I will have to end our conversation.",
        "endedAt", contact.at().plusSeconds(180).toString());
  }

  @Test
  @DisplayName(
      "P8.3.6: a contact is ended under such an action only, after the words of warning; it shows in the pattern")
  void endsAContactAfterAWarning() {
    CustomerView customer = customer("Enda Contact");
    MatterView matter = matter(customer, "REP-5", false, false);
    RestrictionView action =
        inForce(
            action(
                determined(customer),
                END_CONTACT,
                about(matter).with("state", new SettingValue.ChoiceValue("being-investigated"))));
    clock.set(MONDAY_TEN.plusSeconds(3600));
    ContactView contact = contact(customer, matter, Channel.PHONE, false);
    ContactView written = contact(customer, matter, Channel.EMAIL, false);
    ContactView news = contact(customer, matter, Channel.PHONE, true);
    clock.set(MONDAY_TEN.plusSeconds(7200));
    As officer = As.officer("housing");

    assertThat(
            refused(
                act(
                    officer,
                    "contactEndRecord",
                    with(
                        with(ending(action, contact), "wordsSaid", " "),
                        "warnedAt",
                        contact.at().plusSeconds(200).toString()),
                    ENDED)))
        .containsExactly("WARNING_NOT_BEFORE_THE_END", "TEXT_MISSING");
    assertThat(refused(act(officer, "contactEndRecord", ending(action, written), ENDED)))
        .containsExactly("WRITTEN_IS_READ");
    assertThat(refused(act(officer, "contactEndRecord", ending(action, news), ENDED)))
        .containsExactly("SOMETHING_NEW_WAS_OFFERED");
    forbidden(act(As.contractor("leisure"), "contactEndRecord", ending(action, contact), ENDED));

    Response ended = act(officer, "contactEndRecord", ending(action, contact), ENDED);
    assertThat(refused(ended)).isEmpty();
    ended.path("answer.endedContact.by").entity(String.class).isEqualTo("officer-1");
    assertThat(refused(act(officer, "contactEndRecord", ending(action, contact), ENDED)))
        .containsExactly("ENDED_BEFORE");
    assertThat(pattern)
        .flatMap(part -> part.tried(List.of(customer.id())))
        .extracting(Tried::outcome, Tried::reference)
        .contains(org.assertj.core.groups.Tuple.tuple("CONTACT_ENDED", action.reference()));

    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(action.id(), null, "The matter is closed")));
    assertThat(
            refused(
                act(
                    officer,
                    "contactEndRecord",
                    ending(action, contact(customer, matter, Channel.PHONE, false)),
                    ENDED)))
        .contains("WRONG_STATUS");
  }

  // P8.3.8

  @Test
  @DisplayName(
      "P8.3.8, T9, F20: the warning of an action counts when its letter counts as received, not when it is decided on")
  void warnsByALetterThatIsServed() {
    CustomerView customer = customer("Wanda Warned");
    ConsiderationView consideration = considered(customer);
    Draft draft =
        action(
                consideration,
                WARNING,
                Settings.of("version", new SettingValue.TextValue("test-1"))
                    .with("how", new SettingValue.ChoiceValue("with-letter"))
                    .with("conduct", new SettingValue.LongTextValue("Remarks at the desk."))
                    .with(
                        "what-follows", new SettingValue.LongTextValue("Contact may be arranged.")))
            .nature(Nature.SUPPORTIVE)
            .endsOn(null);
    assertThat(refusedFor(draft))
        .as("T3: not asked whether there is new information")
        .containsExactly("WARNING_STEPS_MISSING");
    askedForNewInformation(consideration.id(), CheckStage.WARNING);
    RestrictionView action = imposed(draft);
    assertThat(warnings.of(List.of(customer.id()))).isEmpty();
    assertThat(warned(consideration.id())).isFalse();

    var letter = issued(consideration);
    assertThat(warnings.of(List.of(customer.id())))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.noticeId()).isEqualTo(letter.id());
              assertThat(warning.conduct()).isEqualTo("Remarks at the desk.");
            });
    assertThat(warned(consideration.id())).isFalse();

    served(letter);
    assertThat(warned(consideration.id())).isTrue();
    assertThat(openDuties(action)).contains("REVIEW_RESTRICTION");
  }

  private boolean warned(ConsiderationId consideration) {
    return considerations.basis(consideration).orElseThrow().warningGivenOrDispensed();
  }

  // P8.3.12

  @Test
  @DisplayName(
      "P8.3.12, T25: anybody at the desk records that the customer leaves an agreement; it ends at once and is no incident")
  void leavesAnAgreement() {
    CustomerView customer = customer("Alva Agreed");
    ConsiderationView consideration = considered(customer);
    RestrictionView action =
        imposed(
            action(
                    consideration,
                    AGREEMENT,
                    Settings.of("terms", new SettingValue.LongTextValue("One call a day."))
                        .with("signed-on", new SettingValue.DateValue(MONDAY))
                        .with("consent", new SettingValue.FlagValue(true)))
                .nature(Nature.SUPPORTIVE)
                .endsOn(null));
    int incidentsBefore =
        considerations.find(consideration.id()).orElseThrow().incidentIds().size();
    assertThat(codes(check(call(customer)), "conditions")).contains("ADVICE");
    var leaving =
        Map.<String, Object>of(
            "restriction", id(action), "toldOn", MONDAY.toString(), "toldHow", "Rang us");

    forbidden(act(As.contractor("leisure"), "agreementWithdraw", leaving, "withdrawal { id }"));
    assertThat(
            refused(
                act(
                    As.officer("leisure"),
                    "agreementWithdraw",
                    with(with(leaving, "toldOn", MONDAY.plusDays(1).toString()), "toldHow", ""),
                    "withdrawal { id }")))
        .containsExactly("TEXT_MISSING", "DAY_AHEAD");
    Response left =
        act(
            As.officer("leisure"),
            "agreementWithdraw",
            leaving,
            "withdrawal { id reference toldOn toldHow recordedBy at }");

    assertThat(refused(left)).isEmpty();
    left.path("answer.withdrawal.reference").entity(String.class).isEqualTo(action.reference());
    assertThat(restrictions.find(action.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.LIFTED);
    assertThat(codes(check(call(customer)), "conditions")).doesNotContain("ADVICE");
    assertThat(considerations.find(consideration.id()).orElseThrow().incidentIds())
        .hasSize(incidentsBefore);
    assertThat(
            refused(act(As.officer("leisure"), "agreementWithdraw", leaving, "withdrawal { id }")))
        .containsExactly("WRONG_STATUS");
  }

  // P8.3.11

  private void circumstances(CustomerView customer, boolean vulnerable) {
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        registering.recordCircumstances(
                            customer.id(),
                            customers.find(customer.id()).orElseThrow().version(),
                            new Circumstances(
                                vulnerable, vulnerable ? "Lost his carer" : null, false, null),
                            currentActor.get(),
                            clock.instant())));
  }

  private List<String> owed(ConsiderationView consideration) {
    return duties.openFor(consideration.id().value()).stream().map(DutyView::kind).toList();
  }

  @Test
  @DisplayName(
      "P8.3.11: vulnerability or different needs recorded in a case: an advocate is to be offered,"
          + " until that is done or nothing asks for it")
  void anAdvocateIsOffered() {
    CustomerView customer = customer("Adil Advocate");
    ConsiderationView consideration = considered(customer);
    assertThat(owed(consideration)).doesNotContain("OFFER_AN_ADVOCATE");

    circumstances(customer, true);
    assertThat(duties.openFor(consideration.id().value()))
        .filteredOn(duty -> duty.kind().equals("OFFER_AN_ADVOCATE"))
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
              assertThat(duty.dueOn()).isEqualTo(MONDAY.plusDays(7));
            });
    circumstances(customer, false);
    assertThat(owed(consideration)).doesNotContain("OFFER_AN_ADVOCATE");

    adjusted(customer);
    assertThat(owed(consideration)).contains("OFFER_AN_ADVOCATE");
    imposed(
        action(
                consideration,
                TypeId.builtIn("independent-advocate"),
                Settings.of("need", new SettingValue.LongTextValue("Forms are hard")))
            .nature(Nature.SUPPORTIVE)
            .endsOn(null));
    assertThat(owed(consideration)).doesNotContain("OFFER_AN_ADVOCATE");
    circumstances(customer, true);
    assertThat(owed(consideration)).as("offered already").doesNotContain("OFFER_AN_ADVOCATE");

    CustomerView known = customer("Vera Known");
    circumstances(known, true);
    assertThat(owed(considered(known))).as("recorded before").contains("OFFER_AN_ADVOCATE");
  }

  // What may be done

  @Test
  @DisplayName("What may be done with an action names the acts of its own kind, and no other's")
  void namesTheActsOfItsKind() {
    RestrictionView action = tuesdays(customer("Avery Available"));
    String document =
        """
        query($id: ID!) {
          restriction(id: $id) {
            availableActions { action allowed mutation }
            missedSlots { id } refusedRegistrations { id } endedContacts { id }
          }
        }
        """;

    As.headOfService("housing")
        .call(() -> graphQl.document(document).variable("id", id(action)).execute())
        .path("restriction.availableActions[*].mutation")
        .entityList(String.class)
        .satisfies(
            all ->
                assertThat(all)
                    .contains("slotMissedRecord")
                    .doesNotContain("registrationRefuse", "contactEndRecord", "agreementWithdraw"));
    assertThat(
            refused(
                act(
                    As.officer("housing"),
                    "agreementWithdraw",
                    Map.of(
                        "restriction", id(action),
                        "toldOn", MONDAY.toString(),
                        "toldHow", "Rang us"),
                    "withdrawal { id }")))
        .containsExactly("NOT_OF_THIS_KIND");
  }
}
