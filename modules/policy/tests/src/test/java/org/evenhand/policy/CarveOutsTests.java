package org.evenhand.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.evenhand.foundation.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F8: no version of the policy can cut anybody off from what the law guarantees. */
class CarveOutsTests {

  private static final Route ROUTE =
      new Route(Set.of(RouteChannel.PHONE), "the duty desk", Map.of("en", "I put you through."));

  private static List<String> codes(List<CarveOut> changes) {
    return CarveOuts.faults(changes, CarveOuts.merge(CarveOuts.standard(), changes)).stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("F8: the standard carve-outs are complete")
  void standardCarveOutsAreComplete() {
    assertThat(CarveOuts.standard())
        .filteredOn(c -> c.strength() == Strength.ABSOLUTE)
        .extracting(CarveOut::topic)
        .containsExactly("danger-to-life", "safeguarding", "emergency-repair", "homeless-tonight");
    assertThat(CarveOuts.standard())
        .filteredOn(c -> c.strength() == Strength.ROUTE_GUARANTEED)
        .extracting(CarveOut::topic)
        .containsExactly(
            "payments",
            "repairs",
            "benefits",
            "homelessness",
            "elections",
            "planning-and-licensing",
            "information-requests",
            "complaint-about-decision",
            "appeal",
            "public-meetings",
            "courts-and-tribunals");
    assertThat(CarveOuts.faults(CarveOuts.standard(), CarveOuts.standard())).isEmpty();
  }

  @Property
  @Label("F8: each has a route with words, and more than one way in")
  void everyStandardTopicHasARoute(@ForAll ProtectedTopic topic) {
    CarveOut carveOut =
        CarveOuts.standard().stream()
            .filter(c -> c.topic().equals(topic.code()))
            .findFirst()
            .orElseThrow();

    assertThat(carveOut.route().channels()).hasSizeGreaterThan(1);
    assertThat(carveOut.route().contact()).isNotBlank();
    assertThat(carveOut.route().words().get("en")).isNotBlank();
  }

  @Property
  @Label("F8: no protected topic can be left out")
  void refusesASetWithoutAProtectedTopic(@ForAll ProtectedTopic topic) {
    List<CarveOut> without =
        CarveOuts.standard().stream().filter(c -> !c.topic().equals(topic.code())).toList();

    assertThat(CarveOuts.faults(List.of(), without))
        .containsExactly(
            Refusal.at("CARVE_OUT_MISSING", Map.of("topic", topic.code()), "carveOuts"));
  }

  @Property
  @Label("F8: an absolute protection cannot be weakened, any other can be made absolute")
  void refusesToWeaken(@ForAll ProtectedTopic topic, @ForAll Strength strength) {
    boolean weaker = topic.strength() == Strength.ABSOLUTE && strength != Strength.ABSOLUTE;

    List<String> found = codes(List.of(new CarveOut(topic.code(), strength, ROUTE)));

    assertThat(found).isEqualTo(weaker ? List.of("CARVE_OUT_WEAKENED") : List.of());
  }

  @Test
  @DisplayName("F8: a topic without a usable route is refused, whichever part is missing")
  void refusesATopicWithoutARoute() {
    for (Route route :
        List.of(
            new Route(Set.of(), "desk", Map.of("en", "words")),
            new Route(Set.of(RouteChannel.PHONE), " ", Map.of("en", "words")),
            new Route(Set.of(RouteChannel.PHONE), "desk", Map.of()),
            new Route(Set.of(RouteChannel.PHONE), "desk", Map.of("cy", "geiriau")),
            new Route(Set.of(RouteChannel.PHONE), "desk", Map.of("en", " ")),
            new Route(Set.of(RouteChannel.PHONE), "desk", Map.of("en", "w", "not a tag", "w")),
            new Route(Set.of(RouteChannel.PHONE), "desk", Map.of("en", "w".repeat(501))))) {
      assertThat(codes(List.of(new CarveOut("payments", Strength.ROUTE_GUARANTEED, route))))
          .as(route.toString())
          .containsExactly("CARVE_OUT_WITHOUT_ROUTE");
    }
  }

  @Test
  void aCouncilCanAddTopicsAndNameBetterRoutes() {
    List<CarveOut> changes =
        List.of(
            new CarveOut("payments", Strength.ROUTE_GUARANTEED, ROUTE),
            new CarveOut("crematorium", Strength.ROUTE_GUARANTEED, ROUTE));

    List<CarveOut> merged = CarveOuts.merge(CarveOuts.standard(), changes);

    assertThat(codes(changes)).isEmpty();
    assertThat(merged).hasSize(ProtectedTopic.values().length + 1).containsAll(changes);
  }

  @Test
  void refusesCodesThatAreNoneAndTopicsNamedTwice() {
    assertThat(codes(List.of(new CarveOut("Bin Days", Strength.ROUTE_GUARANTEED, ROUTE))))
        .containsExactly("CARVE_OUT_MALFORMED");
    assertThat(
            codes(
                List.of(
                    new CarveOut("bins", Strength.ROUTE_GUARANTEED, ROUTE),
                    new CarveOut("bins", Strength.ABSOLUTE, ROUTE))))
        .containsExactly("CARVE_OUT_TWICE");
  }
}
