package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places, people, what is due and what was done, as front ends ask for them, from each seat. */
class GraphQlTests extends FoundationModuleTest {

  private static final String RECORD_AREA =
      """
      mutation ($input: ServiceAreaRecordInput!) {
        serviceAreaRecord(input: $input) {
          serviceArea { id version code name commissioned }
          refusals { __typename code message path parameters { name value }
                     ... on StaleRefusal { current } }
          warnings { code }
        }
      }
      """;

  private static final String DUE =
      """
      query ($filter: DueListFilter, $first: Int, $after: String) {
        dueList(filter: $filter, first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { node { id kind title subjectType subject ownerRole ownerActor overdue dueOn dueAt
                         openedAt serviceArea { code } } }
        }
      }
      """;

  @Autowired Duties duties;
  @Autowired JdbcClient jdbc;

  private String area() {
    String code = fresh("area");
    ask(
            As.headOfCustomerServices(),
            RECORD_AREA,
            "input",
            Map.of("code", code, "name", "Area " + code))
        .path("serviceAreaRecord.serviceArea.code")
        .entity(String.class)
        .isEqualTo(code);
    return code;
  }

  private UUID due(
      String kind,
      Role owner,
      @Nullable String named,
      @Nullable String area,
      LocalDate on,
      @Nullable UUID person) {
    UUID subject = Ids.next();
    As.headOfCustomerServices()
        .run(
            () ->
                duties.open(
                    new DutyToOpen(
                        kind,
                        "Restriction",
                        subject,
                        person,
                        owner,
                        named == null ? null : new ActorId(named),
                        area == null ? null : new ServiceAreaCode(area),
                        on,
                        null),
                    NOW));
    return subject;
  }

  private static void isForbidden(GraphQlTester.Response response) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  private List<String> subjects(As who, Map<String, Object> filter) {
    return ask(who, DUE, "filter", filter)
        .path("dueList.edges[*].node.subject")
        .entityList(String.class)
        .get();
  }

  private static String restriction(UUID id) {
    return GlobalId.of("Restriction", id);
  }

  @Test
  @DisplayName("A refusal says its code, a sentence, the place and its values; nothing is written")
  void aRefusalSaysWhatIsWrongAndWhere() {
    String code = area();
    var refused =
        ask(
            As.headOfCustomerServices(),
            RECORD_AREA,
            "input",
            Map.of("code", code, "name", "x".repeat(501), "expectedVersion", 7));

    refused.path("serviceAreaRecord.serviceArea").valueIsNull();
    refused
        .path("serviceAreaRecord.refusals[*].__typename")
        .entityList(String.class)
        .containsExactly("PlainRefusal", "StaleRefusal");
    refused
        .path("serviceAreaRecord.refusals[0].message")
        .entity(String.class)
        .isEqualTo("This text is too long: 500 characters at most.");
    refused
        .path("serviceAreaRecord.refusals[0].path")
        .entityList(String.class)
        .containsExactly("name");
    refused
        .path("serviceAreaRecord.refusals[0].parameters")
        .entityList(Object.class)
        .containsExactly(Map.of("name", "longest", "value", "500"));
    refused.path("serviceAreaRecord.refusals[1].current").entity(Integer.class).isEqualTo(0);
    ask(As.officer(), "{ serviceAreas { code name } }")
        .path("serviceAreas[?(@.code == '" + code + "')].name")
        .entityList(String.class)
        .containsExactly("Area " + code);
  }

  @Test
  @DisplayName("The same act under the same key is done once; another act under it is refused")
  void doesTheSameActOnce() {
    String code = fresh("area");
    Map<String, Object> input =
        Map.of("code", code, "name", "Once", "idempotencyKey", "key-" + code);

    String first =
        ask(As.headOfCustomerServices(), RECORD_AREA, "input", input)
            .path("serviceAreaRecord.serviceArea.id")
            .entity(String.class)
            .get();
    ask(As.headOfCustomerServices(), RECORD_AREA, "input", input)
        .path("serviceAreaRecord.serviceArea.id")
        .entity(String.class)
        .isEqualTo(first);
    ask(
            As.headOfCustomerServices(),
            RECORD_AREA,
            "input",
            Map.of("code", code, "name", "Twice", "idempotencyKey", "key-" + code))
        .path("serviceAreaRecord.refusals[0].code")
        .entity(String.class)
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  @DisplayName("P4.1: only the head of customer services records service areas")
  void everybodyElseIsForbidden() {
    As.everyRole()
        .filter(who -> !who.equals(As.headOfCustomerServices()))
        .forEach(
            who ->
                isForbidden(
                    ask(
                        who,
                        RECORD_AREA,
                        "input",
                        Map.of("code", fresh("area"), "name", "Not mine"))));
  }

  @Test
  @DisplayName("The viewer sees the mutations that their roles may call, by what the schema says")
  void theViewerSeesWhatTheyMayDo() {
    Map<As, List<String>> expected =
        Map.of(
            As.integrator(), List.of(),
            As.officer("housing"), List.of("inboxRead", "uploadStart"),
            As.auditor(), List.of("inboxRead"),
            As.headOfService("housing"),
                List.of(
                    "assignmentRecord",
                    "buildingRecord",
                    "inboxRead",
                    "officerRecord",
                    "uploadStart"),
            As.cmtMember(),
                List.of(
                    "actingAppointmentEnd", "actingAppointmentRecord", "inboxRead", "uploadStart"),
            As.headOfCustomerServices(),
                List.of(
                    "actingAppointmentEnd",
                    "actingAppointmentRecord",
                    "assignmentRecord",
                    "buildingRecord",
                    "inboxRead",
                    "officerRecord",
                    "serviceAreaRecord",
                    "uploadStart"));
    expected.forEach(
        (who, can) -> {
          var answer = ask(who, "{ viewer { name can serviceAreas { code } acting { id } } }");
          answer
              .path("viewer.can")
              .entityList(String.class)
              .satisfies(named -> assertThat(named).containsExactlyElementsOf(can));
        });
  }

  @Test
  @DisplayName(
      "A token that names areas which nobody recorded, or which can be nobody's, opens none")
  void ignoresAreasThatAreNone() {
    String area = area();

    ask(
            As.headOfService(area, "no-such-area", "Not A Code"),
            "{ viewer { serviceAreas { code } } }")
        .path("viewer.serviceAreas[*].code")
        .entityList(String.class)
        .containsExactly(area);
  }

  @Test
  @DisplayName(
      "Building, officer and area are objects of one answer; closures and deputies are seen")
  void placesAndPeopleAreObjects() {
    String area = area();
    As hofcs = As.headOfCustomerServices();
    String deputy =
        ask(
                hofcs,
                """
                mutation ($actor: String!, $area: String!) {
                  officerRecord(input: {actor: $actor, name: "Dora Deputy", post: "Adviser",
                      serviceArea: $area}) { officer { id } refusals { code } }
                }
                """,
                "actor",
                fresh("dora"),
                "area",
                area)
            .path("officerRecord.officer.id")
            .entity(String.class)
            .get();
    ask(
            hofcs,
            """
            mutation ($actor: String!, $area: String!, $deputy: ID!) {
              officerRecord(input: {actor: $actor, name: "Olive Officer", post: "Adviser",
                  serviceArea: $area, deputy: $deputy, telephone: "01632 960003",
                  absences: [{firstDay: "2026-11-20", lastDay: "2026-11-25"}]}) {
                officer { id }
                refusals { code }
              }
            }
            """,
            "actor",
            fresh("olive"),
            "area",
            area,
            "deputy",
            deputy)
        .path("officerRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
    var officers =
        ask(
            As.officer(area),
            """
            query ($area: String!) {
              officers(filter: {serviceArea: $area, name: "oLIVE"}) {
                totalCount
                edges { cursor node {
                  name serviceArea { code } deputy { name } answeredBy { name }
                  later: answeredBy(on: "2026-11-26") { name }
                  absences { firstDay lastDay } } }
              }
            }
            """,
            "area",
            area);
    officers.path("officers.totalCount").entity(Integer.class).isEqualTo(1);
    officers
        .path("officers.edges[0].node")
        .matchesJson(
            """
            {"name": "Olive Officer", "serviceArea": {"code": "%s"},
             "deputy": {"name": "Dora Deputy"}, "answeredBy": {"name": "Dora Deputy"},
             "later": {"name": "Olive Officer"},
             "absences": [{"firstDay": "2026-11-20", "lastDay": "2026-11-25"}]}
            """
                .formatted(area));

    String building =
        ask(
                hofcs,
                """
                mutation ($code: String!, $area: String!) {
                  buildingRecord(input: {code: $code, name: "Hall", address: "1 Street",
                      serviceArea: $area, tenantHomes: true,
                      zones: [{code: "stairs", name: "Stairs", commonPartOfHomes: true}],
                      closures: [{firstDay: "2026-11-23", lastDay: "2026-11-24",
                                  reason: "Works"}]}) {
                    building { id }
                    refusals { code path }
                  }
                }
                """,
                "code",
                fresh("hall"),
                "area",
                area)
            .path("buildingRecord.building.id")
            .entity(String.class)
            .get();
    ask(
            As.electedMember(),
            """
            query ($id: ID!) {
              node(id: $id) { id ... on Building {
                name serviceArea { code } zones { code commonPartOfHomes } closures { reason }
                isOpen later: isOpen(on: "2026-11-25") } }
            }
            """,
            "id",
            building)
        .path("node")
        .matchesJsonStrictly(
            """
            {"id": "%s", "name": "Hall", "serviceArea": {"code": "%s"},
             "zones": [{"code": "stairs", "commonPartOfHomes": true}],
             "closures": [{"reason": "Works"}], "isOpen": false, "later": true}
            """
                .formatted(building, area));
    ask(
            As.electedMember(),
            "query ($area: String!) { buildings(filter: {serviceArea: $area}) { edges { node { id } } } }",
            "area",
            area)
        .path("buildings.edges[0].node.id")
        .entity(String.class)
        .isEqualTo(building);
    ask(
            As.officer(),
            "query ($id: ID!) { building(id: $id, knownAt: \"2026-11-23T08:59:59Z\") { name } }",
            "id",
            building)
        .path("building")
        .valueIsNull();
  }

  @Test
  @DisplayName("T20: an id opens nothing that a list would not: no officer for an elected member")
  void anIdOpensNothingThatAListWouldNot() {
    String officer =
        ask(
                As.headOfCustomerServices(),
                """
                mutation ($actor: String!) {
                  officerRecord(input: {actor: $actor, name: "Olive", post: "Adviser"}) {
                    officer { id }
                  }
                }
                """,
                "actor",
                fresh("olive"))
            .path("officerRecord.officer.id")
            .entity(String.class)
            .get();
    String document = "query ($id: ID!) { node(id: $id) { id } }";

    ask(As.officer(), document, "id", officer).path("node.id").hasValue();
    ask(As.electedMember(), document, "id", officer).path("node").valueIsNull();
    ask(As.integrator(), document, "id", officer).path("node").valueIsNull();
    for (String unknown :
        List.of(
            "",
            "nonsense",
            "%%%",
            GlobalId.of("Officer", Ids.next()),
            GlobalId.of("Nothing", Ids.next()))) {
      ask(As.officer(), document, "id", unknown).path("node").valueIsNull();
    }
    isForbidden(ask(As.electedMember(), "{ officers { edges { node { id } } } }"));
  }

  @Test
  @DisplayName("F2: the due list shows what is longest overdue first, with words for it")
  void showsWhatIsLongestOverdueFirst() {
    String area = area();
    String kind = fresh("KIND");
    UUID later = due(kind, Role.OFFICER, null, area, TODAY.plusDays(3), null);
    UUID today = due(kind, Role.OFFICER, null, area, TODAY, null);
    UUID longest = due(kind, Role.OFFICER, null, area, TODAY.minusDays(9), null);
    UUID overdue = due(kind, Role.OFFICER, null, area, TODAY.minusDays(1), null);

    var found = new ArrayList<String>();
    String after = null;
    do {
      var variables = new ArrayList<Object>(List.of("filter", Map.of("kind", kind), "first", 3));
      if (after != null) {
        variables.addAll(List.of("after", after));
      }
      var page = ask(As.officer(area), DUE, variables.toArray());
      page.path("dueList.totalCount").entity(Integer.class).isEqualTo(4);
      found.addAll(page.path("dueList.edges[*].node.subject").entityList(String.class).get());
      after =
          page.path("dueList.pageInfo.hasNextPage").entity(Boolean.class).get()
              ? page.path("dueList.pageInfo.endCursor").entity(String.class).get()
              : null;
    } while (after != null);
    assertThat(found)
        .containsExactly(
            restriction(longest), restriction(overdue), restriction(today), restriction(later));
    assertThat(subjects(As.officer(area), Map.of("kind", kind, "overdue", true)))
        .containsExactly(restriction(longest), restriction(overdue));
    assertThat(subjects(As.officer(area), Map.of("kind", kind, "dueBy", TODAY.toString())))
        .containsExactly(restriction(longest), restriction(overdue), restriction(today));
    assertThat(subjects(As.officer(area), Map.of("subject", restriction(today))))
        .containsExactly(restriction(today));
    ask(As.officer(area), DUE, "filter", Map.of("kind", kind), "first", 1)
        .path("dueList.edges[0].node")
        .matchesJson(
            """
            {"kind": "%s", "title": "duty.%s", "subjectType": "Restriction", "ownerRole": "OFFICER",
             "ownerActor": null, "overdue": true, "dueOn": "2026-11-14",
             "dueAt": "2026-11-15T00:00:00.000Z", "serviceArea": {"code": "%s"}}
            """
                .formatted(kind, kind, area));
  }

  @Test
  @DisplayName("T20: everybody sees what is theirs; heads their areas; three roles see all")
  void everybodySeesWhatIsTheirs() {
    String mine = area();
    String other = area();
    String kind = fresh("KIND");
    UUID officersHere = due(kind, Role.OFFICER, null, mine, TODAY, null);
    UUID officersThere = due(kind, Role.OFFICER, null, other, TODAY, null);
    UUID headsHere = due(kind, Role.HEAD_OF_SERVICE, null, mine, TODAY, null);
    UUID byName = due(kind, Role.OFFICER, "officer-1", other, TODAY, null);
    UUID someoneElses = due(kind, Role.OFFICER, "officer-2", mine, TODAY, null);
    UUID corporate = due(kind, Role.CMT_MEMBER, null, null, TODAY, null);
    Map<String, Object> all = Map.of("kind", kind);

    assertThat(subjects(As.officer(mine), all))
        .containsExactlyInAnyOrder(restriction(officersHere), restriction(byName));
    assertThat(subjects(As.headOfService(mine), all))
        .containsExactlyInAnyOrder(
            restriction(officersHere), restriction(headsHere), restriction(someoneElses));
    assertThat(subjects(As.headOfService(mine), Map.of("kind", kind, "mine", true)))
        .containsExactly(restriction(headsHere));
    assertThat(subjects(As.cmtMember(), all)).containsExactly(restriction(corporate));
    assertThat(subjects(As.legal(), all)).isEmpty();
    for (As who : List.of(As.headOfCustomerServices(), As.dataProtectionOfficer(), As.auditor())) {
      assertThat(subjects(who, all)).hasSize(6).contains(restriction(officersThere));
      assertThat(subjects(who, Map.of("kind", kind, "serviceArea", other)))
          .containsExactlyInAnyOrder(restriction(officersThere), restriction(byName));
      assertThat(subjects(who, Map.of("kind", kind, "serviceArea", "No Area"))).isEmpty();
    }
    isForbidden(ask(As.electedMember(), DUE));
    isForbidden(ask(As.integrator(), DUE));
  }

  @Test
  @DisplayName("T20: a due list that names somebody's case is a read of their record")
  void readingTheDueListIsLogged() {
    String kind = fresh("KIND");
    UUID person = Ids.next();
    due(kind, Role.LEGAL, null, null, TODAY, person);

    assertThat(subjects(As.legal(), Map.of("kind", kind))).hasSize(1);
    String entries =
        """
        query ($filter: AuditTrailFilter!) {
          auditTrail(filter: $filter) {
            totalCount
            edges { node { kind actor roles act objectType object person at } }
          }
        }
        """;
    Map<String, Object> reads =
        Map.of("person", GlobalId.of("Customer", person), "kind", "READ", "act", "dueList");
    var log = ask(As.dataProtectionOfficer(), entries, "filter", reads);
    log.path("auditTrail.totalCount").entity(Integer.class).isEqualTo(1);
    log.path("auditTrail.edges[0].node")
        .matchesJson(
            """
            {"kind": "READ", "actor": "legal-1", "roles": ["LEGAL"], "act": "dueList",
             "person": "%s", "at": "2026-11-23T09:00:00.000Z"}
            """
                .formatted(GlobalId.of("Customer", person)));

    assertThat(
            jdbc.sql(
                    """
                    select actor from foundation.audit_entry
                     where person_id = ? and act = 'auditTrail' and kind = 'R'
                    """)
                .param(person)
                .query(String.class)
                .list())
        .as("reading the trail about somebody is itself recorded")
        .containsExactly("dpo-1");
  }

  @Test
  @DisplayName("F7: every act is found by actor, act, object and time, latest first")
  void findsActsInTheAuditTrail() {
    String code = area();
    Instant later = NOW.plusSeconds(60);
    clock.set(later);
    String id =
        ask(
                As.headOfCustomerServices(),
                RECORD_AREA,
                "input",
                Map.of("code", code, "name", "Renamed", "expectedVersion", 0))
            .path("serviceAreaRecord.serviceArea.id")
            .entity(String.class)
            .get();
    String entries =
        """
        query ($filter: AuditTrailFilter, $first: Int, $after: String) {
          auditTrail(filter: $filter, first: $first, after: $after) {
            pageInfo { hasNextPage endCursor }
            edges { node { id at act object objectType actor roles kind reasonCode } }
          }
        }
        """;

    var first = ask(As.auditor(), entries, "filter", Map.of("object", id), "first", 1);
    first
        .path("auditTrail.edges[0].node")
        .matchesJson(
            """
            {"at": "2026-11-23T09:01:00.000Z", "act": "serviceAreaRecord", "object": "%s",
             "objectType": "ServiceArea", "actor": "hofcs-1",
             "roles": ["HEAD_OF_CUSTOMER_SERVICES"], "kind": "ACT", "reasonCode": null}
            """
                .formatted(id));
    var second =
        ask(
            As.auditor(),
            entries,
            "filter",
            Map.of("object", id, "actor", "hofcs-1", "act", "serviceAreaRecord"),
            "first",
            1,
            "after",
            first.path("auditTrail.pageInfo.endCursor").entity(String.class).get());
    second
        .path("auditTrail.edges[0].node.at")
        .entity(String.class)
        .isEqualTo("2026-11-23T09:00:00.000Z");
    second.path("auditTrail.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    ask(
            As.auditor(),
            entries,
            "filter",
            Map.of("object", id, "from", "2026-11-23T09:01:00Z", "until", "2026-11-23T09:02:00Z"))
        .path("auditTrail.edges")
        .entityList(Object.class)
        .hasSize(1);
    ask(As.auditor(), entries, "filter", Map.of("object", "nonsense"))
        .path("auditTrail.edges")
        .entityList(Object.class)
        .hasSize(0);
    for (As who : List.of(As.officer(), As.headOfService("housing"), As.cmtMember(), As.legal())) {
      isForbidden(ask(who, entries));
    }
  }

  @Test
  @DisplayName("F7: the chain of the audit trail can be verified by those who watch over it")
  void verifiesTheChain() {
    area();
    String document =
        "{ auditVerification { intact seals entries unsealed head breaks { seq reason } } }";

    ask(As.auditor(), document)
        .path("auditVerification.breaks")
        .entityList(Object.class)
        .hasSize(0);
    isForbidden(ask(As.officer(), document));
  }

  @Test
  @DisplayName("P4.2: work is given to an officer for a building and is seen under that building")
  void assignsWork() {
    As hofcs = As.headOfCustomerServices();
    String officer =
        ask(
                hofcs,
                """
                mutation ($actor: String!) {
                  officerRecord(input: {actor: $actor, name: "Rita Reception", post: "Host"}) {
                    officer { id }
                  }
                }
                """,
                "actor",
                fresh("rita"))
            .path("officerRecord.officer.id")
            .entity(String.class)
            .get();
    String building =
        ask(
                hofcs,
                """
                mutation ($code: String!) {
                  buildingRecord(input: {code: $code, name: "Hall", address: "1 Street"}) {
                    building { id }
                  }
                }
                """,
                "code",
                fresh("hall"))
            .path("buildingRecord.building.id")
            .entity(String.class)
            .get();
    String assign =
        """
        mutation ($input: AssignmentRecordInput!) {
          assignmentRecord(input: $input) {
            assignment { id version subject officer { name } }
            refusals { code path }
          }
        }
        """;
    Map<String, Object> input =
        Map.of(
            "officer", officer, "kind", "RECEPTION", "subject", building, "firstDay", "2026-11-23");

    String id =
        ask(hofcs, assign, "input", input)
            .path("assignmentRecord.assignment.id")
            .entity(String.class)
            .get();
    var listed =
        ask(
            As.officer(),
            """
            query ($building: ID!) {
              assignments(filter: {subject: $building, kind: RECEPTION}) {
                edges { node { id subject lastDay officer { name } } }
              }
            }
            """,
            "building",
            building);
    listed
        .path("assignments.edges")
        .matchesJsonStrictly(
            """
            [{"node": {"id": "%s", "subject": "%s", "lastDay": null,
                       "officer": {"name": "Rita Reception"}}}]
            """
                .formatted(id, building));
    for (String field : List.of("officer", "subject")) {
      var wrong = new HashMap<>(input);
      wrong.put(field, "nonsense");
      ask(hofcs, assign, "input", wrong)
          .path("assignmentRecord.refusals[*].code")
          .entityList(String.class)
          .containsExactly("NOT_FOUND");
    }
    isForbidden(ask(As.officer(), assign, "input", input));
  }
}
