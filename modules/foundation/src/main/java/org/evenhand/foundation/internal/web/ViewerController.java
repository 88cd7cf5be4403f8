package org.evenhand.foundation.internal.web;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.evenhand.foundation.ActingAppointmentView;
import org.evenhand.foundation.ActingAppointments;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ViewerController {

  /** The person signed in, as the schema shows them. */
  record Viewer(Actor actor) {
    String name() {
      return actor.name();
    }

    List<Role> roles() {
      return actor.roles().stream().sorted().toList();
    }
  }

  private final CurrentActor currentActor;
  private final ServiceAreas serviceAreas;
  private final ActingAppointments actingAppointments;
  private final Clock clock;

  ViewerController(
      CurrentActor currentActor,
      ServiceAreas serviceAreas,
      ActingAppointments actingAppointments,
      Clock clock) {
    this.currentActor = currentActor;
    this.serviceAreas = serviceAreas;
    this.actingAppointments = actingAppointments;
    this.clock = clock;
  }

  @QueryMapping
  Viewer viewer() {
    return new Viewer(currentActor.get());
  }

  @SchemaMapping
  String name(Viewer viewer) {
    return viewer.name();
  }

  @SchemaMapping
  List<Role> roles(Viewer viewer) {
    return viewer.roles();
  }

  @SchemaMapping
  List<ServiceAreaView> serviceAreas(Viewer viewer) {
    var recorded = serviceAreas.named(viewer.actor().serviceAreas());
    return viewer.actor().serviceAreas().stream()
        .sorted()
        .map(recorded::get)
        .filter(Objects::nonNull)
        .toList();
  }

  @SchemaMapping
  List<ActingAppointmentView> acting(Viewer viewer) {
    return actingAppointments.of(viewer.actor().id(), LocalDate.now(clock));
  }

  /** Read from the schema itself, so it says what the directive enforces. */
  @SchemaMapping
  List<String> can(Viewer viewer, DataFetchingEnvironment environment) {
    GraphQLObjectType mutations = environment.getGraphQLSchema().getMutationType();
    return mutations == null
        ? List.of()
        : mutations.getFieldDefinitions().stream()
            .filter(mutation -> mayCall(viewer.actor(), mutation))
            .map(GraphQLFieldDefinition::getName)
            .sorted()
            .toList();
  }

  private static boolean mayCall(Actor actor, GraphQLFieldDefinition mutation) {
    GraphQLAppliedDirective directive = mutation.getAppliedDirective(MayCall.DIRECTIVE);
    if (directive == null) {
      return false;
    }
    List<String> roles = directive.getArgument("roles").getValue();
    return roles != null && roles.stream().map(Role::valueOf).anyMatch(actor::holds);
  }
}
