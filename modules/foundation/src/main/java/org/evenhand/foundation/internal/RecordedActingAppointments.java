package org.evenhand.foundation.internal;

import static org.evenhand.foundation.internal.jooq.Tables.ACTING_APPOINTMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.ActingAppointmentId;
import org.evenhand.foundation.ActingAppointmentRecorded;
import org.evenhand.foundation.ActingAppointmentToRecord;
import org.evenhand.foundation.ActingAppointmentView;
import org.evenhand.foundation.ActingAppointments;
import org.evenhand.foundation.ActingCause;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.internal.jooq.tables.records.ActingAppointmentRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Service
class RecordedActingAppointments implements ActingAppointments {

  /** The posts that can be acted in, and who may appoint to them. */
  private static final Map<Role, Set<Role>> WHO_APPOINTS =
      Map.of(
          Role.HEAD_OF_SERVICE, EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES, Role.CMT_MEMBER),
          Role.HEAD_OF_CUSTOMER_SERVICES,
              EnumSet.of(Role.HEAD_OF_CUSTOMER_SERVICES, Role.CMT_MEMBER),
          Role.CMT_MEMBER, EnumSet.of(Role.CMT_MEMBER),
          Role.MONITORING_OFFICER, EnumSet.of(Role.CMT_MEMBER),
          Role.DATA_PROTECTION_OFFICER, EnumSet.of(Role.CMT_MEMBER));

  private final ActingAppointmentRows rows;
  private final DSLContext sql;
  private final Officers officers;
  private final ServiceAreas serviceAreas;
  private final ActingNow actingNow;
  private final ApplicationEventPublisher events;

  RecordedActingAppointments(
      ActingAppointmentRows rows,
      DSLContext sql,
      Officers officers,
      ServiceAreas serviceAreas,
      ActingNow actingNow,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.sql = sql;
    this.officers = officers;
    this.serviceAreas = serviceAreas;
    this.actingNow = actingNow;
    this.events = events;
  }

  @Override
  public Optional<ActingAppointmentView> find(ActingAppointmentId id) {
    return read(ACTING_APPOINTMENT.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<ActingAppointmentView> of(ActorId actor, LocalDate on) {
    return read(ACTING_APPOINTMENT.ACTOR.eq(actor.value()).and(inForce(on)));
  }

  @Override
  public Page<ActingAppointmentView> page(
      @Nullable Role post, @Nullable LocalDate inForceOn, Page.Request request) {
    Condition which = DSL.noCondition();
    if (post != null) {
      which = which.and(ACTING_APPOINTMENT.POST.eq(post.name()));
    }
    if (inForceOn != null) {
      which = which.and(inForce(inForceOn));
    }
    Condition behind = DSL.noCondition();
    if (request.after() != null) {
      var last = ACTING_APPOINTMENT.as("last");
      behind =
          DSL.row(ACTING_APPOINTMENT.FIRST_DAY, ACTING_APPOINTMENT.ID)
              .lt(
                  DSL.select(last.FIRST_DAY, last.ID)
                      .from(last)
                      .where(last.ID.eq(request.after())));
    }
    List<ActingAppointmentView> found =
        sql.selectFrom(ACTING_APPOINTMENT)
            .where(which)
            .and(behind)
            .orderBy(ACTING_APPOINTMENT.FIRST_DAY.desc(), ACTING_APPOINTMENT.ID.desc())
            .limit(request.limit())
            .fetch(RecordedActingAppointments::view);
    int count =
        sql.fetchCount(
            DSL.selectOne().from(ACTING_APPOINTMENT).where(which).limit(Page.MOST_COUNTED));
    return Page.of(found, request, a -> a.id().value(), count);
  }

  @Override
  @Transactional
  public Outcome<ActingAppointmentView> appoint(
      ActingAppointmentToRecord appointment, Actor by, LocalDate today, Instant now) {
    Optional<OfficerView> officer = officers.find(appointment.officer());
    if (officer.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Officer", "officer"));
    }
    OfficerView who = officer.get();
    var refusals = new RefusalList();
    if (!WHO_APPOINTS.containsKey(appointment.post())) {
      refusals.add(Refusal.at("POST_CANNOT_BE_ACTED_IN", "post"));
    } else {
      refusals.add(authority(by, appointment.post()));
    }
    refusals.addIf(who.actor().equals(by.id()), "APPOINTS_ONESELF", "officer");
    refusals.addIf(!who.worksHere(appointment.lastDay()), "OFFICER_LEFT", "officer");
    refusals.period(appointment.firstDay(), appointment.lastDay());
    refusals.addIf(appointment.firstDay().isBefore(today), "DAY_IN_THE_PAST", "firstDay");
    refusals.title(appointment.reason(), "reason");
    areas(appointment, today, refusals);
    if (refusals.none()) {
      refusals.addIf(twice(who.actor(), appointment), "ALREADY_ACTING", "officer");
    }
    if (!refusals.none()) {
      return refusals.refused();
    }
    return Outcome.done(
        keep(
            new ActingAppointment(
                Ids.next(),
                null,
                who.actor().value(),
                appointment.post(),
                appointment.serviceAreas().stream().distinct().sorted().toList(),
                appointment.cause(),
                appointment.firstDay(),
                appointment.lastDay(),
                appointment.reason(),
                null),
            by,
            now));
  }

  @Override
  @Transactional
  public Outcome<ActingAppointmentView> end(
      ActingAppointmentId id, int expectedVersion, Actor by, LocalDate today, Instant now) {
    Optional<ActingAppointment> found = rows.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("ActingAppointment", "id"));
    }
    ActingAppointment appointment = found.get();
    var refusals = new RefusalList();
    boolean may =
        WHO_APPOINTS.getOrDefault(appointment.post(), Set.of()).stream().anyMatch(by::holds);
    refusals.add(may ? null : whoAppoints(appointment.post()));
    refusals.changing(appointment.version(), expectedVersion);
    refusals.addIf(
        appointment.endedAt() != null || today.isAfter(appointment.lastDay()),
        "ALREADY_ENDED",
        "id");
    return refusals.none()
        ? Outcome.done(keep(appointment.ended(now), by, now))
        : refusals.refused();
  }

  private ActingAppointmentView keep(ActingAppointment appointment, Actor by, Instant now) {
    ActingAppointment kept = rows.save(appointment);
    var id = new ActingAppointmentId(kept.id());
    var actor = new ActorId(kept.actor());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            actingNow.forget(actor);
          }
        });
    events.publishEvent(
        new ActingAppointmentRecorded(
            id, actor, kept.post(), kept.firstDay(), kept.lastDay(), kept.endedAt(), now, by.id()));
    return find(id).orElseThrow();
  }

  /**
   * Whoever only acts in a post does not pass that post on: two people could otherwise keep each
   * other in it for ever.
   */
  private static @Nullable Refusal authority(Actor by, Role post) {
    Set<Role> appointing = WHO_APPOINTS.getOrDefault(post, Set.of());
    if (appointing.stream().noneMatch(by::holds)) {
      return whoAppoints(post);
    }
    boolean onlyActsInIt =
        by.holds(post)
            && !by.roles().contains(post)
            && appointing.stream().noneMatch(by.roles()::contains);
    return onlyActsInIt ? Refusal.at("POST_ONLY_ACTED_IN", "post") : null;
  }

  private static Refusal whoAppoints(Role post) {
    return AuthorityRefusal.of(
        "NOT_YOURS_TO_APPOINT",
        WHO_APPOINTS.getOrDefault(post, Set.of()).stream().sorted().toArray(Role[]::new));
  }

  private void areas(ActingAppointmentToRecord appointment, LocalDate today, RefusalList refusals) {
    List<String> codes = appointment.serviceAreas();
    boolean ofAreas = appointment.post() == Role.HEAD_OF_SERVICE;
    refusals.addIf(ofAreas && codes.isEmpty(), "SERVICE_AREAS_MISSING", "serviceAreas");
    refusals.addIf(!ofAreas && !codes.isEmpty(), "SERVICE_AREAS_OUT_OF_PLACE", "serviceAreas");
    refusals.parts(codes, "serviceAreas");
    Map<ServiceAreaCode, ServiceAreaView> known =
        serviceAreas.named(
            codes.stream().map(ServiceAreaCodes::parse).flatMap(Optional::stream).toList());
    for (int i = 0; i < codes.size(); i++) {
      boolean exists =
          ServiceAreaCodes.parse(codes.get(i))
              .map(known::get)
              .filter(area -> area.exists(today))
              .isPresent();
      refusals.addIf(!exists, "SERVICE_AREA_UNKNOWN", "serviceAreas", Integer.toString(i));
    }
  }

  private boolean twice(ActorId actor, ActingAppointmentToRecord appointment) {
    return read(
            ACTING_APPOINTMENT
                .ACTOR
                .eq(actor.value())
                .and(ACTING_APPOINTMENT.POST.eq(appointment.post().name()))
                .and(ACTING_APPOINTMENT.ENDED_AT.isNull())
                .and(ACTING_APPOINTMENT.FIRST_DAY.le(appointment.lastDay()))
                .and(ACTING_APPOINTMENT.LAST_DAY.ge(appointment.firstDay())))
        .stream()
        .anyMatch(
            other ->
                other.serviceAreas().isEmpty()
                    || other.serviceAreas().stream()
                        .anyMatch(a -> appointment.serviceAreas().contains(a.value())));
  }

  private static Condition inForce(LocalDate on) {
    return ACTING_APPOINTMENT
        .ENDED_AT
        .isNull()
        .and(ACTING_APPOINTMENT.FIRST_DAY.le(on))
        .and(ACTING_APPOINTMENT.LAST_DAY.ge(on));
  }

  private List<ActingAppointmentView> read(Condition which) {
    return sql.selectFrom(ACTING_APPOINTMENT)
        .where(which)
        .orderBy(ACTING_APPOINTMENT.FIRST_DAY.desc(), ACTING_APPOINTMENT.ID.desc())
        .fetch(RecordedActingAppointments::view);
  }

  private static ActingAppointmentView view(ActingAppointmentRecord row) {
    return new ActingAppointmentView(
        new ActingAppointmentId(row.getId()),
        row.getVersion(),
        new ActorId(row.getActor()),
        Role.valueOf(row.getPost()),
        Arrays.stream(row.getServiceAreas()).map(ServiceAreaCode::new).collect(Collectors.toSet()),
        ActingCause.valueOf(row.getCause()),
        row.getFirstDay(),
        row.getLastDay(),
        row.getReason(),
        row.getEndedAt() == null ? null : row.getEndedAt().toInstant());
  }
}
