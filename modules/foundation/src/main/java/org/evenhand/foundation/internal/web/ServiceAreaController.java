package org.evenhand.foundation.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaId;
import org.evenhand.foundation.ServiceAreaToRecord;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ServiceAreaController {

  record ServiceAreaRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String code,
      String name,
      @Nullable String provider,
      @Nullable String contractReference,
      @Nullable String telephone,
      @Nullable String email,
      @Nullable LocalDate endedOn) {

    ServiceAreaToRecord toRecord() {
      return new ServiceAreaToRecord(
          expectedVersion, code, name, provider, contractReference, telephone, email, endedOn);
    }
  }

  record ServiceAreaRecordPayload(
      @Nullable ServiceAreaView serviceArea, List<Refusal> refusals, List<Warning> warnings) {}

  private final ServiceAreas serviceAreas;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  ServiceAreaController(
      ServiceAreas serviceAreas, Acts acts, CurrentActor currentActor, Clock clock) {
    this.serviceAreas = serviceAreas;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  List<ServiceAreaView> serviceAreas() {
    return serviceAreas.all();
  }

  @SchemaMapping(typeName = "ServiceArea", field = "id")
  String id(ServiceAreaView area) {
    return GlobalId.of("ServiceArea", area.id().value());
  }

  @MutationMapping
  ServiceAreaRecordPayload serviceAreaRecord(@Argument ServiceAreaRecordInput input) {
    Outcome<ServiceAreaView> outcome =
        acts.act("serviceAreaRecord", input.idempotencyKey(), input)
            .<ServiceAreaView>on(
                "ServiceArea",
                area -> area.id().value(),
                id -> serviceAreas.find(new ServiceAreaId(id)).orElseThrow())
            .perform(
                () -> serviceAreas.record(input.toRecord(), currentActor.get(), clock.instant()));
    return new ServiceAreaRecordPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }
}
