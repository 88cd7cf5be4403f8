package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.intake.CustomerView;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** Actions through the API, from each role's seat: happy, refused, forbidden. */
class RestrictionGraphQlTests extends Story {

  private static final String REFUSALS =
      """
      refusals {
        __typename code message path parameters { name value }
        ... on MissingStepsRefusal { steps { code text } }
        ... on AuthorityRefusal { whoMay }
        ... on StaleRefusal { current }
        ... on SettingsRefusal { problems { keyPath code message { value } } }
        ... on NoOpenRouteRefusal { workingDays closed { channel why } }
        ... on ContradictionRefusal { why other { id reference } }
      }
      """;

  private static final String RESTRICTION =
      """
      restriction {
        id version reference status typeId nature appealable corporate reviewOn endsOn
        type { id name { value } plugin }
        settings { key value {
          __typename
          ... on WeeklySlotsValue { slots { day from to } }
          ... on ChannelSetValue { channels }
          ... on BuildingSetValue { buildings { code } }
          ... on OfficerValue { officer { name } }
          ... on ChoiceValue { code }
        } }
        form { __typename key label { value } required }
        rules { id effect facts toSay { value } clause source }
        leadService { code } scope { wholeCouncil serviceAreas { code } buildings { code } }
        reasons { conduct harm whyThis whyNothingLess }
        customer { id } consideration { id } policyVersion { label } notice { reference }
        reviews { outcome nextReviewOn by as }
        imposedBy imposedAs effectiveFrom endedBy endReason
        availableActions { action allowed mutation due refusals { code } }
      }
      """;

  private Response act(As seat, String mutation, Map<String, Object> input, String result) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return seat.call(
        () ->
            graphQl
                .document(
                    "mutation($input: %sInput!) { answer: %s(input: $input) { %s %s warnings { code message } } }"
                        .formatted(type, mutation, result, REFUSALS))
                .variable("input", input)
                .execute());
  }

  private Response impose(As seat, Map<String, Object> input) {
    return act(seat, "restrictionImpose", input, RESTRICTION);
  }

  private Response ask(As seat, String document, Map<String, Object> variables) {
    return seat.call(
        () -> {
          var request = graphQl.document(document);
          variables.forEach(request::variable);
          return request.execute();
        });
  }

  private static List<String> refusalCodes(Response response) {
    return response.path("answer.refusals[*].code").entityList(String.class).get();
  }

  private static void isDone(Response response) {
    response.path("answer.refusals").entityList(Object.class).hasSize(0);
  }

  private static Map<String, Object> imposing(
      ConsiderationView consideration, String type, List<Map<String, Object>> settings) {
    var input = new HashMap<String, Object>();
    input.put("consideration", gid("Consideration", consideration.id().value()));
    input.put("type", type);
    input.put("nature", "RESTRICTIVE");
    input.put("settings", settings);
    input.put("settingsVersion", 1);
    input.put("scope", Map.of("serviceAreas", List.of("housing")));
    input.put(
        "reasons",
        Map.of(
            "conduct", "Remarks at the desk on two days",
            "harm", "The desk was closed for forty minutes",
            "whyThis", "It keeps contact calm, as " + consideration.reference() + " says",
            "whyNothingLess", "A warning did not help"));
    input.put("endsSoonerWhen", "Three months without such remarks");
    input.put("endsOn", MONDAY.plusMonths(3).toString());
    return input;
  }

  private static List<Map<String, Object>> tuesdays() {
    return List.of(
        Map.of(
            "key",
            "slots",
            "value",
            Map.of(
                "weeklySlots",
                List.of(Map.of("day", "TUESDAY", "from", "10:00:00", "to", "12:00:00")))));
  }

  private static List<Map<String, Object>> media(String... media) {
    return List.of(Map.of("key", "medium", "value", Map.of("channels", List.of(media))));
  }

  private static Map<String, Object> issuing(ConsiderationView consideration) {
    return Map.of(
        "consideration",
        gid("Consideration", consideration.id().value()),
        "planned",
        Map.of("method", "HAND", "sendOn", MONDAY.toString(), "address", "At the desk"));
  }

  // The story

  @Test
  @DisplayName(
      "P8.3.2, P9.2, F12, F17: previewed, imposed, told, reviewed and lifted, all by the API")
  void theStory() {
    CustomerView customer = customer("Gail Graph");
    ConsiderationView consideration = determined(customer);
    As head = As.headOfService("housing");
    var input = imposing(consideration, "evenhand.time-slot", tuesdays());

    ask(
            head,
            """
            query($input: RestrictionImposeInput!) {
              restrictionPreview(input: $input) {
                preview {
                  appealable corporate reviewOn staffSummary { value } staffPractice { value }
                  rules { id effect facts }
                  letter { what { value } when { value } stillServed { value } where { value } }
                  effects { need possible channels route }
                  refusals { code }
                }
                refusals { code }
                warnings { code }
              }
            }
            """,
            Map.of("input", input))
        .path("restrictionPreview.preview.refusals")
        .entityList(Object.class)
        .hasSize(0)
        .path("restrictionPreview.preview.letter.when.value")
        .entity(String.class)
        .isEqualTo("Tuesday, 10:00 to 12:00")
        .path("restrictionPreview.preview.effects[*].possible")
        .entityList(Boolean.class)
        .satisfies(all -> assertThat(all).hasSize(12).containsOnly(true))
        .path("restrictionPreview.warnings[*].code")
        .entityList(String.class)
        .containsExactly("POLICY_ADOPTED_ONLY");
    assertThat(restrictions.ofCase(consideration.id())).isEmpty();

    Response imposed = impose(head, input);
    isDone(imposed);
    imposed.path("answer.restriction.status").entity(String.class).isEqualTo("IMPOSED");
    imposed
        .path("answer.restriction.type.name.value")
        .entity(String.class)
        .isEqualTo("Set times for contact");
    imposed
        .path("answer.restriction.settings[*].key")
        .entityList(String.class)
        .containsExactly("channels", "slots");
    imposed
        .path("answer.restriction.settings[1].value.slots[0].day")
        .entity(String.class)
        .isEqualTo("TUESDAY");
    imposed
        .path("answer.restriction.rules[0].facts")
        .entityList(String.class)
        .containsExactly("channel", "direction", "service-area", "slots");
    imposed.path("answer.restriction.policyVersion.label").entity(String.class).isEqualTo("test-1");
    imposed
        .path("answer.restriction.availableActions[?(@.allowed == true)].action")
        .entityList(String.class)
        .containsExactly("ISSUE_NOTICE", "LIFT");
    String id = imposed.path("answer.restriction.id").entity(String.class).get();

    Response issued =
        act(
            head,
            "noticeIssue",
            issuing(consideration),
            "notice { id kind reference restrictions { id } }");
    isDone(issued);
    issued.path("answer.notice.kind").entity(String.class).isEqualTo("RESTRICTIONS");
    issued.path("answer.notice.restrictions[*].id").entityList(String.class).containsExactly(id);
    served(notices.ofCase(consideration.id().value()).getFirst());

    askedAtReview(consideration.id());
    Response kept =
        act(
            head,
            "restrictionReview",
            Map.of("restriction", id, "outcome", "KEEP", "reasons", "Remarks again"),
            RESTRICTION);
    isDone(kept);
    kept.path("answer.restriction.reviews[0].as").entity(String.class).isEqualTo("HEAD_OF_SERVICE");
    int version = kept.path("answer.restriction.version").entity(Integer.class).get();

    Response lifted =
        act(
            head,
            "restrictionLift",
            Map.of("restriction", id, "expectedVersion", version, "reason", "Contact is calm"),
            RESTRICTION);
    isDone(lifted);
    lifted.path("answer.restriction.status").entity(String.class).isEqualTo("LIFTED");
    lifted.path("answer.restriction.endedBy").entity(String.class).isEqualTo("hos-housing");
  }

  @Test
  @DisplayName("Each kind of action describes its form in types of the schema, all by one pattern")
  void describesEveryKind() {
    Response types =
        ask(
            As.officer("housing"),
            """
            {
              restrictionTypes {
                id name { value lang } description { value } natures axis appealability authority
                reviewInterval conflicts settingsVersion plugin
                settings {
                  __typename key label { value } help { value } required group
                  visibleWhen { key equals { __typename } }
                  defaultValue { __typename ... on ChannelSetValue { channels } }
                  ... on ChoiceSetting { options { code label { value } } }
                  ... on ChannelSetSetting { fewest most offered }
                  ... on BuildingSetSetting { fewest most }
                  ... on NumberSetting { minimum maximum wholeOnly }
                  ... on TextSetting { maxLength }
                  ... on LongTextSetting { maxLength }
                  ... on ListSetting { element { __typename key } fewest most }
                }
              }
            }
            """,
            Map.of());

    types
        .path("restrictionTypes[*].id")
        .entityList(String.class)
        .containsExactly(
            "evenhand.hat-policy",
            "evenhand.time-slot",
            "evenhand.one-medium",
            "evenhand.witness-present",
            "evenhand.no-same-matter",
            "evenhand.end-contact",
            "evenhand.meeting",
            "evenhand.policy-shared-with-warning",
            "evenhand.strategy-meeting",
            "evenhand.single-point-of-contact",
            "evenhand.independent-advocate",
            "evenhand.voluntary-agreement",
            "evenhand.building-exclusion",
            "evenhand.other");
    types
        .path("restrictionTypes[1].settings[1].defaultValue.channels")
        .entityList(String.class)
        .containsExactly("PHONE");
    types
        .path("restrictionTypes[8].settings[0].element.__typename")
        .entity(String.class)
        .isEqualTo("ServiceAreaSetting");
  }

  // Refusals

  @Test
  @DisplayName("T12: two media are refused by the setting's key")
  void refusesByKeyPath() {
    ConsiderationView consideration = determined(customer("Kay Path"));

    Response refused =
        impose(
            As.headOfService("housing"),
            imposing(consideration, "evenhand.one-medium", media("EMAIL", "LETTER")));

    refused.path("answer.restriction").valueIsNull();
    refused.path("answer.refusals[0].__typename").entity(String.class).isEqualTo("SettingsRefusal");
    refused.path("answer.refusals[0].problems[0].keyPath").entity(String.class).isEqualTo("medium");
    refused.path("answer.refusals[0].problems[0].code").entity(String.class).isEqualTo("too-many");
    refused
        .path("answer.refusals[0].message")
        .entity(String.class)
        .isEqualTo("Some settings do not fit: medium.");
  }

  @Test
  @DisplayName("Settings that cannot be read are refused by key: times in reverse, an unknown id")
  void refusesUnreadableSettings() {
    ConsiderationView consideration = determined(customer("Ulla Unreadable"));

    Response refused =
        impose(
            As.headOfService("housing"),
            imposing(
                consideration,
                "evenhand.time-slot",
                List.of(
                    Map.of(
                        "key",
                        "slots",
                        "value",
                        Map.of(
                            "weeklySlots",
                            List.of(
                                Map.of("day", "TUESDAY", "from", "12:00:00", "to", "10:00:00")))),
                    Map.of("key", "who", "value", Map.of("officer", "nobody")),
                    Map.of("key", "n", "value", Map.of("number", "1e999999999")))));

    refused
        .path("answer.refusals[0].problems[*].code")
        .entityList(String.class)
        .containsExactly("malformed", "not-found", "malformed");
  }

  @Test
  @DisplayName("Exactly one value for a setting: two are an error of the request")
  void refusesTwoValuesForOneSetting() {
    ConsiderationView consideration = determined(customer("Toni Two"));

    impose(
            As.headOfService("housing"),
            imposing(
                consideration,
                "evenhand.one-medium",
                List.of(
                    Map.of(
                        "key",
                        "medium",
                        "value",
                        Map.of("text", "email", "channels", List.of("EMAIL"))))))
        .errors()
        .satisfy(errors -> assertThat(errors).isNotEmpty());
  }

  @Test
  @DisplayName("P9.3, F3: no open route is refused with every channel's reason")
  void refusesToLeaveNoRoute() {
    CustomerView customer = customer("Nora Route");
    ConsiderationView consideration = determined(customer);
    adjusted(customer, Channel.LETTER);

    Response refused =
        impose(
            As.headOfService("housing"),
            imposing(consideration, "evenhand.one-medium", media("LETTER")));

    assertThat(refusalCodes(refused)).contains("NO_OPEN_ROUTE");
    refused
        .path("answer.refusals[?(@.code == 'NO_OPEN_ROUTE')].closed[*].why")
        .entityList(String.class)
        .contains("UNUSABLE", "REDIRECTED");
  }

  @Test
  @DisplayName("T12: a contradiction shows the action that it contradicts")
  void showsWhatItContradicts() {
    ConsiderationView consideration = determined(customer("Cora Contra"));
    As head = As.headOfService("housing");
    isDone(impose(head, imposing(consideration, "evenhand.one-medium", media("EMAIL"))));

    Response refused =
        impose(head, imposing(consideration, "evenhand.one-medium", media("LETTER")));

    refused
        .path("answer.refusals[0].other.reference")
        .entity(String.class)
        .satisfies(reference -> assertThat(reference).startsWith("R-"));
  }

  @Test
  @DisplayName("F1: without a determination the missing step is named")
  void namesTheMissingStep() {
    ConsiderationView consideration = considered(customer("Minnie Missing"));

    Response refused =
        impose(
            As.headOfService("housing"), imposing(consideration, "evenhand.time-slot", tuesdays()));

    assertThat(refusalCodes(refused)).containsExactly("STEPS_BEFORE_RESTRICTION_MISSING");
    refused
        .path("answer.refusals[0].steps[0].code")
        .entity(String.class)
        .isEqualTo("DETERMINATION");
  }

  @Test
  @DisplayName("Ids and codes that this API never gave out are not found, at their place")
  void refusesWhatDoesNotExist() {
    ConsiderationView consideration = determined(customer("Ilse Id"));
    var input =
        with(
            imposing(consideration, "no such kind", tuesdays()),
            "consideration",
            gid("Customer", UUID.randomUUID()));

    Response refused =
        impose(
            As.headOfService("housing"),
            with(input, "scope", Map.of("serviceAreas", List.of("No such area"))));

    assertThat(refusalCodes(refused))
        .containsExactlyInAnyOrder("NOT_FOUND", "TYPE_NOT_INSTALLED", "NOT_FOUND");
    refused
        .path("answer.refusals[*].path")
        .entityList(List.class)
        .satisfies(
            paths ->
                assertThat(paths)
                    .contains(
                        List.of("consideration"),
                        List.of("type"),
                        List.of("scope", "serviceAreas")));
    assertThat(
            refusalCodes(
                impose(
                    As.headOfService("housing"),
                    with(
                        imposing(consideration, "evenhand.time-slot", tuesdays()),
                        "consideration",
                        gid("Consideration", UUID.randomUUID())))))
        .containsExactly("NOT_FOUND");
  }

  @Test
  @DisplayName("A second identical act under one key is the first result; another body is refused")
  void actsOnce() {
    ConsiderationView consideration = determined(customer("Una Once"));
    var input =
        with(
            imposing(consideration, "evenhand.time-slot", tuesdays()),
            "idempotencyKey",
            "once-" + consideration.reference());
    As head = As.headOfService("housing");

    Response first = impose(head, input);
    Response second = impose(head, input);

    isDone(first);
    isDone(second);
    assertThat(second.path("answer.restriction.id").entity(String.class).get())
        .isEqualTo(first.path("answer.restriction.id").entity(String.class).get());
    assertThat(restrictions.ofCase(consideration.id())).hasSize(1);
    assertThat(refusalCodes(impose(head, with(input, "endsSoonerWhen", "Another"))))
        .containsExactly("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  @DisplayName("Texts beyond their bounds are refused at their place")
  void refusesOversizeText() {
    ConsiderationView consideration = determined(customer("Otis Oversize"));

    Response refused =
        impose(
            As.headOfService("housing"),
            with(
                imposing(consideration, "evenhand.time-slot", tuesdays()),
                "endsSoonerWhen",
                "x".repeat(10_001)));

    assertThat(refusalCodes(refused)).containsExactly("TEXT_TOO_LONG");
  }

  // Who sees and who may

  @Test
  @DisplayName("T20: heads see what reaches into their areas; the front line sees no list at all")
  void showsActionsByNeed() {
    CustomerView customer = customer("Sela Seen");
    ConsiderationView consideration = determined(customer);
    RestrictionView imposed = imposed(action(consideration, TIME_SLOT, slots()));
    String list =
        """
        query($customer: ID!) {
          restrictions(filter: { customer: $customer }) {
            edges { node { id } } totalCount pageInfo { hasNextPage }
          }
        }
        """;
    Map<String, Object> of = Map.of("customer", gid("Customer", customer.id().value()));

    for (As seat :
        List.of(
            As.headOfService("housing"),
            As.headOfCustomerServices(),
            As.cmtMember(),
            As.dataProtectionOfficer(),
            As.legal(),
            As.auditor())) {
      ask(seat, list, of)
          .path("restrictions.edges[*].node.id")
          .entityList(String.class)
          .containsExactly(gid("Restriction", imposed.id().value()));
    }
    ask(As.headOfService("leisure"), list, of)
        .path("restrictions.edges")
        .entityList(Object.class)
        .hasSize(0);
    String one = "query($id: ID!) { restriction(id: $id) { reference } }";
    Map<String, Object> id = Map.of("id", gid("Restriction", imposed.id().value()));
    ask(As.headOfService("housing"), one, id)
        .path("restriction.reference")
        .entity(String.class)
        .isEqualTo(imposed.reference());
    ask(As.headOfService("leisure"), one, id).path("restriction").valueIsNull();
    ask(
            As.officer("housing"),
            "query($id: ID!) { customer(id: $id) { restrictions { id } } }",
            Map.of("id", gid("Customer", customer.id().value())))
        .path("customer.restrictions")
        .valueIsNull();
    ask(
            As.headOfService("housing"),
            """
            query($id: ID!) { consideration(id: $id) { restrictions { reference } } }
            """,
            Map.of("id", gid("Consideration", consideration.id().value())))
        .path("consideration.restrictions[*].reference")
        .entityList(String.class)
        .containsExactly(imposed.reference());
    ask(
            As.headOfService("housing"),
            "query($id: ID!) { node(id: $id) { id ... on Restriction { reference } } }",
            id)
        .path("node.reference")
        .entity(String.class)
        .isEqualTo(imposed.reference());
  }

  @Test
  @DisplayName("Lists are filtered by where an action stands now, not by what a sweep has recorded")
  void filtersByStanding() {
    CustomerView customer = customer("Fil Ter");
    ConsiderationView consideration = determined(customer);
    inForce(action(consideration, ONE_MEDIUM, medium(Channel.EMAIL)).endsOn(MONDAY.plusDays(10)));
    String list =
        """
        query($customer: ID!, $status: RestrictionStatus!) {
          restrictions(filter: { customer: $customer, statuses: [$status] }) { totalCount }
        }
        """;
    var of = new HashMap<String, Object>();
    of.put("customer", gid("Customer", customer.id().value()));

    assertThat(count(list, with(of, "status", "IN_FORCE"))).isEqualTo(1);
    assertThat(count(list, with(of, "status", "LAPSED"))).isZero();
    clock.set(java.time.Instant.parse("2026-12-04T00:00:00Z"));
    assertThat(count(list, with(of, "status", "IN_FORCE"))).isZero();
    assertThat(count(list, with(of, "status", "LAPSED"))).isEqualTo(1);
  }

  private int count(String list, Map<String, Object> variables) {
    return ask(As.headOfCustomerServices(), list, variables)
        .path("restrictions.totalCount")
        .entity(Integer.class)
        .get();
  }

  static Stream<As> mayNotDecide() {
    return As.everyRole()
        .filter(
            seat -> {
              String name = seat.authentication().getName();
              return !name.startsWith("hos-") && !name.startsWith("hofcs");
            });
  }

  @Test
  @DisplayName("P9.2, F4: a notice is drafted, edited by version, read in each form, then issued")
  void aNoticeIsDraftedPreviewedAndIssued() {
    ConsiderationView consideration = determined(customer("Dora Drafted"));
    As head = As.headOfService("housing");
    isDone(impose(head, imposing(consideration, "evenhand.time-slot", tuesdays())));
    String draft =
        "draft { id version why howToReachUs savedBy customer { name } problems { code } }";

    Response first = act(head, "noticeDraft", issuing(consideration), draft);
    isDone(first);
    first.path("answer.draft.version").entity(Integer.class).isEqualTo(0);
    first.path("answer.draft.problems").entityList(Object.class).hasSize(0);
    first
        .path("answer.draft.howToReachUs")
        .entity(String.class)
        .satisfies(how -> assertThat(how).isNotBlank());

    var edited = new HashMap<>(issuing(consideration));
    edited.put("why", "You shouted at the desk. Two officers were frightened.");
    assertThat(refusalCodes(act(head, "noticeDraft", edited, draft))).containsExactly("STALE");
    edited.put("expectedVersion", 0);
    Response second = act(head, "noticeDraft", edited, draft);
    isDone(second);
    second.path("answer.draft.version").entity(Integer.class).isEqualTo(1);

    int before = notices.ofCase(consideration.id().value()).size();
    Response preview =
        ask(
            head,
            """
            query ($input: NoticeIssueInput!) {
              answer: noticePreview(input: $input) {
                preview { kind variant html text pdf lastAppealDay parts { why ombudsman } }
                refusals { code } warnings { code }
              }
            }
            """,
            Map.of("input", issuing(consideration)));
    isDone(preview);
    preview
        .path("answer.preview.text")
        .entity(String.class)
        .satisfies(
            text ->
                assertThat(text)
                    .contains("You shouted at the desk. Two officers were frightened.")
                    .contains("Send your appeal by"));
    preview
        .path("answer.preview.pdf")
        .entity(String.class)
        .satisfies(
            pdf ->
                assertThat(java.util.Base64.getDecoder().decode(pdf))
                    .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    assertThat(notices.ofCase(consideration.id().value())).hasSize(before);

    String drafts = "query ($id: ID!) { consideration(id: $id) { noticeDrafts { version why } } }";
    Map<String, Object> id = Map.of("id", gid("Consideration", consideration.id().value()));
    ask(head, drafts, id)
        .path("consideration.noticeDrafts[*].version")
        .entityList(Integer.class)
        .containsExactly(1);

    Response issued = act(head, "noticeIssue", issuing(consideration), "notice { parts { why } }");
    isDone(issued);
    issued
        .path("answer.notice.parts.why")
        .entity(String.class)
        .isEqualTo("You shouted at the desk. Two officers were frightened.");
    ask(head, drafts, id).path("consideration.noticeDrafts").entityList(Object.class).hasSize(0);
    assertThat(refusalCodes(act(head, "noticeDraft", issuing(consideration), draft)))
        .containsExactly("NOTHING_TO_NOTIFY");
  }

  @ParameterizedTest
  @MethodSource("mayNotDecide")
  @DisplayName("P9.2: nobody but heads of service and of customer services drafts a notice")
  void onlyHeadsDraft(As seat) {
    ConsiderationView consideration = determined(customer("Fritz Forbidden"));
    act(seat, "noticeDraft", issuing(consideration), "draft { id }")
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getExtensions()).containsValue("FORBIDDEN")));
  }

  @ParameterizedTest
  @MethodSource("mayNotDecide")
  @DisplayName(
      "F15, F12, F17: nobody but heads of service and of customer services imposes terms, with reasons"
          + " or without")
  void onlyHeadsImpose(As seat) {
    ConsiderationView consideration = determined(customer("Fern Forbidden"));

    impose(seat, imposing(consideration, "evenhand.time-slot", tuesdays()))
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getExtensions()).containsValue("FORBIDDEN")));
    assertThat(restrictions.ofCase(consideration.id())).isEmpty();
  }

  @Test
  @DisplayName("T5, F15: two buildings are the corporate head's to decide")
  void corporateThroughTheApi() {
    ConsiderationView consideration = determined(customer("Corin Corporate"));
    var buildings =
        List.<Map<String, Object>>of(
            Map.of(
                "key",
                "buildings",
                "value",
                Map.of(
                    "buildings",
                    Stream.of("housing-office", "leisure-centre")
                        .map(
                            code ->
                                gid(
                                    "Building",
                                    this.buildings.find(code).orElseThrow().id().value()))
                        .toList())));
    var input =
        with(imposing(consideration, "evenhand.building-exclusion", buildings), "scope", Map.of());

    Response refused = impose(As.headOfService("housing"), input);
    assertThat(refusalCodes(refused)).containsExactly("CORPORATE_DECISION");
    refused
        .path("answer.refusals[0].whoMay")
        .entityList(String.class)
        .containsExactly("HEAD_OF_CUSTOMER_SERVICES");

    Response imposed = impose(As.headOfCustomerServices(), input);
    isDone(imposed);
    imposed
        .path("answer.restriction.scope.buildings[*].code")
        .entityList(String.class)
        .contains("housing-office", "leisure-centre");
    imposed.path("answer.restriction.corporate").entity(Boolean.class).isEqualTo(true);
  }

  @Test
  @DisplayName("F1, F9: an emergency through the API, confirmed once a determination stands")
  void anEmergencyThroughTheApi() {
    ConsiderationView consideration = considered(customer("Elmer Emergency"));
    var advice =
        List.<Map<String, Object>>of(
            Map.of("key", "hat-reference", "value", Map.of("text", "HAT-17")),
            Map.of("key", "advice", "value", Map.of("longText", "Stay near the door.")));
    var input = with(imposing(consideration, "evenhand.hat-policy", advice), "nature", "SAFETY");
    input = with(input, "emergency", true);
    As head = As.headOfService("housing");
    assertThat(refusalCodes(impose(head, input))).containsExactly("TEXT_MISSING");

    Response imposed = impose(head, with(input, "emergencyReason", "Threats at the desk"));
    isDone(imposed);
    imposed.path("answer.restriction.status").entity(String.class).isEqualTo("IN_FORCE");
    String id = imposed.path("answer.restriction.id").entity(String.class).get();

    prepare(consideration);
    determine(consideration, org.evenhand.designation.Category.UNREASONABLE, null, true);
    isDone(
        act(
            head,
            "restrictionConfirm",
            Map.of("restriction", id, "reasons", "Two witnesses"),
            RESTRICTION));
    assertThat(
            refusalCodes(
                act(
                    head,
                    "restrictionConfirm",
                    Map.of("restriction", id, "reasons", "Again"),
                    RESTRICTION)))
        .containsExactly("NOTHING_TO_CONFIRM");
  }

  // Changing

  private static Map<String, Object> changing(String id, Map<String, Object> what) {
    var input = new HashMap<String, Object>(what);
    input.put("restriction", id);
    input.put(
        "reasons",
        Map.of(
            "conduct", "Remarks again at the desk",
            "harm", "The desk was closed again",
            "whyThis", "Another way keeps contact calm",
            "whyNothingLess", "The first way was tried"));
    return input;
  }

  private String idInForce(String name) {
    return gid(
        "Restriction",
        inForce(action(determined(customer(name)), TIME_SLOT, slots())).id().value());
  }

  @Test
  @DisplayName("T9, T10, F13: varied and extended through the API; refusals at their places")
  void changesThroughTheApi() {
    As head = As.headOfService("housing");
    String id = idInForce("Vera Vary");

    Response varied =
        act(
            head,
            "restrictionVary",
            changing(id, Map.of("settings", tuesdays(), "settingsVersion", 1)),
            "restriction { id decision status loosens earlier { id } availableActions { action }"
                + " }");
    isDone(varied);
    varied.path("answer.restriction.decision").entity(String.class).isEqualTo("VARIED");
    varied.path("answer.restriction.status").entity(String.class).isEqualTo("IMPOSED");
    varied.path("answer.restriction.earlier[*].id").entityList(String.class).containsExactly(id);
    varied
        .path("answer.restriction.availableActions[*].action")
        .entityList(String.class)
        .contains("VARY", "EXTEND", "SUSPEND", "RESUME");

    Response refused =
        act(
            head,
            "restrictionExtend",
            changing(
                idInForce("Exel Extend"),
                Map.of(
                    "endsOn",
                    MONDAY.plusMonths(5).toString(),
                    "evidence",
                    Map.of("kind", "FIRST_HAND_INCIDENT", "incident", "no id"))),
            RESTRICTION);
    assertThat(refusalCodes(refused)).containsExactly("NOT_FOUND");
    refused
        .path("answer.refusals[0].path")
        .entityList(String.class)
        .containsExactly("evidence", "incident");
  }

  private Response previewed(As seat, String query, String input, Map<String, Object> given) {
    return ask(
        seat,
        """
        query($input: %s!) { answer: %s(input: $input) {
          preview {
            letter { when { value } } effects { need possible channels } refusals { code }
          }
          refusals { code } } }
        """
            .formatted(input, query),
        Map.of("input", given));
  }

  @Test
  @DisplayName(
      "P9.3, P9.2: a change is tried out before it is signed: the letter's words, what stays open,"
          + " every refusal; nothing is written")
  void triesAChangeOut() {
    As head = As.headOfService("housing");
    RestrictionView slot =
        inForce(action(determined(customer("Pria Preview")), TIME_SLOT, slots()));
    String id = gid("Restriction", slot.id().value());
    var vary = changing(id, Map.of("settings", tuesdays(), "settingsVersion", 1));

    Response varied = previewed(head, "restrictionVaryPreview", "RestrictionVaryInput", vary);
    varied.path("answer.refusals").entityList(Object.class).hasSize(0);
    varied.path("answer.preview.refusals").entityList(Object.class).hasSize(0);
    varied
        .path("answer.preview.letter.when.value")
        .entity(String.class)
        .isEqualTo("Tuesday, 10:00 to 12:00");
    varied
        .path("answer.preview.effects[*].possible")
        .entityList(Boolean.class)
        .satisfies(all -> assertThat(all).hasSize(12).containsOnly(true));
    Response extended =
        previewed(
            head,
            "restrictionExtendPreview",
            "RestrictionExtendInput",
            changing(
                id,
                Map.of(
                    "endsOn",
                    MONDAY.plusMonths(1).toString(),
                    "evidence",
                    Map.of("kind", "NONE_POSSIBLE", "whyNone", "Closed"))));
    extended
        .path("answer.preview.refusals[*].code")
        .entityList(String.class)
        .contains("NOT_AN_EXTENSION", "EVIDENCE_MISSING");
    assertThat(restrictions.ofCase(slot.considerationId())).hasSize(1);

    Response elsewhere =
        previewed(
            As.headOfService("leisure"), "restrictionVaryPreview", "RestrictionVaryInput", vary);
    elsewhere.path("answer.preview").valueIsNull();
    elsewhere.path("answer.refusals").entityList(Object.class).hasSizeGreaterThan(0);
    previewed(As.officer("housing"), "restrictionVaryPreview", "RestrictionVaryInput", vary)
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(e -> assertThat(e.getExtensions()).containsValue("FORBIDDEN")));
  }

  @Test
  @DisplayName("T10: extended, set aside and taken up again through the API")
  void goesOnThroughTheApi() {
    As head = As.headOfService("housing");
    String id = idInForce("Susi Suspend");
    isDone(
        act(
            head,
            "restrictionExtend",
            changing(
                id,
                Map.of(
                    "endsOn",
                    MONDAY.plusMonths(5).toString(),
                    "evidence",
                    Map.of("kind", "POLICE", "reference", "22/99", "on", MONDAY.toString()))),
            "restriction { newEvidence { kind reference on } }"));
    Response aside =
        act(
            head,
            "restrictionSuspend",
            Map.of("restriction", id, "reason", "In hospital"),
            "restriction { status suspension { reason onAppeal resumedFrom } }");
    isDone(aside);
    aside
        .path("answer.restriction.suspension.reason")
        .entity(String.class)
        .isEqualTo("In hospital");
    isDone(
        act(
            head,
            "restrictionResume",
            Map.of("restriction", id, "reason", "Home again"),
            "restriction { suspension { resumeReason resumeDecidedAt } }"));
  }

  static Stream<As> mayNotDecideSome() {
    return mayNotDecide().limit(4);
  }

  @ParameterizedTest
  @MethodSource("mayNotDecideSome")
  @DisplayName(
      "F15, F13: nobody but heads varies, extends, sets aside or takes up again, whatever the evidence")
  void onlyHeadsChange(As seat) {
    CustomerView customer = customer("Fort Forbidden");
    String id =
        gid("Restriction", inForce(action(determined(customer), TIME_SLOT, slots())).id().value());
    List<RestrictionView> before = restrictions.of(customer.id());
    Map<String, Map<String, Object>> all =
        Map.of(
            "restrictionVary",
            changing(id, Map.of("settings", tuesdays(), "settingsVersion", 1)),
            "restrictionExtend",
            changing(id, Map.of("evidence", Map.of("kind", "NONE_POSSIBLE", "whyNone", "Closed"))),
            "restrictionSuspend",
            Map.of("restriction", id, "reason", "Away"),
            "restrictionResume",
            Map.of("restriction", id, "reason", "Back"));
    all.forEach(
        (mutation, input) ->
            act(seat, mutation, input, "restriction { id }")
                .errors()
                .satisfy(
                    errors ->
                        assertThat(errors)
                            .singleElement()
                            .satisfies(
                                e -> assertThat(e.getExtensions()).containsValue("FORBIDDEN"))));
    assertThat(restrictions.of(customer.id())).isEqualTo(before);
  }
}
