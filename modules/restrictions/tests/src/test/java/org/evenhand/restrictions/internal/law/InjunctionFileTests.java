package org.evenhand.restrictions.internal.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Impact;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.SourceGrade;
import org.evenhand.restrictions.AuthorisingInjunctions.InjunctionToAuthorise;
import org.evenhand.restrictions.InjunctionSupport;
import org.evenhand.restrictions.InjunctionSupport.State;
import org.evenhand.restrictions.InjunctionView;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.spi.Channel;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gates of an injunction, by age and capacity (T11, T19, question 26). */
class InjunctionFileTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final CustomerId CUSTOMER = CustomerId.next();
  private static final IncidentId BREACH = IncidentId.next();

  @ParameterizedTest(name = "born {0}: {1}")
  @CsvSource({
    "2016-11-24, NEVER_UNDER_TEN YOUTH_CONSULTATION_MISSING",
    "2016-11-23, YOUTH_CONSULTATION_MISSING",
    "2008-11-24, YOUTH_CONSULTATION_MISSING",
    "2008-11-23, ''",
    "1980-01-01, ''"
  })
  @DisplayName("T11, T19: never under 10; under 18 only after youth-offending consultation")
  void ageGates(LocalDate born, String refusals) {
    assertThat(codes(file(born, false), wanted(null, null)))
        .isEqualTo(refusals.isEmpty() ? List.of() : List.of(refusals.split(" ")));
  }

  @Test
  @DisplayName("T11: consulted, somebody under 18; and still nobody under 10")
  void consulted() {
    var youth = new InjunctionView.YouthConsultation("The team", TODAY, "Agreed");

    assertThat(codes(file(TODAY.minusYears(15), false), wanted(youth, null))).isEmpty();
    assertThat(codes(file(TODAY.minusYears(9), false), wanted(youth, null)))
        .containsExactly("NEVER_UNDER_TEN");
    assertThat(
            codes(
                file(TODAY.minusYears(15), false),
                wanted(new InjunctionView.YouthConsultation(" ", TODAY.plusDays(1), ""), null)))
        .containsExactly("TEXT_MISSING", "TEXT_MISSING", "DATE_IN_FUTURE");
  }

  @Test
  @DisplayName("T19: where capacity is in doubt, the safeguarding lead decides first")
  void capacityGate() {
    assertThat(codes(file(TODAY.minusYears(40), true), wanted(null, null)))
        .containsExactly("SAFEGUARDING_DECISION_MISSING");
    assertThat(
            codes(
                file(TODAY.minusYears(40), true),
                wanted(
                    null,
                    new InjunctionView.CapacityDecision("Sue Guarding", "Weighed", "A friend"))))
        .isEmpty();
  }

  @Test
  @DisplayName("Question 26: the same points, done, missing, never or with the decision")
  void pointByPoint() {
    InjunctionSupport child = file(TODAY.minusYears(9), true).support(true);
    InjunctionSupport adult = file(TODAY.minusYears(40), false).support(true);
    InjunctionSupport unknown = file(null, false).support(false);

    assertThat(child.supports()).isFalse();
    assertThat(state(child, "AGE_OVER_TEN")).isEqualTo(State.NEVER);
    assertThat(state(child, "CAPACITY_DECISION")).isEqualTo(State.WITH_THE_DECISION);
    assertThat(adult.supports()).isTrue();
    assertThat(state(adult, "YOUTH_CONSULTATION")).isEqualTo(State.NOT_NEEDED);
    assertThat(adult.points())
        .filteredOn(p -> p.code().equals("BREACH_WITH_PROOF"))
        .singleElement()
        .satisfies(p -> assertThat(p.count()).isEqualTo(1));
    assertThat(unknown.supports()).isFalse();
    assertThat(state(unknown, "AGE_KNOWN")).isEqualTo(State.MISSING);
    assertThat(state(unknown, "AUTHORITY")).isEqualTo(State.MISSING);
  }

  private static State state(InjunctionSupport support, String code) {
    return support.points().stream()
        .filter(p -> p.code().equals(code))
        .map(InjunctionSupport.Point::state)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(InjunctionFile file, InjunctionToAuthorise wanted) {
    return file.refusals(wanted).stream().map(Refusal::code).toList();
  }

  private static InjunctionToAuthorise wanted(
      InjunctionView.@Nullable YouthConsultation youth,
      InjunctionView.@Nullable CapacityDecision capacity) {
    return new InjunctionToAuthorise(
        new RestrictionId(new UUID(1, 1)),
        List.of(new InjunctionView.Breach(BREACH, "Camera")),
        "Not kept to",
        new InjunctionView.Advice("Lex Legal", TODAY, "Proportionate"),
        youth,
        capacity);
  }

  private static InjunctionFile file(@Nullable LocalDate born, boolean capacityInDoubt) {
    return new InjunctionFile(
        new InjunctionFile.Exclusion(
            TypeId.builtIn("building-exclusion"), RestrictionStatus.IN_FORCE, true),
        customer(born, capacityInDoubt),
        List.of(breach()),
        false,
        TODAY);
  }

  private static CustomerView customer(@Nullable LocalDate born, boolean capacityInDoubt) {
    return new CustomerView(
        CUSTOMER,
        0,
        "C-0000-0000",
        CustomerKind.INDIVIDUAL,
        "Somebody",
        born,
        false,
        List.of(),
        new Circumstances(false, null, capacityInDoubt, null),
        null,
        null,
        List.of(),
        TODAY);
  }

  private static IncidentView breach() {
    return new IncidentView(
        BREACH,
        0,
        ConcernId.next(),
        CUSTOMER,
        null,
        TODAY,
        null,
        Channel.FACE_TO_FACE,
        List.of("OFFENSIVE_REMARKS"),
        null,
        null,
        Set.of(),
        null,
        new Impact(10, false, false, false, null),
        false,
        "Came in at noon.",
        SourceGrade.FIRST_HAND,
        Confidence.CONFIRMED,
        true,
        null,
        Set.of(),
        null,
        new ActorId("officer-1"),
        NOW,
        null);
  }
}
