package org.evenhand.restrictions.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.rules.Bound;
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.CountedContact;
import org.evenhand.rules.Directory;
import org.evenhand.rules.Fact;
import org.evenhand.rules.Line;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Part;
import org.evenhand.rules.RuleInForce;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.PlaceKind;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RefKind;
import org.evenhand.spi.Rule;
import org.evenhand.spi.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Whether terms may be harsher than the ones before: somewhere, or some day, they ask more of the
 * customer (T7, T9). Found by trying: every contact that the rules of either can tell apart is put
 * to both. What cannot be tried through counts as harsher, so that nothing tightens unseen.
 */
final class HarsherTerms {

  /** Beyond so many contacts to try it is not shown that nothing is harsher. */
  private static final int MOST_CONTACTS = 100_000;

  private static final UUID TRIED = new UUID(0, 0);
  private static final int DAYS_OF_RECURRENCE = 70;

  /**
   * Terms as far as they can be harsher.
   *
   * @param endsOn the last day; null where there is none
   */
  record Terms(List<Rule> rules, Nature nature, @Nullable LocalDate endsOn) {}

  private final Terms before;
  private final Terms after;
  private final LocalDate today;
  private final Directory directory;
  private final Values values = new Values();

  private HarsherTerms(Terms before, Terms after, LocalDate today, Directory directory) {
    this.before = before;
    this.after = after;
    this.today = today;
    this.directory = directory;
    before.rules().forEach(values::of);
    after.rules().forEach(values::of);
  }

  /** Whether the terms after may be harsher than those before. */
  static boolean possible(Terms before, Terms after, LocalDate today, Directory directory) {
    return endsLater(before.endsOn(), after.endsOn())
        || !sameEffect(before.rules(), after.rules())
            && new HarsherTerms(before, after, today, directory).onSomeContact();
  }

  private static boolean endsLater(@Nullable LocalDate before, @Nullable LocalDate after) {
    return before != null && (after == null || after.isAfter(before));
  }

  private static boolean sameEffect(List<Rule> one, List<Rule> other) {
    return one.stream()
        .map(HarsherTerms::effect)
        .toList()
        .equals(other.stream().map(HarsherTerms::effect).toList());
  }

  private static List<Object> effect(Rule rule) {
    return List.of(rule.when(), rule.effect(), rule.source());
  }

  private boolean onSomeContact() {
    List<Instant> moments = moments();
    List<List<Lately>> lately = values.lately();
    List<Fact<Ref>> counterparts = withNone(values.officersAndTeams);
    List<Fact<Ref>> areas = withNone(values.serviceAreas);
    List<Fact<Ref>> buildings = withNone(values.buildings);
    List<Fact<Ref>> zones = withNone(values.zones);
    List<Fact<String>> activities = withNone(values.activities);
    List<Fact<String>> topics = withNone(values.topics);
    List<Fact<Ref>> matters = withNone(values.matters);
    List<Speaker> speakers = List.copyOf(values.speakers);
    List<PlaceKind> places = List.copyOf(values.places);
    List<Map<String, Boolean>> answers = values.answers();
    long contacts = Channel.values().length;
    for (List<?> each :
        List.of(
            moments,
            lately,
            counterparts,
            areas,
            buildings,
            zones,
            activities,
            topics,
            matters,
            speakers,
            places,
            answers)) {
      contacts *= each.size();
      if (contacts > MOST_CONTACTS) {
        return true;
      }
    }
    for (Instant at : moments) {
      for (Channel channel : Channel.values()) {
        ContactFacts contact = ContactFacts.ordinary(at, channel).build();
        var tried =
            List.of(contact).stream()
                .flatMap(c -> each(c, lately, (b, v) -> b.recent(counted(v, at, channel))))
                .flatMap(c -> each(c, counterparts, HarsherTerms::with))
                .flatMap(c -> each(c, areas, (b, v) -> b.serviceArea(v)))
                .flatMap(c -> each(c, buildings, (b, v) -> b.building(v)))
                .flatMap(c -> each(c, zones, (b, v) -> b.zone(v)))
                .flatMap(c -> each(c, activities, (b, v) -> b.activity(v)))
                .flatMap(c -> each(c, topics, (b, v) -> b.topic(v)))
                .flatMap(c -> each(c, matters, (b, v) -> b.matter(v)))
                .flatMap(c -> each(c, speakers, (b, v) -> b.speaker(v)))
                .flatMap(c -> each(c, places, (b, v) -> b.place(Fact.of(v))))
                .flatMap(c -> each(c, answers, (b, v) -> b.answers(v)));
        if (tried.anyMatch(this::harsher)) {
          return true;
        }
      }
    }
    return false;
  }

  private static <V> java.util.stream.Stream<ContactFacts> each(
      ContactFacts facts, List<V> all, BiConsumer<ContactFacts.Builder, V> set) {
    return all.stream()
        .map(
            value -> {
              ContactFacts.Builder changed = facts.but();
              set.accept(changed, value);
              return changed.build();
            });
  }

  private static void with(ContactFacts.Builder contact, Fact<Ref> counterpart) {
    Ref ref = counterpart.value();
    if (ref != null && ref.kind() == RefKind.TEAM) {
      contact.team(counterpart);
    } else {
      contact.officer(counterpart);
    }
  }

  private boolean harsher(ContactFacts contact) {
    ContactAnswer was = answer(before, contact);
    ContactAnswer is = answer(after, contact);
    if (is.verdict() != was.verdict()) {
      return is.verdict().compareTo(was.verdict()) > 0;
    }
    return is.verdict() != Verdict.DECLINE_THIS_CONTACT && !demands(was).containsAll(demands(is));
  }

  private ContactAnswer answer(Terms terms, ContactFacts contact) {
    Instant started = contact.at().minus(Duration.ofDays(1));
    return ContactEvaluator.evaluate(
        CheckInput.of(contact, Proposal.certain())
            .directory(directory)
            .rules(
                terms.rules().stream()
                    .map(
                        rule ->
                            new RuleInForce(
                                TRIED,
                                rule,
                                terms.nature(),
                                started,
                                null,
                                true,
                                false,
                                Bound.CUSTOMER,
                                null))
                    .toList())
            .build());
  }

  /** What an answer asks for; that a contact counts asks for nothing by itself. */
  private static Set<List<Object>> demands(ContactAnswer answer) {
    return answer.lines(Part.CONDITIONS).stream()
        .filter(line -> line.code() != LineCode.LIMIT_COUNTED && line.code() != LineCode.ADVICE)
        .map(HarsherTerms::demand)
        .collect(Collectors.toSet());
  }

  private static List<Object> demand(Line line) {
    return List.of(line.code(), line.parameters());
  }

  // What to try

  private List<Instant> moments() {
    var times = new TreeSet<LocalTime>();
    times.add(LocalTime.NOON);
    for (LocalTime edge : values.edges) {
      times.add(edge);
      times.add(edge.minusMinutes(1));
    }
    var days = new TreeSet<LocalDate>();
    days.add(today);
    if (values.weekly) {
      today.datesUntil(today.plusDays(7)).forEach(days::add);
    }
    if (values.recurring) {
      today.datesUntil(today.plusDays(DAYS_OF_RECURRENCE)).forEach(days::add);
    }
    for (LocalDate edge : values.dates) {
      days.add(edge);
      days.add(edge.minusDays(1));
      days.add(edge.plusDays(1));
    }
    var moments = new ArrayList<Instant>();
    for (LocalDate day : days) {
      for (LocalTime time : times) {
        moments.add(day.atTime(time).atZone(WorkingDays.LONDON).toInstant());
      }
    }
    return moments;
  }

  private static <V> List<Fact<V>> withNone(Set<V> known) {
    var all = new ArrayList<Fact<V>>();
    all.add(Fact.none());
    known.forEach(value -> all.add(Fact.of(value)));
    return all;
  }

  /** Some contacts, all so long ago. */
  private record Lately(Duration ago) {}

  private static List<CountedContact> counted(List<Lately> lately, Instant at, Channel channel) {
    return lately.stream().map(l -> new CountedContact(at.minus(l.ago()), channel)).toList();
  }

  /** What rules tell contacts apart by. */
  private static final class Values {
    private final Set<Ref> officersAndTeams = new LinkedHashSet<>();
    private final Set<Ref> serviceAreas = new LinkedHashSet<>();
    private final Set<Ref> buildings = new LinkedHashSet<>();
    private final Set<Ref> zones = new LinkedHashSet<>();
    private final Set<String> activities = new LinkedHashSet<>();
    private final Set<String> topics = new LinkedHashSet<>();
    private final Set<Ref> matters = new LinkedHashSet<>();
    private final Set<Speaker> speakers = new LinkedHashSet<>(List.of(Speaker.SELF));
    private final Set<PlaceKind> places = new LinkedHashSet<>(List.of(PlaceKind.COUNCIL_BUILDING));
    private final Set<LocalTime> edges = new LinkedHashSet<>();
    private final Set<LocalDate> dates = new LinkedHashSet<>();
    private final Set<String> questions = new LinkedHashSet<>();
    private boolean weekly;
    private boolean recurring;
    private int mostCounted;

    void of(Rule rule) {
      of(rule.when());
      of(rule.effect());
    }

    private void of(Condition condition) {
      switch (condition) {
        case Condition.CounterpartIn c ->
            c.counterparts()
                .forEach(
                    ref ->
                        (ref.kind() == RefKind.SERVICE_AREA ? serviceAreas : officersAndTeams)
                            .add(ref));
        case Condition.SpeakerIn c -> speakers.addAll(c.speakers());
        case Condition.PlaceIn c -> places.addAll(List.of(PlaceKind.values()));
        case Condition.BuildingIn c -> buildings.addAll(c.buildings());
        case Condition.ZoneIn c -> zones.addAll(c.zones());
        case Condition.ActivityIn c -> activities.addAll(c.activities());
        case Condition.ServiceAreaIn c -> serviceAreas.addAll(c.serviceAreas());
        case Condition.TopicIn c -> topics.addAll(c.topics());
        case Condition.MatterIn c -> matters.addAll(c.matters());
        case Condition.WithinSlots c -> {
          weekly = true;
          c.slots()
              .slots()
              .forEach(
                  slot -> {
                    edges.add(slot.from());
                    edges.add(slot.to());
                  });
        }
        case Condition.OnRecurrence c -> {
          recurring = true;
          edge(c.recurrence().from());
          edge(c.recurrence().to());
        }
        case Condition.WithinDates c -> {
          day(c.from());
          day(c.to());
        }
        case Condition.RecentContacts c -> mostCounted = Math.max(mostCounted, c.atLeast());
        case Condition.AllOf c -> c.conditions().forEach(this::of);
        case Condition.AnyOf c -> c.conditions().forEach(this::of);
        case Condition.Not c -> of(c.condition());
        case Condition.Always ignored -> {}
        case Condition.DirectionIs ignored -> {}
        case Condition.ChannelIn ignored -> {}
      }
    }

    private void of(@Nullable Effect effect) {
      switch (effect) {
        case Effect.Limit limit -> mostCounted = Math.max(mostCounted, limit.contacts());
        case Effect.Ask ask -> {
          questions.add(ask.question().code());
          of(ask.ifYes());
          of(ask.ifNo());
        }
        case null, default -> {}
      }
    }

    private void edge(@Nullable LocalTime time) {
      if (time != null) {
        edges.add(time);
      }
    }

    private void day(@Nullable LocalDate day) {
      if (day != null) {
        dates.add(day);
      }
    }

    List<List<Lately>> lately() {
      var all = new ArrayList<List<Lately>>();
      all.add(List.of());
      for (int count = 1; count <= mostCounted; count++) {
        for (int daysAgo : new int[] {0, 2, 8, 32, 100}) {
          Duration ago = Duration.ofDays(daysAgo).plusHours(1);
          all.add(java.util.Collections.nCopies(count, new Lately(ago)));
        }
      }
      return all;
    }

    /** Unanswered, and every question with yes and with no. */
    List<Map<String, Boolean>> answers() {
      var all = new ArrayList<Map<String, Boolean>>();
      all.add(Map.of());
      for (String question : questions) {
        all.add(Map.of(question, true));
        all.add(Map.of(question, false));
      }
      return all;
    }
  }
}
