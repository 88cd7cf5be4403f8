package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.AssignmentToRecord;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** PR.3: returns of commissioned services; P4.1, PP.1: training, and who accepted the policy. */
class ReturnsAndTrainingTests extends ReportingModuleTest {

  @Autowired ReturnDesk returns;
  @Autowired Officers officers;
  @Autowired Assignments assignments;

  private static final String RETURNS =
      """
      { serviceReturns(quarter: "2026-09-30") {
          id serviceArea { code } provider dueOn missing answer { contacts incidents } } }
      """;

  private List<Map<String, Object>> seen(As who, ServiceAreaCode where) {
    return ask(who, RETURNS, Map.of())
        .path("serviceReturns")
        .entityList(
            new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {})
        .get()
        .stream()
        .filter(r -> Map.of("code", where.value()).equals(r.get("serviceArea")))
        .toList();
  }

  private GraphQlTester.Response submit(As who, String id, int contacts, int causedByUs) {
    var input = new HashMap<String, Object>();
    List.of("incidents", "warnings", "restrictions", "appeals").forEach(f -> input.put(f, 1));
    input.put("serviceReturn", id);
    input.put("contacts", contacts);
    input.put("contactsCausedByUs", causedByUs);
    input.put("policyAdopted", true);
    input.put("words", "A quiet quarter.");
    return ask(
        who,
        """
        mutation ($input: ServiceReturnSubmitInput!) { serviceReturnSubmit(input: $input) {
          serviceReturn { missing answer { by } } refusals { code path } } }
        """,
        Map.of("input", input));
  }

  private static List<String> codes(GraphQlTester.Response response, String act) {
    return response.path(act + ".refusals[*].code").entityList(String.class).get();
  }

  @Test
  @DisplayName("PR.3, F6: asked for after the quarter, missing when late, received once")
  void aReturnIsAskedForAndMissingUntilItCame() {
    ServiceAreaCode pools = newArea("Splash Ltd");
    returns.sweep(NOW);
    returns.sweep(NOW.plusSeconds(60));
    As provider = As.contractor(pools.value());
    assertThat(seen(As.headOfCustomerServices(), area)).as("not commissioned").isEmpty();
    assertThat(seen(As.contractor("another-one"), pools)).isEmpty();
    Map<String, Object> asked = seen(provider, pools).getFirst();
    assertThat(asked)
        .containsEntry("provider", "Splash Ltd")
        .containsEntry("dueOn", "2026-10-21")
        .containsEntry("missing", true)
        .containsEntry("answer", null);
    assertThat(duty(pools)).isEqualTo("open");
    String id = (String) Objects.requireNonNull(asked.get("id"));

    assertThat(codes(submit(As.contractor("another-one"), id, 9, 1), "serviceReturnSubmit"))
        .containsExactly("NOT_FOUND");
    assertThat(codes(submit(provider, id, 9, 10), "serviceReturnSubmit"))
        .containsExactly("PART_EXCEEDS_WHOLE");
    assertThat(codes(submit(provider, id, -1, -2), "serviceReturnSubmit"))
        .containsExactly("NUMBER_NEGATIVE", "NUMBER_NEGATIVE");
    submit(provider, id, 900, 90)
        .path("serviceReturnSubmit.serviceReturn.missing")
        .entity(Boolean.class)
        .isEqualTo(false);
    assertThat(codes(submit(provider, id, 900, 90), "serviceReturnSubmit"))
        .containsExactly("RETURN_RECEIVED");

    assertThat(duty(pools)).isEqualTo("done");
    assertThat(seen(As.cmtMember(), pools).getFirst())
        .containsEntry("answer", Map.of("contacts", 900, "incidents", 1));
  }

  private int told(String code, ServiceAreaCode where) {
    return jdbc.sql(
            "select count(*) from foundation.staff_notice n join reporting.service_return r"
                + " on n.once like n.code || '/' || r.id || '/%' where n.code = ?"
                + " and r.service_area = ?")
        .params(code, where.value())
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName(
      "PR.3, question 28: who manages a contract sees, is reminded of and hands in its returns"
          + " only")
  void managersOfContractsSeeTheirs() {
    ServiceAreaCode pools = newArea("Splash Ltd");
    ServiceAreaCode bins = newArea("Bins Ltd");
    String manager = "manager-" + UUID.randomUUID();
    As officer = As.person(manager, "Mo Manager", "OFFICER", "housing");
    OfficerId works = recorded(manager);
    As.headOfCustomerServices()
        .run(
            () ->
                assertThat(
                        assignments
                            .record(
                                new AssignmentToRecord(
                                    null,
                                    null,
                                    works,
                                    AssignmentKind.CONTRACT_MANAGER,
                                    new GlobalId(
                                        "ServiceArea",
                                        serviceAreas.find(pools).orElseThrow().id().value()),
                                    LocalDate.of(2026, 1, 1),
                                    null),
                                HOFCS,
                                NOW)
                            .refusals())
                    .isEmpty());
    Instant close = Instant.parse("2026-10-16T09:00:00Z");
    returns.sweep(Instant.parse("2026-10-01T09:00:00Z"));
    assertThat(told("SERVICE_RETURN_CLOSE", pools)).as("too early").isZero();
    returns.sweep(close);
    returns.sweep(close.plusSeconds(60));
    assertThat(told("SERVICE_RETURN_CLOSE", pools)).isEqualTo(1);
    returns.sweep(NOW);
    assertThat(told("SERVICE_RETURN_MISSING", pools)).isEqualTo(1);
    assertThat(told("SERVICE_RETURN_MISSING", bins)).as("nobody manages it").isZero();

    assertThat(seen(officer, pools))
        .singleElement()
        .satisfies(r -> assertThat(r).containsEntry("missing", true));
    assertThat(seen(officer, bins)).isEmpty();
    assertThat(seen(As.officer("housing"), pools)).as("no assignment").isEmpty();
    String other = (String) Objects.requireNonNull(seen(As.cmtMember(), bins).getFirst().get("id"));
    String theirs = (String) Objects.requireNonNull(seen(officer, pools).getFirst().get("id"));
    assertThat(codes(submit(officer, other, 9, 1), "serviceReturnSubmit"))
        .containsExactly("NOT_FOUND");
    assertThat(codes(submit(As.officer("housing"), theirs, 9, 1), "serviceReturnSubmit"))
        .containsExactly("NOT_FOUND");
    assertThat(codes(submit(officer, theirs, 9, 1), "serviceReturnSubmit")).isEmpty();
    for (As nobody : List.of(As.electedMember(), As.integrator(), As.cmtMember())) {
      forbidden(submit(nobody, theirs, 9, 1));
    }
  }

  private String duty(ServiceAreaCode where) {
    return jdbc.sql(
            "select case when discharged_at is null then 'open' else 'done' end"
                + " from foundation.duty where kind = 'SERVICE_RETURN' and service_area_code = ?")
        .param(where.value())
        .query(String.class)
        .single();
  }

  @Test
  @DisplayName("P4.1: a session with who attended; promotion needs nobody")
  void recordsTraining() {
    String officer = officer();
    assertThat(codes(session("POLICY", "2026-12-01", List.of(officer)), "trainingSessionRecord"))
        .containsExactly("DATE_IN_FUTURE");
    assertThat(codes(session("CRM", "2026-11-02", List.of()), "trainingSessionRecord"))
        .containsExactly("NOBODY_ATTENDED");
    assertThat(codes(session("CRM", "2026-11-02", List.of("x")), "trainingSessionRecord"))
        .containsExactly("OFFICER_UNKNOWN");
    session("POLICY", "2026-11-02", List.of(officer))
        .path("trainingSessionRecord.trainingSession.attended")
        .entityList(String.class)
        .hasSize(1);
    assertThat(codes(session("PROMOTION", "2026-11-02", List.of()), "trainingSessionRecord"))
        .isEmpty();

    String all = "{ trainingSessions { kind serviceArea { code } } }";
    ask(As.headOfService(area.value()), all, Map.of())
        .path("trainingSessions[*].serviceArea.code")
        .entityList(String.class)
        .satisfies(codes -> assertThat(codes).hasSize(2).containsOnly(area.value()));
  }

  private String officer() {
    return GlobalId.of("Officer", recorded("trained-" + UUID.randomUUID()).value());
  }

  private OfficerId recorded(String actor) {
    return As.headOfCustomerServices()
        .call(
            () ->
                Objects.requireNonNull(
                        officers
                            .record(
                                new OfficerToRecord(
                                    null,
                                    actor,
                                    "Tess Trained",
                                    "Adviser",
                                    null,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    null),
                                HOFCS,
                                NOW)
                            .orNull())
                    .id());
  }

  private GraphQlTester.Response session(String kind, String heldOn, List<String> attended) {
    return ask(
        As.headOfCustomerServices(),
        """
        mutation ($input: TrainingSessionRecordInput!) { trainingSessionRecord(input: $input) {
          trainingSession { attended } refusals { code } } }
        """,
        Map.of(
            "input",
            Map.of(
                "kind", kind,
                "title", "The policy in an hour",
                "heldOn", heldOn,
                "serviceArea", area.value(),
                "attended", attended)));
  }

  private GraphQlTester.Response accept(As who, PolicyVersionId version) {
    return ask(
        who,
        """
        mutation ($input: PolicyReadAcceptInput!) { policyReadAccept(input: $input) {
          acceptance { id actor at } refusals { code } } }
        """,
        Map.of("input", Map.of("policyVersion", GlobalId.of("PolicyVersion", version.value()))));
  }

  @Test
  @DisplayName("P4.1, PP.1: staff accept a version in use once; a draft cannot be accepted")
  void recordsWhoAcceptedThePolicy() {
    var version = new PolicyVersionId(UUID.randomUUID());
    var draft = new PolicyVersionId(UUID.randomUUID());
    known(version, PolicyVersionStatus.APPROVED);
    known(draft, PolicyVersionStatus.DRAFT);
    As adviser = As.officer("housing");

    String first =
        accept(adviser, version).path("policyReadAccept.acceptance.id").entity(String.class).get();
    clock.set(NOW.plusSeconds(500));
    accept(adviser, version)
        .path("policyReadAccept.acceptance.id")
        .entity(String.class)
        .isEqualTo(first);
    assertThat(codes(accept(adviser, draft), "policyReadAccept"))
        .containsExactly("POLICY_VERSION_IS_DRAFT");
    assertThat(codes(accept(adviser, new PolicyVersionId(UUID.randomUUID())), "policyReadAccept"))
        .containsExactly("NOT_FOUND");

    ask(
            As.headOfCustomerServices(),
            "query ($v: ID!) { policyAcceptances(policyVersion: $v) { actor at } }",
            Map.of("v", GlobalId.of("PolicyVersion", version.value())))
        .path("policyAcceptances[*].actor")
        .entityList(String.class)
        .containsExactly("officer-1");
  }

  @Test
  @DisplayName(
      "P4.1: what is recorded of training and acceptance, by whom and for whom; nobody else")
  void trainingHasItsSeats() {
    String record =
        """
        mutation ($input: TrainingSessionRecordInput!) { trainingSessionRecord(input: $input) {
          refusals { code } } }
        """;
    Map<String, Object> session =
        Map.of(
            "input",
            Map.of(
                "kind",
                "PROMOTION",
                "title",
                "Poster",
                "heldOn",
                "2026-11-02",
                "attended",
                List.of()));
    for (As nobody :
        List.of(As.headOfService(area.value()), As.cmtMember(), As.officer("housing"))) {
      forbidden(ask(nobody, record, session));
    }
    for (As nobody : List.of(As.officer("housing"), As.electedMember(), As.contractor("x"))) {
      forbidden(ask(nobody, "{ trainingSessions { title } }", Map.of()));
    }
    for (As nobody : List.of(As.electedMember(), As.integrator())) {
      forbidden(accept(nobody, new PolicyVersionId(UUID.randomUUID())));
    }
    for (As nobody : List.of(As.officer("housing"), As.headOfService(area.value()))) {
      forbidden(
          ask(
              nobody,
              "query ($v: ID!) { policyAcceptances(policyVersion: $v) { actor } }",
              Map.of("v", GlobalId.of("PolicyVersion", UUID.randomUUID()))));
    }
  }

  private static void forbidden(GraphQlTester.Response response) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .extracting(e -> e.getExtensions().get("code"))
                    .containsExactly("FORBIDDEN"));
  }

  private void known(PolicyVersionId id, PolicyVersionStatus status) {
    PolicyVersionView view = Mockito.mock(PolicyVersionView.class);
    Mockito.when(view.status()).thenReturn(status);
    Mockito.when(policies.find(Mockito.eq(id), Mockito.any(Instant.class)))
        .thenReturn(Optional.of(view));
  }
}
