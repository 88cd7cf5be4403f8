package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.intake.CustomerView;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** What to weigh before deciding, through the API: happy, refused, forbidden. */
class OptionsAndEffectsTests extends Story {

  private static final String OPTIONS =
      """
      query($consideration: ID!) {
        restrictionOptions(consideration: $consideration) {
          conduct { family channel grave incidents }
          options {
            supportive narrows onlyByGuaranteedRoute
            members {
              type { id } nature axis triedBefore because { value }
              answers { family channel incidents }
            }
          }
          unanswered { channel }
          tried { typeId type { id } nature reference from until incidentsSince }
        }
      }
      """;

  private static final String EFFECT =
      """
      query($customer: ID!, $with: RestrictionImposeInput) {
        cumulativeEffect(customer: $customer, with: $with) {
          digest refusals { code }
          adjustments { code words { value } unusable needed }
          spans {
            from until actions proposed restrictions { id }
            effects { need possible channels route }
            buildings { building { code } verdict }
          }
        }
      }
      """;

  private Response options(As seat, ConsiderationView consideration) {
    return seat.call(
        () ->
            graphQl
                .document(OPTIONS)
                .variable("consideration", gid("Consideration", consideration.id().value()))
                .execute());
  }

  private Response effect(As seat, CustomerView customer, @Nullable Map<String, Object> with) {
    return seat.call(
        () ->
            graphQl
                .document(EFFECT)
                .variable("customer", gid("Customer", customer.id().value()))
                .variable("with", with)
                .execute());
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

  // Question 7

  @Test
  @DisplayName(
      "Question 7, F17: the least restrictive ways for the coded conduct, help first, with the"
          + " reason by its axis")
  void suggestsTheLeastRestrictive() {
    ConsiderationView consideration = determined(customer("Leah Least"));

    Response answer = options(As.headOfService("housing"), consideration);

    answer
        .path("restrictionOptions.conduct[*].family")
        .entityList(String.class)
        .containsExactly("MANNER");
    answer.path("restrictionOptions.conduct[0].incidents").entity(Integer.class).isEqualTo(2);
    answer
        .path("restrictionOptions.options[0].members[*].type.id")
        .entityList(String.class)
        .containsExactly("evenhand.meeting");
    answer.path("restrictionOptions.options[0].supportive").entity(Boolean.class).isEqualTo(true);
    answer
        .path("restrictionOptions.options[*].members[*].type.id")
        .entityList(String.class)
        .satisfies(
            all ->
                assertThat(all)
                    .contains("evenhand.witness-present", "evenhand.building-exclusion")
                    .doesNotContain("evenhand.other", "evenhand.time-slot"));
    answer
        .path("restrictionOptions.options[*].members[*].because.value")
        .entityList(String.class)
        .satisfies(all -> assertThat(all).isNotEmpty().noneMatch(String::isBlank));
  }

  @Test
  @DisplayName(
      "Question 7, T20: it shows what was tried and what came after; another service's head and"
          + " other roles see nothing")
  void showsWhatWasTried() {
    CustomerView customer = customer("Troy Tried");
    ConsiderationView consideration = determined(customer);
    RestrictionView action =
        inForce(action(consideration, EXCLUSION, excludedFrom("housing-office")));

    Response answer = options(As.headOfCustomerServices(), consideration);

    answer
        .path("restrictionOptions.tried[*].reference")
        .entityList(String.class)
        .contains(action.reference());
    answer
        .path(
            "restrictionOptions.tried[?(@.type.id == 'evenhand.building-exclusion')].incidentsSince")
        .entityList(Integer.class)
        .containsExactly(0);
    options(As.headOfService("leisure"), consideration).path("restrictionOptions").valueIsNull();
    forbidden(options(As.officer("housing"), consideration));
  }

  // The effect of all together

  private Map<String, Object> calls(ConsiderationView consideration, LocalDate until) {
    var input = new HashMap<String, Object>();
    input.put("consideration", gid("Consideration", consideration.id().value()));
    input.put("type", "evenhand.one-medium");
    input.put("nature", "RESTRICTIVE");
    input.put(
        "settings",
        List.of(Map.of("key", "medium", "value", Map.of("channels", List.of("EMAIL")))));
    input.put("settingsVersion", 1);
    input.put("scope", Map.of("serviceAreas", List.of(), "wholeCouncil", true));
    input.put(
        "reasons",
        Map.of(
            "conduct", "Remarks at the desk on two days",
            "harm", "The desk was closed for forty minutes",
            "whyThis", "It keeps contact calm",
            "whyNothingLess", "A warning did not help"));
    input.put("endsSoonerWhen", "Three months without such remarks");
    input.put("endsOn", until.toString());
    return input;
  }

  @Test
  @DisplayName(
      "P9.3, F8: what is in force, what is decided on and what is thought of, together, from when"
          + " until when, by channel and by building")
  void showsEverythingTogetherOverTime() {
    CustomerView customer = customer("Tia Together");
    adjusted(customer, Channel.TEXT_MESSAGE);
    ConsiderationView consideration = determined(customer);
    RestrictionView excluded =
        inForce(
            action(consideration, EXCLUSION, excludedFrom("housing-office"))
                .endsOn(MONDAY.plusMonths(2)));
    RestrictionView slots =
        imposed(
            action(consideration, TIME_SLOT, slots())
                .startsOn(MONDAY.plusDays(7))
                .endsOn(MONDAY.plusMonths(3)));

    Response answer =
        effect(As.headOfCustomerServices(), customer, calls(consideration, MONDAY.plusMonths(1)));

    answer
        .path("cumulativeEffect.spans[*].from")
        .entityList(String.class)
        .containsExactly(
            MONDAY.toString(),
            MONDAY.plusDays(7).toString(),
            MONDAY.plusMonths(1).plusDays(1).toString(),
            MONDAY.plusMonths(2).plusDays(1).toString(),
            MONDAY.plusMonths(3).plusDays(1).toString());
    answer
        .path("cumulativeEffect.spans[*].actions")
        .entityList(Integer.class)
        .containsExactly(2, 3, 2, 1, 0);
    answer
        .path("cumulativeEffect.spans[0].buildings[*].building.code")
        .entityList(String.class)
        .contains("housing-office");
    answer
        .path("cumulativeEffect.spans[2].buildings[*].building.code")
        .entityList(String.class)
        .containsExactly("housing-office");
    answer
        .path("cumulativeEffect.spans[2].buildings[0].verdict")
        .entity(String.class)
        .isEqualTo("DECLINE_THIS_CONTACT");
    answer
        .path("cumulativeEffect.spans[1].restrictions[*].id")
        .entityList(String.class)
        .satisfies(
            all ->
                assertThat(all)
                    .containsExactlyInAnyOrder(
                        gid("Restriction", excluded.id().value()),
                        gid("Restriction", slots.id().value())));
    answer
        .path("cumulativeEffect.spans[0].effects[?(@.need == 'ORDINARY_BUSINESS')].channels[*]")
        .entityList(String.class)
        .containsExactly("EMAIL");
    answer
        .path("cumulativeEffect.spans[*].effects[*].possible")
        .entityList(Boolean.class)
        .satisfies(all -> assertThat(all).hasSize(60).containsOnly(true));
    answer
        .path("cumulativeEffect.adjustments[0].unusable")
        .entityList(String.class)
        .containsExactly("TEXT_MESSAGE");
    assertThat(restrictions.of(customer.id())).hasSize(2);
  }

  @Test
  @DisplayName("P9.3: an action that would be refused is tried out all the same, with the reasons")
  void saysWhyWhatIsThoughtOfWouldBeRefused() {
    CustomerView customer = customer("Ria Refused");
    ConsiderationView consideration = considered(customer);

    effect(As.headOfCustomerServices(), customer, calls(consideration, MONDAY.plusMonths(1)))
        .path("cumulativeEffect.refusals[*].code")
        .entityList(String.class)
        .contains("STEPS_BEFORE_RESTRICTION_MISSING");
    forbidden(effect(As.officer("housing"), customer, null));
  }

  @Test
  @DisplayName(
      "P9.3: whoever signs hands back the digest of what they saw; if it has changed they look"
          + " again")
  void signsWhatWasSeen() {
    CustomerView customer = customer("Sid Signer");
    ConsiderationView consideration = determined(customer);
    imposed(action(consideration, ONE_MEDIUM, medium(Channel.EMAIL)));
    As head = As.headOfService("housing");
    String seen = digest(head, customer);
    clock.set(MONDAY_TEN.plusSeconds(86_400));
    assertThat(digest(head, customer)).isEqualTo(seen);
    imposed(
        action(consideration, EXCLUSION, excludedFrom("housing-office"))
            .nature(Nature.RESTRICTIVE));

    assertThat(answered(sign(head, consideration, seen), "refusals"))
        .containsExactly("EFFECT_HAS_CHANGED");
    assertThat(notices.ofCase(consideration.id().value())).isEmpty();
    Response signed = sign(head, consideration, digest(head, customer));
    assertThat(answered(signed, "refusals")).isEmpty();
    assertThat(answered(signed, "warnings")).doesNotContain("EFFECT_NOT_SEEN");

    ConsiderationView other = determined(customer("Una Unseen"));
    imposed(action(other, ONE_MEDIUM, medium(Channel.EMAIL)));
    assertThat(answered(sign(head, other, null), "warnings")).contains("EFFECT_NOT_SEEN");
  }

  private static List<String> answered(Response response, String part) {
    return response.path("answer." + part + "[*].code").entityList(String.class).get();
  }

  private String digest(As seat, CustomerView customer) {
    return effect(seat, customer, null).path("cumulativeEffect.digest").entity(String.class).get();
  }

  private Response sign(As seat, ConsiderationView consideration, @Nullable String seen) {
    var input = new HashMap<String, Object>();
    input.put("consideration", gid("Consideration", consideration.id().value()));
    input.put(
        "planned",
        Map.of("method", "HAND", "sendOn", today().toString(), "address", "At the desk"));
    input.put("effectSeen", seen);
    return seat.call(
        () ->
            graphQl
                .document(
                    """
                    mutation($input: NoticeIssueInput!) {
                      answer: noticeIssue(input: $input) {
                        notice { id } refusals { code } warnings { code }
                      }
                    }
                    """)
                .variable("input", input)
                .execute());
  }
}
