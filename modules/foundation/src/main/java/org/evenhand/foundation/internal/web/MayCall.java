package org.evenhand.foundation.internal.web;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.internal.PostsSeen;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Lets a field of the schema be called by the roles that its {@code @mayCall} names, and by nobody
 * else: what the schema says is what holds. A post held for a time by an acting appointment counts.
 */
@Component
class MayCall implements SchemaDirectiveWiring {

  static final String DIRECTIVE = "mayCall";

  private final CurrentActor currentActor;
  private final PostsSeen postsSeen;

  MayCall(CurrentActor currentActor, PostsSeen postsSeen) {
    this.currentActor = currentActor;
    this.postsSeen = postsSeen;
  }

  @Override
  public GraphQLFieldDefinition onField(
      SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
    GraphQLFieldDefinition field = environment.getElement();
    GraphQLAppliedDirective directive = environment.getAppliedDirective(DIRECTIVE);
    if (Boolean.TRUE.equals(directive.getArgument("public").getValue())) {
      return field;
    }
    List<String> names = directive.getArgument("roles").getValue();
    Role[] roles =
        (names == null ? List.<String>of() : names)
            .stream().map(Role::valueOf).toArray(Role[]::new);
    DataFetcher<?> guarded = environment.getFieldDataFetcher();
    environment.setFieldDataFetcher(
        call -> {
          require(roles);
          return guarded.get(call);
        });
    return field;
  }

  private void require(Role... roles) {
    Actor substantive = currentActor.substantive();
    if (!substantive.holdsAny(roles) && !currentActor.get().holdsAny(roles)) {
      throw new AccessDeniedException("not in this role");
    }
    postsSeen.note(substantive);
  }
}
