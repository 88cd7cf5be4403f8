package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.IMPOSED;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.jooq.tables.Imposed;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is wrong with restrictions that stand, as it is now (F1, F2, F8, F9, F12, F17). Nothing is
 * kept: put right, it is no longer found.
 */
@Component
@Transactional(readOnly = true)
public class Findings {

  /** What can be found. */
  public enum Code {
    /** F1: an emergency determination that nobody has confirmed. */
    EMERGENCY_UNCONFIRMED,
    /** F1: what it rests on fell, and nobody has decided on it. */
    GROUND_GONE,
    /** F2: past its review without a decision. */
    REVIEW_OVERDUE,
    /** F8: for the whole council under a policy without protected topics. */
    BLANKET,
    /** F9: it has effect, and the customer was not told in time. */
    NOT_TOLD,
    /** F12: it does not say where, how long, or what would end it. */
    UNCLEAR_TERMS,
    /** F17: the same reasons stand behind another customer's restriction. */
    REASONS_DUPLICATED
  }

  /** One restriction with everything that is wrong with it. */
  public record Found(RestrictionView restriction, List<Code> codes) {}

  private static final Imposed OTHER = IMPOSED.as("other");

  private final DSLContext dsl;
  private final ReadingRestrictions reading;
  private final Policies policies;
  private final Duties duties;
  private final Clock clock;

  Findings(
      DSLContext dsl, ReadingRestrictions reading, Policies policies, Duties duties, Clock clock) {
    this.dsl = dsl;
    this.reading = reading;
    this.policies = policies;
    this.duties = duties;
    this.clock = clock;
  }

  /**
   * A page of restrictions with findings, newest decision first.
   *
   * @param wanted which findings; empty for all
   */
  public Page<Found> page(Set<Code> wanted, Page.Request request) {
    Instant now = clock.instant();
    Map<Code, Condition> conditions = conditions(now);
    List<Code> asked =
        wanted.isEmpty() ? List.of(Code.values()) : wanted.stream().sorted().toList();
    Condition any = DSL.or(asked.stream().map(conditions::get).toList());
    Condition where = ReadingRestrictions.narrowingAndLive(now).and(any);
    Condition page = request.after() == null ? where : where.and(IMPOSED.ID.lt(request.after()));
    var flags =
        conditions.entrySet().stream()
            .map(entry -> field(entry.getValue()).as(entry.getKey().name()))
            .toList();
    var codes = new HashMap<UUID, List<Code>>();
    var order = new ArrayList<UUID>();
    dsl.select(IMPOSED.ID)
        .select(flags)
        .from(IMPOSED)
        .where(page)
        .orderBy(IMPOSED.ID.desc())
        .limit(request.limit())
        .forEach(
            row -> {
              var found = new ArrayList<Code>();
              for (Code code : Code.values()) {
                if (Boolean.TRUE.equals(row.get(code.name(), Boolean.class))) {
                  found.add(code);
                }
              }
              codes.put(row.get(IMPOSED.ID), found);
              order.add(row.get(IMPOSED.ID));
            });
    int total =
        dsl.fetchCount(select(IMPOSED.ID).from(IMPOSED).where(where).limit(Page.MOST_COUNTED));
    List<Found> rows =
        reading.find(order.stream().map(RestrictionId::new).toList()).stream()
            .map(view -> new Found(view, codes.getOrDefault(view.id().value(), List.of())))
            .toList();
    return Page.of(rows, request, found -> found.restriction().id().value(), total);
  }

  private Map<Code, Condition> conditions(Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Condition told = IMPOSED.NOTIFIED_AT.isNotNull();
    var all = new java.util.EnumMap<Code, Condition>(Code.class);
    all.put(
        Code.EMERGENCY_UNCONFIRMED, IMPOSED.EMERGENCY.isTrue().and(IMPOSED.CONFIRMED_AT.isNull()));
    all.put(Code.GROUND_GONE, IMPOSED.ID.in(groundGone()));
    all.put(Code.REVIEW_OVERDUE, IMPOSED.REVIEW_ON.lt(today).and(IMPOSED.STATUS.ne("IMPOSED")));
    all.put(
        Code.BLANKET,
        IMPOSED.WHOLE_COUNCIL.isTrue().and(IMPOSED.POLICY_VERSION.in(withoutCarveOuts())));
    all.put(
        Code.NOT_TOLD,
        IMPOSED
            .STATUS
            .eq("IN_FORCE")
            .and(DSL.not(told))
            .and(IMPOSED.NOTICE_DUE_ON.isNotNull())
            .and(IMPOSED.NOTICE_DUE_ON.lt(today)));
    all.put(
        Code.UNCLEAR_TERMS,
        IMPOSED
            .ENDS_SOONER_WHEN
            .eq("")
            .or(IMPOSED.ENDS_ON.isNull().and(IMPOSED.PERMANENT.isFalse()))
            .or(
                IMPOSED
                    .WHOLE_COUNCIL
                    .isFalse()
                    .and(DSL.cardinality(IMPOSED.SERVICE_AREAS).eq(0))
                    .and(DSL.cardinality(IMPOSED.BUILDINGS).eq(0))));
    all.put(
        Code.REASONS_DUPLICATED,
        DSL.exists(
            selectOne()
                .from(OTHER)
                .where(OTHER.RATIONALE.eq(IMPOSED.RATIONALE))
                .and(OTHER.CUSTOMER_ID.ne(IMPOSED.CUSTOMER_ID))
                .and(OTHER.NATURE.ne("SUPPORTIVE"))));
    return all;
  }

  private Set<UUID> groundGone() {
    var subjects = new HashSet<UUID>();
    UUID after = null;
    while (true) {
      Page<DutyView> page =
          duties.dueList(
              List.of(), null, DutyKinds.GROUND_GONE, null, new Page.Request(Page.MOST, after));
      page.nodes().forEach(duty -> subjects.add(duty.subject()));
      if (!page.pageInfo().isHasNextPage()) {
        return subjects;
      }
      after = page.nodes().getLast().id();
    }
  }

  private List<UUID> withoutCarveOuts() {
    return dsl
        .selectDistinct(IMPOSED.POLICY_VERSION)
        .from(IMPOSED)
        .where(IMPOSED.WHOLE_COUNCIL)
        .fetch(IMPOSED.POLICY_VERSION)
        .stream()
        .filter(
            version ->
                policies
                    .terms(new PolicyVersionId(version))
                    .filter(terms -> terms.carveOuts().isEmpty())
                    .isPresent())
        .toList();
  }
}
