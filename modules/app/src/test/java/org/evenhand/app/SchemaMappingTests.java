package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.FieldCoordinates;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.SchemaReport;

/** Everything in the schema is answered by something, and everything that answers is asked. */
class SchemaMappingTests extends RunningEvenhand {

  /**
   * Spring's inspection does not look through the non-null items of {@code edges}, and so reports
   * two fields of every connection that Spring itself provides.
   */
  private static final Set<String> PROVIDED_BY_SPRING = Set.of("edges", "pageInfo");

  @Autowired SchemaInspection inspection;

  private SchemaReport report() {
    assertThat(inspection.reports()).hasSize(1);
    return inspection.reports().getFirst();
  }

  @Test
  void everyFieldIsAnswered() {
    assertThat(report().unmappedFields()).filteredOn(f -> !providedBySpring(f)).isEmpty();
  }

  @Test
  void everyArgumentIsTaken() {
    assertThat(report().unmappedArguments()).isEmpty();
  }

  @Test
  void everythingThatAnswersIsInTheSchema() {
    assertThat(report().unmappedRegistrations()).isEmpty();
  }

  @Test
  void noArgumentThatMayBeMissingIsCountedOn() {
    assertThat(report().argumentNullnessErrors()).isEmpty();
  }

  @Test
  void nothingThatMayBeMissingIsPromised() {
    assertThat(report().fieldNullnessErrors()).isEmpty();
  }

  @Test
  void noTypeIsLeftOut() {
    assertThat(report().skippedTypes())
        .filteredOn(s -> !providedBySpring(s.fieldCoordinates()))
        .isEmpty();
  }

  private static boolean providedBySpring(FieldCoordinates field) {
    return field.getTypeName().endsWith("Connection")
        && PROVIDED_BY_SPRING.contains(field.getFieldName());
  }
}
