package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.EqualityRate;
import org.evenhand.reporting.LikeDecisions;
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

  private static List<Likeness.Decided> decided(
      ServiceAreaCode area, String category, int cases, int restricted) {
    return IntStream.range(0, cases)
        .mapToObj(
            i -> new Likeness.Decided(area, Set.of("MANNER"), "ASSAULT", category, i < restricted))
        .toList();
  }

  @Test
  @DisplayName("like cases: a service that decides them otherwise than the rest is seen to")
  void likeCasesAreComparedByService() {
    var housing = new ServiceAreaCode("housing");
    var leisure = new ServiceAreaCode("leisure");
    var all = new ArrayList<Likeness.Decided>();
    all.addAll(decided(housing, "UNREASONABLE", 30, 25));
    all.addAll(decided(housing, "NOT_UNREASONABLE", 10, 0));
    all.addAll(decided(leisure, "UNREASONABLE", 20, 5));
    all.addAll(decided(leisure, "NOT_UNREASONABLE", 20, 0));

    assertThat(Likeness.of(all, 5))
        .contains(
            new LikeDecisions(
                "MANNER", "ASSAULT", housing, "UNREASONABLE", 40, 0.75, 0.6, 0.86, 0.5, true),
            new LikeDecisions(
                "MANNER", "ASSAULT", housing, "RESTRICTED", 40, 0.63, 0.47, 0.76, 0.13, true))
        .hasSize(6);
    assertThat(Likeness.of(decided(housing, "UNREASONABLE", 40, 40), 5))
        .as("nothing to set beside it")
        .allMatch(LikeDecisions::withheld);
    all.addAll(decided(new ServiceAreaCode("parks"), "UNREASONABLE", 4, 4));
    assertThat(Likeness.of(all, 5))
        .filteredOn(of -> of.serviceArea().value().equals("parks"))
        .isNotEmpty()
        .allMatch(of -> of.withheld() && of.share() == null && of.elsewhere() == null)
        .noneMatch(LikeDecisions::differs);
  }

  @Test
  @DisplayName("like cases: shown to who answers for the whole, by what was on record then")
  void likeCasesAreShownToWhoAnswersForTheWhole() {
    ServiceAreaCode other = newArea(null);
    LocalDate day = LocalDate.of(1993, 5, 5);
    for (int i = 0; i < 12; i++) {
      UUID about = UUID.randomUUID();
      facts.note(
          Note.of(Heard.DETERMINATION, about, NOW)
              .by(UUID.randomUUID())
              .in(i < 6 ? area : other)
              .on(day)
              .tagged(Axis.CATEGORY, "UNREASONABLE")
              .tagged(Axis.FAMILY, "MANNER")
              .tagged(Axis.IMPACT, "DISTRESS"));
      if (i < 6) {
        facts.note(
            Note.of(Heard.RESTRICTION, UUID.randomUUID(), NOW)
                .by(UUID.randomUUID())
                .in(area)
                .of(about)
                .on(day)
                .tagged(Axis.NATURE, "RESTRICTIVE"));
      }
    }
    String ask =
        """
        { likeDecisions(quarter: "1993-12-31") { familyName impactName serviceArea { code } decided
            cases share elsewhere differs withheld } }
        """;
    ask(As.headOfCustomerServices(), ask, Map.of())
        .path("likeDecisions")
        .entityList(Map.class)
        .satisfies(
            rows ->
                assertThat(rows)
                    .hasSize(4)
                    .anySatisfy(
                        row ->
                            assertThat(row)
                                .containsEntry("serviceArea", Map.of("code", area.value()))
                                .containsEntry("familyName", "How people are treated")
                                .containsEntry("impactName", "Distress or stress")
                                .containsEntry("decided", "RESTRICTED")
                                .containsEntry("cases", 6)
                                .containsEntry("share", 1.0)
                                .containsEntry("elsewhere", 0.0)
                                .containsEntry("differs", true)));
    for (As nobody : List.of(As.headOfService("housing"), As.electedMember(), As.officer("x"))) {
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
