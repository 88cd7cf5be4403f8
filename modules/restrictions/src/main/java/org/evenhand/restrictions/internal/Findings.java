package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.IMPOSED;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW;
import static org.evenhand.restrictions.internal.jooq.Tables.TAKEN_OVER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.UnmetSteps;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
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
 * What is wrong with restrictions that stand, as it is now (F1, F2, F4, F8, F9, F12, F15, F17).
 * Nothing is kept: put right, it is no longer found.
 */
@Component
@Transactional(readOnly = true)
public class Findings {

  /** What can be found, and the acts that put it right. */
  public enum Code {
    /** An emergency determination that nobody has confirmed. */
    EMERGENCY_UNCONFIRMED("F1", "restrictionConfirm", "restrictionLift"),
    /** It runs, and a step of the policy behind it is missing. */
    STEPS_UNMET("F1", "considerationCheckRecord", "considerationDetermine", "restrictionLift"),
    /** What it rests on fell, and nobody has decided on it. */
    GROUND_GONE("F1", "restrictionLift"),
    /** Past its review without a decision. */
    REVIEW_OVERDUE("F2", "restrictionReview"),
    /** Taken over without a day for its review, and not reviewed since. */
    REVIEW_UNKNOWN("F2", "restrictionReview"),
    /** No last day, and not decided to have none. */
    END_MISSING("F2", "restrictionVary", "restrictionLift"),
    /** Longer than the policy's usual term without a reason. */
    TERM_TOO_LONG("F2", "restrictionVary", "restrictionLift"),
    /** Taken over, and the customer was not told how to appeal. */
    APPEAL_NOT_TOLD("F4", "noticeIssue"),
    /** For the whole council under a policy without protected topics. */
    BLANKET("F8", "restrictionVary"),
    /** With everything together it leaves the customer no way to reach the council. */
    NO_WAY_IN("F8", "restrictionVary", "restrictionLift"),
    /** It has effect, and the customer was not told in time. */
    NOT_TOLD("F9", "noticeIssue"),
    /** Taken over without knowing that the customer was told: it has no effect. */
    SERVICE_UNKNOWN("F9", "noticeIssue", "restrictionLift"),
    /** It does not say where, or what would end it. */
    UNCLEAR_TERMS("F12", "restrictionVary"),
    /** Taken over without knowing who decided. */
    DECIDER_UNKNOWN("F15", "restrictionReview"),
    /** Conduct, harm, why this or why nothing less is not said. */
    REASONS_MISSING("F17", "restrictionVary"),
    /** The same reasons stand behind another customer's restriction. */
    REASONS_DUPLICATED("F17", "restrictionVary");

    private final String fault;
    private final List<String> acts;

    Code(String fault, String... acts) {
      this.fault = fault;
      this.acts = List.of(acts);
    }

    /** The fault that it is an instance of, by its number. */
    public String fault() {
      return fault;
    }

    /** The mutations that put it right, the nearest first. */
    public List<String> acts() {
      return acts;
    }
  }

  /**
   * One restriction with everything that is wrong with it.
   *
   * @param steps the steps of the policy that are missing (F1); empty where none is
   */
  public record Found(RestrictionView restriction, List<Code> codes, List<String> steps) {}

  private static final Imposed OTHER = IMPOSED.as("other");

  private final DSLContext dsl;
  private final ReadingRestrictions reading;
  private final Policies policies;
  private final Duties duties;
  private final UnmetSteps unmetSteps;
  private final Clock clock;

  Findings(
      DSLContext dsl,
      ReadingRestrictions reading,
      Policies policies,
      Duties duties,
      UnmetSteps unmetSteps,
      Clock clock) {
    this.dsl = dsl;
    this.reading = reading;
    this.policies = policies;
    this.duties = duties;
    this.unmetSteps = unmetSteps;
    this.clock = clock;
  }

  /**
   * A page of restrictions with findings, newest decision first.
   *
   * @param wanted which findings; empty for all
   * @param takenOver only those that were taken over from an earlier register
   */
  public Page<Found> page(Set<Code> wanted, boolean takenOver, Page.Request request) {
    Instant now = clock.instant();
    Condition live =
        takenOver
            ? ReadingRestrictions.narrowingAndLive(now).and(IMPOSED.TAKEN_OVER.isTrue())
            : ReadingRestrictions.narrowingAndLive(now);
    Map<UUID, List<String>> steps = steps(live);
    Map<Code, Condition> conditions = conditions(steps.keySet(), now);
    List<Code> asked =
        wanted.isEmpty() ? List.of(Code.values()) : wanted.stream().sorted().toList();
    Condition where = live.and(DSL.or(asked.stream().map(conditions::get).toList()));
    Condition page = request.after() == null ? where : where.and(IMPOSED.ID.lt(request.after()));
    Map<UUID, List<Code>> codes = codes(conditions, page, request.limit());
    int total =
        dsl.fetchCount(select(IMPOSED.ID).from(IMPOSED).where(where).limit(Page.MOST_COUNTED));
    return Page.of(found(codes, steps), request, found -> found.restriction().id().value(), total);
  }

  /** All with something to put right, newest decision first. */
  public List<Found> all() {
    Instant now = clock.instant();
    Condition live = ReadingRestrictions.narrowingAndLive(now);
    Map<UUID, List<String>> steps = steps(live);
    Map<Code, Condition> conditions = conditions(steps.keySet(), now);
    return found(
        codes(conditions, live.and(DSL.or(conditions.values())), Integer.MAX_VALUE), steps);
  }

  /** Of these restrictions, those with something to put right. */
  public Map<UUID, Found> of(Collection<UUID> restrictions) {
    if (restrictions.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    Condition these = ReadingRestrictions.narrowingAndLive(now).and(IMPOSED.ID.in(restrictions));
    Map<UUID, List<String>> steps = steps(these);
    Map<Code, Condition> conditions = conditions(steps.keySet(), now);
    Map<UUID, List<Code>> codes =
        codes(conditions, these.and(DSL.or(conditions.values())), Math.max(1, restrictions.size()));
    return found(codes, steps).stream()
        .collect(Collectors.toMap(f -> f.restriction().id().value(), Function.identity()));
  }

  private List<Found> found(Map<UUID, List<Code>> codes, Map<UUID, List<String>> steps) {
    return reading.find(codes.keySet().stream().map(RestrictionId::new).toList()).stream()
        .map(
            view -> {
              List<Code> theirs = codes.getOrDefault(view.id().value(), List.of());
              boolean named =
                  theirs.contains(Code.STEPS_UNMET) || theirs.contains(Code.EMERGENCY_UNCONFIRMED);
              return new Found(
                  view,
                  theirs,
                  named
                      ? steps.getOrDefault(view.considerationId().value(), List.of())
                      : List.of());
            })
        .toList();
  }

  private Map<UUID, List<Code>> codes(
      Map<Code, Condition> conditions, Condition where, int atMost) {
    var flags =
        conditions.entrySet().stream()
            .map(entry -> field(entry.getValue()).as(entry.getKey().name()))
            .toList();
    var codes = new LinkedHashMap<UUID, List<Code>>();
    dsl.select(IMPOSED.ID)
        .select(flags)
        .from(IMPOSED)
        .where(where)
        .orderBy(IMPOSED.ID.desc())
        .limit(atMost)
        .forEach(
            row ->
                codes.put(
                    row.get(IMPOSED.ID),
                    Arrays.stream(Code.values())
                        .filter(code -> Boolean.TRUE.equals(row.get(code.name(), Boolean.class)))
                        .toList()));
    return codes;
  }

  /** F1: by case, what is missing behind those that run. */
  private Map<UUID, List<String>> steps(Condition live) {
    List<ConsiderationId> cases =
        dsl.selectDistinct(IMPOSED.CONSIDERATION_ID)
            .from(IMPOSED)
            .where(live)
            .and(runs())
            .fetch(row -> new ConsiderationId(row.value1()));
    var steps = new HashMap<UUID, List<String>>();
    unmetSteps.of(cases).forEach((id, missing) -> steps.put(id.value(), missing));
    return steps;
  }

  private static Condition runs() {
    return IMPOSED.STATUS.ne("IMPOSED");
  }

  private Map<Code, Condition> conditions(Set<UUID> casesWithUnmetSteps, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Condition told = IMPOSED.NOTIFIED_AT.isNotNull();
    Condition emergency = IMPOSED.EMERGENCY.isTrue().and(IMPOSED.CONFIRMED_AT.isNull());
    Condition kept =
        DSL.exists(
            selectOne()
                .from(REVIEW)
                .where(REVIEW.RESTRICTION_ID.eq(IMPOSED.ID).and(REVIEW.OUTCOME.eq("KEEP"))));
    var all = new EnumMap<Code, Condition>(Code.class);
    all.put(Code.EMERGENCY_UNCONFIRMED, emergency);
    // What an emergency dispensed with is said by the finding before.
    all.put(
        Code.STEPS_UNMET,
        runs().and(DSL.not(emergency)).and(IMPOSED.CONSIDERATION_ID.in(casesWithUnmetSteps)));
    all.put(Code.GROUND_GONE, IMPOSED.ID.in(owing(DutyKinds.GROUND_GONE)));
    all.put(Code.REVIEW_OVERDUE, IMPOSED.REVIEW_ON.lt(today).and(runs()));
    all.put(Code.REVIEW_UNKNOWN, before(TAKEN_OVER.REVIEW_ON.isNull()).and(DSL.not(kept)));
    all.put(Code.END_MISSING, IMPOSED.ENDS_ON.isNull().and(IMPOSED.PERMANENT.isFalse()));
    all.put(Code.TERM_TOO_LONG, longerThanUsual(now));
    all.put(
        Code.APPEAL_NOT_TOLD,
        before(
            TAKEN_OVER
                .APPEAL_TOLD
                .isFalse()
                .and(
                    DSL.or(
                        IMPOSED.NOTICE_ID.isNull(),
                        IMPOSED.NOTIFIED_AT.isNull(),
                        IMPOSED.NOTIFIED_AT.eq(TAKEN_OVER.NOTIFIED_AT)))));
    all.put(
        Code.BLANKET,
        IMPOSED.WHOLE_COUNCIL.isTrue().and(IMPOSED.POLICY_VERSION.in(withoutCarveOuts())));
    all.put(Code.NO_WAY_IN, IMPOSED.ID.in(owing(DutyKinds.NO_ROUTE)));
    all.put(
        Code.NOT_TOLD,
        IMPOSED
            .STATUS
            .eq("IN_FORCE")
            .and(DSL.not(told))
            .and(IMPOSED.NOTICE_DUE_ON.isNotNull())
            .and(IMPOSED.NOTICE_DUE_ON.lt(today)));
    all.put(Code.SERVICE_UNKNOWN, IMPOSED.TAKEN_OVER.isTrue().and(DSL.not(told)));
    all.put(
        Code.UNCLEAR_TERMS,
        IMPOSED
            .ENDS_SOONER_WHEN
            .eq("")
            .or(
                IMPOSED
                    .WHOLE_COUNCIL
                    .isFalse()
                    .and(DSL.cardinality(IMPOSED.SERVICE_AREAS).eq(0))
                    .and(DSL.cardinality(IMPOSED.BUILDINGS).eq(0))));
    all.put(Code.DECIDER_UNKNOWN, before(TAKEN_OVER.DECIDED_BY.isNull()).and(DSL.not(kept)));
    all.put(
        Code.REASONS_MISSING,
        DSL.or(
            IMPOSED.CONDUCT.eq(""),
            IMPOSED.HARM.eq(""),
            IMPOSED.WHY_THIS.eq(""),
            IMPOSED.WHY_NOTHING_LESS.eq("")));
    all.put(
        Code.REASONS_DUPLICATED,
        IMPOSED
            .WHY_THIS
            .concat(IMPOSED.WHY_NOTHING_LESS)
            .ne("")
            .and(
                DSL.exists(
                    selectOne()
                        .from(OTHER)
                        .where(OTHER.RATIONALE.eq(IMPOSED.RATIONALE))
                        .and(OTHER.CUSTOMER_ID.ne(IMPOSED.CUSTOMER_ID))
                        .and(OTHER.NATURE.ne("SUPPORTIVE")))));
    return all;
  }

  /** What the earlier register said of it. */
  private static Condition before(Condition said) {
    return DSL.exists(
        selectOne().from(TAKEN_OVER).where(TAKEN_OVER.RESTRICTION_ID.eq(IMPOSED.ID)).and(said));
  }

  private Condition longerThanUsual(Instant now) {
    return policies
        .inForce(now)
        .map(policy -> policy.figures().get(FigureKey.MAXIMUM_TERM_MONTHS))
        .map(
            months ->
                IMPOSED
                    .LONGER_TERM_REASON
                    .isNull()
                    .and(
                        DSL.condition(
                            "{0} > coalesce({1}, ({2} at time zone 'Europe/London')::date)"
                                + " + make_interval(months => {3})",
                            IMPOSED.ENDS_ON,
                            IMPOSED.STARTS_ON,
                            IMPOSED.IMPOSED_AT,
                            DSL.inline(months))))
        .orElse(DSL.falseCondition());
  }

  private Set<UUID> owing(Collection<String> kinds) {
    return kinds.stream().flatMap(kind -> owing(kind).stream()).collect(Collectors.toSet());
  }

  private Set<UUID> owing(String kind) {
    var subjects = new HashSet<UUID>();
    UUID after = null;
    while (true) {
      Page<DutyView> page =
          duties.dueList(List.of(), null, kind, null, new Page.Request(Page.MOST, after));
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
