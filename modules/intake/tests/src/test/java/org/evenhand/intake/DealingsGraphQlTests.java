package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Matters and contacts from the seats of those who deal with them. */
class DealingsGraphQlTests extends IntakeModuleTest {

  record Restricted(CustomerId customerId, Instant at) implements CustomerCameUnderRestriction {}

  record Free(CustomerId customerId, Instant at) implements CustomerFreeOfRestriction {}

  private static final String MATTER =
      """
      mutation($input: MatterRecordInput!) {
        matterRecord(input: $input) {
          matter { id version kind standardMissed customer { name } } refusals { code path } } }
      """;

  private static final String LOG =
      """
      mutation($input: ContactLogInput!) {
        contactLog(input: $input) {
          contact { id version statutoryTopic topicRecognised causedByUs matter { reference }
            disposition { version dueOn outcome overdue } }
          refusals { code path } warnings { code message } } }
      """;

  private static final String LINK =
      """
      mutation($input: MatterLinkInput!) {
        matterLink(input: $input) {
          link { kind linked linkedBy matter { reference } } refusals { code path } } }
      """;

  private static final String UNLINK =
      """
      mutation($input: MatterUnlinkInput!) {
        matterUnlink(input: $input) {
          link { unlinkedBy unlinkReason } refusals { code path } } }
      """;

  private static final String DISPOSE =
      """
      mutation($input: ContactDisposeInput!) {
        contactDispose(input: $input) {
          contact { offersNewInformation
            disposition { version outcome answerOn reason disposedBy readFor found } }
          refusals { code path message } warnings { code } } }
      """;

  private static final String SETTLE =
      """
      mutation($input: ContactTopicSettleInput!) {
        contactTopicSettle(input: $input) {
          contact { statutoryTopic topicRecognised notARightBecause } refusals { code } } }
      """;

  private static final String UNDISPOSED =
      """
      query($c: ID, $overdue: Boolean! = false) {
        contactsUndisposed(filter: {customer: $c, overdue: $overdue}) {
          edges { node { id customer { name } disposition { dueOn } } } totalCount } }
      """;

  @Autowired ApplicationEventPublisher events;

  @Test
  @DisplayName("F16: the same matter is found again by system and number, however it is typed")
  void findsAMatterAgain() {
    CustomerView customer = customer("Fin Found");
    String number = "PL/" + UUID.randomUUID();
    Map<String, Object> input =
        Map.of(
            "customer", id(customer),
            "system", "Planning Case Work",
            "kind", "PLANNING_CASE",
            "reference", number,
            "serviceArea", "planning",
            "standardDue", "2026-10-30");
    var recorded = ask(As.officer("planning"), MATTER, Map.of("input", input));
    recorded.path("matterRecord.matter.kind").entity(String.class).isEqualTo("PLANNING_CASE");
    String find =
        "query($s: String!, $r: String!) { matterByReference(system: $s, reference: $r)"
            + " { reference kind customer { name } standardMissed } }";
    Map<String, Object> typed = Map.of("s", " planning case work", "r", number.toUpperCase());

    ask(As.officer("planning"), find, typed)
        .path("matterByReference[*].customer.name")
        .entityList(String.class)
        .containsExactly("Fin Found");
    ask(As.officer("housing"), find, typed)
        .path("matterByReference")
        .entityList(Object.class)
        .hasSize(0);
    forbidden(ask(As.electedMember(), find, typed));
    assertThat(reads("matterByReference", customer.id().value())).isEqualTo(1);
    var twice = new HashMap<>(input);
    twice.put("reference", number.toLowerCase());
    ask(As.officer("planning"), MATTER, Map.of("input", twice))
        .path("matterRecord.refusals[*].code")
        .entityList(String.class)
        .containsExactly("MATTER_ON_RECORD");
  }

  @Test
  @DisplayName(
      "P3.2: what stands under the complaints or anti-social behaviour policy is referred to by its"
          + " number there")
  void standsBesideOtherPolicies() {
    CustomerView customer = customer("Bea Beside");
    for (String kind : List.of("COMPLAINT", "ANTI_SOCIAL_BEHAVIOUR_CASE")) {
      var input =
          Map.<String, Object>of(
              "customer",
              id(customer),
              "system",
              "Case Work",
              "kind",
              kind,
              "reference",
              kind + "/" + UUID.randomUUID(),
              "serviceArea",
              "housing");
      forbidden(ask(As.electedMember(), MATTER, Map.of("input", input)));
      var numberless = new HashMap<>(input);
      numberless.put("reference", " ");
      var refused = ask(As.officer("housing"), MATTER, Map.of("input", numberless));
      refused
          .path("matterRecord.refusals[*].path[0]")
          .entityList(String.class)
          .containsExactly("reference");
      ask(As.officer("housing"), MATTER, Map.of("input", input))
          .path("matterRecord.matter.kind")
          .entity(String.class)
          .isEqualTo(kind);
    }
  }

  @Test
  @DisplayName("F16, P6.3a: a contact linked to a late matter is ours; unlinking needs a reason")
  void linksAContactToItsMatter() {
    CustomerView customer = customer("Lin Linked");
    String matter = matter(customer, "2026-10-30");
    String contact = logged(As.officer("planning"), customer, "planning", "about the wall");
    Map<String, Object> link = Map.of("input", Map.of("matter", matter, "linked", contact));

    forbidden(ask(As.contractor("planning"), LINK, link));
    ask(As.officer("housing"), LINK, link)
        .path("matterLink.refusals[*].code")
        .entityList(String.class)
        .containsExactly("NOT_FOUND");
    var linked = ask(As.officer("planning"), LINK, link);
    linked.path("matterLink.refusals").entityList(Object.class).hasSize(0);
    linked.path("matterLink.link.kind").entity(String.class).isEqualTo("CONTACT");
    assertThat(causedByUs(contact)).isTrue();
    ask(As.officer("planning"), LINK, link)
        .path("matterLink.refusals[0].code")
        .entity(String.class)
        .isEqualTo("LINKED_ALREADY");
    ask(
            As.officer("planning"),
            LINK,
            Map.of("input", Map.of("matter", matter(customer, "2026-12-30"), "linked", contact)))
        .path("matterLink.refusals[0].code")
        .entity(String.class)
        .isEqualTo("CONTACT_HAS_MATTER");

    ask(As.officer("planning"), UNLINK, unlink(matter, contact, " "))
        .path("matterUnlink.refusals[0].code")
        .entity(String.class)
        .isEqualTo("TEXT_MISSING");
    ask(As.officer("planning"), UNLINK, unlink(matter, contact, "It was about the hedge."))
        .path("matterUnlink.link.unlinkReason")
        .entity(String.class)
        .isEqualTo("It was about the hedge.");
    assertThat(causedByUs(contact)).isFalse();
    ask(As.officer("planning"), UNLINK, unlink(matter, contact, "Again."))
        .path("matterUnlink.refusals[0].code")
        .entity(String.class)
        .isEqualTo("NOT_LINKED");
  }

  @Test
  @DisplayName(
      "F16: a concern and an incident say which matter they are about, of one customer only")
  void linksConcernsAndIncidents() {
    CustomerView customer = customer("Con Cerned");
    As planner = As.person("planner-4", "Pia Planner", "OFFICER", "planning");
    ConcernView concern =
        report(planner, about(customer, PLANNING, incident(TODAY, "OFFENSIVE_REMARKS")));
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();
    String matter = matter(customer, "2026-10-30");
    for (String thing :
        List.of(
            GlobalId.of("Concern", concern.id().value()),
            GlobalId.of("Incident", incident.id().value()))) {
      ask(planner, LINK, Map.of("input", Map.of("matter", matter, "linked", thing)))
          .path("matterLink.refusals")
          .entityList(Object.class)
          .hasSize(0);
      ask(
              planner,
              LINK,
              Map.of(
                  "input",
                  Map.of("matter", matter(customer("So Else"), "2026-10-30"), "linked", thing)))
          .path("matterLink.refusals[*].code")
          .entityList(String.class)
          .containsExactly("LINK_TO_ANOTHER_CUSTOMER");
    }
    var seen =
        ask(
            As.headOfService("planning"),
            "query($c: ID!) { concern(id: $c) { matters { id }"
                + " incidents { matters { id links { kind } } } } }",
            Map.of("c", GlobalId.of("Concern", concern.id().value())));
    seen.path("concern.matters[*].id").entityList(String.class).containsExactly(matter);
    seen.path("concern.incidents[0].matters[0].links[*].kind")
        .entityList(String.class)
        .containsExactly("CONCERN", "INCIDENT");
    ask(
            As.person("planner-5", "Pat Planner", "OFFICER", "planning"),
            "query($m: ID!) { node(id: $m) { ... on Matter { links { kind } } } }",
            Map.of("m", matter))
        .path("node.links")
        .entityList(Object.class)
        .hasSize(0);
  }

  @Test
  @DisplayName("F18: a right that the note names is not counted, until a reason says it was none")
  void recognisesRightsInTheNote() {
    CustomerView customer = customer("Rita Right");
    var logged =
        ask(
            As.officer("housing"),
            LOG,
            contact(customer, "housing", Map.of("note", "She would like to complain.")));

    logged.path("contactLog.warnings[0].code").entity(String.class).isEqualTo("LOOKS_LIKE_A_RIGHT");
    logged.path("contactLog.contact.statutoryTopic").entity(String.class).isEqualTo("COMPLAINT");
    logged.path("contactLog.contact.topicRecognised").entity(Boolean.class).isEqualTo(true);
    assertThat(contacts.summary(customer.id(), TODAY, TODAY).total()).isZero();
    assertThat(contacts.summary(customer.id(), TODAY, TODAY).usingARight()).isEqualTo(1);

    String contact = logged.path("contactLog.contact.id").entity(String.class).get();
    Map<String, Object> none = Map.of("id", contact, "expectedVersion", 0);
    ask(As.officer("housing"), SETTLE, Map.of("input", none))
        .path("contactTopicSettle.refusals[0].code")
        .entity(String.class)
        .isEqualTo("RIGHT_CONTRADICTS");
    var reasoned = new HashMap<>(none);
    reasoned.put("notARightBecause", "She quoted what a neighbour had said.");
    forbidden(ask(As.legal(), SETTLE, Map.of("input", reasoned)));
    ask(As.person("lou-1", "Lou", "OFFICER", "leisure"), SETTLE, Map.of("input", reasoned))
        .path("contactTopicSettle.refusals[0].code")
        .entity(String.class)
        .isEqualTo("NOT_FOUND");
    ask(As.officer("housing"), SETTLE, Map.of("input", reasoned))
        .path("contactTopicSettle.contact.statutoryTopic")
        .valueIsNull();
    assertThat(contacts.summary(customer.id(), TODAY, TODAY).total()).isEqualTo(1);

    ask(
            As.officer("housing"),
            LOG,
            contact(
                customer,
                "housing",
                Map.of(
                    "note",
                    "He would like to complain.",
                    "notARightBecause",
                    "Said in jest, he told me so.")))
        .path("contactLog.warnings")
        .entityList(Object.class)
        .hasSize(0);
    ask(
            As.officer("housing"),
            LOG,
            contact(
                customer,
                "housing",
                Map.of("statutoryTopic", "APPEAL", "notARightBecause", "Not so.")))
        .path("contactLog.refusals[0].code")
        .entity(String.class)
        .isEqualTo("RIGHT_CONTRADICTS");
  }

  @Test
  @DisplayName("F19: a managed customer's contact is due an answer, also one that came just before")
  void contactsOfManagedCustomersAreDue() {
    CustomerView customer = customer("Max Managed");
    As officer = As.officer("housing");
    String older =
        logged(
            officer, customer, "housing", "about the roof", Map.of("at", "2026-11-06T09:00:00Z"));
    String recent =
        logged(
            officer, customer, "housing", "about the roof", Map.of("at", "2026-11-12T09:00:00Z"));
    assertThat(undisposed(officer, customer, false)).isEmpty();
    restrict(customer);
    String after = logged(officer, customer, "housing", "about the roof");
    ask(
            officer,
            LOG,
            contact(customer, "housing", Map.of("direction", "OUT", "note", "We rang back")))
        .path("contactLog.contact.disposition")
        .valueIsNull();
    ask(officer, LOG, contact(customer, "housing", Map.of("answered", true)))
        .path("contactLog.contact.disposition.outcome")
        .entity(String.class)
        .isEqualTo("ANSWERED");

    assertThat(undisposed(officer, customer, false))
        .as("of those before, the ones whose ten working days still run; soonest due first")
        .containsExactly(recent, after)
        .doesNotContain(older);
    assertThat(undisposed(As.person("lea-1", "Lea", "OFFICER", "leisure"), customer, false))
        .isEmpty();
    assertThat(undisposed(As.headOfCustomerServices(), customer, false)).hasSize(2);
    forbidden(
        ask(As.contractor("housing"), UNDISPOSED, Map.of("c", id(customer), "overdue", false)));
    assertThat(duties.openFor(uuid(recent)))
        .extracting(DutyView::kind, DutyView::dueOn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CONTACT_DISPOSITION", LocalDate.of(2026, 11, 26)));

    clock.set(Instant.parse("2026-11-30T10:00:00Z"));
    assertThat(undisposed(officer, customer, true)).containsExactly(recent);
    As.headOfCustomerServices()
        .run(
            () ->
                transactions.executeWithoutResult(
                    s -> events.publishEvent(new Free(customer.id(), clock.instant()))));
    assertThat(undisposed(officer, customer, false))
        .as("what is unanswered stays due when the restriction ends")
        .hasSize(2);
    ask(officer, LOG, contact(customer, "housing", Map.of("note", "about the gate")))
        .path("contactLog.contact.disposition")
        .valueIsNull();
  }

  @Test
  @DisplayName(
      "F19, T13: a promise becomes a duty; filing needs reading; forbidden to those outside")
  void disposesOfContacts() {
    CustomerView customer = customer("Dee Disposed");
    As officer = As.officer("housing");
    restrict(customer);
    String contact = logged(officer, customer, "housing", "about the roof");
    Map<String, Object> answer =
        Map.of(
            "id",
            contact,
            "expectedVersion",
            0,
            "outcome",
            "TO_BE_ANSWERED",
            "answerOn",
            "2026-12-01");
    forbidden(ask(As.legal(), DISPOSE, Map.of("input", answer)));
    ask(As.person("lea-1", "Lea", "OFFICER", "leisure"), DISPOSE, Map.of("input", answer))
        .path("contactDispose.refusals[0].code")
        .entity(String.class)
        .isEqualTo("NOT_FOUND");
    ask(
            officer,
            DISPOSE,
            Map.of(
                "input",
                Map.of("id", contact, "expectedVersion", 3, "outcome", "FILED", "reason", "Same")))
        .path("contactDispose.refusals[*].code")
        .entityList(String.class)
        .containsExactly("NOT_READ_THROUGH", "STALE");

    ask(officer, DISPOSE, Map.of("input", answer))
        .path("contactDispose.contact.disposition.answerOn")
        .entity(String.class)
        .isEqualTo("2026-12-01");
    assertThat(openDuties(uuid(contact))).containsExactly("CONTACT_ANSWER");
    assertThat(undisposed(officer, customer, false)).isEmpty();

    var routed =
        ask(
            As.headOfService("housing"),
            DISPOSE,
            Map.of(
                "input",
                Map.of(
                    "id",
                    contact,
                    "expectedVersion",
                    1,
                    "outcome",
                    "ROUTED",
                    "routedTo",
                    "Repairs desk",
                    "readFor",
                    List.of("NEW_INFORMATION", "SAFEGUARDING"),
                    "found",
                    List.of("NEW_INFORMATION", "SAFEGUARDING"))));
    routed.path("contactDispose.refusals").entityList(Object.class).hasSize(0);
    routed
        .path("contactDispose.contact.offersNewInformation")
        .entity(Boolean.class)
        .isEqualTo(true);
    routed
        .path("contactDispose.warnings[*].code")
        .entityList(String.class)
        .containsExactly("SAFEGUARDING_FOUND");
    assertThat(openDuties(uuid(contact))).isEmpty();
    ask(
            officer,
            DISPOSE,
            Map.of("input", Map.of("id", contact, "expectedVersion", 2, "outcome", "ANSWERED")))
        .path("contactDispose.refusals[0].code")
        .entity(String.class)
        .isEqualTo("CONTACT_DISPOSED");
  }

  private void restrict(CustomerView customer) {
    As.headOfCustomerServices()
        .run(
            () ->
                transactions.executeWithoutResult(
                    s -> events.publishEvent(new Restricted(customer.id(), clock.instant()))));
  }

  private List<String> undisposed(As who, CustomerView customer, boolean overdue) {
    return ask(who, UNDISPOSED, Map.of("c", id(customer), "overdue", overdue))
        .path("contactsUndisposed.edges[*].node.id")
        .entityList(String.class)
        .get();
  }

  private boolean causedByUs(String contact) {
    return contacts.find(new ContactId(uuid(contact))).orElseThrow().causedByUs();
  }

  private static UUID uuid(String id) {
    return GlobalId.parse(id).orElseThrow().id();
  }

  private String matter(CustomerView customer, String due) {
    return ask(
            As.officer("planning"),
            MATTER,
            Map.of(
                "input",
                Map.of(
                    "customer",
                    id(customer),
                    "system",
                    "Enforcement",
                    "reference",
                    "E/" + UUID.randomUUID(),
                    "serviceArea",
                    "planning",
                    "standardDue",
                    due)))
        .path("matterRecord.matter.id")
        .entity(String.class)
        .get();
  }

  private String logged(As who, CustomerView customer, String area, String note) {
    return logged(who, customer, area, note, Map.of());
  }

  private String logged(
      As who, CustomerView customer, String area, String note, Map<String, Object> more) {
    var all = new HashMap<String, Object>(more);
    all.put("note", note);
    return ask(who, LOG, contact(customer, area, all))
        .path("contactLog.contact.id")
        .entity(String.class)
        .get();
  }

  private static Map<String, Object> contact(
      CustomerView customer, String area, Map<String, Object> more) {
    var input = new HashMap<String, Object>();
    input.put("customer", id(customer));
    input.put("serviceArea", area);
    input.put("channel", "LETTER");
    input.put("cause", "SAME_AGAIN");
    input.putAll(more);
    return Map.of("input", input);
  }

  private static Map<String, Object> unlink(String matter, String linked, String reason) {
    return Map.of("input", Map.of("matter", matter, "linked", linked, "reason", reason));
  }

  private static void forbidden(GraphQlTester.Response answer) {
    answer
        .errors()
        .satisfy(
            errors ->
                assertThat(errors.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
  }
}
