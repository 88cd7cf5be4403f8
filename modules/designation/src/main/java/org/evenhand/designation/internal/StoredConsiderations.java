package org.evenhand.designation.internal;

import static org.evenhand.designation.internal.jooq.Sequences.REFERENCE_NUMBER;
import static org.evenhand.designation.internal.jooq.Tables.ADVICE;
import static org.evenhand.designation.internal.jooq.Tables.ADVICE_RECEIPT;
import static org.evenhand.designation.internal.jooq.Tables.ASSESSMENT;
import static org.evenhand.designation.internal.jooq.Tables.CHECK_ANSWER;
import static org.evenhand.designation.internal.jooq.Tables.CONSIDERATION;
import static org.evenhand.designation.internal.jooq.Tables.CONSIDERED_CONCERN;
import static org.evenhand.designation.internal.jooq.Tables.CONSIDERED_INCIDENT;
import static org.evenhand.designation.internal.jooq.Tables.DETERMINATION;
import static org.evenhand.designation.internal.jooq.Tables.DROPPED_INCIDENT;
import static org.evenhand.designation.internal.jooq.Tables.INVOLVEMENT;
import static org.evenhand.designation.internal.jooq.Tables.PROTECTION;
import static org.evenhand.designation.internal.jooq.Tables.REPRESENTATION;
import static org.evenhand.designation.internal.jooq.Tables.UNRELATED_MATTER;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.designation.Advice;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.AffectedKind;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.Category;
import org.evenhand.designation.Check;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.CloseCause;
import org.evenhand.designation.Closing;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.CouldArise;
import org.evenhand.designation.Determination;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.Involvement;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.designation.Protection;
import org.evenhand.designation.Representation;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.designation.Scope;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WrittenOnce;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.evenhand.policy.PolicyVersionId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Component;

/** Keeps considerations: one statement reads any number of them whole. */
@Component
public class StoredConsiderations implements Involvement {

  private static final Field<Set<ConcernId>> CONCERNS =
      multiset(
              select(CONSIDERED_CONCERN.CONCERN_ID)
                  .from(CONSIDERED_CONCERN)
                  .where(CONSIDERED_CONCERN.CONSIDERATION.eq(CONSIDERATION.ID))
                  .and(
                      notExists(
                          selectOne()
                              .from(DROPPED_INCIDENT)
                              .where(
                                  DROPPED_INCIDENT.CONSIDERATION.eq(
                                      CONSIDERED_CONCERN.CONSIDERATION))
                              .and(DROPPED_INCIDENT.CONCERN_ID.eq(CONSIDERED_CONCERN.CONCERN_ID)))))
          .as("concerns")
          .convertFrom(
              rows ->
                  rows.stream().map(r -> new ConcernId(r.value1())).collect(Collectors.toSet()));

  private record ByMember(IncidentId incidentId, @Nullable UUID memberId) {}

  private static final Field<List<ByMember>> INCIDENTS =
      multiset(
              select(CONSIDERED_INCIDENT.INCIDENT_ID, CONSIDERED_INCIDENT.MEMBER_ID)
                  .from(CONSIDERED_INCIDENT)
                  .where(CONSIDERED_INCIDENT.CONSIDERATION.eq(CONSIDERATION.ID))
                  .and(
                      notExists(
                          selectOne()
                              .from(DROPPED_INCIDENT)
                              .where(
                                  DROPPED_INCIDENT.CONSIDERATION.eq(
                                      CONSIDERED_INCIDENT.CONSIDERATION))
                              .and(
                                  DROPPED_INCIDENT.INCIDENT_ID.eq(
                                      CONSIDERED_INCIDENT.INCIDENT_ID))))
                  .orderBy(CONSIDERED_INCIDENT.ID))
          .as("incidents")
          .convertFrom(rows -> rows.map(r -> new ByMember(new IncidentId(r.value1()), r.value2())));

  private static final Field<List<Check>> CHECKS =
      multiset(
              select(
                      CHECK_ANSWER.KIND,
                      CHECK_ANSWER.STAGE,
                      CHECK_ANSWER.ANSWER,
                      CHECK_ANSWER.EVIDENCE,
                      CHECK_ANSWER.REASON,
                      CHECK_ANSWER.DECIDED_BY,
                      CHECK_ANSWER.FILES,
                      CHECK_ANSWER.BY_ACTOR,
                      CHECK_ANSWER.AT)
                  .from(CHECK_ANSWER)
                  .where(CHECK_ANSWER.CONSIDERATION.eq(CONSIDERATION.ID))
                  .orderBy(CHECK_ANSWER.AT, CHECK_ANSWER.ID))
          .as("checks")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Check(
                              CheckKind.valueOf(r.value1()),
                              CheckStage.valueOf(r.value2()),
                              CheckAnswer.valueOf(r.value3()),
                              r.value4(),
                              r.value5(),
                              actorOrNull(r.value6()),
                              Arrays.stream(r.value7())
                                  .map(file -> new FileId(UUID.fromString(file)))
                                  .toList(),
                              new ActorId(r.value8()),
                              r.value9().toInstant())));

  private static final Field<List<Representation>> REPRESENTATIONS =
      multiset(
              select(
                      REPRESENTATION.KIND,
                      REPRESENTATION.ON_DAY,
                      REPRESENTATION.BY_DATE,
                      REPRESENTATION.ACCOUNT,
                      REPRESENTATION.REASON,
                      REPRESENTATION.BY_ACTOR,
                      REPRESENTATION.AT)
                  .from(REPRESENTATION)
                  .where(REPRESENTATION.CONSIDERATION.eq(CONSIDERATION.ID))
                  .orderBy(REPRESENTATION.AT, REPRESENTATION.ID))
          .as("representations")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Representation(
                              RepresentationKind.valueOf(r.value1()),
                              r.value2(),
                              r.value3(),
                              r.value4(),
                              r.value5(),
                              new ActorId(r.value6()),
                              r.value7().toInstant())));

  private static final Field<List<Advice>> ADVICES =
      multiset(
              select(
                      ADVICE.KIND,
                      ADVICE.NOTE,
                      ADVICE.BY_ACTOR,
                      ADVICE.AT,
                      ADVICE_RECEIPT.BY_ACTOR,
                      ADVICE_RECEIPT.AT)
                  .from(ADVICE)
                  .leftJoin(ADVICE_RECEIPT)
                  .on(ADVICE_RECEIPT.CONSIDERATION.eq(ADVICE.CONSIDERATION))
                  .and(ADVICE_RECEIPT.KIND.eq(ADVICE.KIND))
                  .where(ADVICE.CONSIDERATION.eq(CONSIDERATION.ID))
                  .orderBy(ADVICE.AT, ADVICE.ID))
          .as("advices")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Advice(
                              AdviceKind.valueOf(r.value1()),
                              r.value2(),
                              new ActorId(r.value3()),
                              r.value4().toInstant(),
                              actorOrNull(r.value5()),
                              instantOrNull(r.value6()))));

  private static final Field<List<Assessment>> LATEST_ASSESSMENT =
      multiset(
              select(
                      ASSESSMENT.COULD_ARISE,
                      ASSESSMENT.CIRCUMSTANCES,
                      ASSESSMENT.AFFECTED,
                      ASSESSMENT.OTHERS_AFFECTED,
                      ASSESSMENT.WARNING_DISPENSED_BECAUSE,
                      multiset(
                              select(UNRELATED_MATTER.MATTER_ID, UNRELATED_MATTER.REASON)
                                  .from(UNRELATED_MATTER)
                                  .where(UNRELATED_MATTER.ASSESSMENT.eq(ASSESSMENT.ID))
                                  .orderBy(UNRELATED_MATTER.ID))
                          .as("unrelated")
                          .convertFrom(
                              matters ->
                                  matters.map(
                                      m ->
                                          new Assessment.UnrelatedMatter(
                                              new MatterId(m.value1()), m.value2()))),
                      ASSESSMENT.BY_ACTOR,
                      ASSESSMENT.AT)
                  .from(ASSESSMENT)
                  .where(ASSESSMENT.CONSIDERATION.eq(CONSIDERATION.ID))
                  .orderBy(ASSESSMENT.AT.desc(), ASSESSMENT.ID.desc())
                  .limit(1))
          .as("latest_assessment")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Assessment(
                              CouldArise.valueOf(r.value1()),
                              r.value2(),
                              kinds(r.value3()),
                              r.value4(),
                              r.value5(),
                              r.value6(),
                              new ActorId(r.value7()),
                              r.value8().toInstant())));

  private static final Field<List<Protection>> LATEST_PROTECTION =
      multiset(
              select(
                      PROTECTION.SAFEGUARDING_LEAD,
                      PROTECTION.MAY_PROCEED,
                      PROTECTION.REASONS,
                      PROTECTION.NOTICE_TO,
                      PROTECTION.NOTICE_ON,
                      PROTECTION.BY_ACTOR,
                      PROTECTION.AT)
                  .from(PROTECTION)
                  .where(PROTECTION.CONSIDERATION.eq(CONSIDERATION.ID))
                  .orderBy(PROTECTION.AT.desc(), PROTECTION.ID.desc())
                  .limit(1))
          .as("latest_protection")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Protection(
                              r.value1(),
                              r.value2(),
                              r.value3(),
                              r.value4(),
                              r.value5(),
                              new ActorId(r.value6()),
                              r.value7().toInstant())));

  private static final Field<List<Determination>> DETERMINED =
      multiset(
              select(
                      DETERMINATION.CATEGORY,
                      DETERMINATION.GRIEVANCE,
                      DETERMINATION.GRIEVANCE_REASONS,
                      DETERMINATION.HINDERS,
                      DETERMINATION.HINDRANCE,
                      DETERMINATION.PATTERN,
                      DETERMINATION.OUR_SHARE,
                      DETERMINATION.MANNER,
                      DETERMINATION.RESTRICTIVE_ALLOWED,
                      DETERMINATION.REASONS,
                      DETERMINATION.POLICY_VERSION,
                      DETERMINATION.POLICY_ADOPTED_ONLY,
                      DETERMINATION.BY_ACTOR,
                      DETERMINATION.DECIDED_AS,
                      DETERMINATION.AT)
                  .from(DETERMINATION)
                  .where(DETERMINATION.CONSIDERATION.eq(CONSIDERATION.ID)))
          .as("determined")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Determination(
                              Category.valueOf(r.value1()),
                              GrievanceFinding.valueOf(r.value2()),
                              r.value3(),
                              r.value4(),
                              r.value5(),
                              ConductPattern.valueOf(r.value6()),
                              r.value7(),
                              r.value8(),
                              r.value9(),
                              r.value10(),
                              new PolicyVersionId(r.value11()),
                              r.value12(),
                              new ActorId(r.value13()),
                              Role.valueOf(r.value14()),
                              r.value15().toInstant())));

  private static final Field<List<Entry>> INVOLVED =
      multiset(
              select(
                      INVOLVEMENT.PERSON,
                      INVOLVEMENT.KIND,
                      INVOLVEMENT.NOTE,
                      INVOLVEMENT.RECORDED_BY,
                      INVOLVEMENT.AT)
                  .from(INVOLVEMENT)
                  .where(INVOLVEMENT.CONSIDERATION.eq(CONSIDERATION.ID))
                  .orderBy(INVOLVEMENT.AT, INVOLVEMENT.ID))
          .as("involved")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Entry(
                              new ActorId(r.value1()),
                              InvolvementKind.valueOf(r.value2()),
                              r.value3(),
                              new ActorId(r.value4()),
                              r.value5().toInstant())));

  private static final List<SelectField<?>> WHOLE = whole();

  private final DSLContext sql;
  private final JdbcAggregateOperations rows;

  StoredConsiderations(DSLContext sql, JdbcAggregateOperations rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /**
   * What a page is narrowed to.
   *
   * @param status null for any
   * @param service involved in it; null for any
   * @param customerId null for any
   * @param ledOrDoneBy only those led in one of the areas, or opened or determined by the actor;
   *     null for all
   */
  public record Filter(
      @Nullable ConsiderationStatus status,
      @Nullable String service,
      @Nullable UUID customerId,
      @Nullable Mine ledOrDoneBy) {}

  /** What somebody calls theirs. */
  public record Mine(ActorId actor, Set<ServiceAreaCode> areas) {
    public Mine {
      areas = Set.copyOf(areas);
    }
  }

  public Optional<ConsiderationView> find(ConsiderationId id) {
    return sql.select(WHOLE)
        .from(CONSIDERATION)
        .where(CONSIDERATION.ID.eq(id.value()))
        .fetchOptional(StoredConsiderations::view);
  }

  /** Those that exist, in no order. */
  List<ConsiderationView> find(Collection<ConsiderationId> ids) {
    return sql.select(WHOLE)
        .from(CONSIDERATION)
        .where(CONSIDERATION.ID.in(ids.stream().map(ConsiderationId::value).toList()))
        .fetch(StoredConsiderations::view);
  }

  /** Those that somebody may know of. */
  static Condition seenBy(Sight sight) {
    return sight.all() ? DSL.noCondition() : involves(sight.areas());
  }

  public List<ConsiderationView> of(CustomerId customer) {
    return sql.select(WHOLE)
        .from(CONSIDERATION)
        .where(concerns(customer.value()))
        .orderBy(CONSIDERATION.OPENED_AT.desc(), CONSIDERATION.ID.desc())
        .fetch(StoredConsiderations::view);
  }

  /** Latest opened first. */
  public Page<ConsiderationView> page(Sight sight, Filter filter, Page.Request request) {
    Condition which = condition(sight, filter);
    Condition behind =
        request.after() == null
            ? DSL.noCondition()
            : row(CONSIDERATION.OPENED_AT, CONSIDERATION.ID)
                .lt(
                    select(CONSIDERATION.OPENED_AT, CONSIDERATION.ID)
                        .from(CONSIDERATION)
                        .where(CONSIDERATION.ID.eq(request.after())));
    List<ConsiderationView> views =
        sql.select(WHOLE)
            .from(CONSIDERATION)
            .where(which)
            .and(behind)
            .orderBy(CONSIDERATION.OPENED_AT.desc(), CONSIDERATION.ID.desc())
            .limit(request.limit())
            .fetch(StoredConsiderations::view);
    Integer total =
        sql.selectCount()
            .from(
                select(CONSIDERATION.ID)
                    .from(CONSIDERATION)
                    .where(which)
                    .limit(Page.MOST_COUNTED)
                    .asTable("counted"))
            .fetchOneInto(Integer.class);
    return Page.of(views, request, view -> view.id().value(), total);
  }

  private static Condition condition(Sight sight, Filter filter) {
    Condition which = seenBy(sight);
    if (filter.status() != null) {
      which = which.and(CONSIDERATION.STATUS.eq(filter.status().name()));
    }
    if (filter.service() != null) {
      which = which.and(involves(Set.of(filter.service())));
    }
    if (filter.customerId() != null) {
      which = which.and(concerns(filter.customerId()));
    }
    Mine mine = filter.ledOrDoneBy();
    if (mine != null) {
      String actor = mine.actor().value();
      which =
          which.and(
              CONSIDERATION
                  .LEAD_SERVICE
                  .in(mine.areas().stream().map(ServiceAreaCode::value).toList())
                  .or(CONSIDERATION.OPENED_BY.eq(actor))
                  .or(
                      CONSIDERATION.ID.in(
                          select(DETERMINATION.CONSIDERATION)
                              .from(DETERMINATION)
                              .where(DETERMINATION.BY_ACTOR.eq(actor)))));
    }
    return which;
  }

  /** About this customer, or about a group in which they are bound by their own conduct (T15). */
  private static Condition concerns(UUID customer) {
    return CONSIDERATION
        .CUSTOMER_ID
        .eq(customer)
        .or(
            CONSIDERATION.ID.in(
                select(CONSIDERED_INCIDENT.CONSIDERATION)
                    .from(CONSIDERED_INCIDENT)
                    .where(CONSIDERED_INCIDENT.MEMBER_ID.eq(customer))));
  }

  private static Condition involves(Set<String> areas) {
    String[] codes = areas.toArray(String[]::new);
    return CONSIDERATION
        .LEAD_SERVICE
        .eq(DSL.any(codes))
        .or(DSL.arrayOverlap(CONSIDERATION.OTHER_SERVICES, codes));
  }

  /** A case as far as a look across the council needs it. */
  record Brief(ConsiderationStatus status, ServiceAreaCode leadService) {}

  /** The cases about these records, in brief. */
  List<Brief> briefly(Collection<CustomerId> records) {
    UUID[] ids = records.stream().map(CustomerId::value).toArray(UUID[]::new);
    return sql.select(CONSIDERATION.STATUS, CONSIDERATION.LEAD_SERVICE)
        .from(CONSIDERATION)
        .where(
            CONSIDERATION
                .CUSTOMER_ID
                .eq(DSL.any(ids))
                .or(
                    CONSIDERATION.ID.in(
                        select(CONSIDERED_INCIDENT.CONSIDERATION)
                            .from(CONSIDERED_INCIDENT)
                            .where(CONSIDERED_INCIDENT.MEMBER_ID.eq(DSL.any(ids))))))
        .fetch(
            r ->
                new Brief(
                    ConsiderationStatus.valueOf(r.value1()), new ServiceAreaCode(r.value2())));
  }

  /** Whether another case was decided with these very reasons (F17). */
  boolean reasonsUsedElsewhere(ConsiderationId id, String reasons) {
    return sql.fetchExists(
        select(DETERMINATION.ID)
            .from(DETERMINATION)
            .where(DSL.md5(DETERMINATION.REASONS).eq(DSL.md5(reasons)))
            .and(DETERMINATION.CONSIDERATION.ne(id.value())));
  }

  boolean considered(CustomerId customer, ServiceAreaCode leadService) {
    return open(customer, leadService).isPresent();
  }

  /** The one that is open about this customer, led by that service. */
  Optional<ConsiderationId> open(CustomerId customer, ServiceAreaCode leadService) {
    return sql.select(CONSIDERATION.ID)
        .from(CONSIDERATION)
        .where(CONSIDERATION.CUSTOMER_ID.eq(customer.value()))
        .and(CONSIDERATION.LEAD_SERVICE.eq(leadService.value()))
        .and(CONSIDERATION.STATUS.eq(ConsiderationStatus.OPEN.name()))
        .fetchOptional(row -> new ConsiderationId(row.value1()));
  }

  String nextReference(LocalDate today) {
    Long number = sql.nextval(REFERENCE_NUMBER);
    return String.format(Locale.ROOT, "CON-%d-%05d", today.getYear(), number);
  }

  @Override
  public List<Entry> of(UUID caseId) {
    return sql.select(INVOLVED)
        .from(CONSIDERATION)
        .where(CONSIDERATION.ID.eq(caseId))
        .fetchOptional(r -> r.value1())
        .orElse(List.of());
  }

  @Override
  public Map<UUID, List<Entry>> of(Collection<UUID> cases) {
    return cases.isEmpty()
        ? Map.of()
        : sql.select(CONSIDERATION.ID, INVOLVED)
            .from(CONSIDERATION)
            .where(CONSIDERATION.ID.in(cases))
            .fetchMap(r -> r.value1(), r -> r.value2());
  }

  /** Writes a new consideration and what it rests on. */
  ConsiderationView add(Consideration consideration) {
    ConsiderationView view = consideration.view();
    UUID id = view.id().value();
    rows.insert(Kept.Case.of(view, null));
    view.concernIds()
        .forEach(c -> rows.insert(new Kept.ConsideredConcern(Ids.next(), id, c.value())));
    view.incidentIds()
        .forEach(i -> rows.insert(new Kept.ConsideredIncident(Ids.next(), id, i.value(), null)));
    view.boundMembers()
        .forEach(
            member ->
                member
                    .incidentIds()
                    .forEach(
                        i ->
                            rows.insert(
                                new Kept.ConsideredIncident(
                                    Ids.next(), id, i.value(), member.memberId().value()))));
    addNews(id, consideration.news());
    return find(view.id()).orElseThrow();
  }

  /** Writes what acts changed and added; fails if somebody else changed it since it was read. */
  ConsiderationView change(Consideration consideration) {
    ConsiderationView view = consideration.view();
    rows.update(Kept.Case.of(view, view.version()));
    addNews(view.id().value(), consideration.news());
    return find(view.id()).orElseThrow();
  }

  private void addNews(UUID id, List<Object> news) {
    for (Object entry : news) {
      switch (entry) {
        case Check c ->
            rows.insert(
                new Kept.CheckAnswered(
                    Ids.next(),
                    id,
                    c.kind(),
                    c.stage(),
                    c.answer(),
                    c.evidence(),
                    c.reason(),
                    textOrNull(c.decidedBy()),
                    c.files().stream().map(file -> file.value().toString()).toList(),
                    c.by().value(),
                    c.at()));
        case Representation r ->
            rows.insert(
                new Kept.Heard(
                    Ids.next(),
                    id,
                    r.kind(),
                    r.on(),
                    r.byDate(),
                    r.account(),
                    r.reason(),
                    r.by().value(),
                    r.at()));
        case Advice a -> addAdvice(id, a);
        case Consideration.IncidentNamed n ->
            rows.insert(new Kept.ConsideredIncident(Ids.next(), id, n.incident().value(), null));
        case Consideration.AdviceRead r ->
            rows.insert(new Kept.Read(Ids.next(), id, r.kind(), r.by().value(), r.at()));
        case Assessment a -> addAssessment(id, a);
        case Protection p ->
            rows.insert(
                new Kept.Protected(
                    Ids.next(),
                    id,
                    p.safeguardingLead(),
                    p.mayProceed(),
                    p.reasons(),
                    p.noticeTo(),
                    p.noticeOn(),
                    p.by().value(),
                    p.at()));
        case Determination d -> addDetermination(id, d);
        case Entry e ->
            rows.insert(
                new Kept.Involved(
                    Ids.next(),
                    id,
                    e.person().value(),
                    e.kind(),
                    e.note(),
                    e.recordedBy().value(),
                    e.at()));
        default -> throw new IllegalStateException("no row for " + entry.getClass());
      }
    }
  }

  private void addAdvice(UUID id, Advice advice) {
    rows.insert(
        new Kept.Told(
            Ids.next(), id, advice.kind(), advice.note(), advice.by().value(), advice.at()));
    if (advice.acknowledgedBy() != null && advice.acknowledgedAt() != null) {
      rows.insert(
          new Kept.Read(
              Ids.next(),
              id,
              advice.kind(),
              advice.acknowledgedBy().value(),
              advice.acknowledgedAt()));
    }
  }

  private void addAssessment(UUID id, Assessment assessment) {
    UUID own = Ids.next();
    rows.insert(
        new Kept.Assessed(
            own,
            id,
            assessment.couldArise(),
            assessment.circumstances(),
            Kept.Assessed.names(assessment.affected()),
            assessment.othersAffected(),
            assessment.warningDispensedBecause(),
            assessment.by().value(),
            assessment.at()));
    assessment
        .unrelatedMatters()
        .forEach(
            m -> rows.insert(new Kept.SetAside(Ids.next(), own, m.matterId().value(), m.reason())));
  }

  private void addDetermination(UUID id, Determination d) {
    rows.insert(
        new Kept.Determined(
            Ids.next(),
            id,
            d.category(),
            d.grievance(),
            d.grievanceReasons(),
            d.hinders(),
            d.hindrance(),
            d.pattern(),
            d.ourShare(),
            d.manner(),
            d.restrictiveAllowed(),
            d.reasons(),
            d.policyVersionId().value(),
            d.policyAdoptedOnly(),
            d.by().value(),
            d.decidedAs(),
            d.at()));
  }

  private static List<SelectField<?>> whole() {
    var fields = new ArrayList<SelectField<?>>(Arrays.asList(CONSIDERATION.fields()));
    fields.addAll(
        WrittenOnce.fields(
            CONCERNS,
            INCIDENTS,
            CHECKS,
            REPRESENTATIONS,
            ADVICES,
            LATEST_ASSESSMENT,
            LATEST_PROTECTION,
            DETERMINED,
            INVOLVED));
    return List.copyOf(fields);
  }

  private static ConsiderationView view(Record r) {
    Set<IncidentId> own = new HashSet<>();
    Map<CustomerId, Set<IncidentId>> ofMembers = new LinkedHashMap<>();
    for (ByMember incident : r.get(INCIDENTS)) {
      if (incident.memberId() == null) {
        own.add(incident.incidentId());
      } else {
        ofMembers
            .computeIfAbsent(new CustomerId(incident.memberId()), m -> new HashSet<>())
            .add(incident.incidentId());
      }
    }
    return new ConsiderationView(
        new ConsiderationId(r.get(CONSIDERATION.ID)),
        r.get(CONSIDERATION.VERSION),
        r.get(CONSIDERATION.REFERENCE),
        new CustomerId(r.get(CONSIDERATION.CUSTOMER_ID)),
        ConsiderationStatus.valueOf(r.get(CONSIDERATION.STATUS)),
        new Scope(
            new ServiceAreaCode(r.get(CONSIDERATION.LEAD_SERVICE)),
            Arrays.stream(r.get(CONSIDERATION.OTHER_SERVICES))
                .map(ServiceAreaCode::new)
                .collect(Collectors.toCollection(TreeSet::new)),
            Set.of(r.get(CONSIDERATION.BUILDINGS)),
            r.get(CONSIDERATION.WHOLE_COUNCIL),
            r.get(CONSIDERATION.ORGANISATION_RISK)),
        r.get(CONSIDERATION.WHY),
        r.get(CONSIDERATION.OPENED_AT).toInstant(),
        new ActorId(r.get(CONSIDERATION.OPENED_BY)),
        Role.valueOf(r.get(CONSIDERATION.OPENED_AS)),
        r.get(CONCERNS),
        own,
        ofMembers.entrySet().stream().map(e -> new BoundMember(e.getKey(), e.getValue())).toList(),
        r.get(CHECKS),
        r.get(REPRESENTATIONS),
        r.get(ADVICES),
        first(r.get(LATEST_ASSESSMENT)),
        first(r.get(LATEST_PROTECTION)),
        first(r.get(DETERMINED)),
        r.get(INVOLVED),
        r.get(CONSIDERATION.DETERMINE_BY),
        closing(r));
  }

  private static @Nullable Closing closing(Record r) {
    OffsetDateTime at = r.get(CONSIDERATION.CLOSED_AT);
    return at == null
        ? null
        : new Closing(
            CloseCause.valueOf(r.get(CONSIDERATION.CLOSE_CAUSE)),
            r.get(CONSIDERATION.CLOSE_REASON),
            new ActorId(r.get(CONSIDERATION.CLOSED_BY)),
            at.toInstant());
  }

  private static <T> @Nullable T first(List<T> all) {
    return all.isEmpty() ? null : all.getFirst();
  }

  private static Set<AffectedKind> kinds(String[] names) {
    Set<AffectedKind> kinds = EnumSet.noneOf(AffectedKind.class);
    Arrays.stream(names).forEach(name -> kinds.add(AffectedKind.valueOf(name)));
    return kinds;
  }

  private static @Nullable ActorId actorOrNull(@Nullable String actor) {
    return actor == null ? null : new ActorId(actor);
  }

  private static @Nullable Instant instantOrNull(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable String textOrNull(@Nullable ActorId actor) {
    return actor == null ? null : Objects.requireNonNull(actor.value());
  }
}
