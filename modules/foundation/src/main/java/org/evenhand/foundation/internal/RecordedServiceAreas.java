package org.evenhand.foundation.internal;

import static org.evenhand.foundation.internal.jooq.Tables.SERVICE_AREA;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaId;
import org.evenhand.foundation.ServiceAreaRecorded;
import org.evenhand.foundation.ServiceAreaToRecord;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordedServiceAreas implements ServiceAreas {

  private final ServiceAreaRows rows;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  RecordedServiceAreas(ServiceAreaRows rows, DSLContext sql, ApplicationEventPublisher events) {
    this.rows = rows;
    this.sql = sql;
    this.events = events;
  }

  @Override
  public Optional<ServiceAreaView> find(ServiceAreaCode code) {
    return read(SERVICE_AREA.CODE.eq(code.value())).stream().findFirst();
  }

  @Override
  public Optional<ServiceAreaView> find(ServiceAreaId id) {
    return read(SERVICE_AREA.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<ServiceAreaView> all() {
    return read(DSL.noCondition());
  }

  @Override
  public Map<ServiceAreaCode, ServiceAreaView> named(Collection<ServiceAreaCode> codes) {
    List<String> wanted = codes.stream().map(ServiceAreaCode::value).distinct().toList();
    return wanted.isEmpty()
        ? Map.of()
        : read(SERVICE_AREA.CODE.in(wanted)).stream()
            .collect(Collectors.toMap(ServiceAreaView::code, area -> area));
  }

  @Override
  @Transactional
  public Outcome<ServiceAreaView> record(ServiceAreaToRecord area, Actor by, Instant now) {
    if (!by.holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      return Outcome.refused(
          AuthorityRefusal.of("NOT_YOURS_TO_RECORD", Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    Optional<ServiceArea> before = rows.findByCode(area.code());
    var refusals = new RefusalList();
    refusals.code(area.code(), "code");
    refusals.title(area.name(), "name");
    refusals.optionalTitle(area.provider(), "provider");
    refusals.optionalTitle(area.contractReference(), "contractReference");
    refusals.contact(area.telephone(), "telephone");
    refusals.contact(area.email(), "email");
    refusals.day(area.endedOn(), "endedOn");
    refusals.addIf(
        area.provider() == null && area.contractReference() != null,
        "PROVIDER_MISSING",
        "provider");
    refusals.version(
        "ServiceArea", before.map(ServiceArea::version), area.expectedVersion(), "code");
    if (!refusals.none()) {
      return refusals.refused();
    }
    ServiceArea kept =
        rows.save(
            new ServiceArea(
                before.map(ServiceArea::id).orElseGet(Ids::next),
                before.map(ServiceArea::version).orElse(null),
                area.code(),
                area.name(),
                area.provider() != null,
                area.provider(),
                area.contractReference(),
                area.telephone(),
                area.email(),
                area.endedOn()));
    var id = new ServiceAreaId(kept.id());
    var code = new ServiceAreaCode(kept.code());
    events.publishEvent(
        new ServiceAreaRecorded(id, code, kept.commissioned(), kept.endedOn(), now, by.id()));
    return Outcome.done(find(id).orElseThrow());
  }

  private List<ServiceAreaView> read(Condition which) {
    return sql.selectFrom(SERVICE_AREA)
        .where(which)
        .orderBy(SERVICE_AREA.ENDED_ON.isNotNull(), DSL.lower(SERVICE_AREA.NAME), SERVICE_AREA.ID)
        .fetch(
            row ->
                new ServiceAreaView(
                    new ServiceAreaId(row.getId()),
                    row.getVersion(),
                    new ServiceAreaCode(row.getCode()),
                    row.getName(),
                    row.getCommissioned(),
                    row.getProvider(),
                    row.getContractReference(),
                    row.getTelephone(),
                    row.getEmail(),
                    row.getEndedOn()));
  }
}
