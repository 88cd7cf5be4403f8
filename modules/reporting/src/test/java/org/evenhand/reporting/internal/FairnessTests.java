package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
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

  /** Those of one characteristic that are not withheld. */
  private static List<EqualityRate> told(List<EqualityRate> rates) {
    return rates.stream().filter(rate -> !rate.withheld()).toList();
  }

  @Test
  @DisplayName("a share has its interval, people are rounded down, each answer has its line")
  void tellsSharesWithIntervals() {
    List<EqualityRate> rates = FairnessOfQuarter.rates(disability(57, 203), disability(12, 20), 5);

    assertThat(told(rates))
        .containsExactly(
            new EqualityRate(EqualityCharacteristic.DISABILITY, "YES", 55, 0.21, 0.12, 0.33),
            new EqualityRate(EqualityCharacteristic.DISABILITY, "NO", 200, 0.10, 0.06, 0.15));
    assertThat(rates)
        .as("that a line is there does not tell that anybody gave the answer")
        .hasSize(
            Arrays.stream(EqualityCharacteristic.values()).mapToInt(c -> c.answers().size()).sum());
    assertThat(FrozenRates.read(FrozenRates.text(rates))).isEqualTo(rates);
  }

  @Test
  @DisplayName(
      "PR.2: few people, few with or without a restriction, and others with them are withheld")
  void withholdsWhatWouldTellAboutAFew() {
    for (var restricted : List.of(disability(4, 20), disability(54, 20), disability(2, 20))) {
      assertThat(told(FairnessOfQuarter.rates(disability(57, 203), restricted, 5)))
          .as("%s", restricted)
          .isEmpty();
    }
    assertThat(told(FairnessOfQuarter.rates(disability(3, 203), disability(0, 20), 5))).isEmpty();
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
        "{ equalityRates(quarter: \"1991-06-30\") { characteristic answer people share withheld }"
            + " }";
    assertThat(told(ask)).as("before its report was drafted").isEmpty();
    draft();
    Mockito.when(equality.counts(with)).thenReturn(disability(10, 11));
    assertThat(told(ask))
        .as("counted with the report, not on the day on which somebody asks")
        .hasSize(2)
        .allSatisfy(
            rate -> assertThat(rate).containsEntry("share", 0.25).containsEntry("people", 40));
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

  private List<Map<String, Object>> told(String asked) {
    return ask(As.headOfCustomerServices(), asked, Map.of())
        .path("equalityRates")
        .entityList(
            new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {})
        .get()
        .stream()
        .filter(rate -> Boolean.FALSE.equals(rate.get("withheld")))
        .toList();
  }

  private void draft() {
    ask(
            As.headOfCustomerServices(),
            """
            mutation ($input: ReportDraftInput!) { reportDraft(input: $input) {
              report { id } refusals { code } } }
            """,
            Map.of("input", Map.of("quarter", "1991-06-30", "commentary", "Rates.")))
        .path("reportDraft.refusals")
        .entityList(Object.class)
        .hasSize(0);
  }
}
