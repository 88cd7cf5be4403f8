package org.evenhand.restrictions.internal.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Values of settings that point at records; the others are shown by the plugin host. */
@Controller
class RecordSettingFields {

  private final Buildings buildings;
  private final Officers officers;
  private final ServiceAreas serviceAreas;
  private final Matters matters;

  RecordSettingFields(
      Buildings buildings, Officers officers, ServiceAreas serviceAreas, Matters matters) {
    this.buildings = buildings;
    this.officers = officers;
    this.serviceAreas = serviceAreas;
    this.matters = matters;
  }

  /** One setting as it was filled in. */
  record Filled(String key, SettingValue value) {}

  @SchemaMapping(typeName = "WeeklySlotsValue", field = "slots")
  List<Slot> slots(SettingValue.WeeklySlotsValue value) {
    return value.slots().slots();
  }

  @SchemaMapping(typeName = "BuildingSetValue", field = "buildings")
  List<BuildingView> buildings(SettingValue.BuildingSetValue value) {
    Set<UUID> ids =
        value.buildings().stream().flatMap(ref -> uuid(ref).stream()).collect(Collectors.toSet());
    return buildings.all().stream().filter(b -> ids.contains(b.id().value())).toList();
  }

  @SchemaMapping(typeName = "ZoneValue", field = "name")
  String zone(SettingValue.ZoneValue value) {
    String id = value.zone().id();
    int slash = id.indexOf('/');
    if (slash < 0) {
      return id;
    }
    String code = id.substring(slash + 1);
    return uuid(Ref.building(id.substring(0, slash)))
        .flatMap(uuid -> buildings.find(new BuildingId(uuid)))
        .map(
            building ->
                building.name()
                    + ", "
                    + building.zones().stream()
                        .filter(zone -> zone.code().equals(code))
                        .map(BuildingView.Zone::name)
                        .findFirst()
                        .orElse(code))
        .orElse(code);
  }

  @SchemaMapping(typeName = "ServiceAreaValue", field = "serviceArea")
  @Nullable ServiceAreaView serviceArea(SettingValue.ServiceAreaValue value) {
    return serviceAreas.find(new ServiceAreaCode(value.serviceArea().id())).orElse(null);
  }

  @SchemaMapping(typeName = "MatterValue", field = "matter")
  @Nullable MatterView matter(SettingValue.MatterValue value) {
    return uuid(value.matter()).flatMap(id -> matters.find(new MatterId(id))).orElse(null);
  }

  @SchemaMapping(typeName = "OfficerValue", field = "officer")
  @Nullable OfficerView officer(SettingValue.OfficerValue value) {
    return uuid(value.officer()).flatMap(id -> officers.find(new OfficerId(id))).orElse(null);
  }

  @SchemaMapping(typeName = "TeamValue", field = "team")
  String team(SettingValue.TeamValue value) {
    return value.team().id();
  }

  @SchemaMapping(typeName = "PartyValue", field = "party")
  String party(SettingValue.PartyValue value) {
    return value.party().id();
  }

  @SchemaMapping(typeName = "EndpointValue", field = "endpoint")
  String endpoint(SettingValue.EndpointValue value) {
    return value.endpoint().id();
  }

  private static Optional<UUID> uuid(Ref ref) {
    try {
      return Optional.of(UUID.fromString(ref.id()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
