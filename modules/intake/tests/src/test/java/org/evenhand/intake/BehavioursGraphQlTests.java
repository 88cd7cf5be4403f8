package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.internal.BehavioursOfPlugins;
import org.evenhand.pluginhost.InstalledBehaviours;
import org.evenhand.spi.BehaviourCode;
import org.evenhand.spi.BehaviourFamily;
import org.evenhand.spi.Obligation;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The catalogue of behaviours grows by the council's own and by those of plugins (P7.1). */
class BehavioursGraphQlTests extends IntakeModuleTest {

  private static final String DEFINE =
      """
      mutation($input: BehaviourDefineInput!) {
        behaviourDefine(input: $input) {
          behaviour { code source family label description opens from until retired version }
          refusals { code path } } }
      """;

  private static final String RETIRE =
      """
      mutation($input: BehaviourRetireInput!) {
        behaviourRetire(input: $input) {
          behaviour { until retired retiredBecause } refusals { code path } } }
      """;

  private static final String CATALOGUE =
      """
      query($day: Date) {
        behaviours(usableOn: $day) { code source plugin family label retired retiredBecause patternOnly } }
      """;

  @Autowired BehaviourCatalogue catalogue;
  @Autowired BehavioursOfPlugins ofPlugins;

  @Test
  @DisplayName(
      "P7.1: the head of customer services defines a behaviour; it is recorded while in use")
  void definesRecordsAndRetires() {
    As helen = As.headOfCustomerServices();
    GraphQlTester.Response answer =
        ask(
            helen,
            DEFINE,
            input(
                "code", "NOISE_AT_NIGHT",
                "family", "MANNER",
                "words", "Noise that wakes neighbours",
                "wordsInWelsh", "Sŵn yn y nos",
                "description", "After eleven; no crying child",
                "opens", List.of("TELL_SAFEGUARDING")));
    assertThat(codes(answer, "behaviourDefine")).isEmpty();
    answer.path("behaviourDefine.behaviour.source").entity(String.class).isEqualTo("COUNCIL");
    answer
        .path("behaviourDefine.behaviour.label")
        .entity(String.class)
        .isEqualTo("Noise that wakes neighbours");
    answer.path("behaviourDefine.behaviour.from").entity(String.class).isEqualTo("2026-11-23");
    answer.path("behaviourDefine.behaviour.retired").entity(Boolean.class).isEqualTo(false);

    CustomerView customer = customer("Nadia Nightingale");
    ConcernView concern =
        report(As.officer("housing"), about(customer, HOUSING, incident(TODAY, "NOISE_AT_NIGHT")));
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();
    assertThat(incident.behaviours()).containsExactly("NOISE_AT_NIGHT");
    assertThat(openDuties(incident.id().value())).contains("SAFEGUARDING_REFERRAL");
    ask(
            As.headOfService("housing"),
            "query($id: ID!) { concern(id: $id) { incidents { behaviours { code label family } } } }",
            Map.of("id", GlobalId.of("Concern", concern.id().value())))
        .path("concern.incidents[0].behaviours[0].label")
        .entity(String.class)
        .isEqualTo("Noise that wakes neighbours");

    Map<String, Object> reworded =
        input(
            "code", "NOISE_AT_NIGHT",
            "family", "MANNER",
            "words", "Noise at night",
            "expectedVersion", 0);
    assertThat(codes(ask(helen, DEFINE, reworded), "behaviourDefine")).isEmpty();
    assertThat(codes(ask(helen, DEFINE, reworded), "behaviourDefine")).containsExactly("STALE");
    assertThat(
            codes(
                ask(
                    helen,
                    DEFINE,
                    input(
                        "code", "NOISE_AT_NIGHT",
                        "family", "DEMANDS",
                        "words", "Noise at night",
                        "expectedVersion", 1)),
                "behaviourDefine"))
        .containsExactly("BEHAVIOUR_STAYS_WHAT_IT_IS");

    assertThat(
            codes(
                ask(
                    helen,
                    RETIRE,
                    input("code", "NOISE_AT_NIGHT", "expectedVersion", 1, "reason", " ")),
                "behaviourRetire"))
        .containsExactly("TEXT_MISSING");
    Map<String, Object> retirement =
        input("code", "NOISE_AT_NIGHT", "expectedVersion", 1, "reason", "Environmental health's");
    GraphQlTester.Response retired = ask(helen, RETIRE, retirement);
    assertThat(codes(retired, "behaviourRetire")).isEmpty();
    retired.path("behaviourRetire.behaviour.until").entity(String.class).isEqualTo("2026-11-23");
    retired.path("behaviourRetire.behaviour.retired").entity(Boolean.class).isEqualTo(true);
    assertThat(codes(ask(helen, RETIRE, retirement), "behaviourRetire"))
        .contains("BEHAVIOUR_RETIRED");

    clock.set(NOW.plusSeconds(86_400));
    assertThat(recording(customer, TODAY.plusDays(1), "NOISE_AT_NIGHT"))
        .containsExactly("BEHAVIOUR_NOT_IN_USE");
    assertThat(recording(customer, TODAY, "NOISE_AT_NIGHT")).isEmpty();
    assertThat(incidents.find(List.of(incident.id())).getFirst().behaviours())
        .containsExactly("NOISE_AT_NIGHT");
    assertThat(usable("2026-11-24")).doesNotContain("NOISE_AT_NIGHT");
    assertThat(usable("2026-11-23")).contains("NOISE_AT_NIGHT");
    assertThat(usable(null)).contains("NOISE_AT_NIGHT").endsWith("OTHER");
  }

  @Test
  @DisplayName("T28, F18, P7.1: words that blame, persistence at once, and codes that are taken")
  void refusesWhatIsNotNeutral() {
    As helen = As.headOfCustomerServices();
    assertThat(
            codes(
                ask(
                    helen,
                    DEFINE,
                    input(
                        "code", "too many",
                        "family", "PERSISTENCE",
                        "words", "A vexatious chaser")),
                "behaviourDefine"))
        .containsExactlyInAnyOrder(
            "CODE_ILL_FORMED", "WORDS_NOT_NEUTRAL", "PERSISTENCE_IS_A_PATTERN");
    assertThat(
            codes(
                ask(
                    helen,
                    DEFINE,
                    input("code", "MANY_QUESTIONS", "family", "DEMANDS", "words", "Many")),
                "behaviourDefine"))
        .containsExactly("BEHAVIOUR_NOT_OURS");
    assertThat(
            codes(
                ask(
                    helen,
                    RETIRE,
                    input("code", "OTHER", "expectedVersion", 0, "reason", "None needed")),
                "behaviourRetire"))
        .containsExactly("BEHAVIOUR_NOT_OURS");
    assertThat(
            codes(
                ask(
                    helen,
                    RETIRE,
                    input("code", "NEVER_DEFINED", "expectedVersion", 0, "reason", "None needed")),
                "behaviourRetire"))
        .containsExactly("NOT_FOUND");
  }

  @Test
  @DisplayName("P7.1: nobody else adds to the catalogue")
  void forbidden() {
    for (As who : List.of(As.officer("housing"), As.headOfService("housing"), As.auditor())) {
      ask(who, DEFINE, input("code", "A_CODE", "family", "DEMANDS", "words", "Words"))
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .singleElement()
                      .satisfies(
                          e -> assertThat(e.getErrorType().toString()).isEqualTo("FORBIDDEN")));
    }
  }

  @Test
  @DisplayName(
      "P7.1: behaviours of a plugin are copied, retired when it names them no more, never deleted")
  void copiesThoseOfPlugins() {
    var keys = behaviour("tryout.keys-kept", BehaviourFamily.NON_COOPERATION, "Keeps keys");
    var again = behaviour("tryout.again", BehaviourFamily.REPETITION, "Asks again");
    var blames = behaviour("tryout.blames", BehaviourFamily.OTHER, "A nuisance");
    takeIn(Set.of("tryout"), Set.of(), keys, again, blames);
    takeIn(Set.of("tryout"), Set.of(), keys, again, blames);

    assertThat(catalogue.find("tryout.blames")).isEmpty();
    assertThat(catalogue.find("tryout.again"))
        .hasValueSatisfying(
            b -> {
              assertThat(b.patternOnly()).isTrue();
              assertThat(b.family()).isEqualTo(ConductFamily.PERSISTENCE);
              assertThat(b.version()).isZero();
            });
    CustomerView customer = customer("Kay Keeper");
    assertThat(recording(customer, TODAY, "tryout.keys-kept", "MANY_QUESTIONS")).isEmpty();
    assertThat(recording(customer, TODAY, "tryout.again"))
        .containsExactly("PATTERN_ON_FIRST_CONTACT");
    assertThat(
            codes(
                ask(
                    As.headOfCustomerServices(),
                    RETIRE,
                    input("code", "tryout.again", "expectedVersion", 0, "reason", "Ours now")),
                "behaviourRetire"))
        .containsExactly("BEHAVIOUR_NOT_OURS");

    takeIn(Set.of("tryout"), Set.of("tryout"));
    assertThat(catalogue.find("tryout.again"))
        .as("a plugin that was refused says nothing")
        .hasValueSatisfying(b -> assertThat(b.retiredBecause()).isNull());

    takeIn(Set.of("tryout"), Set.of(), keys);
    assertThat(catalogue.find("tryout.again"))
        .hasValueSatisfying(
            b -> {
              assertThat(b.retiredBecause()).isEqualTo("NO_LONGER_NAMED");
              assertThat(b.until()).isEqualTo(TODAY);
            });
    takeIn(Set.of(), Set.of());
    GraphQlTester.Response all = ask(As.auditor(), CATALOGUE, new HashMap<>());
    all.path("behaviours[?(@.code == 'tryout.keys-kept')].retiredBecause")
        .entityList(String.class)
        .containsExactly("The plugin was removed");
    all.path("behaviours[?(@.code == 'tryout.keys-kept')].plugin")
        .entityList(String.class)
        .containsExactly("tryout");

    takeIn(Set.of("tryout"), Set.of(), keys);
    assertThat(catalogue.find("tryout.keys-kept"))
        .as("named again, in use again")
        .hasValueSatisfying(
            b -> {
              assertThat(b.retiredBecause()).isNull();
              assertThat(b.until()).isNull();
            });
  }

  private void takeIn(Set<String> known, Set<String> refused, BehaviourCode... named) {
    transactions.executeWithoutResult(
        ignored ->
            ofPlugins.takeIn(
                named.length == 0
                    ? List.of()
                    : List.of(
                        new InstalledBehaviours(
                            "tryout", "1.0.0", TypeId.of("tryout.list"), List.of(named))),
                known,
                refused,
                NOW));
  }

  private static BehaviourCode behaviour(String code, BehaviourFamily family, String words) {
    return new BehaviourCode(
        TypeId.of(code),
        family,
        Texts.en(words),
        Texts.none(),
        Set.<Obligation>of(),
        false,
        LocalDate.of(2026, 1, 1),
        null);
  }

  private List<String> recording(CustomerView customer, LocalDate on, String... behaviours) {
    return As.officer("housing")
        .call(
            () ->
                refused(
                    () ->
                        reporting.report(
                            about(customer, HOUSING, incident(on, behaviours)),
                            currentActor.get(),
                            clock.instant())));
  }

  private List<String> usable(@Nullable String day) {
    var variables = new HashMap<String, Object>();
    variables.put("day", day);
    return ask(As.officer("housing"), CATALOGUE, variables)
        .path("behaviours[*].code")
        .entityList(String.class)
        .get();
  }

  private static List<String> codes(GraphQlTester.Response answer, String act) {
    return answer.path(act + ".refusals[*].code").entityList(String.class).get();
  }

  private static Map<String, Object> input(Object... namesAndValues) {
    var input = new HashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      input.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return Map.of("input", input);
  }
}
