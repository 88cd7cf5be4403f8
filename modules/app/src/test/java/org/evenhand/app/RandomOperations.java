package org.evenhand.app;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.GlobalId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that nobody would make: drawn from the schema, so that they get far, with values that
 * are wrong, huge, deep, of another type, of no encoding, or missing.
 */
final class RandomOperations {

  /** Writes halves of surrogate pairs too, as escapes. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "Plain words about what happened.",
          "\u0000",
          "a\u0000b",
          "\ud83d",
          "\udca5\ud83d",
          "💥",
          "\u202e\u200b\ufeff",
          "' or '1'='1' --",
          "\"; drop table x; --",
          "%_\\%",
          "${7*7}{{7*7}}#{7*7}",
          "<script>alert(1)</script>",
          "../../../etc/passwd",
          "line\r\n\r\nline",
          "housing",
          "leisure",
          "civic-centre",
          "officer",
          "A".repeat(501),
          "é".repeat(10_001),
          "9".repeat(400));
  private static final List<Object> DAYS =
      List.of(
          "2026-11-24",
          "2026-11-25",
          "2027-02-28",
          "2026-02-30",
          "0000-00-00",
          "-0001-01-01",
          "9999-12-31",
          "+1000000-01-01",
          "2026-11-25T10:00:00Z",
          "today",
          "",
          20_261_125,
          List.of());
  private static final List<Object> MOMENTS =
      List.of(
          "2026-11-25T09:00:00Z",
          "2026-11-25T09:00:00.123456789+14:00",
          "2026-03-29T01:30:00",
          "+999999999-12-31T23:59:59.999999999Z",
          "0001-01-01T00:00:00Z",
          "2026-11-25",
          "now",
          0,
          -1);
  private static final List<Object> NUMBERS =
      List.of(
          0,
          1,
          5,
          50,
          -1,
          101,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          Long.MAX_VALUE,
          1.5,
          1e308,
          "7",
          true);

  private static final String DEEP = "{\"input\":[".repeat(350) + "]}".repeat(350);

  private final GraphQLSchema schema;
  private final Random random;
  private final List<String> knownIds;
  private final List<String> nodes;

  /** With the ids of things that are there, acts get further and may be done. */
  RandomOperations(GraphQLSchema schema, Random random, List<String> knownIds) {
    this.schema = schema;
    this.random = random;
    this.knownIds = knownIds;
    nodes =
        schema.getAllTypesAsList().stream()
            .filter(GraphQLObjectType.class::isInstance)
            .map(GraphQLObjectType.class::cast)
            .filter(type -> type.getInterfaces().stream().anyMatch(i -> i.getName().equals("Node")))
            .map(GraphQLObjectType::getName)
            .sorted()
            .toList();
  }

  /** One request. */
  record Operation(@Nullable String client, boolean mutation, String body) {}

  Operation next() {
    boolean mutation = random.nextInt(3) > 0;
    GraphQLObjectType root = mutation ? schema.getMutationType() : schema.getQueryType();
    GraphQLFieldDefinition field = one(root.getFieldDefinitions());
    var variables = new LinkedHashMap<String, @Nullable Object>();
    String document =
        (mutation ? "mutation" : "query")
            + declared(field)
            + " { done: "
            + field.getName()
            + passed(field, variables)
            + selection(field.getType(), 0)
            + " }";
    if (chance(6)) {
      document = damaged(document);
    }
    String client = chance(4) ? null : one(LocalPeople.ALL).client();
    if (!named(field).isEmpty() && !chance(8)) {
      client =
          LocalPeople.ALL.stream()
              .filter(p -> named(field).contains(p.role().name()))
              .map(LocalPeople.Person::client)
              .findFirst()
              .orElse(client);
    }
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("query", document);
    boolean deep = chance(2);
    body.put("variables", deep ? "DEEP" : variables);
    String text = JSON.writeValueAsString(body);
    return new Operation(client, mutation, deep ? text.replace("\"DEEP\"", DEEP) : text);
  }

  private static List<String> named(GraphQLFieldDefinition field) {
    var mayCall = field.getAppliedDirective("mayCall");
    return mayCall == null ? List.of() : mayCall.getArgument("roles").getValue();
  }

  private static String declared(GraphQLFieldDefinition field) {
    return field.getArguments().isEmpty()
        ? ""
        : field.getArguments().stream()
            .map(a -> "$" + a.getName() + ": " + GraphQLTypeUtil.simplePrint(a.getType()))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private String passed(GraphQLFieldDefinition field, Map<String, @Nullable Object> variables) {
    if (field.getArguments().isEmpty()) {
      return "";
    }
    for (GraphQLArgument argument : field.getArguments()) {
      if (argument.getType() instanceof GraphQLNonNull ? !chance(1) : chance(40)) {
        variables.put(argument.getName(), value(argument.getType(), 0));
      }
    }
    return field.getArguments().stream()
        .map(a -> a.getName() + ": $" + a.getName())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String selection(GraphQLOutputType type, int depth) {
    if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object)) {
      GraphQLType plain = GraphQLTypeUtil.unwrapAll(type);
      return plain instanceof GraphQLScalarType || plain instanceof GraphQLEnumType
          ? ""
          : " { __typename }";
    }
    var fields = new StringBuilder(" { __typename");
    if (depth == 0 && object.getFieldDefinition("refusals") != null) {
      fields.append(" refusals { code message path }");
    }
    List<GraphQLFieldDefinition> possible =
        object.getFieldDefinitions().stream()
            .filter(f -> !f.getName().equals("refusals"))
            .filter(f -> f.getArguments().stream().noneMatch(RandomOperations::needed))
            .filter(f -> depth < 4 || plain(f))
            .toList();
    for (int i = 0; i < 4 && !possible.isEmpty(); i++) {
      GraphQLFieldDefinition field = one(possible);
      fields
          .append(" f")
          .append(i)
          .append(": ")
          .append(field.getName())
          .append(selection(field.getType(), depth + 1));
    }
    return fields.append(" }").toString();
  }

  private static boolean plain(GraphQLFieldDefinition field) {
    GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
    return type instanceof GraphQLScalarType || type instanceof GraphQLEnumType;
  }

  private static boolean needed(GraphQLArgument argument) {
    return argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue();
  }

  // Values

  private @Nullable Object value(GraphQLType type, int depth) {
    if (chance(1)) {
      return one(List.<Object>of("x", 1, true, List.of("x"), Map.of("x", "y")));
    }
    return switch (type) {
      case GraphQLNonNull t -> chance(1) ? null : value(t.getWrappedType(), depth);
      case GraphQLList t -> list(t, depth);
      case GraphQLEnumType t ->
          chance(6)
              ? one(List.<Object>of("NOT_A_VALUE", "", 3, t.getValues().getFirst().getName() + "_"))
              : one(t.getValues()).getName();
      case GraphQLInputObjectType t -> object(t, depth);
      case GraphQLScalarType t -> scalar(t.getName());
      default -> null;
    };
  }

  private Object list(GraphQLList type, int depth) {
    int size = chance(2) ? 300 : random.nextInt(3);
    var items = new ArrayList<@Nullable Object>();
    for (int i = 0; i < size; i++) {
      items.add(i < 10 ? value(type.getWrappedType(), depth + 1) : items.get(i % 10));
    }
    return items;
  }

  private Object object(GraphQLInputObjectType type, int depth) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    if (type.isOneOf()) {
      int how = chance(10) ? random.nextInt(3) : 1;
      for (int i = 0; i < how; i++) {
        GraphQLInputObjectField field = one(type.getFieldDefinitions());
        fields.put(field.getName(), value(field.getType(), depth + 1));
      }
      return fields;
    }
    for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
      boolean must = field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue();
      if (must ? !chance(1) : depth < 8 && chance(35)) {
        fields.put(field.getName(), value(field.getType(), depth + 1));
      }
    }
    if (chance(1)) {
      fields.put("isAdmin", true);
    }
    return fields;
  }

  private Object scalar(String name) {
    return switch (name) {
      case "ID" -> id();
      case "Boolean" -> chance(4) ? "true" : random.nextBoolean();
      case "Int", "Float" -> one(NUMBERS);
      case "Date" -> one(DAYS);
      case "DateTime" -> one(MOMENTS);
      default -> chance(40) ? "Plain words " + random.nextInt(1_000) : one(TEXTS);
    };
  }

  private Object id() {
    if (!knownIds.isEmpty() && chance(70)) {
      return one(knownIds);
    }
    return chance(60) ? GlobalId.of(one(nodes), new UUID(1, random.nextInt(9))) : one(TEXTS);
  }

  private String damaged(String document) {
    var text = new StringBuilder(document);
    switch (random.nextInt(4)) {
      case 0 -> text.deleteCharAt(random.nextInt(text.length()));
      case 1 -> text.insert(random.nextInt(text.length()), one(TEXTS));
      case 2 -> text.insert(text.length() - 1, " { a".repeat(600));
      default -> text.setLength(random.nextInt(text.length()));
    }
    return text.toString();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
