package org.evenhand.foundation.internal;

import static org.evenhand.foundation.internal.jooq.Tables.OFFICER;
import static org.evenhand.foundation.internal.jooq.Tables.OFFICER_ABSENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerRecorded;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordedOfficers implements Officers {

  private static final int LONGEST_ACTOR = 200;

  /** How far a line of deputies is followed. */
  private static final int LONGEST_LINE = 10;

  private static final Field<List<OfficerView.Absence>> ABSENCES =
      DSL.multiset(
              DSL.select(OFFICER_ABSENCE.FIRST_DAY, OFFICER_ABSENCE.LAST_DAY)
                  .from(OFFICER_ABSENCE)
                  .where(OFFICER_ABSENCE.OFFICER.eq(OFFICER.ID))
                  .orderBy(OFFICER_ABSENCE.POSITION))
          .as("absences")
          .convertFrom(all -> all.map(a -> new OfficerView.Absence(a.value1(), a.value2())));

  private final OfficerRows rows;
  private final DSLContext sql;
  private final ServiceAreas serviceAreas;
  private final ApplicationEventPublisher events;

  RecordedOfficers(
      OfficerRows rows,
      DSLContext sql,
      ServiceAreas serviceAreas,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.sql = sql;
    this.serviceAreas = serviceAreas;
    this.events = events;
  }

  @Override
  public Optional<OfficerView> find(OfficerId id) {
    return select().where(OFFICER.ID.eq(id.value())).fetchOptional(RecordedOfficers::view);
  }

  @Override
  public Optional<OfficerView> find(ActorId actor) {
    return select().where(OFFICER.ACTOR.eq(actor.value())).fetchOptional(RecordedOfficers::view);
  }

  @Override
  public Map<OfficerId, OfficerView> named(Collection<OfficerId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : select()
            .where(OFFICER.ID.in(ids.stream().map(OfficerId::value).distinct().toList()))
            .fetch(RecordedOfficers::view)
            .stream()
            .collect(Collectors.toMap(OfficerView::id, o -> o));
  }

  @Override
  public Map<ActorId, OfficerView> actingAs(Collection<ActorId> actors) {
    return actors.isEmpty()
        ? Map.of()
        : select()
            .where(OFFICER.ACTOR.in(actors.stream().map(ActorId::value).distinct().toList()))
            .fetch(RecordedOfficers::view)
            .stream()
            .collect(Collectors.toMap(OfficerView::actor, o -> o));
  }

  @Override
  public Map<OfficerId, OfficerView> whoAnswers(Collection<OfficerId> officers, LocalDate on) {
    Map<OfficerId, OfficerView> seen = new HashMap<>();
    Set<OfficerId> missing = new HashSet<>(officers);
    for (int step = 0; step < LONGEST_LINE && !missing.isEmpty(); step++) {
      Map<OfficerId, OfficerView> read = named(missing);
      seen.putAll(read);
      missing =
          read.values().stream()
              .filter(o -> !o.isThere(on))
              .map(OfficerView::deputy)
              .filter(Objects::nonNull)
              .filter(d -> !seen.containsKey(d))
              .collect(Collectors.toSet());
    }
    Map<OfficerId, OfficerView> answering = new HashMap<>();
    for (OfficerId officer : officers) {
      OfficerView there = alongTheLine(officer, seen, on);
      if (there != null) {
        answering.put(officer, there);
      }
    }
    return answering;
  }

  private static @Nullable OfficerView alongTheLine(
      OfficerId from, Map<OfficerId, OfficerView> seen, LocalDate on) {
    var asked = new LinkedHashSet<OfficerId>();
    OfficerId next = from;
    while (next != null && asked.add(next)) {
      OfficerView officer = seen.get(next);
      if (officer == null || officer.isThere(on)) {
        return officer;
      }
      next = officer.deputy();
    }
    return null;
  }

  @Override
  public Page<OfficerView> page(
      @Nullable String name,
      @Nullable ServiceAreaCode serviceArea,
      @Nullable LocalDate workingOn,
      Page.Request request) {
    Condition which = DSL.noCondition();
    if (name != null) {
      which = which.and(OFFICER.NAME.containsIgnoreCase(name));
    }
    if (serviceArea != null) {
      which = which.and(OFFICER.SERVICE_AREA_CODE.eq(serviceArea.value()));
    }
    if (workingOn != null) {
      which = which.and(OFFICER.LEFT_ON.isNull().or(OFFICER.LEFT_ON.gt(workingOn)));
    }
    List<OfficerView> found =
        select()
            .where(which)
            .and(behind(request.after()))
            .orderBy(DSL.lower(OFFICER.NAME), OFFICER.ID)
            .limit(request.limit())
            .fetch(RecordedOfficers::view);
    int count = sql.fetchCount(DSL.selectOne().from(OFFICER).where(which).limit(Page.MOST_COUNTED));
    return Page.of(found, request, o -> o.id().value(), count);
  }

  private static Condition behind(@Nullable UUID after) {
    if (after == null) {
      return DSL.noCondition();
    }
    var last = OFFICER.as("last");
    return DSL.row(DSL.lower(OFFICER.NAME), OFFICER.ID)
        .gt(DSL.select(DSL.lower(last.NAME), last.ID).from(last).where(last.ID.eq(after)));
  }

  @Override
  @Transactional
  public Outcome<OfficerView> record(OfficerToRecord officer, Actor by, Instant now) {
    Optional<Officer> before = rows.findByActor(officer.actor());
    var refusals = new RefusalList();
    refusals.add(authority(by, before, officer.serviceArea()));
    refusals.add(Acts.text(officer.actor(), LONGEST_ACTOR, "actor"));
    refusals.title(officer.name(), "name");
    refusals.title(officer.post(), "post");
    refusals.contact(officer.telephone(), "telephone");
    refusals.contact(officer.email(), "email");
    refusals.addIf(
        officer.email() != null && MailTransport.address(officer.email()).isEmpty(),
        "EMAIL_MALFORMED",
        "email");
    refusals.day(officer.leftOn(), "leftOn");
    refusals.addIf(!known(officer.serviceArea()), "SERVICE_AREA_UNKNOWN", "serviceArea");
    refusals.parts(officer.absences(), "absences");
    for (int i = 0; i < officer.absences().size(); i++) {
      OfficerView.Absence absence = officer.absences().get(i);
      refusals.period(absence.firstDay(), absence.lastDay(), "absences", Integer.toString(i));
    }
    refusals.version("Officer", before.map(Officer::version), officer.expectedVersion(), "actor");
    refusals.add(deputy(officer, before, now));
    if (!refusals.none()) {
      return refusals.refused();
    }
    OfficerId deputy = officer.deputy();
    Officer kept =
        rows.save(
            new Officer(
                before.map(Officer::id).orElseGet(Ids::next),
                before.map(Officer::version).orElse(null),
                officer.actor(),
                officer.name(),
                officer.post(),
                officer.serviceArea(),
                officer.telephone(),
                officer.email(),
                deputy == null ? null : deputy.value(),
                officer.absences().stream()
                    .sorted(Comparator.comparing(OfficerView.Absence::firstDay))
                    .map(a -> new Officer.Absence(a.firstDay(), a.lastDay()))
                    .toList(),
                officer.leftOn()));
    var id = new OfficerId(kept.id());
    events.publishEvent(
        new OfficerRecorded(id, new ActorId(kept.actor()), deputy, kept.leftOn(), now, by.id()));
    return Outcome.done(find(id).orElseThrow());
  }

  private @Nullable Refusal deputy(OfficerToRecord officer, Optional<Officer> before, Instant now) {
    OfficerId deputy = officer.deputy();
    if (deputy == null) {
      return null;
    }
    if (before.isPresent() && before.get().id().equals(deputy.value())) {
      return Refusal.at("OWN_DEPUTY", "deputy");
    }
    Optional<OfficerView> found = find(deputy);
    if (found.isEmpty()) {
      return Refusal.notFound("Officer", "deputy");
    }
    return found.get().worksHere(LocalDate.ofInstant(now, WorkingDays.LONDON))
        ? null
        : Refusal.at("OFFICER_LEFT", "deputy");
  }

  private boolean known(@Nullable String area) {
    return area == null || ServiceAreaCodes.parse(area).flatMap(serviceAreas::find).isPresent();
  }

  private static @Nullable Refusal authority(
      Actor by, Optional<Officer> before, @Nullable String area) {
    boolean may =
        by.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
            || (ServiceAreaCodes.heads(by, area)
                && before.map(o -> ServiceAreaCodes.heads(by, o.serviceAreaCode())).orElse(true));
    return may ? null : RecordedBuildings.notYourArea();
  }

  private SelectWhereStep<Record> select() {
    return sql.select(OFFICER.fields()).select(ABSENCES).from(OFFICER);
  }

  private static OfficerView view(Record row) {
    String area = row.get(OFFICER.SERVICE_AREA_CODE);
    UUID deputy = row.get(OFFICER.DEPUTY);
    return new OfficerView(
        new OfficerId(row.get(OFFICER.ID)),
        row.get(OFFICER.VERSION),
        new ActorId(row.get(OFFICER.ACTOR)),
        row.get(OFFICER.NAME),
        row.get(OFFICER.POST),
        area == null ? null : new ServiceAreaCode(area),
        row.get(OFFICER.TELEPHONE),
        row.get(OFFICER.EMAIL),
        deputy == null ? null : new OfficerId(deputy),
        row.get(ABSENCES),
        row.get(OFFICER.LEFT_ON));
  }
}
