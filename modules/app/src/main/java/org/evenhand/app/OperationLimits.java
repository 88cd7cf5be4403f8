package org.evenhand.app;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;

/**
 * How large an operation may be, decided on the parsed document before it is validated. Fragments
 * are counted as often as they are spread, each looked at once, so the count itself is cheap.
 *
 * @param fields fields in all, fragments expanded
 * @param depth nesting; the standard introspection query needs 15
 * @param rootFields fields at the top of the operation
 * @param aliases renamed fields as written
 * @param directives directives as written
 */
record OperationLimits(int fields, int depth, int rootFields, int aliases, int directives) {

  static final OperationLimits USUAL = new OperationLimits(1_000, 18, 25, 100, 50);

  /** The error for the first limit that the document exceeds. */
  Optional<GraphQLError> exceededBy(Document document) {
    var count = new Count(document);
    for (Definition<?> definition : document.getDefinitions()) {
      if (definition instanceof OperationDefinition operation) {
        Size size = count.of(operation.getSelectionSet());
        if (size.fields > fields) {
          return tooMuch("fields", fields);
        }
        if (size.depth > depth) {
          return tooMuch("levels of nesting", depth);
        }
        if (count.rootFields(operation.getSelectionSet()) > rootFields) {
          return tooMuch("fields at the top", rootFields);
        }
      }
    }
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      count.fragment(fragment.getName());
    }
    if (count.aliases > aliases) {
      return tooMuch("aliases", aliases);
    }
    return count.directives > directives ? tooMuch("directives", directives) : Optional.empty();
  }

  private static Optional<GraphQLError> tooMuch(String what, int most) {
    return Optional.of(
        GraphqlErrorBuilder.newError()
            .errorType(ErrorType.BAD_REQUEST)
            .message("This operation is too large: at most %d %s are allowed.", most, what)
            .extensions(Map.of("code", "OPERATION_TOO_LARGE"))
            .build());
  }

  private record Size(long fields, int depth) {
    static final Size NONE = new Size(0, 0);

    Size and(Size other) {
      return new Size(
          Math.min(Integer.MAX_VALUE, fields + other.fields), Math.max(depth, other.depth));
    }
  }

  private static final class Count {

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> counted = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int aliases;
    private int directives;

    Count(Document document) {
      for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
        fragments.putIfAbsent(fragment.getName(), fragment);
      }
    }

    Size of(@Nullable SelectionSet set) {
      Size size = Size.NONE;
      if (set != null) {
        for (Selection<?> selection : set.getSelections()) {
          size = size.and(of(selection));
        }
      }
      return size;
    }

    private Size of(Selection<?> selection) {
      if (selection instanceof DirectivesContainer<?> container) {
        directives += container.getDirectives().size();
      }
      return switch (selection) {
        case Field field -> {
          aliases += field.getAlias() == null ? 0 : 1;
          Size below = of(field.getSelectionSet());
          yield new Size(1 + below.fields, 1 + below.depth);
        }
        case InlineFragment inline -> of(inline.getSelectionSet());
        case FragmentSpread spread -> fragment(spread.getName());
        default -> Size.NONE;
      };
    }

    /** A fragment that spreads itself counts nothing here; validation refuses it. */
    Size fragment(String name) {
      Size known = counted.get(name);
      if (known != null) {
        return known;
      }
      FragmentDefinition fragment = fragments.get(name);
      if (fragment == null || !open.add(name)) {
        return Size.NONE;
      }
      Size size = of(fragment.getSelectionSet());
      open.remove(name);
      counted.put(name, size);
      return size;
    }

    long rootFields(SelectionSet set) {
      return set.getSelections().stream()
          .mapToLong(
              s ->
                  switch (s) {
                    case InlineFragment inline -> rootFields(inline.getSelectionSet());
                    case FragmentSpread spread -> fragment(spread.getName()).fields;
                    default -> 1;
                  })
          .sum();
    }
  }
}
