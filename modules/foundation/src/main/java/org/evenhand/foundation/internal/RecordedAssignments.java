package org.evenhand.foundation.internal;

import static org.evenhand.foundation.internal.jooq.Tables.ASSIGNMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AssignmentId;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.AssignmentRecorded;
import org.evenhand.foundation.AssignmentToRecord;
import org.evenhand.foundation.AssignmentView;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaView;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordedAssignments implements Assignments {

  private final AssignmentRows rows;
  private final DSLContext sql;
  private final Officers officers;
  private final ObjectProvider<NodeSource> nodes;
  private final ApplicationEventPublisher events;

  RecordedAssignments(
      AssignmentRows rows,
      DSLContext sql,
      Officers officers,
      ObjectProvider<NodeSource> nodes,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.sql = sql;
    this.officers = officers;
    this.nodes = nodes;
    this.events = events;
  }

  @Override
  public Optional<AssignmentView> find(AssignmentId id) {
    return read(ASSIGNMENT.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<OfficerView> who(AssignmentKind kind, @Nullable GlobalId subject, LocalDate on) {
    List<OfficerId> wanted =
        read(ASSIGNMENT.KIND.eq(kind.name()).and(about(subject)).and(lasts(on))).reversed().stream()
            .map(AssignmentView::officer)
            .distinct()
            .toList();
    Map<OfficerId, OfficerView> found = officers.named(wanted);
    return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<AssignmentView> of(OfficerId officer, LocalDate on) {
    return read(ASSIGNMENT.OFFICER.eq(officer.value()).and(lasts(on)));
  }

  @Override
  public Page<AssignmentView> page(
      @Nullable OfficerId officer,
      @Nullable AssignmentKind kind,
      @Nullable GlobalId subject,
      LocalDate on,
      Page.Request request) {
    Condition which = lasts(on);
    if (officer != null) {
      which = which.and(ASSIGNMENT.OFFICER.eq(officer.value()));
    }
    if (kind != null) {
      which = which.and(ASSIGNMENT.KIND.eq(kind.name()));
    }
    if (subject != null) {
      which = which.and(about(subject));
    }
    Condition behind = DSL.noCondition();
    if (request.after() != null) {
      var last = ASSIGNMENT.as("last");
      behind =
          DSL.row(ASSIGNMENT.FIRST_DAY, ASSIGNMENT.ID)
              .lt(
                  DSL.select(last.FIRST_DAY, last.ID)
                      .from(last)
                      .where(last.ID.eq(request.after())));
    }
    List<AssignmentView> found =
        sql.selectFrom(ASSIGNMENT)
            .where(which)
            .and(behind)
            .orderBy(ASSIGNMENT.FIRST_DAY.desc(), ASSIGNMENT.ID.desc())
            .limit(request.limit())
            .fetch(RecordedAssignments::view);
    int count =
        sql.fetchCount(DSL.selectOne().from(ASSIGNMENT).where(which).limit(Page.MOST_COUNTED));
    return Page.of(found, request, a -> a.id().value(), count);
  }

  @Override
  @Transactional
  public Outcome<AssignmentView> record(AssignmentToRecord assignment, Actor by, Instant now) {
    var refusals = new RefusalList();
    Optional<OfficerView> officer = officers.find(assignment.officer());
    if (officer.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Officer", "officer"));
    }
    OfficerView who = officer.get();
    boolean may =
        by.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
            || (who.serviceArea() != null && by.heads(who.serviceArea()));
    refusals.add(may ? null : RecordedBuildings.notYourArea());
    refusals.period(assignment.firstDay(), assignment.lastDay());
    refusals.addIf(!who.worksHere(assignment.firstDay()), "OFFICER_LEFT", "officer");
    AssignmentId changed = assignment.id();
    Assignment before = changed == null ? null : rows.findById(changed.value()).orElse(null);
    if (changed == null) {
      refusals.add(subject(assignment.kind(), assignment.subject()));
    } else if (before == null) {
      refusals.add(Refusal.notFound("Assignment", "id"));
    } else {
      refusals.changing(before.version(), assignment.expectedVersion());
      refusals.addIf(!sameWork(before, assignment), "ASSIGNMENT_IS_OTHER_WORK", "id");
    }
    if (refusals.none()) {
      refusals.addIf(twice(assignment), "ALREADY_ASSIGNED", "officer");
    }
    if (!refusals.none()) {
      return refusals.refused();
    }
    GlobalId subject = assignment.subject();
    Assignment kept =
        rows.save(
            new Assignment(
                before == null ? Ids.next() : before.id(),
                before == null ? null : before.version(),
                who.id().value(),
                assignment.kind(),
                subject == null ? null : subject.type(),
                subject == null ? null : subject.id().toString(),
                assignment.firstDay(),
                assignment.lastDay()));
    var id = new AssignmentId(kept.id());
    events.publishEvent(
        new AssignmentRecorded(
            id, who.id(), kept.kind(), subject, kept.firstDay(), kept.lastDay(), now, by.id()));
    return Outcome.done(find(id).orElseThrow());
  }

  private @Nullable Refusal subject(AssignmentKind kind, @Nullable GlobalId subject) {
    if (subject == null) {
      return kind.subjectType().isPresent()
          ? Refusal.at("SUBJECT_MISSING", Map.of("type", kind.subjectType().get()), "subject")
          : null;
    }
    if (kind.subjectType().filter(type -> !type.equals(subject.type())).isPresent()) {
      return Refusal.at(
          "SUBJECT_OF_OTHER_TYPE", Map.of("type", kind.subjectType().get()), "subject");
    }
    Optional<?> found =
        nodes.stream()
            .filter(source -> source.type().equals(subject.type()))
            .findFirst()
            .flatMap(source -> source.find(subject.id()));
    if (found.isEmpty()) {
      return Refusal.notFound(subject.type(), "subject");
    }
    return kind == AssignmentKind.CONTRACT_MANAGER
            && found.get() instanceof ServiceAreaView area
            && !area.commissioned()
        ? Refusal.at("NOT_COMMISSIONED", "subject")
        : null;
  }

  private static boolean sameWork(Assignment before, AssignmentToRecord now) {
    GlobalId subject = now.subject();
    return before.officer().equals(now.officer().value())
        && before.kind() == now.kind()
        && Objects.equals(before.subjectType(), subject == null ? null : subject.type())
        && Objects.equals(before.subjectId(), subject == null ? null : subject.id().toString());
  }

  private boolean twice(AssignmentToRecord assignment) {
    LocalDate lastDay = assignment.lastDay();
    Condition overlaps =
        ASSIGNMENT.LAST_DAY.isNull().or(ASSIGNMENT.LAST_DAY.ge(assignment.firstDay()));
    if (lastDay != null) {
      overlaps = overlaps.and(ASSIGNMENT.FIRST_DAY.le(lastDay));
    }
    AssignmentId changed = assignment.id();
    return sql.fetchExists(
        DSL.selectOne()
            .from(ASSIGNMENT)
            .where(ASSIGNMENT.OFFICER.eq(assignment.officer().value()))
            .and(ASSIGNMENT.KIND.eq(assignment.kind().name()))
            .and(about(assignment.subject()))
            .and(overlaps)
            .and(changed == null ? DSL.noCondition() : ASSIGNMENT.ID.ne(changed.value())));
  }

  private static Condition about(@Nullable GlobalId subject) {
    return subject == null
        ? ASSIGNMENT.SUBJECT_ID.isNull()
        : ASSIGNMENT
            .SUBJECT_ID
            .eq(subject.id().toString())
            .and(ASSIGNMENT.SUBJECT_TYPE.eq(subject.type()));
  }

  private static Condition lasts(LocalDate on) {
    return ASSIGNMENT
        .FIRST_DAY
        .le(on)
        .and(ASSIGNMENT.LAST_DAY.isNull().or(ASSIGNMENT.LAST_DAY.ge(on)));
  }

  private List<AssignmentView> read(Condition which) {
    return sql.selectFrom(ASSIGNMENT)
        .where(which)
        .orderBy(ASSIGNMENT.FIRST_DAY.desc(), ASSIGNMENT.ID.desc())
        .fetch(RecordedAssignments::view);
  }

  private static AssignmentView view(
      org.evenhand.foundation.internal.jooq.tables.records.AssignmentRecord row) {
    String type = row.getSubjectType();
    return new AssignmentView(
        new AssignmentId(row.getId()),
        row.getVersion(),
        new OfficerId(row.getOfficer()),
        AssignmentKind.valueOf(row.getKind()),
        type == null ? null : new GlobalId(type, UUID.fromString(row.getSubjectId())),
        row.getFirstDay(),
        row.getLastDay());
  }
}
