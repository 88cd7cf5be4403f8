package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.HouseholdLinkView;
import org.evenhand.intake.HouseholdMember;
import org.evenhand.intake.HouseholdRole;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.graphql.test.tester.GraphQlTester;

/** T20, question 19: reads that the data protection officer should ask about. */
class UnusualAccessTests extends ReportingModuleTest {

  private void entry(String kind, String actor, String act, UUID person, String at) {
    jdbc.sql(
            "insert into foundation.audit_entry (epoch, at, kind, actor, act, object_type,"
                + " person_id) values (0, ?, ?, ?, ?, 'Customer', ?)")
        .params(Timestamp.from(Instant.parse(at)), kind, actor, act, person)
        .update();
  }

  @Test
  @DisplayName("many at once, out of hours, and much read with nothing done; ordinary work is not")
  void findsWhatShouldBeAskedAbout() {
    for (int i = 0; i < 25; i++) {
      UUID person = UUID.randomUUID();
      String at = "1999-03-03T10:%02d:00Z".formatted(i);
      entry("R", "curious", "customer", person, at);
      entry("R", "busy", "customer", person, "1999-03-03T%02d:30:00Z".formatted(8 + i % 9));
      entry("A", "busy", "contactLog", person, at);
      entry("R", "desk", "contactCheck", person, at);
    }
    UUID known = UUID.randomUUID();
    entry("A", "busy", "concernReport", known, "1999-05-01T10:00:00Z");
    entry("R", "late", "customer", known, "1999-06-03T18:30:00Z");
    entry("R", "early", "dueList", UUID.randomUUID(), "1999-06-03T10:30:00Z");
    entry("R", "early", "customer", known, "1999-06-03T06:30:00Z");
    entry("R", "weekend", "customer", UUID.randomUUID(), "1999-06-05T11:00:00Z");

    ask(
            As.dataProtectionOfficer(),
            "{ unusualAccess(from: \"1999-01-01\", until: \"1999-12-31\") {"
                + " actor day kind people } }",
            Map.of())
        .path("unusualAccess[*]")
        .entityList(Map.class)
        .satisfies(
            found ->
                assertThat(found)
                    .extracting(f -> f.get("actor") + " " + f.get("kind") + " " + f.get("people"))
                    .containsExactly(
                        "weekend OUT_OF_HOURS 1",
                        "weekend WITHOUT_CASE 1",
                        "late OUT_OF_HOURS 1",
                        "curious BULK 25",
                        "curious NOTHING_DONE 25"));
  }

  private GraphQlTester.Response declare(As who, UUID customer) {
    return ask(
        who,
        """
        mutation ($input: InterestDeclareInput!) { interestDeclare(input: $input) {
          interest { id kind } refusals { code } } }
        """,
        Map.of("input", Map.of("customer", GlobalId.of("Customer", customer), "kind", "FAMILY")));
  }

  private static List<String> codes(GraphQlTester.Response response, String act) {
    return response.path(act + ".refusals[*].code").entityList(String.class).get();
  }

  @Test
  @DisplayName(
      "own family or address: by their own word; reads of it and of the household are shown")
  void readsOfTheirOwnAreShown() {
    UUID brother = UUID.randomUUID();
    UUID child = UUID.randomUUID();
    UUID stranger = UUID.randomUUID();
    clock.set(Instant.parse("2003-03-03T09:00:00Z"));
    As reader = As.officer("housing");
    assertThat(codes(declare(reader, brother), "interestDeclare")).containsExactly("NOT_FOUND");
    CustomerView known = Mockito.mock(CustomerView.class);
    Mockito.when(customers.find(new CustomerId(brother))).thenReturn(Optional.of(known));
    Mockito.when(households.affectedBy(Mockito.eq(new CustomerId(brother)), Mockito.any()))
        .thenReturn(
            List.of(
                new HouseholdMember(
                    new CustomerId(child),
                    HouseholdRole.values()[0],
                    Mockito.mock(HouseholdLinkView.class))));
    String interest =
        declare(reader, brother).path("interestDeclare.interest.id").entity(String.class).get();
    assertThat(codes(declare(reader, brother), "interestDeclare"))
        .containsExactly("INTEREST_ON_RECORD");

    entry("R", "officer-1", "customer", brother, "2003-03-02T10:00:00Z");
    entry("R", "officer-1", "customer", brother, "2003-03-04T10:00:00Z");
    entry("R", "officer-1", "contactCheck", child, "2003-03-04T10:05:00Z");
    entry("R", "officer-1", "customer", stranger, "2003-03-05T10:00:00Z");
    entry("R", "somebody-else", "customer", brother, "2003-03-05T10:00:00Z");

    assertThat(own()).containsExactly("officer-1 2003-03-04 2");

    String withdraw =
        """
        mutation ($input: InterestWithdrawInput!) { interestWithdraw(input: $input) {
          interest { withdrawnAt } refusals { code } } }
        """;
    Map<String, Object> which = Map.of("input", Map.of("interest", interest));
    clock.set(Instant.parse("2003-03-05T09:00:00Z"));
    assertThat(codes(ask(As.headOfService("housing"), withdraw, which), "interestWithdraw"))
        .as("of somebody else")
        .containsExactly("NOT_FOUND");
    assertThat(codes(ask(reader, withdraw, which), "interestWithdraw")).isEmpty();
    assertThat(codes(ask(reader, withdraw, which), "interestWithdraw"))
        .containsExactly("INTEREST_WITHDRAWN");
    entry("R", "officer-1", "customer", brother, "2003-03-06T10:00:00Z");
    assertThat(own()).as("what was opened meanwhile").containsExactly("officer-1 2003-03-04 2");
    ask(reader, "{ myInterests { kind withdrawnAt } }", Map.of())
        .path("myInterests[*].kind")
        .entityList(String.class)
        .containsExactly("FAMILY");
    ask(As.headOfService("leisure"), "{ myInterests { kind } }", Map.of())
        .path("myInterests")
        .entityList(Object.class)
        .hasSize(0);
  }

  private List<String> own() {
    clock.set(Instant.parse("2003-12-31T12:00:00Z"));
    return ask(
            As.dataProtectionOfficer(),
            "{ unusualAccess(from: \"2003-01-01\", until: \"2003-12-31\") {"
                + " actor day kind people } }",
            Map.of())
        .path("unusualAccess[*]")
        .entityList(
            new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {})
        .get()
        .stream()
        .filter(read -> "OWN_INTEREST".equals(read.get("kind")))
        .map(read -> read.get("actor") + " " + read.get("day") + " " + read.get("people"))
        .toList();
  }

  @Test
  void isForThoseWhoLookAfterTheData() {
    for (As nobody : List.of(As.headOfCustomerServices(), As.cmtMember(), As.officer("housing"))) {
      forbidden(ask(nobody, "{ unusualAccess { actor } }", Map.of()));
    }
    for (As nobody : List.of(As.electedMember(), As.integrator())) {
      forbidden(ask(nobody, "{ myInterests { kind } }", Map.of()));
      forbidden(declare(nobody, UUID.randomUUID()));
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
}
