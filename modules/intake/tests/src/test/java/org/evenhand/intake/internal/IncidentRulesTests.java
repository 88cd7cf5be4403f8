package org.evenhand.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.Affected;
import org.evenhand.intake.Assault;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.HateStrand;
import org.evenhand.intake.Impact;
import org.evenhand.intake.PerceivedBy;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be recorded as an incident (P6.1, P7.1, P7.2) and what never may (F18, T25). */
class IncidentRulesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  @DisplayName("P6.1: one dated event with a behaviour and an account can be recorded")
  void takesWhatHappened() {
    assertThat(codes(happened(List.of("OFFENSIVE_REMARKS")), false)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Behaviour.class,
      names = {
        "CONTACT_WITHOUT_NEED",
        "COMPLAINTS_ABOUT_STAFF",
        "BASIS_CHANGED",
        "STATEMENTS_CHANGED",
        "MINOR_INFORMATION_ADDED",
        "PARALLEL_APPROACHES",
        "DEMANDS_ON_TIME",
        "REPEATED_WITH_VARIATIONS",
        "DECISION_NOT_ACCEPTED"
      })
  @DisplayName("F18: complaints and repetition are never found on a first contact")
  void refusesAPatternOnAFirstContact(Behaviour behaviour) {
    IncidentToRecord incident = happened(List.of(behaviour.name()));

    assertThat(codes(incident, false)).containsExactly("PATTERN_ON_FIRST_CONTACT");
    assertThat(codes(incident, true)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(StatutoryTopic.class)
  @DisplayName("F18, T25: using a right is never an incident")
  void refusesTheUseOfARight(StatutoryTopic right) {
    assertThat(codes(using(right, List.of("MANY_QUESTIONS"), null), true))
        .containsExactly("USING_A_RIGHT_IS_NO_INCIDENT");
  }

  @Test
  @DisplayName("F18: a threat made while using a right is one, but not the right itself")
  void takesAThreatMadeWhileUsingARight() {
    assertThat(
            codes(
                using(StatutoryTopic.COMPLAINT, List.of("OFFENSIVE_REMARKS"), Assault.VERBAL),
                true))
        .isEmpty();
    assertThat(
            codes(
                using(
                    StatutoryTopic.COMPLAINT,
                    List.of("OFFENSIVE_REMARKS", "REPEATED_WITH_VARIATIONS"),
                    Assault.VERBAL),
                true))
        .containsExactly("USING_A_RIGHT_IS_NO_INCIDENT");
  }

  @Test
  @DisplayName("F18: asking openly to record is not covert recording, whatever else happened")
  void refusesCovertRecordingWhereSomebodyAsked() {
    assertThat(
            codes(
                using(
                    StatutoryTopic.REQUEST_TO_RECORD,
                    List.of("COVERT_RECORDING", "OFFENSIVE_REMARKS"),
                    null),
                true))
        .containsExactly("ASKED_OPENLY_TO_RECORD");
  }

  @Test
  @DisplayName("P7.1: OTHER needs words, words need OTHER, and every code is of the catalogue")
  void keepsToTheCatalogue() {
    assertThat(codes(happened(List.of("OTHER")), true)).containsExactly("TEXT_MISSING");
    assertThat(codes(happened(List.of("SHOUTED_A_LOT")), true)).containsExactly("NOT_FOUND");
    assertThat(codes(happened(List.of()), true)).containsExactly("BEHAVIOUR_MISSING");
    assertThat(
            codes(
                incident(
                    List.of("OFFENSIVE_REMARKS"),
                    "threw a chair",
                    null,
                    null,
                    Set.of(),
                    null,
                    TODAY,
                    "x"),
                true))
        .containsExactly("OTHER_NOT_NAMED");
  }

  @Test
  @DisplayName("P7.2, T18: a strand needs somebody's perception, the victim's or a witness's")
  void asksWhosePerceptionItIs() {
    assertThat(
            codes(
                incident(
                    List.of("OFFENSIVE_REMARKS"),
                    null,
                    null,
                    null,
                    Set.of(HateStrand.RACE),
                    null,
                    TODAY,
                    "x"),
                true))
        .containsExactly("PERCEPTION_MISSING");
    assertThat(
            codes(
                incident(
                    List.of("OFFENSIVE_REMARKS"),
                    null,
                    null,
                    null,
                    Set.of(HateStrand.RACE),
                    PerceivedBy.WITNESS,
                    TODAY,
                    "x"),
                true))
        .isEmpty();
  }

  @Test
  @DisplayName("P6.1: every reason is named at once, each with its place")
  void namesEveryReason() {
    List<Refusal> refusals =
        IncidentRules.refusals(
            incident(
                List.of("DECISION_NOT_ACCEPTED"),
                null,
                null,
                null,
                Set.of(),
                null,
                TODAY.plusDays(1),
                " "),
            Catalogue.OF_POLICY,
            false,
            TODAY,
            "incidents",
            "0");

    assertThat(refusals)
        .extracting(Refusal::code)
        .containsExactlyInAnyOrder("TEXT_MISSING", "DATE_IN_FUTURE", "PATTERN_ON_FIRST_CONTACT");
    assertThat(refusals).allSatisfy(r -> assertThat(r.path()).startsWith("incidents", "0"));
  }

  @Test
  @DisplayName("P6.1: an account has its limit of 10,000 characters")
  void refusesAnAccountThatIsTooLong() {
    assertThat(
            codes(
                incident(
                    List.of("OFFENSIVE_REMARKS"),
                    null,
                    null,
                    null,
                    Set.of(),
                    null,
                    TODAY,
                    "x".repeat(10_001)),
                true))
        .containsExactly("TEXT_TOO_LONG");
  }

  private static List<String> codes(IncidentToRecord incident, boolean earlier) {
    return IncidentRules.refusals(incident, Catalogue.OF_POLICY, earlier, TODAY).stream()
        .map(Refusal::code)
        .toList();
  }

  private static IncidentToRecord happened(List<String> behaviours) {
    return incident(behaviours, null, null, null, Set.of(), null, TODAY, "What was said and done.");
  }

  private static IncidentToRecord using(
      StatutoryTopic right, List<String> behaviours, @Nullable Assault assault) {
    return incident(
        behaviours, null, right, assault, Set.of(), null, TODAY, "What was said and done.");
  }

  private static IncidentToRecord incident(
      List<String> behaviours,
      @Nullable String other,
      @Nullable StatutoryTopic right,
      @Nullable Assault assault,
      Set<HateStrand> strands,
      @Nullable PerceivedBy perceivedBy,
      LocalDate on,
      String account) {
    return new IncidentToRecord(
        on,
        null,
        Channel.PHONE,
        null,
        behaviours,
        other,
        right,
        Set.of(Affected.STAFF),
        null,
        Impact.NOT_SAID,
        false,
        account,
        null,
        Confidence.CONFIRMED,
        false,
        assault,
        strands,
        perceivedBy);
  }

  @Test
  @DisplayName("F18: which behaviours are patterns is settled in the catalogue")
  void onlyPatternsWaitForAHistory() {
    assertThat(
            Arrays.stream(Behaviour.values())
                .filter(b -> b != Behaviour.OTHER)
                .filter(b -> codes(happened(List.of(b.name())), false).isEmpty())
                .filter(b -> b.patternOnly))
        .isEmpty();
  }
}
