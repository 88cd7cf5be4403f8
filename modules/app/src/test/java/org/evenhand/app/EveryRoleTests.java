package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/**
 * Whoever may call a field can, and nobody else: every root field of the schema, asked by every
 * role that can sign in and by somebody who did not. What is asked makes no sense, so that nothing
 * comes of it; only whether it is heard counts here.
 */
class EveryRoleTests extends RunningEvenhand {

  @Autowired GraphQlSource source;

  @TestFactory
  Stream<DynamicTest> whatIsAskedIsHeardFromThoseWhoMayCallItAndNobodyElse() {
    return Stream.of(source.schema().getQueryType(), source.schema().getMutationType())
        .flatMap(
            root ->
                root.getFieldDefinitions().stream()
                    .map(
                        field ->
                            DynamicTest.dynamicTest(
                                root.getName() + "." + field.getName(),
                                () -> checkEverybody(root, field))));
  }

  private void checkEverybody(GraphQLObjectType root, GraphQLFieldDefinition field) {
    GraphQLAppliedDirective mayCall = field.getAppliedDirective("mayCall");
    boolean open = Boolean.TRUE.equals(mayCall.getArgument("public").getValue());
    List<String> named = mayCall.getArgument("roles").getValue();
    Set<String> roles = named.stream().collect(Collectors.toUnmodifiableSet());
    String operation =
        root.getName().toLowerCase(java.util.Locale.ROOT) + " { " + call(field) + "}";

    for (LocalPeople.Person person : LocalPeople.ALL) {
      JsonNode answer = ask(person.client(), operation);
      if (open || roles.contains(person.role().name())) {
        assertThat(codes(answer)).as("%s: %s", person.client(), answer).isEmpty();
      } else {
        assertThat(codes(answer)).as("%s: %s", person.client(), answer).containsOnly("FORBIDDEN");
      }
    }
    JsonNode answer = post("", JSON.writeValueAsString(Map.of("query", operation)));
    if (open) {
      assertThat(codes(answer)).as("nobody: %s", answer).isEmpty();
    } else {
      assertThat(codes(answer)).as("nobody: %s", answer).containsOnly("UNAUTHORIZED");
    }
  }

  private static List<String> codes(JsonNode answer) {
    return answer
        .path("errors")
        .valueStream()
        .map(e -> e.at("/extensions/code").asString("without a code"))
        .toList();
  }

  private static String call(GraphQLFieldDefinition field) {
    String arguments =
        field.getArguments().stream()
            .filter(a -> needed(a.getType(), a.hasSetDefaultValue()))
            .map((GraphQLArgument a) -> a.getName() + ": " + value(a.getType()))
            .collect(Collectors.joining(", "));
    boolean plain = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLScalarType;
    return field.getName()
        + (arguments.isEmpty() ? "" : "(" + arguments + ")")
        + (plain ? " " : " { __typename } ");
  }

  private static boolean needed(GraphQLType type, boolean hasDefault) {
    return type instanceof GraphQLNonNull && !hasDefault;
  }

  /** The least that the schema takes; texts are empty, so that no act finds what it needs. */
  private static String value(GraphQLInputType type) {
    return switch (type) {
      case GraphQLNonNull t -> value((GraphQLInputType) t.getWrappedType());
      case GraphQLList ignored -> "[]";
      case GraphQLEnumType t -> t.getValues().getFirst().getName();
      case GraphQLInputObjectType t -> object(t);
      case GraphQLScalarType t ->
          switch (t.getName()) {
            case "ID" -> "\"x\"";
            case "String" -> "\"\"";
            case "Int" -> "1";
            case "Boolean" -> "true";
            case "Date" -> "\"2026-11-25\"";
            case "DateTime" -> "\"2026-11-25T10:00:00Z\"";
            case "LocalTime" -> "\"10:00:00\"";
            default -> throw new IllegalStateException("no value known for " + t.getName());
          };
      default -> throw new IllegalStateException("no such kind of type: " + type);
    };
  }

  private static String object(GraphQLInputObjectType type) {
    Stream<GraphQLInputObjectField> fields =
        type.isOneOf()
            ? type.getFieldDefinitions().stream().limit(1)
            : type.getFieldDefinitions().stream()
                .filter(f -> needed(f.getType(), f.hasSetDefaultValue()));
    return fields
        .map(f -> f.getName() + ": " + value(f.getType()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
