package org.evenhand.app;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Every error has a code, also one of an operation that was never begun; and what the engine says
 * of a wrong value is said in the schema's words, without the names of its own classes and without
 * the value.
 */
@Configuration(proxyBeanMethods = false)
class OperationFaults {

  private static final Logger LOG = LoggerFactory.getLogger(OperationFaults.class);

  private record Wording(Pattern pattern, String instead) {
    static Wording of(String pattern, String instead) {
      return new Wording(Pattern.compile(pattern, Pattern.DOTALL), instead);
    }
  }

  private static final List<Wording> WORDINGS =
      List.of(
          Wording.of("with value '.*' is not a valid", "is not a valid"),
          Wording.of("(allowable values for enum '\\w+') - .*", "$1"),
          Wording.of("AST type of ", ""),
          Wording.of("ANTLR error", "error"),
          Wording.of("\\bjava[.\\w]*\\.", ""),
          Wording.of("\\b(\\w+)Value\\b", "$1"),
          Wording.of("\\bTemporalAccessor\\b", "time"),
          Wording.of("\\b(?:LinkedHash)?Map\\b", "object"),
          Wording.of("\\b(?:Array|Immutable)?List\\b", "list"),
          Wording.of("\\b(?:Integer|Long|BigInteger)\\b", "whole number"),
          Wording.of("\\b(?:Double|BigDecimal)\\b", "number"));

  /** What GraphQL Java calls it when somebody asks for the types of the fields of the types. */
  private static final String ROUND_AND_ROUND = "BadFaithIntrospection";

  @Bean
  WebGraphQlInterceptor everyErrorHasACode(Messages messages) {
    return new WebGraphQlInterceptor() {
      @Override
      public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain
            .next(request)
            .map(
                response ->
                    response.getErrors().stream().allMatch(OperationFaults::coded)
                        ? response
                        : response.transform(
                            builder ->
                                builder.errors(
                                    response.getErrors().stream()
                                        .map(error -> withCode(error, messages))
                                        .toList())));
      }
    };
  }

  /** Boot's own routes refuse these without a word. */
  @Bean
  @Order(-1)
  RouterFunction<ServerResponse> refusedWithACode() {
    return RouterFunctions.route()
        .POST(
            "/graphql",
            RequestPredicates.contentType(
                    MediaType.APPLICATION_JSON,
                    MediaType.APPLICATION_GRAPHQL_RESPONSE,
                    MediaType.parseMediaType("application/graphql"))
                .negate(),
            request -> {
              throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            })
        .route(
            RequestPredicates.path("/graphql")
                .and(
                    RequestPredicates.methods(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
                        .or(
                            RequestPredicates.method(HttpMethod.GET)
                                .and(RequestPredicates.param("query", value -> true).negate()))),
            request -> {
              throw new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED);
            })
        .build();
  }

  private static boolean coded(ResponseError error) {
    return error.getExtensions().containsKey("code");
  }

  private static GraphQLError withCode(ResponseError error, Messages messages) {
    var extensions = new HashMap<>(error.getExtensions());
    GraphqlErrorBuilder<?> told =
        GraphqlErrorBuilder.newError()
            .errorType(error.getErrorType())
            .message(error.getMessage() == null ? "" : error.getMessage())
            .locations(error.getLocations());
    if (!error.getParsedPath().isEmpty()) {
      told.path(error.getParsedPath());
    }
    if (!coded(error)) {
      if (ofTheCaller(error.getErrorType())) {
        extensions.put("code", "BAD_REQUEST");
        told.message(inTheSchemasWords(error.getMessage() == null ? "" : error.getMessage()));
      } else {
        String id = Ids.next().toString();
        LOG.error("fault {} in {}: {}", id, error.getPath(), error.getErrorType());
        extensions.put("code", "INTERNAL_ERROR");
        extensions.put("id", id);
        told.message(messages.say("fault.INTERNAL_ERROR", Map.of("id", id)));
      }
    }
    return told.extensions(extensions).build();
  }

  private static boolean ofTheCaller(ErrorClassification type) {
    return type == ErrorType.ValidationError
        || type == ErrorType.InvalidSyntax
        || type == ErrorType.OperationNotSupported
        || ROUND_AND_ROUND.equals(type.toString());
  }

  static String inTheSchemasWords(String message) {
    String said = message;
    for (Wording wording : WORDINGS) {
      said = wording.pattern().matcher(said).replaceAll(wording.instead());
    }
    return said;
  }
}
