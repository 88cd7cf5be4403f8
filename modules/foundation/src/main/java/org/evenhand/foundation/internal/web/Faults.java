package org.evenhand.foundation.internal.web;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Map;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Messages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;

/**
 * What a caller learns of a fault: a code and an id to quote, nothing internal. The log has the id
 * and what happened, without anybody's data.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Faults extends DataFetcherExceptionResolverAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final Messages messages;

  Faults(Messages messages) {
    this.messages = messages;
    setThreadLocalContextAware(true);
  }

  @Override
  protected @Nullable GraphQLError resolveToSingleError(
      Throwable fault, DataFetchingEnvironment environment) {
    return switch (fault) {
      case AccessDeniedException ignored ->
          signedIn()
              ? error(environment, ErrorType.FORBIDDEN, "FORBIDDEN")
              : error(environment, ErrorType.UNAUTHORIZED, "UNAUTHORIZED");
      case AuthenticationCredentialsNotFoundException ignored ->
          error(environment, ErrorType.UNAUTHORIZED, "UNAUTHORIZED");
      case AuthenticationException ignored ->
          error(environment, ErrorType.UNAUTHORIZED, "UNAUTHORIZED");
      case BindException ignored -> error(environment, ErrorType.BAD_REQUEST, "BAD_REQUEST");
      case CannotCreateTransactionException e -> unavailable(e, environment);
      case DataAccessResourceFailureException e -> unavailable(e, environment);
      case TransientDataAccessException e -> unavailable(e, environment);
      case TransactionSystemException e ->
          e.getApplicationException() instanceof Throwable first
              ? resolveToSingleError(first, environment)
              : unavailable(e, environment);
      case org.jooq.exception.DataAccessException e
          when e.getCause() instanceof SQLTransientException ->
          unavailable(e, environment);
      case DataIntegrityViolationException e when notText(e) ->
          error(environment, ErrorType.BAD_REQUEST, "BAD_REQUEST");
      default -> {
        String id = Ids.next().toString();
        LOG.error("fault {} in {}", id, environment.getExecutionStepInfo().getPath(), fault);
        yield coded(environment, ErrorType.INTERNAL_ERROR, "INTERNAL_ERROR", id);
      }
    };
  }

  private GraphQLError unavailable(Throwable fault, DataFetchingEnvironment environment) {
    String id = Ids.next().toString();
    LOG.warn("fault {}: the database does not answer: {}", id, fault.getClass().getSimpleName());
    return coded(environment, ErrorType.INTERNAL_ERROR, "UNAVAILABLE", id);
  }

  private GraphQLError error(
      DataFetchingEnvironment environment, ErrorClassification type, String code) {
    return GraphqlErrorBuilder.newError(environment)
        .errorType(type)
        .message(messages.say("fault." + code, Map.of()))
        .extensions(Map.of("code", code))
        .build();
  }

  private GraphQLError coded(
      DataFetchingEnvironment environment, ErrorClassification type, String code, String id) {
    return GraphqlErrorBuilder.newError(environment)
        .errorType(type)
        .message(messages.say("fault." + code, Map.of("id", id)))
        .extensions(Map.of("code", code, "id", id))
        .build();
  }

  /** A character that no PostgreSQL text can hold, such as U+0000. */
  private static boolean notText(DataIntegrityViolationException fault) {
    return fault.getMostSpecificCause() instanceof SQLException e
        && "22021".equals(e.getSQLState());
  }

  private static boolean signedIn() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken;
  }
}
