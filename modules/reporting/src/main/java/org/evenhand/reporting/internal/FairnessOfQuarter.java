package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.FACT;
import static org.evenhand.reporting.internal.jooq.Tables.QUARTERLY_REPORT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.intake.EqualityFigures;
import org.evenhand.reporting.EqualityRate;
import org.evenhand.reporting.Fairness;
import org.evenhand.reporting.Quarter;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class FairnessOfQuarter implements Fairness {

  /** So many withheld answers of a characteristic stand for each other. */
  private static final int TOGETHER = 3;

  private final DSLContext sql;
  private final EqualityFigures equality;

  FairnessOfQuarter(DSLContext sql, EqualityFigures equality) {
    this.sql = sql;
    this.equality = equality;
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
        people(
            FACT.KIND
                .eq(FactKind.IN_FORCE.name())
                .and(DSL.arrayOverlap(FACT.TAGS, new String[] {"NATURE:RESTRICTIVE"}))
                .and(FACT.DAY.le(asOf))
                .and(FACT.UNTIL.isNull().or(FACT.UNTIL.gt(asOf))));
    Set<CustomerId> all =
        people(FACT.KIND.eq(FactKind.CONTACT.name()).and(FACT.QUARTER.eq(quarter.firstDay())));
    all.addAll(restricted);
    return rates(equality.counts(all), equality.counts(restricted), few);
  }

  private Set<CustomerId> people(Condition which) {
    return sql
        .selectDistinct(FACT.PERSON)
        .from(FACT)
        .where(which)
        .and(FACT.PERSON.isNotNull())
        .fetchSet(r -> new CustomerId(r.value1()))
        .stream()
        .collect(Collectors.toCollection(HashSet::new));
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
