package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.FACT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.intake.EqualityFigures;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
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

  @Override
  @Transactional(readOnly = true)
  public List<EqualityRate> rates(Quarter quarter, Actor reader, LocalDate today) {
    if (!reader.holdsAny(CountedFigures.SEE_ALL)) {
      return List.of();
    }
    LocalDate asOf = quarter.over(today) ? quarter.lastDay() : today;
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
    int few =
        policies
            .inForce(clock.instant())
            .map(PolicyInForce::figures)
            .orElseGet(Figures::standard)
            .get(FigureKey.SMALL_NUMBER);
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
   * Withheld are answers of few people, with few restricted ones or few others; and where one of a
   * characteristic is, the one with the fewest people besides.
   */
  static List<EqualityRate> rates(
      Map<EqualityCharacteristic, Map<String, Integer>> all,
      Map<EqualityCharacteristic, Map<String, Integer>> restricted,
      int few) {
    var rates = new ArrayList<EqualityRate>();
    new TreeMap<>(all)
        .forEach(
            (characteristic, answers) -> {
              Map<String, Integer> with = restricted.getOrDefault(characteristic, Map.of());
              Set<String> hidden =
                  answers.keySet().stream()
                      .filter(
                          answer -> {
                            int people = answers.getOrDefault(answer, 0);
                            int some = with.getOrDefault(answer, 0);
                            return isFew(people, few)
                                || isFew(some, few)
                                || isFew(people - some, few);
                          })
                      .collect(Collectors.toCollection(HashSet::new));
              if (hidden.size() == 1) {
                answers.entrySet().stream()
                    .filter(e -> !hidden.contains(e.getKey()) && e.getValue() > 0)
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(e -> hidden.add(e.getKey()));
              }
              answers.keySet().stream()
                  .sorted(Comparator.comparing(characteristic.answers()::indexOf))
                  .forEach(
                      answer ->
                          rates.add(
                              hidden.contains(answer) || answers.getOrDefault(answer, 0) == 0
                                  ? new EqualityRate(characteristic, answer, null, null, null, null)
                                  : rate(
                                      characteristic,
                                      answer,
                                      answers.getOrDefault(answer, 0),
                                      with.getOrDefault(answer, 0),
                                      few)));
            });
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
