package org.evenhand.foundation.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActingAppointmentId;
import org.evenhand.foundation.ActingAppointmentToRecord;
import org.evenhand.foundation.ActingAppointmentView;
import org.evenhand.foundation.ActingAppointments;
import org.evenhand.foundation.ActingCause;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ActingAppointmentController {

  record ActingAppointmentFilter(@Nullable Role post, @Nullable LocalDate inForceOn) {}

  record ActingAppointmentRecordInput(
      @Nullable String idempotencyKey,
      String officer,
      Role post,
      List<String> serviceAreas,
      ActingCause cause,
      LocalDate firstDay,
      LocalDate lastDay,
      String reason) {}

  record ActingAppointmentEndInput(
      @Nullable String idempotencyKey, String id, int expectedVersion) {}

  record ActingAppointmentRecordPayload(
      @Nullable ActingAppointmentView actingAppointment,
      List<Refusal> refusals,
      List<Warning> warnings) {

    static ActingAppointmentRecordPayload of(Outcome<ActingAppointmentView> outcome) {
      return new ActingAppointmentRecordPayload(
          outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  private final ActingAppointments appointments;
  private final Officers officers;
  private final ServiceAreas serviceAreas;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  ActingAppointmentController(
      ActingAppointments appointments,
      Officers officers,
      ServiceAreas serviceAreas,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.appointments = appointments;
    this.officers = officers;
    this.serviceAreas = serviceAreas;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  Page<ActingAppointmentView> actingAppointments(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable ActingAppointmentFilter filter) {
    return appointments.page(
        filter == null ? null : filter.post(),
        filter == null ? null : filter.inForceOn(),
        Page.request(first, after));
  }

  @SchemaMapping(typeName = "ActingAppointment", field = "id")
  String id(ActingAppointmentView appointment) {
    return GlobalId.of("ActingAppointment", appointment.id().value());
  }

  @SchemaMapping(typeName = "ActingAppointment", field = "inForce")
  boolean inForce(ActingAppointmentView appointment) {
    return appointment.inForce(LocalDate.now(clock));
  }

  @BatchMapping(typeName = "ActingAppointment", field = "officer")
  Map<ActingAppointmentView, OfficerView> officer(List<ActingAppointmentView> asked) {
    var found = officers.actingAs(asked.stream().map(ActingAppointmentView::actor).toList());
    var who = new HashMap<ActingAppointmentView, OfficerView>();
    for (ActingAppointmentView appointment : asked) {
      OfficerView officer = found.get(appointment.actor());
      if (officer != null) {
        who.put(appointment, officer);
      }
    }
    return who;
  }

  @BatchMapping(typeName = "ActingAppointment", field = "serviceAreas")
  Map<ActingAppointmentView, List<ServiceAreaView>> serviceAreas(
      List<ActingAppointmentView> asked) {
    var found = serviceAreas.named(asked.stream().flatMap(a -> a.serviceAreas().stream()).toList());
    var areas = new HashMap<ActingAppointmentView, List<ServiceAreaView>>();
    for (ActingAppointmentView appointment : asked) {
      areas.put(
          appointment,
          appointment.serviceAreas().stream()
              .sorted()
              .map(found::get)
              .filter(Objects::nonNull)
              .toList());
    }
    return areas;
  }

  @MutationMapping
  ActingAppointmentRecordPayload actingAppointmentRecord(
      @Argument ActingAppointmentRecordInput input) {
    Optional<OfficerId> officer = GlobalId.uuid("Officer", input.officer()).map(OfficerId::new);
    if (officer.isEmpty()) {
      return ActingAppointmentRecordPayload.of(
          Outcome.refused(Refusal.notFound("Officer", "officer")));
    }
    var toRecord =
        new ActingAppointmentToRecord(
            officer.get(),
            input.post(),
            input.serviceAreas(),
            input.cause(),
            input.firstDay(),
            input.lastDay(),
            input.reason());
    return ActingAppointmentRecordPayload.of(
        acts.act("actingAppointmentRecord", input.idempotencyKey(), input)
            .<ActingAppointmentView>on(
                "ActingAppointment", appointment -> appointment.id().value(), this::again)
            .perform(
                () ->
                    appointments.appoint(
                        toRecord, currentActor.get(), LocalDate.now(clock), clock.instant())));
  }

  @MutationMapping
  ActingAppointmentRecordPayload actingAppointmentEnd(@Argument ActingAppointmentEndInput input) {
    Optional<ActingAppointmentId> id =
        GlobalId.uuid("ActingAppointment", input.id()).map(ActingAppointmentId::new);
    if (id.isEmpty()) {
      return ActingAppointmentRecordPayload.of(
          Outcome.refused(Refusal.notFound("ActingAppointment", "id")));
    }
    return ActingAppointmentRecordPayload.of(
        acts.act("actingAppointmentEnd", input.idempotencyKey(), input)
            .<ActingAppointmentView>on(
                "ActingAppointment", appointment -> appointment.id().value(), this::again)
            .perform(
                () ->
                    appointments.end(
                        id.get(),
                        input.expectedVersion(),
                        currentActor.get(),
                        LocalDate.now(clock),
                        clock.instant())));
  }

  private ActingAppointmentView again(UUID id) {
    return appointments.find(new ActingAppointmentId(id)).orElseThrow();
  }
}
