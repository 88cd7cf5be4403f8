package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import graphql.parser.Parser;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Operations are measured before they cost anything. */
class OperationLimitsTests {

  private static Optional<String> exceeded(String operation) {
    return OperationLimits.USUAL
        .exceededBy(new Parser().parseDocument(operation))
        .map(graphql.GraphQLError::getMessage);
  }

  private static String repeat(int times, String each) {
    return IntStream.range(0, times)
        .mapToObj(i -> each.replace("#", Integer.toString(i)))
        .collect(Collectors.joining(" "));
  }

  @Test
  void theStandardIntrospectionPasses() {
    assertThat(exceeded(IntrospectionQuery.INTROSPECTION_QUERY)).isEmpty();
  }

  @Test
  void tooManyFieldsAtTheTopAreRefused() {
    assertThat(exceeded("{" + repeat(26, "a#") + "}"))
        .contains("This operation is too large: at most 25 fields at the top are allowed.");
  }

  @Test
  void tooManyAliasesAreRefused() {
    assertThat(exceeded("{ a {" + repeat(101, "x#: b") + "} }").orElseThrow()).contains("aliases");
  }

  @Test
  void tooDeepIsRefused() {
    assertThat(exceeded("{ " + "a {".repeat(19) + "b" + "}".repeat(19) + " }").orElseThrow())
        .contains("levels of nesting");
  }

  @Test
  void tooManyDirectivesAreRefused() {
    assertThat(exceeded("{ a " + "@skip(if: false) ".repeat(51) + "}").orElseThrow())
        .contains("directives");
  }

  @Test
  void fragmentsThatExplodeAreCountedCheaplyAndRefused() {
    String fragments =
        IntStream.range(0, 60)
            .mapToObj(i -> "fragment F" + i + " on Q { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
            .collect(Collectors.joining(" "));

    assertThat(exceeded("{ q { ...F0 } } " + fragments + " fragment F60 on Q { a }").orElseThrow())
        .contains("fields");
  }

  @Test
  void aCircleOfFragmentsIsLeftToValidation() {
    assertThat(exceeded("{ q { ...A } } fragment A on Q { ...B } fragment B on Q { ...A }"))
        .isEmpty();
  }
}
