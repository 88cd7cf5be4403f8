package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.IMPOSED;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW;
import static org.evenhand.restrictions.internal.jooq.Tables.SETTINGS_FORM;
import static org.evenhand.restrictions.internal.jooq.Tables.TOLD_BY;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.ChainView;
import org.evenhand.restrictions.EvidenceKind;
import org.evenhand.restrictions.NewEvidence;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionDecision;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.ReviewOutcome;
import org.evenhand.restrictions.ReviewView;
import org.evenhand.restrictions.SuspensionView;
import org.evenhand.restrictions.internal.jooq.tables.Imposed;
import org.evenhand.spi.Nature;
import org.evenhand.spi.TypeId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectOrderByStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Actions as views, each with its reviews, in one statement. */
@Component
@Transactional(readOnly = true)
public class ReadingRestrictions implements Restrictions {

  private static final Field<
          Result<
              org.jooq.Record8<
                  UUID, String, String, LocalDate, String, String, OffsetDateTime, LocalDate>>>
      REVIEWS =
          multiset(
                  select(
                          REVIEW.ID,
                          REVIEW.OUTCOME,
                          REVIEW.REASONS,
                          REVIEW.NEXT_REVIEW_ON,
                          REVIEW.BY_ACTOR,
                          REVIEW.BY_ROLE,
                          REVIEW.AT,
                          REVIEW.NEWEST_EVIDENCE_ON)
                      .from(REVIEW)
                      .where(REVIEW.RESTRICTION_ID.eq(IMPOSED.ID))
                      .orderBy(REVIEW.AT, REVIEW.ID))
              .as("reviews");

  private static final Imposed LATER = IMPOSED.as("later");

  private static final Field<UUID> WAITING =
      DSL.field(
              select(LATER.ID)
                  .from(LATER)
                  .where(LATER.REPLACES_ID.eq(IMPOSED.ID).and(LATER.STATUS.eq("IMPOSED")))
                  .limit(1))
          .as("waiting");

  private final DSLContext dsl;
  private final Clock clock;

  ReadingRestrictions(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * Which actions a page shows.
   *
   * @param statuses at the moment of reading; empty for all
   * @param service only those that this service leads; null for all
   * @param reviewDueBy only those in force to be reviewed by that day; null for all
   * @param reaching only those led by one of these or reaching into one; null for all
   */
  public record Filter(
      @Nullable CustomerId customer,
      @Nullable ConsiderationId consideration,
      Set<RestrictionStatus> statuses,
      @Nullable ServiceAreaCode service,
      @Nullable String type,
      @Nullable LocalDate reviewDueBy,
      @Nullable Set<ServiceAreaCode> reaching) {}

  @Override
  public Optional<RestrictionView> find(RestrictionId id) {
    return read(IMPOSED.ID.eq(id.value()), false).stream().findFirst();
  }

  @Override
  public List<RestrictionView> find(Collection<RestrictionId> ids) {
    return read(IMPOSED.ID.in(ids.stream().map(RestrictionId::value).toList()), true);
  }

  @Override
  public List<RestrictionView> of(CustomerId customer) {
    return read(IMPOSED.CUSTOMER_ID.eq(customer.value()), true);
  }

  @Override
  public List<RestrictionView> ofCase(ConsiderationId consideration) {
    return read(IMPOSED.CONSIDERATION_ID.eq(consideration.value()), true);
  }

  @Override
  public List<RestrictionView> ofNotice(NoticeId notice) {
    return read(
        IMPOSED.ID.in(
            select(TOLD_BY.RESTRICTION_ID)
                .from(TOLD_BY)
                .where(TOLD_BY.NOTICE_ID.eq(notice.value()))),
        false);
  }

  @Override
  public Map<NoticeId, List<RestrictionView>> ofNotices(Collection<NoticeId> notices) {
    if (notices.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<UUID>> told =
        dsl.select(TOLD_BY.NOTICE_ID, TOLD_BY.RESTRICTION_ID)
            .from(TOLD_BY)
            .where(TOLD_BY.NOTICE_ID.in(notices.stream().map(NoticeId::value).toList()))
            .fetchGroups(TOLD_BY.NOTICE_ID, TOLD_BY.RESTRICTION_ID);
    List<RestrictionView> views =
        read(
            IMPOSED.ID.in(told.values().stream().flatMap(List::stream).collect(Collectors.toSet())),
            false);
    var each = new HashMap<NoticeId, List<RestrictionView>>();
    told.forEach(
        (notice, ids) ->
            each.put(
                new NoticeId(notice),
                views.stream().filter(view -> ids.contains(view.id().value())).toList()));
    return each;
  }

  /** All decisions of the chains that these begin, first decided first. */
  public List<RestrictionView> chains(Collection<RestrictionId> first) {
    List<UUID> ids = first.stream().map(RestrictionId::value).toList();
    return read(IMPOSED.ID.in(ids).or(IMPOSED.FIRST_ID.in(ids)), false);
  }

  /** Of several customers at once, newest first. */
  public List<RestrictionView> ofCustomers(Collection<CustomerId> customers) {
    return read(IMPOSED.CUSTOMER_ID.in(customers.stream().map(CustomerId::value).toList()), true);
  }

  /** Of several considerations at once, newest first. */
  public List<RestrictionView> ofCases(Collection<ConsiderationId> considerations) {
    return read(
        IMPOSED.CONSIDERATION_ID.in(considerations.stream().map(ConsiderationId::value).toList()),
        true);
  }

  /** A page, newest first. */
  public Page<RestrictionView> page(Filter filter, Page.Request request) {
    Instant now = clock.instant();
    Condition where = DSL.noCondition();
    if (filter.customer() != null) {
      where = where.and(IMPOSED.CUSTOMER_ID.eq(filter.customer().value()));
    }
    if (filter.consideration() != null) {
      where = where.and(IMPOSED.CONSIDERATION_ID.eq(filter.consideration().value()));
    }
    if (filter.service() != null) {
      where = where.and(IMPOSED.LEAD_SERVICE.eq(filter.service().value()));
    }
    if (filter.reaching() != null) {
      String[] areas =
          filter.reaching().stream().map(ServiceAreaCode::value).toArray(String[]::new);
      where =
          where.and(
              IMPOSED
                  .LEAD_SERVICE
                  .in(areas)
                  .or(DSL.val(areas.length > 0).isTrue().and(IMPOSED.WHOLE_COUNCIL.isTrue()))
                  .or(DSL.arrayOverlap(IMPOSED.SERVICE_AREAS, areas)));
    }
    if (filter.type() != null) {
      where = where.and(IMPOSED.TYPE_ID.eq(filter.type()));
    }
    if (filter.reviewDueBy() != null) {
      where =
          where.and(
              IMPOSED
                  .REVIEW_ON
                  .le(filter.reviewDueBy())
                  .and(
                      DSL.or(
                          standsAt(RestrictionStatus.NOTIFIED, now),
                          standsAt(RestrictionStatus.IN_FORCE, now),
                          standsAt(RestrictionStatus.SUSPENDED, now))));
    }
    if (!filter.statuses().isEmpty()) {
      where =
          where.and(
              DSL.or(filter.statuses().stream().map(status -> standsAt(status, now)).toList()));
    }
    Condition page = where;
    if (request.after() != null) {
      page = page.and(IMPOSED.ID.lt(request.after()));
    }
    var rows =
        query(page).orderBy(IMPOSED.ID.desc()).limit(request.limit()).fetch(row -> view(row, now));
    Integer total =
        dsl.fetchCount(select(IMPOSED.ID).from(IMPOSED).where(where).limit(Page.MOST_COUNTED));
    return Page.of(rows, request, view -> view.id().value(), total);
  }

  private List<RestrictionView> read(Condition where, boolean newestFirst) {
    Instant now = clock.instant();
    return query(where)
        .orderBy(newestFirst ? IMPOSED.ID.desc() : IMPOSED.ID.asc())
        .fetch(row -> view(row, now));
  }

  private SelectOrderByStep<? extends Record> query(Condition where) {
    return dsl.select(IMPOSED.asterisk(), SETTINGS_FORM.DESCRIPTORS, REVIEWS, WAITING)
        .from(IMPOSED)
        .join(SETTINGS_FORM)
        .on(SETTINGS_FORM.DIGEST.eq(IMPOSED.FORM_DIGEST))
        .where(where);
  }

  /** Those that narrow, the customer told or not, and have not ended. */
  static Condition narrowingAndLive(Instant now) {
    return IMPOSED
        .NATURE
        .ne(Nature.SUPPORTIVE.name())
        .and(
            DSL.or(
                standsAt(RestrictionStatus.IMPOSED, now),
                standsAt(RestrictionStatus.NOTIFIED, now),
                standsAt(RestrictionStatus.IN_FORCE, now),
                standsAt(RestrictionStatus.SUSPENDED, now)));
  }

  /** The same as {@link Standing#at}, for the database. */
  private static Condition standsAt(RestrictionStatus status, Instant now) {
    OffsetDateTime at = now.atOffset(java.time.ZoneOffset.UTC);
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Condition stored = IMPOSED.STATUS.eq("IN_FORCE");
    Condition replaced = IMPOSED.REPLACED_FROM.isNotNull().and(IMPOSED.REPLACED_FROM.le(at));
    Condition over = IMPOSED.ENDS_ON.lt(today).or(IMPOSED.LAPSES_AT.le(at)).and(DSL.not(replaced));
    Condition notOver =
        IMPOSED
            .ENDS_ON
            .isNull()
            .or(IMPOSED.ENDS_ON.ge(today))
            .and(IMPOSED.LAPSES_AT.isNull().or(IMPOSED.LAPSES_AT.gt(at)))
            .and(DSL.not(replaced));
    Condition resumesLater = IMPOSED.RESUMED_FROM.isNotNull().and(IMPOSED.RESUMED_FROM.gt(at));
    return switch (status) {
      case IMPOSED -> IMPOSED.STATUS.eq(status.name()).and(notOver);
      case SUSPENDED ->
          IMPOSED
              .STATUS
              .eq(status.name())
              .or(stored.and(resumesLater).and(IMPOSED.EFFECTIVE_FROM.le(at)))
              .and(notOver);
      case LIFTED -> IMPOSED.STATUS.eq(status.name());
      case NOTIFIED -> stored.and(IMPOSED.EFFECTIVE_FROM.gt(at)).and(notOver);
      case IN_FORCE ->
          stored.and(IMPOSED.EFFECTIVE_FROM.le(at)).and(DSL.not(resumesLater)).and(notOver);
      case REPLACED -> IMPOSED.STATUS.notIn("LIFTED", "LAPSED").and(replaced);
      case LAPSED ->
          IMPOSED
              .STATUS
              .eq("LAPSED")
              .or(IMPOSED.STATUS.in("IMPOSED", "IN_FORCE", "SUSPENDED").and(over));
    };
  }

  private static RestrictionView view(Record row, Instant now) {
    LocalDate endsOn = row.get(IMPOSED.ENDS_ON);
    Instant effectiveFrom = instant(row.get(IMPOSED.EFFECTIVE_FROM));
    Instant lapsesAt = instant(row.get(IMPOSED.LAPSES_AT));
    Instant replacedFrom = instant(row.get(IMPOSED.REPLACED_FROM));
    RestrictionStatus status =
        Standing.at(
            RestrictionStatus.valueOf(row.get(IMPOSED.STATUS)),
            effectiveFrom,
            endsOn,
            lapsesAt,
            instant(row.get(IMPOSED.RESUMED_FROM)),
            replacedFrom,
            now);
    UUID notice = row.get(IMPOSED.NOTICE_ID);
    LocalDate reviewOn = row.get(IMPOSED.REVIEW_ON);
    String endedBy = row.get(IMPOSED.ENDED_BY_ACTOR);
    return new RestrictionView(
        new RestrictionId(row.get(IMPOSED.ID)),
        row.get(IMPOSED.VERSION),
        row.get(IMPOSED.REFERENCE),
        new CustomerId(row.get(IMPOSED.CUSTOMER_ID)),
        new ConsiderationId(row.get(IMPOSED.CONSIDERATION_ID)),
        TypeId.of(row.get(IMPOSED.TYPE_ID)),
        row.get(IMPOSED.PLUGIN_ID),
        row.get(IMPOSED.PLUGIN_VERSION),
        Nature.valueOf(row.get(IMPOSED.NATURE)),
        row.get(IMPOSED.APPEALABLE),
        status,
        StoredForm.settings(row.get(IMPOSED.SETTINGS)),
        row.get(IMPOSED.SETTINGS_VERSION),
        StoredForm.descriptors(row.get(SETTINGS_FORM.DESCRIPTORS)),
        StoredForm.rules(row.get(IMPOSED.RULES)),
        new ServiceAreaCode(row.get(IMPOSED.LEAD_SERVICE)),
        new ActionScope(
            Arrays.stream(row.get(IMPOSED.SERVICE_AREAS))
                .map(ServiceAreaCode::new)
                .collect(Collectors.toSet()),
            row.get(IMPOSED.WHOLE_COUNCIL)),
        Arrays.stream(row.get(IMPOSED.BUILDINGS)).map(UUID::fromString).collect(Collectors.toSet()),
        row.get(IMPOSED.CORPORATE),
        new Reasons(
            row.get(IMPOSED.CONDUCT),
            row.get(IMPOSED.HARM),
            row.get(IMPOSED.WHY_THIS),
            row.get(IMPOSED.WHY_NOTHING_LESS)),
        row.get(IMPOSED.ENDS_SOONER_WHEN),
        row.get(IMPOSED.STARTS_ON),
        endsOn,
        row.get(IMPOSED.PERMANENT),
        row.get(IMPOSED.EXTREME_CASE_REASON),
        row.get(IMPOSED.LONGER_TERM_REASON),
        reviewOn,
        !status.ended() && Standing.reviewOverdue(reviewOn, now),
        row.get(IMPOSED.EMERGENCY),
        row.get(IMPOSED.NOTICE_DUE_ON),
        lapsesAt,
        instant(row.get(IMPOSED.CONFIRMED_AT)),
        row.get(IMPOSED.POLICY_VERSION),
        row.get(IMPOSED.IMPOSED_AT).toInstant(),
        new ActorId(row.get(IMPOSED.IMPOSED_BY)),
        Role.valueOf(row.get(IMPOSED.IMPOSED_AS)),
        notice == null ? null : new NoticeId(notice),
        instant(row.get(IMPOSED.NOTIFIED_AT)),
        effectiveFrom,
        status == RestrictionStatus.REPLACED ? replacedFrom : instant(row.get(IMPOSED.ENDED_AT)),
        endedBy == null ? null : new ActorId(endedBy),
        row.get(IMPOSED.END_REASON),
        row.get(REVIEWS).map(ReadingRestrictions::review),
        chain(row, replacedFrom),
        suspension(row));
  }

  private static ChainView chain(Record row, @Nullable Instant replacedFrom) {
    UUID first = row.get(IMPOSED.FIRST_ID);
    UUID replaces = row.get(IMPOSED.REPLACES_ID);
    UUID waiting = row.get(WAITING);
    String evidence = row.get(IMPOSED.EVIDENCE_KIND);
    UUID incident = row.get(IMPOSED.EVIDENCE_INCIDENT);
    return new ChainView(
        RestrictionDecision.valueOf(row.get(IMPOSED.DECISION)),
        new RestrictionId(first == null ? row.get(IMPOSED.ID) : first),
        replaces == null ? null : new RestrictionId(replaces),
        waiting == null ? null : new RestrictionId(waiting),
        row.get(IMPOSED.LOOSENS),
        row.get(IMPOSED.DECIDED_ON_APPEAL),
        evidence == null
            ? null
            : new NewEvidence(
                EvidenceKind.valueOf(evidence),
                incident == null ? null : new IncidentId(incident),
                row.get(IMPOSED.EVIDENCE_REFERENCE),
                row.get(IMPOSED.EVIDENCE_ON),
                row.get(IMPOSED.NO_EVIDENCE_BECAUSE)),
        replacedFrom);
  }

  private static @Nullable SuspensionView suspension(Record row) {
    Instant at = instant(row.get(IMPOSED.SUSPENDED_AT));
    return at == null
        ? null
        : new SuspensionView(
            at,
            row.get(IMPOSED.SUSPENDED_BECAUSE),
            row.get(IMPOSED.SUSPENDED_ON_APPEAL),
            instant(row.get(IMPOSED.RESUME_DECIDED_AT)),
            row.get(IMPOSED.RESUME_BECAUSE),
            instant(row.get(IMPOSED.RESUMED_FROM)));
  }

  private static ReviewView review(
      org.jooq.Record8<UUID, String, String, LocalDate, String, String, OffsetDateTime, LocalDate>
          row) {
    return new ReviewView(
        row.value1(),
        ReviewOutcome.valueOf(row.value2()),
        row.value3(),
        row.value4(),
        new ActorId(row.value5()),
        Role.valueOf(row.value6()),
        row.value7().toInstant(),
        row.value8());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
