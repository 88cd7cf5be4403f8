package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.FACT;
import static org.evenhand.reporting.internal.jooq.Tables.PERSON_TALLY;
import static org.evenhand.reporting.internal.jooq.Tables.QUARTERLY_REPORT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.intake.EqualityFigures;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.EqualityRate;
import org.evenhand.reporting.Fairness;
import org.evenhand.reporting.LikeDecisions;
import org.evenhand.reporting.Quarter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class FairnessOfQuarter implements Fairness {

  /** So many withheld answers of a characteristic stand for each other. */
  private static final int TOGETHER = 3;

  private final DSLContext sql;
  private final EqualityFigures equality;
  private final Policies policies;
  private final Clock clock;

  FairnessOfQuarter(DSLContext sql, EqualityFigures equality, Policies policies, Clock clock) {
    this.sql = sql;
    this.equality = equality;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * As they were counted with the report on the quarter: two days of a running one, or of one whose
   * people still answer, would tell what the person between them said.
   */
  @Override
  @Transactional(readOnly = true)
  public List<EqualityRate> rates(Quarter quarter, Actor reader) {
    if (!reader.holdsAny(CountedFigures.SEE_ALL)) {
      return List.of();
    }
    return sql.select(QUARTERLY_REPORT.EQUALITY)
        .from(QUARTERLY_REPORT)
        .where(QUARTERLY_REPORT.QUARTER.eq(quarter.firstDay()))
        .fetchOptional(0, String.class)
        .map(FrozenRates::read)
        .orElse(List.of());
  }

  /** Counts them for the report on a quarter that is over. */
  List<EqualityRate> counted(Quarter quarter, int few) {
    LocalDate asOf = quarter.lastDay();
    Set<CustomerId> restricted =
        customers(
            sql.selectDistinct(FACT.PERSON)
                .from(FACT)
                .where(FACT.KIND.eq(FactKind.IN_FORCE.name()))
                .and("daterange({0}, {1}) @> {2}", FACT.DAY, FACT.UNTIL, DSL.val(asOf))
                .and(DSL.arrayOverlap(FACT.TAGS, new String[] {"NATURE:RESTRICTIVE"}))
                .and(FACT.PERSON.isNotNull())
                .fetchSet(FACT.PERSON));
    Set<CustomerId> all =
        customers(
            sql.select(PERSON_TALLY.PERSON)
                .from(PERSON_TALLY)
                .where(PERSON_TALLY.QUARTER.eq(quarter.firstDay()))
                .and(PERSON_TALLY.KIND.eq(FactKind.CONTACT.name()))
                .and(PERSON_TALLY.SERVICE_AREA.eq(Tally.WHOLE))
                .and(PERSON_TALLY.NUMBER.gt(0L))
                .fetchSet(PERSON_TALLY.PERSON));
    all.addAll(restricted);
    return rates(equality.counts(all), equality.counts(restricted), few);
  }

  private int few() {
    return policies
        .inForce(clock.instant())
        .map(PolicyInForce::figures)
        .orElseGet(Figures::standard)
        .get(FigureKey.SMALL_NUMBER);
  }

  @Override
  @Transactional(readOnly = true)
  public List<LikeDecisions> likeDecisions(Quarter last, Actor reader) {
    if (!reader.holdsAny(CountedFigures.SEE_ALL)) {
      return List.of();
    }
    var action = FACT.as("action");
    Field<Boolean> restricted =
        DSL.field(
            DSL.exists(
                DSL.selectOne()
                    .from(action)
                    .where(action.RELATED.eq(FACT.SUBJECT))
                    .and(action.KIND.eq(FactKind.RESTRICTION.name()))
                    .and(DSL.arrayOverlap(action.TAGS, new String[] {"NATURE:RESTRICTIVE"}))));
    List<Likeness.Decided> decided =
        sql
            .select(FACT.SERVICE_AREA, FACT.TAGS, restricted)
            .from(FACT)
            .where(FACT.KIND.eq(FactKind.DETERMINATION.name()))
            .and(
                FACT.QUARTER.in(
                    Stream.iterate(last, quarter -> quarter.minus(1))
                        .limit(4)
                        .map(Quarter::firstDay)
                        .toList()))
            .and(FACT.SERVICE_AREA.isNotNull())
            .fetch(r -> decided(r.value1(), List.of(r.value2()), r.value3()))
            .stream()
            .filter(one -> !one.impact().isEmpty())
            .toList();
    return Likeness.of(decided, few());
  }

  /** Determinations that were noted before conduct was noted with them have no impact. */
  private static Likeness.Decided decided(String area, List<String> tags, boolean restricted) {
    return new Likeness.Decided(
        new ServiceAreaCode(area),
        codes(Axis.FAMILY, tags),
        codes(Axis.IMPACT, tags).stream().findFirst().orElse(""),
        codes(Axis.CATEGORY, tags).stream().findFirst().orElse(""),
        restricted);
  }

  private static Set<String> codes(Axis axis, List<String> tags) {
    return tags.stream().filter(axis::holds).map(Axis::code).collect(Collectors.toSet());
  }

  private static Set<CustomerId> customers(Set<UUID> people) {
    return people.stream().map(CustomerId::new).collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Every answer that there is, whether anybody gave it or not. Withheld are answers of few people,
   * with few restricted ones or few others; and where one or two of a characteristic are, those
   * with the fewest people besides, until there are three.
   */
  static List<EqualityRate> rates(
      Map<EqualityCharacteristic, Map<String, Integer>> all,
      Map<EqualityCharacteristic, Map<String, Integer>> restricted,
      int few) {
    var rates = new ArrayList<EqualityRate>();
    for (EqualityCharacteristic characteristic : EqualityCharacteristic.values()) {
      Map<String, Integer> answers = all.getOrDefault(characteristic, Map.of());
      Map<String, Integer> with = restricted.getOrDefault(characteristic, Map.of());
      Set<String> hidden = new HashSet<>();
      answers.forEach(
          (answer, people) -> {
            int some = with.getOrDefault(answer, 0);
            if (isFew(people, few) || isFew(some, few) || isFew(people - some, few)) {
              hidden.add(answer);
            }
          });
      if (!hidden.isEmpty()) {
        answers.entrySet().stream()
            .filter(e -> !hidden.contains(e.getKey()) && e.getValue() > 0)
            .sorted(Map.Entry.comparingByValue())
            .limit(Math.max(0, TOGETHER - hidden.size()))
            .map(Map.Entry::getKey)
            .toList()
            .forEach(hidden::add);
      }
      for (String answer : characteristic.answers()) {
        int people = answers.getOrDefault(answer, 0);
        rates.add(
            hidden.contains(answer) || people == 0
                ? new EqualityRate(characteristic, answer, null, null, null, null)
                : rate(characteristic, answer, people, with.getOrDefault(answer, 0), few));
      }
    }
    return List.copyOf(rates);
  }

  private static EqualityRate rate(
      EqualityCharacteristic characteristic, String answer, int people, int some, int few) {
    Wilson interval = Wilson.of(some, people);
    return new EqualityRate(
        characteristic,
        answer,
        people - people % few,
        hundredths((double) some / people),
        hundredths(interval.low()),
        hundredths(interval.high()));
  }

  /** Coarse enough that a share does not tell its parts. */
  private static double hundredths(double share) {
    return Math.round(share * 100) / 100.0;
  }

  private static boolean isFew(int number, int few) {
    return number > 0 && number < few;
  }
}
