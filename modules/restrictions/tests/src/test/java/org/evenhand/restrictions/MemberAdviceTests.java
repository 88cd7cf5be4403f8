package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Question 18: a resident says that the council restricts them; what may an elected member do? */
class MemberAdviceTests extends Story {

  private static final String ADVICE =
      """
      { memberAdvice {
          lines { code text { value lang } } staysOpen { topic strength words { value } }
          policyVersion asOf } }
      """;

  private GraphQlTester.Response ask(As who) {
    return who.call(() -> graphQl.document(ADVICE).execute());
  }

  @Test
  @DisplayName(
      "Question 18: the route, how to speak for somebody and what stays open to everybody, by the policy in"
          + " force")
  void theRoute() {
    GraphQlTester.Response advice = ask(As.electedMember());

    advice
        .path("memberAdvice.lines[*].code")
        .entityList(String.class)
        .contains("NOTHING_TOLD", "ASK_FOR_THE_LETTER", "SPEAK_FOR_THEM", "CHALLENGE", "OMBUDSMAN");
    advice
        .path("memberAdvice.staysOpen[?(@.strength == 'ABSOLUTE')].topic")
        .entityList(String.class)
        .contains("danger-to-life");
    advice
        .path("memberAdvice.staysOpen[*].words.value")
        .entityList(String.class)
        .satisfies(words -> assertThat(words).isNotEmpty().noneMatch(String::isBlank));
    advice.path("memberAdvice.policyVersion").entity(String.class).isEqualTo("test-1");
  }

  @Test
  @DisplayName("T20, T21: it is the same whatever is in force, and reads nobody's record")
  void tellsOfNobody() {
    String before = lines(ask(As.electedMember())).toString();
    inForce(action(determined(customer("Wynn Resident")), TIME_SLOT, slots()));
    int read = reads();

    assertThat(lines(ask(As.electedMember())).toString()).isEqualTo(before);
    assertThat(reads()).isEqualTo(read);
  }

  @Test
  @DisplayName("Question 18: for elected members and those whom they turn to, and for nobody else")
  void forMembers() {
    for (As who : List.of(As.officer("housing"), As.contractor("leisure"), As.integrator())) {
      ask(who)
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .singleElement()
                      .satisfies(
                          e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
    }
    ask(As.monitoringOfficer()).path("memberAdvice.lines").entityList(Object.class).hasSize(9);
  }

  private static List<Object> lines(GraphQlTester.Response advice) {
    return advice.path("memberAdvice.lines").entityList(Object.class).get();
  }

  private int reads() {
    return jdbc.sql("select count(*) from foundation.audit_entry where kind = 'READ'")
        .query(Integer.class)
        .single();
  }
}
