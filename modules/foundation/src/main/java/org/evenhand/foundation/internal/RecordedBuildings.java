package org.evenhand.foundation.internal;

import static org.evenhand.foundation.internal.jooq.Tables.BUILDING;
import static org.evenhand.foundation.internal.jooq.Tables.BUILDING_CLOSURE;
import static org.evenhand.foundation.internal.jooq.Tables.BUILDING_CLOSURE_HISTORY;
import static org.evenhand.foundation.internal.jooq.Tables.BUILDING_HISTORY;
import static org.evenhand.foundation.internal.jooq.Tables.BUILDING_ZONE;
import static org.evenhand.foundation.internal.jooq.Tables.BUILDING_ZONE_HISTORY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.BuildingRecorded;
import org.evenhand.foundation.BuildingToRecord;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordedBuildings implements Buildings {

  private final BuildingRows rows;
  private final DSLContext sql;
  private final ServiceAreas serviceAreas;
  private final ApplicationEventPublisher events;

  RecordedBuildings(
      BuildingRows rows,
      DSLContext sql,
      ServiceAreas serviceAreas,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.sql = sql;
    this.serviceAreas = serviceAreas;
    this.events = events;
  }

  @Override
  public Optional<BuildingView> find(BuildingId id) {
    var now = Knowledge.now();
    return now.select(sql).where(now.id().eq(id.value())).fetchOptional(now::view);
  }

  @Override
  public Optional<BuildingView> find(String code) {
    var now = Knowledge.now();
    return now.select(sql).where(BUILDING.CODE.eq(code)).fetchOptional(now::view);
  }

  @Override
  public Optional<BuildingView> asKnownAt(BuildingId id, Instant instant) {
    var then = Knowledge.of(instant);
    return then.select(sql).where(then.id().eq(id.value())).fetchOptional(then::view);
  }

  @Override
  public List<BuildingView> all() {
    var now = Knowledge.now();
    return now.select(sql).orderBy(DSL.lower(BUILDING.NAME), BUILDING.ID).fetch(now::view);
  }

  @Override
  public Page<BuildingView> page(
      @Nullable ServiceAreaCode serviceArea, @Nullable LocalDate openOn, Page.Request request) {
    Condition which = DSL.noCondition();
    if (serviceArea != null) {
      which = which.and(BUILDING.SERVICE_AREA_CODE.eq(serviceArea.value()));
    }
    if (openOn != null) {
      which = which.and(open(openOn));
    }
    var now = Knowledge.now();
    List<BuildingView> found =
        now.select(sql)
            .where(which)
            .and(behind(request.after()))
            .orderBy(DSL.lower(BUILDING.NAME), BUILDING.ID)
            .limit(request.limit())
            .fetch(now::view);
    int count =
        sql.fetchCount(DSL.selectOne().from(BUILDING).where(which).limit(Page.MOST_COUNTED));
    return Page.of(found, request, b -> b.id().value(), count);
  }

  private static Condition open(LocalDate on) {
    return BUILDING
        .CLOSED_ON
        .isNull()
        .or(BUILDING.CLOSED_ON.gt(on))
        .andNotExists(
            DSL.selectOne()
                .from(BUILDING_CLOSURE)
                .where(BUILDING_CLOSURE.BUILDING.eq(BUILDING.ID))
                .and(DSL.val(on).between(BUILDING_CLOSURE.FIRST_DAY, BUILDING_CLOSURE.LAST_DAY)));
  }

  private static Condition behind(@Nullable UUID after) {
    if (after == null) {
      return DSL.noCondition();
    }
    var last = BUILDING.as("last");
    return DSL.row(DSL.lower(BUILDING.NAME), BUILDING.ID)
        .gt(DSL.select(DSL.lower(last.NAME), last.ID).from(last).where(last.ID.eq(after)));
  }

  @Override
  @Transactional
  public Outcome<BuildingView> record(BuildingToRecord building, Actor by, Instant now) {
    Optional<Building> before = rows.findByCode(building.code());
    var refusals = new RefusalList();
    refusals.add(authority(by, before, building.serviceArea()));
    refusals.code(building.code(), "code");
    refusals.title(building.name(), "name");
    refusals.title(building.address(), "address");
    refusals.day(building.closedOn(), "closedOn");
    refusals.addIf(!known(building.serviceArea()), "SERVICE_AREA_UNKNOWN", "serviceArea");
    zones(building, refusals);
    refusals.parts(building.closures(), "closures");
    for (int i = 0; i < building.closures().size(); i++) {
      BuildingView.Closure closure = building.closures().get(i);
      String at = Integer.toString(i);
      refusals.period(closure.firstDay(), closure.lastDay(), "closures", at);
      refusals.title(closure.reason(), "closures", at, "reason");
    }
    refusals.version("Building", before.map(Building::version), building.expectedVersion(), "code");
    if (!refusals.none()) {
      return refusals.refused();
    }
    Building kept =
        rows.save(
            new Building(
                before.map(Building::id).orElseGet(Ids::next),
                before.map(Building::version).orElse(null),
                building.code(),
                building.name(),
                building.address(),
                building.serviceArea(),
                building.zones().stream()
                    .map(z -> new Building.Zone(z.code(), z.name(), z.commonPartOfHomes()))
                    .toList(),
                building.closures().stream()
                    .sorted(Comparator.comparing(BuildingView.Closure::firstDay))
                    .map(c -> new Building.Closure(c.firstDay(), c.lastDay(), c.reason()))
                    .toList(),
                building.tenantHomes(),
                building.pollingPlace(),
                building.publicMeetings(),
                building.closedOn()));
    var id = new BuildingId(kept.id());
    events.publishEvent(
        new BuildingRecorded(
            id, kept.code(), kept.name(), kept.tenantHomes(), kept.closedOn(), now, by.id()));
    return Outcome.done(find(id).orElseThrow());
  }

  private static void zones(BuildingToRecord building, RefusalList refusals) {
    refusals.parts(building.zones(), "zones");
    var codes = new HashSet<String>();
    for (int i = 0; i < building.zones().size(); i++) {
      BuildingView.Zone zone = building.zones().get(i);
      String at = Integer.toString(i);
      refusals.code(zone.code(), "zones", at, "code");
      refusals.title(zone.name(), "zones", at, "name");
      refusals.addIf(!codes.add(zone.code()), "ZONE_TWICE", "zones", at, "code");
      refusals.addIf(
          zone.commonPartOfHomes() && !building.tenantHomes(),
          "COMMON_PART_WITHOUT_HOMES",
          "zones",
          at,
          "commonPartOfHomes");
    }
  }

  private boolean known(@Nullable String area) {
    return area == null || ServiceAreaCodes.parse(area).flatMap(serviceAreas::find).isPresent();
  }

  /** A head of service must head the area that runs the building before and after the change. */
  private static @Nullable Refusal authority(
      Actor by, Optional<Building> before, @Nullable String area) {
    boolean may =
        by.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
            || (ServiceAreaCodes.heads(by, area)
                && before.map(b -> ServiceAreaCodes.heads(by, b.serviceAreaCode())).orElse(true));
    return may ? null : notYourArea();
  }

  static Refusal notYourArea() {
    return AuthorityRefusal.of(
        "NOT_YOUR_SERVICE_AREA", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES);
  }

  /** The three tables of a building, as they stand or as they stood at an instant. */
  private record Knowledge(Table<?> building, Table<?> zone, Table<?> closure) {

    static Knowledge now() {
      return new Knowledge(BUILDING, BUILDING_ZONE, BUILDING_CLOSURE);
    }

    static Knowledge of(Instant instant) {
      return new Knowledge(
          AsKnown.at(BUILDING, BUILDING_HISTORY, instant),
          AsKnown.at(BUILDING_ZONE, BUILDING_ZONE_HISTORY, instant),
          AsKnown.at(BUILDING_CLOSURE, BUILDING_CLOSURE_HISTORY, instant));
    }

    Field<UUID> id() {
      return building.field(BUILDING.ID);
    }

    private Field<List<BuildingView.Zone>> zones() {
      return DSL.multiset(
              DSL.select(
                      zone.field(BUILDING_ZONE.CODE),
                      zone.field(BUILDING_ZONE.NAME),
                      zone.field(BUILDING_ZONE.COMMON_PART_OF_HOMES))
                  .from(zone)
                  .where(zone.field(BUILDING_ZONE.BUILDING).eq(id()))
                  .orderBy(zone.field(BUILDING_ZONE.POSITION)))
          .as("zones")
          .convertFrom(
              all -> all.map(z -> new BuildingView.Zone(z.value1(), z.value2(), z.value3())));
    }

    private Field<List<BuildingView.Closure>> closures() {
      return DSL.multiset(
              DSL.select(
                      closure.field(BUILDING_CLOSURE.FIRST_DAY),
                      closure.field(BUILDING_CLOSURE.LAST_DAY),
                      closure.field(BUILDING_CLOSURE.REASON))
                  .from(closure)
                  .where(closure.field(BUILDING_CLOSURE.BUILDING).eq(id()))
                  .orderBy(closure.field(BUILDING_CLOSURE.POSITION)))
          .as("closures")
          .convertFrom(
              all -> all.map(c -> new BuildingView.Closure(c.value1(), c.value2(), c.value3())));
    }

    SelectWhereStep<Record> select(DSLContext sql) {
      return sql.select(building.fields()).select(zones(), closures()).from(building);
    }

    BuildingView view(Record row) {
      String area = row.get(building.field(BUILDING.SERVICE_AREA_CODE));
      return new BuildingView(
          new BuildingId(row.get(id())),
          row.get(building.field(BUILDING.VERSION)),
          row.get(building.field(BUILDING.CODE)),
          row.get(building.field(BUILDING.NAME)),
          row.get(building.field(BUILDING.ADDRESS)),
          area == null ? null : new ServiceAreaCode(area),
          row.get(zones()),
          row.get(closures()),
          row.get(building.field(BUILDING.TENANT_HOMES)),
          row.get(building.field(BUILDING.POLLING_PLACE)),
          row.get(building.field(BUILDING.PUBLIC_MEETINGS)),
          row.get(building.field(BUILDING.CLOSED_ON)));
    }
  }
}
