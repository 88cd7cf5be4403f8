package org.evenhand.rules;

import static org.evenhand.rules.Fixtures.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.SetArbitrary;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.PlaceKind;
import org.evenhand.spi.Question;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Schedule;
import org.evenhand.spi.Slot;
import org.evenhand.spi.Speaker;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.evenhand.spi.WeeklySlots;
import org.evenhand.spi.Words;

/** Rules, contacts and adjustments drawn from a world small enough for them to meet. */
final class Generated {
  static final List<Ref> OFFICERS = List.of(Ref.officer("o1"), Ref.officer("o2"));
  static final List<Ref> TEAMS = List.of(Ref.team("t1"));
  static final List<Ref> SERVICES = List.of(Ref.serviceArea("s1"), Ref.serviceArea("s2"));
  static final List<Ref> BUILDINGS = List.of(Ref.building("b1"), Ref.building("b2"));
  static final List<Ref> ZONES = List.of(Ref.zone("z1"));
  static final List<Ref> MATTERS = List.of(Ref.matter("m1"), Ref.matter("m2"));
  static final List<Ref> ENDPOINTS = List.of(Ref.endpoint("e1"), Ref.endpoint("e2"));
  static final List<String> TOPICS = List.of("repairs", "emergency-repair", "planning", "parking");
  static final List<String> ACTIVITIES = List.of("session", "booking");
  static final List<String> QUESTIONS = List.of(Question.NEW_INFORMATION, "third-party");
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  static final List<CarveOut> CARVE_OUTS =
      List.of(
          CarveOut.absolute("emergency-repair"),
          CarveOut.routeGuaranteed(
              "repairs", new Target.ToTeam(TEAMS.getFirst()), new Target.ToChannel(Channel.EMAIL)),
          CarveOut.routeGuaranteed(
              "planning",
              new Target.ToBuilding(BUILDINGS.getFirst()),
              new Target.ToChannel(Channel.PHONE)));

  static final Directory DIRECTORY =
      (ref, at) ->
          switch (ref.id()) {
            case "e1" ->
                new DirectoryEntry(
                    "Text line", "07700 900001", Channel.TEXT_MESSAGE, Availability.NOW);
            case "o1" -> new DirectoryEntry("Officer One", null, null, Availability.NOT_NOW);
            default -> null;
          };

  private Generated() {}

  private static <T> SetArbitrary<T> some(List<T> values) {
    return Arbitraries.of(values).set().ofMinSize(1).ofMaxSize(Math.min(3, values.size()));
  }

  static Arbitrary<WeeklySlots> slots() {
    Arbitrary<Slot> slot =
        Combinators.combine(
                Arbitraries.of(DayOfWeek.class),
                Arbitraries.integers().between(16, 34),
                Arbitraries.integers().between(1, 6))
            .as((day, half, length) -> new Slot(day, halfHour(half), halfHour(half + length)));
    return slot.list().ofMinSize(1).ofMaxSize(4).map(WeeklySlots::new);
  }

  private static LocalTime halfHour(int half) {
    return LocalTime.of(half / 2, half % 2 * 30);
  }

  static Arbitrary<Recurrence> recurrences() {
    return Combinators.combine(
            Arbitraries.integers().between(-40, 20),
            Arbitraries.of(
                Period.ofDays(1),
                Period.ofDays(2),
                Period.ofDays(7),
                Period.ofDays(14),
                Period.ofMonths(1),
                Period.ofMonths(3)),
            Arbitraries.integers().between(0, 30).set().ofMaxSize(2),
            Arbitraries.of(true, false))
        .as(
            (anchor, every, excepted, wholeDay) -> {
              Set<LocalDate> dates =
                  new HashSet<>(excepted.stream().map(MONDAY::plusDays).toList());
              return new Recurrence(
                  MONDAY.plusDays(anchor),
                  every,
                  dates,
                  wholeDay ? null : LocalTime.of(10, 0),
                  wholeDay ? null : LocalTime.of(15, 30));
            });
  }

  static Arbitrary<CountScope> scopes() {
    return Combinators.combine(
            Arbitraries.of(
                Period.ofDays(1),
                Period.ofDays(2),
                Period.ofDays(7),
                Period.ofDays(14),
                Period.ofMonths(1)),
            Arbitraries.of(Channel.class).set().ofMaxSize(2))
        .as(CountScope::new);
  }

  static Arbitrary<Condition> simpleConditions() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Arbitraries.oneOf(
        List.of(
            Arbitraries.just(Condition.always()),
            Arbitraries.of(Direction.class).map(Condition.DirectionIs::new),
            Combinators.combine(some(List.of(Channel.values())), flag).as(Condition.ChannelIn::new),
            Combinators.combine(
                    some(List.of(OFFICERS.get(0), OFFICERS.get(1), TEAMS.get(0), SERVICES.get(0))),
                    flag)
                .as(Condition.CounterpartIn::new),
            Combinators.combine(some(List.of(Speaker.values())), flag).as(Condition.SpeakerIn::new),
            Combinators.combine(some(List.of(PlaceKind.values())), flag).as(Condition.PlaceIn::new),
            Combinators.combine(some(BUILDINGS), flag).as(Condition.BuildingIn::new),
            Combinators.combine(some(ZONES), flag).as(Condition.ZoneIn::new),
            Combinators.combine(some(ACTIVITIES), flag).as(Condition.ActivityIn::new),
            Combinators.combine(some(SERVICES), flag).as(Condition.ServiceAreaIn::new),
            Combinators.combine(some(TOPICS), flag).as(Condition.TopicIn::new),
            Combinators.combine(some(MATTERS), flag).as(Condition.MatterIn::new),
            slots().map(Condition.WithinSlots::new),
            recurrences().map(Condition.OnRecurrence::new),
            Combinators.combine(
                    Arbitraries.integers().between(-5, 10), Arbitraries.integers().between(0, 20))
                .as(
                    (from, length) ->
                        new Condition.WithinDates(
                            MONDAY.plusDays(from), MONDAY.plusDays(from + length))),
            Combinators.combine(Arbitraries.integers().between(1, 3), scopes())
                .as(Condition.RecentContacts::new)));
  }

  static Arbitrary<Condition> conditions() {
    Arbitrary<Condition> simple = simpleConditions();
    Arbitrary<Condition> negated =
        Arbitraries.frequencyOf(Tuple.of(3, simple), Tuple.of(1, simple.map(Condition.Not::new)));
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(Condition.always())),
        Tuple.of(3, negated),
        Tuple.of(3, negated.list().ofMinSize(2).ofMaxSize(3).map(Condition.AllOf::new)),
        Tuple.of(1, negated.list().ofMinSize(2).ofMaxSize(3).map(Condition.AnyOf::new)));
  }

  static Arbitrary<Target> targets() {
    return Arbitraries.oneOf(
        List.of(
            Arbitraries.of(Channel.class).map(Target.ToChannel::new),
            Arbitraries.of(OFFICERS).map(officer -> new Target.ToOfficer(officer, null)),
            Arbitraries.just(new Target.ToOfficer(OFFICERS.get(0), OFFICERS.get(1))),
            Arbitraries.of(TEAMS).map(Target.ToTeam::new),
            Arbitraries.of(BUILDINGS).map(Target.ToBuilding::new),
            Arbitraries.of(ENDPOINTS).map(Target.ToEndpoint::new)));
  }

  private static Arbitrary<Requirement> requirements() {
    return Arbitraries.oneOf(
        List.of(
            Arbitraries.integers().between(1, 4).map(Requirement.StaffAtLeast::new),
            Arbitraries.of(
                new Requirement.Witness(),
                new Requirement.Supervision(),
                new Requirement.Booking(),
                new Requirement.Appointment()),
            Arbitraries.integers()
                .between(1, 4)
                .map(
                    quarters ->
                        new Requirement.MaximumDuration(Duration.ofMinutes(15L * quarters))),
            some(BUILDINGS).map(Requirement.AtPlace::new)));
  }

  static Arbitrary<Effect> plainEffects() {
    Arbitrary<Effect> turningAway =
        Arbitraries.oneOf(
            List.of(Arbitraries.just(Effect.decline()), targets().map(Effect.Redirect::new)));
    Arbitrary<Effect> other =
        Arbitraries.oneOf(
            List.of(
                requirements()
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(3)
                    .map(list -> new Effect.Require(list, Texts.none())),
                Arbitraries.just(Effect.advise()),
                Combinators.combine(Arbitraries.integers().between(1, 3), scopes())
                    .as(Effect.Limit::new),
                recurrences().map(Effect::answerOn),
                slots().map(slots -> new Effect.AnswerOn(new Schedule.InSlots(slots)))));
    return Arbitraries.frequencyOf(Tuple.of(3, turningAway), Tuple.of(2, other));
  }

  static Arbitrary<Effect> effects() {
    Arbitrary<Effect> questions =
        Combinators.combine(
                Arbitraries.of(QUESTIONS),
                plainEffects(),
                plainEffects(),
                Arbitraries.integers().between(0, 2))
            .as(
                (code, yes, no, which) ->
                    new Effect.Ask(
                        new Question(code, Texts.en("Is it so?")),
                        which == 0 ? null : yes,
                        which == 1 ? null : no));
    return Arbitraries.frequencyOf(Tuple.of(6, plainEffects()), Tuple.of(1, questions));
  }

  static Arbitrary<RuleInForce> rules() {
    return Combinators.combine(
            conditions(),
            effects(),
            Arbitraries.of(RuleSource.class),
            Arbitraries.of(Nature.class),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 1_000_000))
        .as(
            (when, effect, source, nature, overdue, bound, number) ->
                new RuleInForce(
                    Fixtures.restriction("r" + number),
                    new Rule(
                        "rule-" + number,
                        when,
                        effect,
                        Words.say("words " + number),
                        Citation.policy("8.3"),
                        source),
                    nature,
                    Fixtures.LONG_AGO,
                    null,
                    true,
                    overdue == 0,
                    bound == 0 ? Bound.REPRESENTATIVE : Bound.CUSTOMER,
                    null));
  }

  static Arbitrary<List<RuleInForce>> ruleSets() {
    return rules().list().ofMaxSize(5).uniqueElements(RuleInForce::restrictionId);
  }

  static Arbitrary<List<AgreedAdjustment>> adjustments() {
    Arbitrary<AgreedAdjustment> one =
        Combinators.combine(
                Arbitraries.of(Channel.class).set().ofMaxSize(4),
                Arbitraries.of(Channel.class).set().ofMaxSize(1))
            .as(
                (cannot, must) -> {
                  var needed = new HashSet<>(must);
                  needed.removeAll(cannot);
                  return new AgreedAdjustment(
                      "a", "adjusted", Texts.en("As agreed"), cannot, needed);
                });
    return one.list().ofMaxSize(1);
  }

  static Arbitrary<Instant> moments() {
    return Arbitraries.integers()
        .between(0, 28 * 48)
        .map(half -> at("2026-11-23T00:00").plus(Duration.ofMinutes(30L * half)));
  }

  private static <T> Arbitrary<Fact<T>> oneOrNone(List<T> values) {
    var facts = new ArrayList<Fact<T>>();
    facts.add(Fact.none());
    values.forEach(value -> facts.add(Fact.of(value)));
    return Arbitraries.of(facts);
  }

  private record Where(
      Fact<Ref> officer,
      Fact<Ref> team,
      Fact<Ref> service,
      Fact<PlaceKind> place,
      Fact<Ref> building,
      Fact<Ref> zone) {}

  private record What(
      Fact<String> activity,
      Fact<String> topic,
      Fact<Ref> matter,
      List<CountedContact> recent,
      Map<String, Boolean> answers) {}

  /** Some days of the weeks ahead on which the council is closed, weekends among them or not. */
  static Arbitrary<ClosedDays> closedDays() {
    Arbitrary<Set<LocalDate>> holidays =
        Arbitraries.integers().between(0, 70).set().ofMaxSize(12).map(Generated::daysAhead);
    return Combinators.combine(holidays, Arbitraries.of(true, false))
        .as(
            (days, weekend) ->
                weekend ? ClosedDays.weekendsAnd(days) : new ClosedDays(days, Set.of()));
  }

  private static Set<LocalDate> daysAhead(Set<Integer> days) {
    var dates = new HashSet<LocalDate>();
    days.forEach(day -> dates.add(MONDAY.plusDays(day)));
    return dates;
  }

  /** Contacts of which everything is known. */
  static Arbitrary<ContactFacts> knownContacts() {
    Arbitrary<Where> where =
        Combinators.combine(
                oneOrNone(OFFICERS),
                oneOrNone(TEAMS),
                oneOrNone(SERVICES),
                Arbitraries.of(PlaceKind.class),
                Arbitraries.of(BUILDINGS),
                oneOrNone(ZONES))
            .as(
                (officer, team, service, place, building, zone) ->
                    new Where(
                        officer,
                        team,
                        service,
                        Fact.of(place),
                        place == PlaceKind.COUNCIL_BUILDING ? Fact.of(building) : Fact.none(),
                        place == PlaceKind.COUNCIL_BUILDING ? zone : Fact.none()));
    Arbitrary<CountedContact> recent =
        Combinators.combine(
                Arbitraries.integers().between(1, 40 * 24), Arbitraries.of(Channel.class))
            .as(
                (hours, channel) ->
                    new CountedContact(
                        at("2026-12-01T00:00").minus(Duration.ofHours(hours)), channel));
    Arbitrary<What> what =
        Combinators.combine(
                oneOrNone(ACTIVITIES),
                oneOrNone(TOPICS),
                oneOrNone(MATTERS),
                recent.list().ofMaxSize(4),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(
                (activity, topic, matter, contacts, one, other) ->
                    new What(
                        activity,
                        topic,
                        matter,
                        contacts,
                        Map.of(QUESTIONS.get(0), one, QUESTIONS.get(1), other)));
    return Combinators.combine(
            moments(),
            Arbitraries.of(Direction.class),
            Arbitraries.of(Channel.class),
            Arbitraries.of(Speaker.class),
            oneOrNone(ENDPOINTS),
            where,
            what)
        .as(
            (at, direction, channel, speaker, endpoint, w, x) ->
                ContactFacts.at(at)
                    .direction(direction)
                    .channel(channel)
                    .speaker(speaker)
                    .endpoint(endpoint)
                    .officer(w.officer())
                    .team(w.team())
                    .serviceArea(w.service())
                    .place(w.place())
                    .building(w.building())
                    .zone(w.zone())
                    .activity(x.activity())
                    .topic(x.topic())
                    .matter(x.matter())
                    .recent(x.recent())
                    .answers(x.answers())
                    .build());
  }

  /** Which facts are forgotten, as bits. */
  static Arbitrary<Integer> forgetting() {
    return Arbitraries.integers().between(1, (1 << 15) - 1);
  }

  /** The contact, with some of what was known no longer known. */
  static ContactFacts forget(ContactFacts facts, int which) {
    var less = facts.but();
    if ((which & 1) != 0) {
      less.direction(Fact.unknown());
    }
    if ((which & 2) != 0) {
      less.channel(Fact.unknown());
    }
    if ((which & 4) != 0) {
      less.officer(Fact.unknown());
    }
    if ((which & 8) != 0) {
      less.team(Fact.unknown());
    }
    if ((which & 16) != 0) {
      less.serviceArea(Fact.unknown());
    }
    if ((which & 32) != 0) {
      less.speaker(Fact.unknown());
    }
    if ((which & 64) != 0) {
      less.place(Fact.unknown());
    }
    if ((which & 128) != 0) {
      less.building(Fact.unknown());
    }
    if ((which & 256) != 0) {
      less.zone(Fact.unknown());
    }
    if ((which & 512) != 0) {
      less.activity(Fact.unknown());
    }
    if ((which & 1024) != 0) {
      less.topic(Fact.unknown());
    }
    if ((which & 2048) != 0) {
      less.matter(Fact.unknown());
    }
    if ((which & 4096) != 0) {
      less.recent(Fact.unknown());
    }
    if ((which & 8192) != 0) {
      less.answers(Map.of());
    }
    if ((which & 16384) != 0) {
      less.endpoint(Fact.unknown());
    }
    return less.build();
  }

  static CheckInput input(
      ContactFacts facts, List<RuleInForce> rules, List<AgreedAdjustment> adjustments) {
    return CheckInput.of(facts, Fixtures.CONFIRMED)
        .rules(rules)
        .adjustments(adjustments)
        .carveOuts(CARVE_OUTS)
        .directory(DIRECTORY)
        .build();
  }
}
