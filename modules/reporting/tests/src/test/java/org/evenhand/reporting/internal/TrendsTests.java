package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Trend;
import org.evenhand.reporting.Trend.Change;
import org.evenhand.reporting.Trend.Signal;
import org.evenhand.reporting.Trends;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P4.1, question 16: a change is called one only when the rules say so. */
class TrendsTests extends ReportingModuleTest {

  @Autowired Trends trends;

  private static Xmr chart(double... values) {
    return new Xmr(Arrays.stream(values).boxed().toList());
  }

  @Test
  void limitsAreTheMeanAnd266TimesTheMeanMovingRange() {
    Trend.Limits limits =
        Objects.requireNonNull(chart(10, 12, 11, 13, 12, 14, 11, 13, 12, 12).limits());

    assertThat(limits.centre()).isCloseTo(12, within(1e-9));
    assertThat(limits.upper()).isCloseTo(12 + 2.66 * 14 / 9, within(1e-9));
    assertThat(limits.lower()).isCloseTo(12 - 2.66 * 14 / 9, within(1e-9));
    assertThat(chart(1, 2, 3, 4, 5, 6, 7).limits()).as("too few").isNull();
    assertThat(Objects.requireNonNull(chart(1, 0, 1, 0, 0, 1, 0, 0).limits()).lower()).isZero();
  }

  @Test
  void theRunRulesSayWhatIsASignal() {
    assertThat(chart(10, 12, 11, 13, 12, 14, 11, 13, 12, 12).change()).isEqualTo(Change.NONE);
    Xmr outside = chart(10, 12, 11, 13, 12, 14, 11, 13, 12, 40);
    assertThat(outside.signals().getLast()).contains(Signal.OUTSIDE);
    assertThat(outside.change()).isEqualTo(Change.UP);
    Xmr run = chart(14, 13, 14, 13, 14, 13, 14, 13, 10, 9, 10, 9, 10, 9, 10, 9);
    assertThat(run.signals()).allMatch(signals -> signals.contains(Signal.RUN_OF_EIGHT));
    assertThat(run.change()).isEqualTo(Change.DOWN);
    assertThat(chart(5, 5, 5, 5, 5, 5, 5, 5, 5).change()).as("flat").isEqualTo(Change.NONE);
    Xmr three = chart(10, 10.5, 10, 10.5, 10, 10.5, 10, 10.5, 12, 10.2, 12, 12);
    assertThat(three.signals().getLast()).contains(Signal.THREE_OF_FOUR);
  }

  @Test
  @DisplayName("question 16: too little history is called that, and not that nothing changed")
  void tooLittleIsNoAnswer() {
    assertThat(chart(1, 2, 3, 4, 5, 6, 7).change()).isEqualTo(Change.TOO_LITTLE);
    assertThat(chart().change()).isEqualTo(Change.TOO_LITTLE);
    assertThat(chart(1, 2, 3, 4, 5, 6, 7).signals()).allMatch(Set::isEmpty);
    contacts(1, LocalDate.of(2026, 1, 10), false);
    contacts(1, LocalDate.of(2026, 10, 10), false);
    for (int month = 1; month <= 10; month++) {
      incidents(month == 10 ? 30 : 2, area, "MANNER", LocalDate.of(2026, month, 3));
    }

    assertThat(trends.of(Set.of(Measure.CONTACTS, Measure.INCIDENTS), area, HOFCS, TODAY))
        .as("one call after nine quiet months is no change; thirty incidents after two a month are")
        .extracting(Trend::measure, Trend::change, trend -> trend.limits() == null)
        .containsExactly(
            tuple(Measure.INCIDENTS, Change.UP, false),
            tuple(Measure.CONTACTS, Change.TOO_LITTLE, true));
    assertThat(trends.of(Trends.MEASURES, newArea(null), HOFCS, TODAY))
        .as("of a service with no history at all")
        .hasSize(Trends.MEASURES.size())
        .allMatch(trend -> trend.change() == Change.TOO_LITTLE && trend.points().isEmpty());
  }

  @Test
  @DisplayName("question 16: incidents for each thousand contacts, and our share, month by month")
  void sharesAreDrawnByMonth() {
    for (int month = 1; month <= 10; month++) {
      contacts(8, LocalDate.of(2026, month, 10), false);
      contacts(month == 10 ? 24 : 2, LocalDate.of(2026, month, 12), true);
      incidents(month == 10 ? 16 : 5, area, "MANNER", LocalDate.of(2026, month, 3));
    }
    incidents(3, area, "MANNER", LocalDate.of(2025, 12, 3));

    List<Trend> drawn =
        trends.of(
            Set.of(Measure.INCIDENTS_PER_1000_CONTACTS, Measure.CONTACTS_CAUSED_BY_US_PERCENT),
            area,
            actor(Role.HEAD_OF_SERVICE, area),
            TODAY);
    assertThat(drawn.getFirst().points())
        .as("none of December, when nobody got in touch")
        .extracting(Trend.Point::number)
        .containsExactlyElementsOf(Collections.nCopies(10, 500.0));
    assertThat(drawn.getFirst().change())
        .as("more incidents of as many more contacts")
        .isEqualTo(Change.NONE);
    assertThat(drawn.getLast().points().getLast().number()).isEqualTo(75);
    assertThat(drawn.getLast().change()).isEqualTo(Change.UP);
  }

  @Test
  @DisplayName(
      "a drift that carries the mean along is a signal: seven in a row, each above the last")
  void aDriftIsAChange() {
    double[] swings = {5, 25, 6, 24, 5, 25, 6, 24};
    Xmr rising = chart(after(swings, 11, 12, 13, 14, 15, 16, 17));
    assertThat(rising.signals().getLast()).isEqualTo(Set.of(Signal.TREND_OF_SEVEN));
    assertThat(rising.signals().get(8)).isEqualTo(Set.of(Signal.TREND_OF_SEVEN));
    assertThat(rising.signals().get(7)).isEmpty();
    assertThat(rising.change()).isEqualTo(Change.UP);
    assertThat(chart(after(swings, 20, 19, 18, 17, 16, 15.5, 15)).change())
        .as("the way it went, on whichever side of the mean it still is")
        .isEqualTo(Change.DOWN);
    assertThat(chart(after(swings, 30, 12, 13, 14, 15, 16, 17)).change())
        .as("six are none")
        .isEqualTo(Change.NONE);
    assertThat(chart(5, 6, 7, 8, 8, 9, 10, 11, 5, 5).signals())
        .as("one that stands breaks it")
        .noneMatch(of -> of.contains(Signal.TREND_OF_SEVEN));
  }

  private void contactsBy(String channel, int howMany, LocalDate day) {
    for (int i = 0; i < howMany; i++) {
      facts.note(
          Note.of(Heard.CONTACT, UUID.randomUUID(), NOW)
              .by(UUID.randomUUID())
              .in(area)
              .on(day)
              .flagged(false)
              .tagged(Axis.CHANNEL, channel));
    }
  }

  private void determined(String category, int howMany, LocalDate day) {
    for (int i = 0; i < howMany; i++) {
      facts.note(
          Note.of(Heard.DETERMINATION, UUID.randomUUID(), NOW)
              .by(UUID.randomUUID())
              .in(area)
              .on(day)
              .tagged(Axis.CATEGORY, category));
    }
  }

  @Test
  @DisplayName(
      "question 16: by behaviour, channel and outcome; a part may change while all does not")
  void partsAreDrawnByMonth() {
    for (int month = 1; month <= 10; month++) {
      LocalDate day = LocalDate.of(2026, month, 10);
      contactsBy("PHONE", month == 10 ? 16 : 4, day);
      contactsBy("EMAIL", month == 10 ? 4 : 16, day);
      determined("UNREASONABLE", month == 10 ? 12 : 2, day);
      determined("NOT_UNREASONABLE", 2, day);
    }
    As head = As.headOfService(area.value());

    assertThat(drawn(head, "CONTACTS", null, null)).containsExactly("CONTACTS null 20.0 NONE");
    assertThat(drawn(head, "CONTACTS", "CHANNEL", "PHONE"))
        .containsExactly("CONTACTS telephone 16.0 UP");
    assertThat(drawn(head, "CONTACTS", "CHANNEL", "EMAIL"))
        .containsExactly("CONTACTS email 4.0 DOWN");
    assertThat(drawn(head, "DETERMINATIONS", "CATEGORY", "UNREASONABLE"))
        .containsExactly("DETERMINATIONS Unreasonable 12.0 UP");
    assertThat(drawn(head, "DETERMINATIONS", "CATEGORY", "NOT_UNREASONABLE"))
        .containsExactly("DETERMINATIONS Not unreasonable: no action 2.0 NONE");
    assertThat(drawn(head, "DETERMINATIONS", "CHANNEL", "PHONE"))
        .as("not broken down so")
        .isEmpty();
    assertThat(drawn(head, "CONTACTS", "CHANNEL", null)).as("which channel?").isEmpty();
    assertThat(drawn(As.headOfService("another-one"), "CONTACTS", "CHANNEL", "PHONE")).isEmpty();
  }

  private List<String> drawn(
      As who, String measure, @Nullable String breakdown, @Nullable String code) {
    var which = new HashMap<String, Object>(Map.of("area", area.value(), "measure", measure));
    which.put("breakdown", breakdown);
    which.put("code", code);
    return ask(
            who,
            """
            query ($area: String, $measure: String!, $breakdown: FigureBreakdown, $code: String) {
              reportingTrends(measures: [$measure], serviceArea: $area, breakdown: $breakdown,
                code: $code) { measure { code } label change points { number } } }
            """,
            which)
        .path("reportingTrends")
        .entityList(Map.class)
        .get()
        .stream()
        .map(Objects::requireNonNull)
        .map(
            trend ->
                ((Map<?, ?>) Objects.requireNonNull(trend.get("measure"))).get("code")
                    + (" " + trend.get("label"))
                    + " "
                    + ((Map<?, ?>) ((List<?>) trend.get("points")).getLast()).get("number")
                    + (" " + trend.get("change")))
        .toList();
  }

  private static double[] after(double[] before, double... then) {
    return DoubleStream.concat(Arrays.stream(before), Arrays.stream(then)).toArray();
  }

  /** Charts drawn of chance alone, so that whatever is called a change is a false alarm. */
  @Test
  @DisplayName("what only varies is seldom called a change, as with the published rules")
  void chanceIsSeldomCalledAChange() {
    var random = new Random(7);
    int alarms = 0;
    int charts = 4_000;
    for (int i = 0; i < charts; i++) {
      Xmr chart =
          chart(DoubleStream.generate(() -> 50 + 7 * random.nextGaussian()).limit(24).toArray());
      alarms += chart.change() == Change.NONE ? 0 : 1;
    }
    assertThat(alarms / (double) charts).isBetween(0.003, 0.03);
  }

  @Test
  @DisplayName("the interval of a share holds for small numbers too (Wilson)")
  void wilsonsInterval() {
    assertThat(Wilson.of(5, 10).low()).isCloseTo(0.2366, within(1e-4));
    assertThat(Wilson.of(5, 10).high()).isCloseTo(0.7634, within(1e-4));
    assertThat(Wilson.of(0, 10).low()).isZero();
    assertThat(Wilson.of(0, 10).high()).isCloseTo(0.2775, within(1e-4));
  }

  private void contacts(int howMany, LocalDate day, boolean ours) {
    Collections.nCopies(howMany, day)
        .forEach(
            on ->
                facts.note(
                    Note.of(Heard.CONTACT, UUID.randomUUID(), NOW)
                        .by(UUID.randomUUID())
                        .in(area)
                        .on(on)
                        .flagged(ours)));
  }

  @Test
  @DisplayName("P6.3a: contacts that we caused rise with all contacts: fix this service")
  void saysWhichServiceToFix() {
    for (int month = 1; month <= 9; month++) {
      contacts(2 + month % 2, LocalDate.of(2026, month, 10), false);
    }
    contacts(1, LocalDate.of(2026, 2, 10), true);
    contacts(12, LocalDate.of(2026, 10, 10), true);

    ask(
            As.headOfService(area.value()),
            """
            query ($area: String) { reportingTrends(
              measures: ["CONTACTS", "CONTACTS_CAUSED_BY_US", "REVIEWS"], serviceArea: $area) {
                measure { code } serviceArea { code } change
                points { month number signals } limits { centre lower upper } } }
            """,
            Map.of("area", area.value()))
        .path("reportingTrends")
        .entityList(Map.class)
        .satisfies(
            all ->
                assertThat(all)
                    .hasSize(2)
                    .allSatisfy(t -> assertThat(t).containsEntry("change", "UP")));
    ask(As.headOfService(area.value()), "{ servicesToFix { code } }", Map.of())
        .path("servicesToFix[*].code")
        .entityList(String.class)
        .containsExactly(area.value());
    ServiceAreaCode another = newArea(null);
    assertThat(
            trends.of(Set.of(Measure.CONTACTS), area, actor(Role.HEAD_OF_SERVICE, another), TODAY))
        .isEmpty();
  }

  private void incidents(int howMany, ServiceAreaCode where, String family) {
    incidents(howMany, where, family, LocalDate.of(1995, 5, 5));
  }

  private void incidents(int howMany, ServiceAreaCode where, String family, LocalDate day) {
    Stream.generate(UUID::randomUUID)
        .limit(howMany)
        .forEach(
            id ->
                facts.note(
                    Note.of(Heard.INCIDENT, id, NOW)
                        .in(where)
                        .on(day)
                        .tagged(Axis.FAMILY, family)));
  }

  @Test
  @DisplayName(
      "P4.1: a family of conduct that a service has more of than the rest is a training need")
  void findsTrainingNeeds() {
    ServiceAreaCode other = newArea(null);
    incidents(12, area, "MANNER");
    incidents(3, area, "DEMANDS");
    incidents(10, other, "MANNER");
    incidents(30, other, "DEMANDS");

    ask(
            As.cmtMember(),
            """
            { trainingNeeds(quarter: "1995-05-01") {
                serviceArea { code } breakdown code label here ofHere elsewhere ofElsewhere low } }
            """,
            Map.of())
        .path("trainingNeeds")
        .entityList(Map.class)
        .satisfies(
            needs -> {
              assertThat(needs).hasSize(2);
              assertThat(needs)
                  .anySatisfy(
                      need ->
                          assertThat(need)
                              .containsEntry("serviceArea", Map.of("code", area.value()))
                              .containsEntry("label", "How people are treated")
                              .containsEntry("here", 12)
                              .containsEntry("ofHere", 15)
                              .containsEntry("elsewhere", 10)
                              .containsEntry("ofElsewhere", 40));
            });
  }
}
