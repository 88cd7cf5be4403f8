package org.evenhand.app;

import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the schema is written (design: the shape of the API); each line names what breaks it. */
final class SchemaConventions {

  private static final Pattern ACT = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)+");
  private static final Set<String> BANNED_SCALARS = Set.of("JSON", "Object", "Map", "Any");

  private final TypeDefinitionRegistry schema;
  private final List<String> broken = new ArrayList<>();

  private SchemaConventions(TypeDefinitionRegistry schema) {
    this.schema = schema;
  }

  static List<String> brokenIn(TypeDefinitionRegistry schema) {
    var conventions = new SchemaConventions(schema);
    conventions.checkTypes();
    conventions.checkRoots("Query");
    conventions.checkRoots("Mutation");
    conventions.checkActs();
    conventions.checkConnections();
    return List.copyOf(conventions.broken);
  }

  private void checkTypes() {
    schema.getDirectiveDefinitions().values().stream()
        .filter(d -> !DirectiveInfo.isGraphqlSpecifiedDirective(d.getName()))
        .forEach(
            d -> {
              described("@" + d.getName(), d.getDescription());
              d.getInputValueDefinitions()
                  .forEach(
                      a ->
                          described(
                              "@" + d.getName() + "(" + a.getName() + ")", a.getDescription()));
            });
    // The registry keeps scalars apart from all other types.
    schema.scalars().values().forEach(this::scalar);
    for (TypeDefinition<?> type : schema.types().values()) {
      String name = type.getName();
      switch (type) {
        case ObjectTypeDefinition t -> {
          described(name, t.getDescription());
          t.getFieldDefinitions().forEach(f -> field(name, f));
          keepsNoForeignIds(name, t.getFieldDefinitions());
        }
        case InterfaceTypeDefinition t -> {
          described(name, t.getDescription());
          t.getFieldDefinitions().forEach(f -> field(name, f));
          keepsNoForeignIds(name, t.getFieldDefinitions());
        }
        case InputObjectTypeDefinition t -> {
          described(name, t.getDescription());
          t.getInputValueDefinitions()
              .forEach(v -> described(name + "." + v.getName(), v.getDescription()));
        }
        case EnumTypeDefinition t -> {
          described(name, t.getDescription());
          t.getEnumValueDefinitions()
              .forEach(v -> described(name + "." + v.getName(), v.getDescription()));
        }
        case UnionTypeDefinition t -> described(name, t.getDescription());
        default -> {}
      }
    }
    schema.objectTypeExtensions().values().stream()
        .flatMap(List::stream)
        .forEach(
            e -> {
              e.getFieldDefinitions().forEach(f -> field(e.getName(), f));
              keepsNoForeignIds(e.getName(), e.getFieldDefinitions());
            });
    schema.enumTypeExtensions().values().stream()
        .flatMap(List::stream)
        .forEach(
            e ->
                e.getEnumValueDefinitions()
                    .forEach(v -> described(e.getName() + "." + v.getName(), v.getDescription())));
    schema.inputObjectTypeExtensions().values().stream()
        .flatMap(List::stream)
        .forEach(
            e ->
                e.getInputValueDefinitions()
                    .forEach(v -> described(e.getName() + "." + v.getName(), v.getDescription())));
  }

  private void scalar(ScalarTypeDefinition scalar) {
    if (ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName())) {
      return;
    }
    described(scalar.getName(), scalar.getDescription());
    if (!scalar.hasDirective("specifiedBy")) {
      broken.add(scalar.getName() + ": a scalar says where it is specified");
    }
    if (BANNED_SCALARS.contains(scalar.getName())) {
      broken.add(scalar.getName() + ": no scalar that holds anything");
    }
  }

  private void field(String type, FieldDefinition field) {
    String name = type + "." + field.getName();
    described(name, field.getDescription());
    for (InputValueDefinition argument : field.getInputValueDefinitions()) {
      described(name + "(" + argument.getName() + ")", argument.getDescription());
    }
  }

  /**
   * Who reads gets the object. An id may stand beside it where the object can be gone (then it is
   * nullable).
   */
  private void keepsNoForeignIds(String type, List<FieldDefinition> fields) {
    fields.stream()
        .filter(f -> f.getName().endsWith("Id"))
        .filter(f -> !besideItsObject(f, fields))
        .forEach(f -> broken.add(type + "." + f.getName() + ": objects, not foreign ids"));
  }

  private boolean besideItsObject(FieldDefinition id, List<FieldDefinition> fields) {
    return fields.stream()
        .filter(f -> f.getName().equals(without("Id", id.getName())))
        .map(FieldDefinition::getType)
        .anyMatch(
            t ->
                t instanceof TypeName n
                    && schema.types().get(n.getName()) instanceof ObjectTypeDefinition);
  }

  private static String without(String end, String name) {
    return name.substring(0, name.length() - end.length());
  }

  private void described(String name, Description description) {
    NeutralWords.unsuitableIn(name).forEach(w -> broken.add(name + ": is named \"" + w + "\""));
    if (description == null || description.getContent().isBlank()) {
      broken.add(name + ": has no description");
      return;
    }
    NeutralWords.unsuitableIn(description.getContent())
        .forEach(w -> broken.add(name + ": says \"" + w + "\""));
  }

  private void checkRoots(String root) {
    rootFields(root)
        .forEach(
            field -> {
              List<Directive> says = ((DirectivesContainer<?>) field).getDirectives("mayCall");
              if (says.isEmpty()) {
                broken.add(root + "." + field.getName() + ": does not say who may call it");
              }
            });
  }

  private void checkActs() {
    rootFields("Mutation")
        .forEach(
            act -> {
              String name = act.getName();
              String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
              if (!ACT.matcher(name).matches()) {
                broken.add("Mutation." + name + ": an act is noun first, verb last");
              }
              List<InputValueDefinition> arguments = act.getInputValueDefinitions();
              if (arguments.size() != 1
                  || !arguments.getFirst().getName().equals("input")
                  || !text(arguments.getFirst().getType()).equals(type + "Input!")) {
                broken.add("Mutation." + name + ": takes one argument input: " + type + "Input!");
              }
              if (!text(act.getType()).equals(type + "Payload!")) {
                broken.add("Mutation." + name + ": returns " + type + "Payload!");
              } else {
                payload(type + "Payload");
              }
              InputObjectTypeDefinition input =
                  schema.getTypeOrNull(type + "Input", InputObjectTypeDefinition.class);
              if (input == null) {
                broken.add(type + "Input: is missing");
              } else if (input.getInputValueDefinitions().stream()
                  .noneMatch(v -> v.getName().equals("idempotencyKey"))) {
                broken.add(type + "Input: carries an idempotencyKey");
              }
            });
  }

  private void payload(String name) {
    ObjectTypeDefinition payload = schema.getTypeOrNull(name, ObjectTypeDefinition.class);
    if (payload == null) {
      broken.add(name + ": is missing");
      return;
    }
    fieldOf(payload, "refusals", "[Refusal!]!");
    fieldOf(payload, "warnings", "[Warning!]!");
  }

  private void fieldOf(ObjectTypeDefinition type, String field, String wanted) {
    boolean there =
        type.getFieldDefinitions().stream()
            .anyMatch(f -> f.getName().equals(field) && text(f.getType()).equals(wanted));
    if (!there) {
      broken.add(type.getName() + "." + field + ": is " + wanted);
    }
  }

  private void checkConnections() {
    schema.types().values().stream()
        .filter(t -> t.getName().endsWith("Connection"))
        .forEach(
            t -> {
              String of = without("Connection", t.getName());
              var connection = (ObjectTypeDefinition) t;
              fieldOf(connection, "edges", "[" + of + "Edge!]!");
              fieldOf(connection, "pageInfo", "PageInfo!");
              fieldOf(connection, "totalCount", "Int");
            });
  }

  private Stream<FieldDefinition> rootFields(String root) {
    Stream<FieldDefinition> own =
        java.util.Optional.ofNullable(schema.getTypeOrNull(root, ObjectTypeDefinition.class))
            .stream()
            .flatMap(t -> t.getFieldDefinitions().stream());
    Stream<FieldDefinition> added =
        schema.objectTypeExtensions().getOrDefault(root, List.of()).stream()
            .map(ObjectTypeExtensionDefinition.class::cast)
            .flatMap(t -> t.getFieldDefinitions().stream());
    return Stream.concat(own, added);
  }

  private static String text(Type<?> type) {
    return switch (type) {
      case NonNullType t -> text(t.getType()) + "!";
      case ListType t -> "[" + text(t.getType()) + "]";
      case TypeName t -> t.getName();
      default -> throw new IllegalStateException("no such kind of type");
    };
  }
}
