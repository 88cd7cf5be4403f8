package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Service areas and buildings: P4.2, P8.3.13, PR.3, F8, F15. */
class PlacesTests extends FoundationModuleTest {

  private static final Actor HOFCS =
      new Actor(
          new ActorId("hofcs-1"),
          "Helen Customer",
          Set.of(Role.HEAD_OF_CUSTOMER_SERVICES),
          Set.of(),
          List.of());

  @Autowired ServiceAreas serviceAreas;
  @Autowired Buildings buildings;
  @Autowired Acts acts;
  @Autowired JdbcClient jdbc;

  private Outcome<ServiceAreaView> area(ServiceAreaToRecord area) {
    return As.headOfCustomerServices()
        .call(
            () ->
                acts.act("serviceAreaRecord", null, area)
                    .<ServiceAreaView>on(
                        "ServiceArea",
                        a -> a.id().value(),
                        id -> serviceAreas.find(new ServiceAreaId(id)).orElseThrow())
                    .perform(() -> serviceAreas.record(area, HOFCS, clock.instant())));
  }

  private Outcome<BuildingView> building(As who, Actor actor, BuildingToRecord building) {
    return who.call(
        () ->
            acts.act("buildingRecord", null, building)
                .<BuildingView>on(
                    "Building",
                    b -> b.id().value(),
                    id -> buildings.find(new BuildingId(id)).orElseThrow())
                .perform(() -> buildings.record(building, actor, clock.instant())));
  }

  private Outcome<BuildingView> building(BuildingToRecord building) {
    return building(As.headOfCustomerServices(), HOFCS, building);
  }

  private String area() {
    String code = fresh("area");
    area(new ServiceAreaToRecord(null, code, "Area " + code, null, null, null, null, null));
    return code;
  }

  private static BuildingToRecord hall(
      String code, @Nullable Integer version, String name, @Nullable String area) {
    return new BuildingToRecord(
        version,
        code,
        name,
        "1 Market Street",
        area,
        List.of(),
        List.of(),
        false,
        false,
        true,
        null);
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("PR.3: a service area is commissioned exactly where it has a provider")
  void isCommissionedExactlyWithAProvider() {
    String code = fresh("leisure");
    var done =
        area(
            new ServiceAreaToRecord(
                null, code, "Leisure", "Splash Ltd", "C-17", "01632 960001", null, null));

    assertThat(done.orNull()).isNotNull();
    assertThat(done.orNull().commissioned()).isTrue();
    assertThat(serviceAreas.find(new ServiceAreaCode(code))).contains(done.orNull());
    assertThat(
            codes(
                area(
                    new ServiceAreaToRecord(
                        null, fresh("own"), "Own", null, "C-18", null, null, null))))
        .containsExactly("PROVIDER_MISSING");
  }

  @Test
  @DisplayName("Every reason against an act is told at once")
  void tellsEveryReasonAtOnce() {
    assertThat(
            codes(
                area(
                    new ServiceAreaToRecord(
                        null, "No Code", " ", null, null, "", null, LocalDate.of(1066, 10, 14)))))
        .containsExactly("CODE_MALFORMED", "TEXT_MISSING", "TEXT_MISSING", "DAY_OUT_OF_RANGE");
  }

  @Test
  @DisplayName("What was changed since it was read is refused with the version it has now")
  void refusesAStaleVersion() {
    String code = area();
    ServiceAreaToRecord renamed =
        new ServiceAreaToRecord(0, code, "Renamed", null, null, null, null, null);

    assertThat(area(renamed).orNull().version()).isEqualTo(1);
    assertThat(area(renamed).refusals()).containsExactly(new StaleRefusal(1));
    assertThat(
            codes(area(new ServiceAreaToRecord(null, code, "Again", null, null, null, null, null))))
        .containsExactly("ALREADY_RECORDED");
    assertThat(
            codes(
                area(
                    new ServiceAreaToRecord(
                        3, fresh("none"), "None", null, null, null, null, null))))
        .containsExactly("NOT_FOUND");
  }

  @Test
  @DisplayName("F15: a head of service records buildings of their own areas only")
  void refusesABuildingOfAnAreaThatOneDoesNotHead() {
    String mine = area();
    String other = area();
    As who = As.headOfService(mine);
    Actor head =
        new Actor(
            new ActorId("hos-" + mine),
            "Hari Head",
            Set.of(Role.HEAD_OF_SERVICE),
            Set.of(new ServiceAreaCode(mine)),
            List.of());
    String own = fresh("hall");
    String foreign = fresh("hall");

    assertThat(building(who, head, hall(own, null, "Own", mine)).refusals()).isEmpty();
    assertThat(codes(building(who, head, hall(foreign, null, "Foreign", other))))
        .containsExactly("NOT_YOUR_SERVICE_AREA");
    assertThat(codes(building(who, head, hall(fresh("hall"), null, "Shared", null))))
        .containsExactly("NOT_YOUR_SERVICE_AREA");

    building(hall(foreign, null, "Foreign", other));
    assertThat(codes(building(who, head, hall(foreign, 0, "Taken over", mine))))
        .as("nobody takes a building over from another area")
        .containsExactly("NOT_YOUR_SERVICE_AREA");
  }

  @Test
  @DisplayName(
      "F8: common parts of homes exist only where tenants live; zones have their own codes")
  void refusesZonesThatCannotBe() {
    BuildingToRecord wrong =
        new BuildingToRecord(
            null,
            fresh("block"),
            "Block",
            "2 Market Street",
            fresh("nowhere"),
            List.of(
                new BuildingView.Zone("stairs", "Stairs", true),
                new BuildingView.Zone("stairs", "Stairs again", false)),
            List.of(
                new BuildingView.Closure(
                    LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 1), "Works")),
            false,
            false,
            false,
            null);

    assertThat(building(wrong).refusals())
        .extracting(Refusal::code, Refusal::path)
        .containsExactly(
            tuple("SERVICE_AREA_UNKNOWN", List.of("serviceArea")),
            tuple("COMMON_PART_WITHOUT_HOMES", List.of("zones", "0", "commonPartOfHomes")),
            tuple("ZONE_TWICE", List.of("zones", "1", "code")),
            tuple("DAYS_REVERSED", List.of("closures", "0", "lastDay")));
  }

  @Test
  @DisplayName(
      "F7: a building can be read whole as it was known at any instant, and who changed it")
  void readsABuildingAsItWasKnown() {
    String code = fresh("hall");
    Instant first = NOW.plus(Duration.ofHours(1));
    Instant second = NOW.plus(Duration.ofHours(2));
    clock.set(first);
    BuildingView before =
        building(
                new BuildingToRecord(
                    null,
                    code,
                    "Old Hall",
                    "1 Market Street",
                    null,
                    List.of(new BuildingView.Zone("foyer", "Foyer", false)),
                    List.of(
                        new BuildingView.Closure(
                            LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 28), "Winter")),
                    false,
                    true,
                    true,
                    null))
            .orNull();
    clock.set(second);
    BuildingView after = building(hall(code, 0, "New Hall", null)).orNull();

    assertThat(buildings.asKnownAt(before.id(), first.minusSeconds(1))).isEmpty();
    assertThat(buildings.asKnownAt(before.id(), first)).contains(before);
    assertThat(buildings.asKnownAt(before.id(), second.minusMillis(1))).contains(before);
    assertThat(buildings.asKnownAt(before.id(), second)).contains(after);
    assertThat(before.zones()).hasSize(1);
    assertThat(after.zones()).isEmpty();

    Map<String, Object> row =
        jdbc.sql("select * from foundation.building_history where id = ?")
            .param(before.id().value())
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("name", "Old Hall")
        .containsEntry("known_by", "hofcs-1")
        .containsEntry("ended_by", "hofcs-1");
    assertThat(((Timestamp) row.get("known_from")).toInstant()).isEqualTo(first);
    assertThat(((Timestamp) row.get("known_until")).toInstant()).isEqualTo(second);
  }

  @Test
  @DisplayName(
      "Pages follow each other by name without loss, and a filter by day leaves out shut ones")
  void pagesByName() {
    String area = area();
    for (String name : List.of("bath", "Arcade", "castle")) {
      building(hall(fresh("p"), null, name, area));
    }
    building(
        new BuildingToRecord(
            null,
            fresh("p"),
            "Dairy",
            "4 Market Street",
            area,
            List.of(),
            List.of(new BuildingView.Closure(TODAY, TODAY, "Works")),
            false,
            false,
            false,
            null));
    var code = new ServiceAreaCode(area);
    var names = new ArrayList<String>();
    String after = null;
    do {
      Page<BuildingView> page = buildings.page(code, null, Page.request(2, after));
      page.nodes().forEach(b -> names.add(b.name()));
      assertThat(page.totalCount()).isEqualTo(4);
      after = page.pageInfo().isHasNextPage() ? page.pageInfo().getEndCursor().getValue() : null;
    } while (after != null);

    assertThat(names).containsExactly("Arcade", "bath", "castle", "Dairy");
    assertThat(buildings.page(code, TODAY, Page.request(10, null)).nodes())
        .extracting(BuildingView::name)
        .containsExactly("Arcade", "bath", "castle");
  }
}
