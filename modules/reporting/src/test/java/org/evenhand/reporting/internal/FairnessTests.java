package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.EqualityRate;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Question 17: is it fair? Rates by what people said of themselves, with intervals (PR.2). */
class FairnessTests extends ReportingModuleTest {

  private static Map<EqualityCharacteristic, Map<String, Integer>> disability(int yes, int no) {
    return Map.of(EqualityCharacteristic.DISABILITY, Map.of("YES", yes, "NO", no));
  }

  @Test
  @DisplayName("a share has its interval, people are rounded down")
  void tellsSharesWithIntervals() {
    assertThat(FairnessOfQuarter.rates(disability(57, 203), disability(12, 20), 5))
        .containsExactly(
            new EqualityRate(EqualityCharacteristic.DISABILITY, "YES", 55, 0.21, 0.12, 0.33),
            new EqualityRate(EqualityCharacteristic.DISABILITY, "NO", 200, 0.10, 0.06, 0.15));
  }

  @Test
  @DisplayName(
      "PR.2: few people, few with or without a restriction, and a second answer are withheld")
  void withholdsWhatWouldTellAboutAFew() {
    for (var restricted : List.of(disability(4, 20), disability(54, 20), disability(2, 20))) {
      assertThat(FairnessOfQuarter.rates(disability(57, 203), restricted, 5))
          .as("%s", restricted)
          .hasSize(2)
          .allMatch(EqualityRate::withheld)
          .allMatch(rate -> rate.share() == null && rate.low() == null && rate.high() == null);
    }
    assertThat(FairnessOfQuarter.rates(disability(3, 203), disability(0, 20), 5))
        .allMatch(EqualityRate::withheld);
  }

  @Test
  @DisplayName("counts people who were in touch, and those of them with a restriction in force")
  void asksAboutTheRightPeople() {
    var inTouch = new CustomerId(UUID.randomUUID());
    var restricted = new CustomerId(UUID.randomUUID());
    LocalDate day = LocalDate.of(1991, 5, 5);
    facts.note(Note.of(Heard.CONTACT, UUID.randomUUID(), NOW).by(inTouch.value()).in(area).on(day));
    UUID restriction = UUID.randomUUID();
    facts.note(
        Note.of(Heard.EFFECT, restriction, NOW)
            .by(restricted.value())
            .in(area)
            .on(day)
            .tagged(Axis.NATURE, "RESTRICTIVE"));
    facts.note(
        Note.of(Heard.ENDING, restriction, NOW.plusSeconds(9))
            .in(area)
            .on(LocalDate.of(1991, 7, 1))
            .tagged(Axis.ENDING, "LIFTED"));
    var with = new HashSet<>(List.of(restricted));
    var all = new HashSet<>(List.of(restricted, inTouch));
    Mockito.when(equality.counts(with)).thenReturn(disability(10, 10));
    Mockito.when(equality.counts(all)).thenReturn(disability(40, 40));

    String ask =
        "{ equalityRates(quarter: \"1991-06-30\") { characteristic answer people share withheld } }";
    ask(As.headOfCustomerServices(), ask, Map.of())
        .path("equalityRates")
        .entityList(Map.class)
        .satisfies(
            rates ->
                assertThat(rates)
                    .hasSize(2)
                    .allSatisfy(
                        rate ->
                            assertThat(rate)
                                .containsEntry("share", 0.25)
                                .containsEntry("people", 40)));
    for (As nobody : List.of(As.headOfService("housing"), As.electedMember())) {
      ask(nobody, ask, Map.of())
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .extracting(e -> e.getExtensions().get("code"))
                      .containsExactly("FORBIDDEN"));
    }
  }
}
