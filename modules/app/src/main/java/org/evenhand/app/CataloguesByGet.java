package org.evenhand.app;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpStatus;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queries by GET, for catalogues and the public copy of the policy only: what anybody's browser or
 * proxy may keep. An operation that could name a person goes by POST, so that no personal data ever
 * stands in a URL; an act does too, so that no link can do anything.
 */
@Configuration(proxyBeanMethods = false)
class CataloguesByGet {

  /** The root fields that hold no personal data, neither in arguments nor in answers. */
  static final Set<String> CATALOGUES =
      Set.of(
          "__typename",
          "__schema",
          "__type",
          "behaviours",
          "buildings",
          "policyPublic",
          "restrictionTypes",
          "serviceAreas");

  /** Before Boot's own route, which refuses every GET. */
  @Bean
  @Order(-1)
  RouterFunction<ServerResponse> graphQlByGet(WebGraphQlHandler handler, JsonMapper json) {
    var byGet = new ByGet(handler, json);
    return RouterFunctions.route(
        RequestPredicates.GET("/graphql").and(RequestPredicates.param("query", value -> true)),
        byGet::answer);
  }

  private static final class ByGet extends GraphQlHttpHandler {

    private final WebGraphQlHandler handler;
    private final JsonMapper json;
    private final AlternativeJdkIdGenerator ids = new AlternativeJdkIdGenerator();

    ByGet(WebGraphQlHandler handler, JsonMapper json) {
      super(handler);
      this.handler = handler;
      this.json = json;
    }

    ServerResponse answer(ServerRequest request) {
      String query = request.param("query").orElse("");
      String operationName = request.param("operationName").filter(n -> !n.isEmpty()).orElse(null);
      if (!allowed(query, operationName)) {
        throw new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED);
      }
      var asked =
          new WebGraphQlRequest(
              request.uri(),
              request.headers().asHttpHeaders(),
              new LinkedMultiValueMap<>(),
              request.attributes(),
              new DefaultGraphQlRequest(
                  query,
                  operationName,
                  object(request, "variables"),
                  object(request, "extensions")),
              ids.generateId().toString(),
              request.servletRequest().getLocale());
      return prepareResponse(request, handler.handleRequest(asked));
    }

    private Map<String, Object> object(ServerRequest request, String parameter) {
      String text = request.param(parameter).orElse("");
      if (text.isEmpty() || text.equals("null")) {
        return Map.of();
      }
      try {
        @SuppressWarnings("unchecked")
        Map<String, Object> value = json.readValue(text, Map.class);
        return value;
      } catch (JacksonException e) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
      }
    }

    /** What cannot be parsed may pass: it is answered as any other document that has no sense. */
    private static boolean allowed(String query, @Nullable String operationName) {
      Document document;
      try {
        document =
            new Parser()
                .parseDocument(
                    ParserEnvironment.newParserEnvironment()
                        .document(query)
                        .parserOptions(KnownDocuments.PARSER)
                        .build());
      } catch (InvalidSyntaxException e) {
        return true;
      }
      var fragments = new HashMap<String, FragmentDefinition>();
      document
          .getDefinitionsOfType(FragmentDefinition.class)
          .forEach(f -> fragments.put(f.getName(), f));
      return document.getDefinitionsOfType(OperationDefinition.class).stream()
          .filter(o -> operationName == null || operationName.equals(o.getName()))
          .allMatch(
              o ->
                  o.getOperation() == OperationDefinition.Operation.QUERY
                      && catalogues(o.getSelectionSet(), fragments, new HashSet<>()));
    }

    private static boolean catalogues(
        SelectionSet set, Map<String, FragmentDefinition> fragments, Set<String> seen) {
      for (Selection<?> selection : set.getSelections()) {
        boolean catalogue =
            switch (selection) {
              case Field field -> CATALOGUES.contains(field.getName());
              case InlineFragment inline -> catalogues(inline.getSelectionSet(), fragments, seen);
              case FragmentSpread spread ->
                  !seen.add(spread.getName())
                      || (fragments.get(spread.getName()) instanceof FragmentDefinition f
                          && catalogues(f.getSelectionSet(), fragments, seen));
              default -> false;
            };
        if (!catalogue) {
          return false;
        }
      }
      return true;
    }
  }
}
