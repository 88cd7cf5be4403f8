package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.evenhand.intake.CustomerId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** T20: cases are found by those who may know of them. */
class CaseSearchTests extends Story {

  private static final String SEARCH =
      """
      query($text: String!) { search(text: $text, filter: { kinds: [CASE] }) {
        edges { node { kind reference exact snippet { text matched }
          node { ... on Consideration { reference } } } } } }
      """;

  private Response search(As who, String text) {
    return who.call(() -> graphQl.document(SEARCH).variable("text", text).execute());
  }

  private static List<String> references(Response answer) {
    return answer.path("search.edges[*].node.node.reference").entityList(String.class).get();
  }

  @Test
  @DisplayName("T20: a case is found by its reference and by why it was opened, not by the desk")
  void findsCases() {
    CustomerId customer = customer("Cas Search");
    var taken = accepted(customer, HOUSING, MONDAY.minusDays(3));
    ConsiderationView view =
        As.headOfService("housing")
            .call(
                () ->
                    done(
                        () ->
                            considering.open(
                                new Considering.Open(
                                    customer,
                                    HOUSING,
                                    Set.of(),
                                    Set.of(),
                                    false,
                                    null,
                                    Set.of(taken.id()),
                                    Set.of(),
                                    List.of(),
                                    "Quarrelled about marmalade at the counter"))));
    As head = As.headOfCustomerServices();

    Response exact = search(head, view.reference().toLowerCase());
    assertThat(references(exact)).containsExactly(view.reference());
    exact.path("search.edges[0].node.exact").entity(Boolean.class).isEqualTo(true);
    Response words = search(head, view.why());
    assertThat(references(words)).contains(view.reference());
    words
        .path("search.edges[0].node.snippet[?(@.matched == true)]")
        .entityList(Object.class)
        .satisfies(parts -> assertThat(parts).isNotEmpty());

    assertThat(references(search(As.officer("housing"), view.reference()))).isEmpty();
    assertThat(references(search(As.electedMember(), view.reference()))).isEmpty();
  }
}
