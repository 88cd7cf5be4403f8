package org.evenhand.foundation.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.BuildingToRecord;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.internal.ServiceAreaCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class BuildingController {

  record BuildingFilter(@Nullable String serviceArea, @Nullable LocalDate openOn) {}

  record BuildingZoneInput(String code, String name, boolean commonPartOfHomes) {}

  record BuildingClosureInput(LocalDate firstDay, LocalDate lastDay, String reason) {}

  record BuildingRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String code,
      String name,
      String address,
      @Nullable String serviceArea,
      List<BuildingZoneInput> zones,
      List<BuildingClosureInput> closures,
      boolean tenantHomes,
      boolean pollingPlace,
      boolean publicMeetings,
      @Nullable LocalDate closedOn) {

    BuildingToRecord toRecord() {
      return new BuildingToRecord(
          expectedVersion,
          code,
          name,
          address,
          serviceArea,
          zones.stream()
              .map(z -> new BuildingView.Zone(z.code(), z.name(), z.commonPartOfHomes()))
              .toList(),
          closures.stream()
              .map(c -> new BuildingView.Closure(c.firstDay(), c.lastDay(), c.reason()))
              .toList(),
          tenantHomes,
          pollingPlace,
          publicMeetings,
          closedOn);
    }
  }

  record BuildingRecordPayload(
      @Nullable BuildingView building, List<Refusal> refusals, List<Warning> warnings) {}

  private final Buildings buildings;
  private final ServiceAreas serviceAreas;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  BuildingController(
      Buildings buildings,
      ServiceAreas serviceAreas,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.buildings = buildings;
    this.serviceAreas = serviceAreas;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  Page<BuildingView> buildings(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable BuildingFilter filter) {
    Page.Request request = Page.request(first, after);
    if (filter == null) {
      return buildings.page(null, null, request);
    }
    String wanted = filter.serviceArea();
    Optional<ServiceAreaCode> area =
        wanted == null ? Optional.empty() : ServiceAreaCodes.parse(wanted);
    return wanted != null && area.isEmpty()
        ? Page.of(List.of(), request, b -> b.id().value(), 0)
        : buildings.page(area.orElse(null), filter.openOn(), request);
  }

  @QueryMapping
  @Nullable BuildingView building(@Argument String id, @Argument @Nullable OffsetDateTime knownAt) {
    return GlobalId.uuid("Building", id)
        .map(BuildingId::new)
        .flatMap(
            building ->
                knownAt == null
                    ? buildings.find(building)
                    : buildings.asKnownAt(building, knownAt.toInstant()))
        .orElse(null);
  }

  @SchemaMapping(typeName = "Building", field = "id")
  String id(BuildingView building) {
    return GlobalId.of("Building", building.id().value());
  }

  @SchemaMapping(typeName = "Building", field = "isOpen")
  boolean isOpen(BuildingView building, @Argument @Nullable LocalDate on) {
    return building.isOpen(on == null ? LocalDate.now(clock) : on);
  }

  @BatchMapping(typeName = "Building", field = "serviceArea")
  Map<BuildingView, ServiceAreaView> serviceArea(List<BuildingView> buildings) {
    var areas =
        serviceAreas.named(
            buildings.stream().map(BuildingView::serviceArea).filter(Objects::nonNull).toList());
    var found = new HashMap<BuildingView, ServiceAreaView>();
    for (BuildingView building : buildings) {
      ServiceAreaView area =
          building.serviceArea() == null ? null : areas.get(building.serviceArea());
      if (area != null) {
        found.put(building, area);
      }
    }
    return found;
  }

  @MutationMapping
  BuildingRecordPayload buildingRecord(@Argument BuildingRecordInput input) {
    Outcome<BuildingView> outcome =
        acts.act("buildingRecord", input.idempotencyKey(), input)
            .<BuildingView>on(
                "Building",
                building -> building.id().value(),
                id -> buildings.find(new BuildingId(id)).orElseThrow())
            .perform(() -> buildings.record(input.toRecord(), currentActor.get(), clock.instant()));
    return new BuildingRecordPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }
}
