package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.intake.ReportingConcerns.ConcernToReport;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

/** T20: words find what somebody may see, by what they may read, and nothing else. */
class SearchGraphQlTests extends IntakeModuleTest {

  private static final String SEARCH =
      """
      query($text: String!, $filter: SearchFilter, $first: Int, $after: String) {
        search(text: $text, filter: $filter, first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          edges { node { kind reference exact snippet { text matched }
            node { __typename ... on Customer { name } ... on Concern { summary customer { name } } } } } } }
      """;

  private GraphQlTester.Response search(As who, String text) {
    return search(who, text, null);
  }

  private GraphQlTester.Response search(As who, String text, @Nullable Map<String, Object> filter) {
    var variables = new HashMap<String, Object>();
    variables.put("text", text);
    if (filter != null) {
      variables.put("filter", filter);
    }
    return ask(who, SEARCH, variables);
  }

  private static List<String> references(GraphQlTester.Response answer) {
    return answer.path("search.edges[*].node.reference").entityList(String.class).get();
  }

  private ConcernView concern(CustomerView about, String summary) {
    return report(
        As.officer("housing"),
        new ConcernToReport(
            about.id(),
            null,
            null,
            HOUSING,
            summary,
            List.of(incident(TODAY, "OFFENSIVE_REMARKS"))));
  }

  @Test
  @DisplayName("T20: a reference is found first and exactly; who is read is logged")
  void findsReferences() {
    CustomerView customer = customer("Rex Refer");
    ConcernView concern = concern(customer, "The boiler and the stairwell");

    var byCustomer = search(As.officer("housing"), customer.reference().toLowerCase());
    assertThat(references(byCustomer)).first().isEqualTo(customer.reference());
    byCustomer.path("search.edges[0].node.exact").entity(Boolean.class).isEqualTo(true);
    byCustomer.path("search.edges[0].node.node.name").entity(String.class).isEqualTo("Rex Refer");
    assertThat(reads("search", customer.id().value())).isEqualTo(1);

    var byConcern = search(As.headOfService("housing"), concern.reference());
    byConcern.path("search.edges[0].node.kind").entity(String.class).isEqualTo("CONCERN");
  }

  @Test
  @DisplayName("T20: words of the language are found in concerns, highlighted where they stand")
  void findsWords() {
    CustomerView customer = customer("Wyn Word");
    String rare = "periwinkle" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "x");
    ConcernView concern = concern(customer, "Painted the railings " + rare + " again");

    var answer = search(As.headOfService("housing"), "railing " + rare);

    assertThat(references(answer)).containsExactly(concern.reference());
    answer
        .path("search.edges[0].node.snippet[?(@.matched == true)].text")
        .entityList(String.class)
        .containsExactly("railings", rare);
    answer
        .path("search.edges[0].node.node.customer.name")
        .entity(String.class)
        .isEqualTo("Wyn Word");
  }

  @Test
  @DisplayName("T20: another service's head, a member and a contractor find none of it")
  void findsOnlyWhatMayBeSeen() {
    CustomerView customer = customer("Tess Secret");
    String rare = "quagmire" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "x");
    concern(customer, "About the " + rare);

    assertThat(references(search(As.headOfService("planning"), rare))).isEmpty();
    assertThat(references(search(As.contractor("leisure"), rare))).isEmpty();
    assertThat(references(search(As.electedMember(), rare))).isEmpty();
    assertThat(references(search(As.electedMember(), "Tess Secret"))).isEmpty();
    assertThat(references(search(As.contractor("leisure"), customer.reference()))).isEmpty();
    assertThat(reads("search", customer.id().value())).isZero();
    assertThat(references(search(As.headOfCustomerServices(), rare))).hasSize(1);
    search(As.pluginAdministrator(), rare)
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  @Test
  @DisplayName("T20: what was noted about circumstances is not what anybody is found by")
  void circumstancesAreNotSearched() {
    String rare = "brontide" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "x");
    CustomerView customer =
        customer(
            new RegisteringCustomers.CustomerToRegister(
                CustomerKind.INDIVIDUAL,
                "Cir Cumstance",
                null,
                false,
                List.of(),
                new Circumstances(true, rare, false, null),
                null,
                null,
                List.of()));

    assertThat(references(search(As.headOfCustomerServices(), rare))).isEmpty();
    assertThat(references(search(As.headOfCustomerServices(), customer.name())))
        .contains(customer.reference());
  }

  @Test
  @DisplayName("P2.1: a name that is nearly right is found; filters and pages narrow")
  void findsNearlyRightNames() {
    CustomerView customer = customer("Bartholomew Wigglesworth");

    assertThat(references(search(As.officer("housing"), "Bartolomew Wiglesworth")))
        .contains(customer.reference());
    assertThat(
            references(
                search(
                    As.officer("housing"),
                    "Bartolomew Wiglesworth",
                    Map.of("kinds", List.of("CONCERN")))))
        .isEmpty();
    assertThat(references(search(As.officer("housing"), "   "))).isEmpty();

    for (int i = 0; i < 3; i++) {
      customer("Paginata Manifold" + "abc".charAt(i));
    }
    var variables = new HashMap<String, Object>();
    variables.put("text", "paginata manifold");
    variables.put("first", 2);
    var first = ask(As.officer("housing"), SEARCH, variables);
    first.path("search.totalCount").entity(Integer.class).isEqualTo(3);
    first.path("search.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
    variables.put("after", first.path("search.pageInfo.endCursor").entity(String.class).get());
    var second = ask(As.officer("housing"), SEARCH, variables);
    assertThat(references(second)).hasSize(1).doesNotContainAnyElementsOf(references(first));
  }
}
