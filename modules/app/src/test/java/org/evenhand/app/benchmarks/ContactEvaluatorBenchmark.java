package org.evenhand.app.benchmarks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.IdentityConfidence;
import org.evenhand.rules.RuleInForce;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.WeeklySlots;
import org.evenhand.spi.Words;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the evaluator alone costs; see BENCHMARKS.md for the command. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class ContactEvaluatorBenchmark {

  @Param({"0", "5", "20"})
  int rules;

  private CheckInput input;

  @Setup
  public void aTuesdayMorningOutsideTheSlot() {
    Instant at = Instant.parse("2026-11-24T15:00:00Z");
    var inForce = new ArrayList<RuleInForce>();
    for (int i = 0; i < rules; i++) {
      inForce.add(rule(i));
    }
    input =
        CheckInput.of(
                ContactFacts.ordinary(at, Channel.PHONE).build(),
                IdentityConfidence.of(Identifier.REFERENCE, Identifier.DATE_OF_BIRTH))
            .rules(List.copyOf(inForce))
            .build();
  }

  private static RuleInForce rule(int i) {
    Condition condition =
        switch (i % 3) {
          case 0 ->
              Condition.allOf(
                  Condition.inbound(),
                  Condition.channelIn(Channel.PHONE),
                  Condition.not(
                      Condition.within(
                          WeeklySlots.on(DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.NOON))));
          case 1 -> Condition.buildingIn(Ref.building("b" + i));
          default -> Condition.allOf(Condition.inbound(), Condition.channelIn(Channel.EMAIL));
        };
    return RuleInForce.of(
        new UUID(0, i),
        new Rule(
            "r" + i,
            condition,
            Effect.decline(),
            Words.of("say", "do"),
            Citation.policy("8.3"),
            RuleSource.POLICY),
        Nature.RESTRICTIVE,
        Instant.parse("2026-06-01T00:00:00Z"));
  }

  @Benchmark
  public ContactAnswer evaluate() {
    return ContactEvaluator.evaluate(input);
  }
}
