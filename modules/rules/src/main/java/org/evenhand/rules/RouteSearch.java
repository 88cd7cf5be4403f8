package org.evenhand.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RefKind;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.Target;
import org.jspecify.annotations.Nullable;

/** Looks for an open route on each day; see {@link OpenRoute}. */
final class RouteSearch {
  /** Stands for a building that no rule names. */
  private static final Ref ANY_OTHER_BUILDING = Ref.building("any-other");

  private static final LocalTime NOON = LocalTime.of(12, 0);

  /** A way to come, before anybody has looked whether it is open. */
  private record Door(
      Channel channel,
      @Nullable Ref officer,
      @Nullable Ref team,
      @Nullable Ref building,
      @Nullable Ref endpoint) {}

  private final OpenRouteInput in;
  private final List<RuleInForce> rules = new ArrayList<>();
  private final Set<Channel> unusable = EnumSet.noneOf(Channel.class);
  private final List<Door> doors;
  private final Set<@Nullable Ref> services = new LinkedHashSet<>();
  private final boolean canWrite;
  private final boolean counting;
  private final int flood;
  private final Map<LocalDate, List<Instant>> moments = new HashMap<>();

  RouteSearch(OpenRouteInput in) {
    this.in = in;
    for (RuleInForce rule : in.rules()) {
      if (rule.binds() == Bound.CUSTOMER) {
        rules.add(rule);
      }
    }
    for (AgreedAdjustment adjustment : in.adjustments()) {
      unusable.addAll(adjustment.cannotUse());
    }
    services.add(null);
    var named = new TreeSet<Ref>();
    for (RuleInForce rule : rules) {
      named(rule.rule().when(), named);
    }
    for (Ref ref : named) {
      if (ref.kind() == RefKind.SERVICE_AREA) {
        services.add(ref);
      }
    }
    doors = doors(named);
    canWrite =
        in.offered().stream().anyMatch(channel -> channel.written() && !unusable.contains(channel));
    Set<CountScope> scopes = RuleNeeds.counts(rules);
    counting = !scopes.isEmpty();
    flood = counting ? rules.stream().mapToInt(RouteSearch::mostCounted).max().orElse(0) : 0;
  }

  OpenRoute search() {
    var first = new ArrayList<Route>();
    for (Ref service : services) {
      Door lastOpen = null;
      for (LocalDate day = in.from(); !day.isAfter(in.until()); day = day.plusDays(1)) {
        LocalDate last = deadline(day);
        Route route = find(service, day, last, List.of(), lastOpen);
        if (route != null && counting) {
          route = find(service, day, last, usedUp(day), lastOpen);
        }
        if (route == null) {
          return new OpenRoute.NoOpenRoute(day, service, reasons(service, day, last));
        }
        lastOpen = door(route);
        if (day.equals(in.from())) {
          first.add(route);
        }
      }
    }
    return new OpenRoute.Open(first);
  }

  /** The last of the policy's working days after a day. */
  private LocalDate deadline(LocalDate day) {
    LocalDate last = day;
    int working = 0;
    for (int i = 0; i < 60 && working < in.workingDays(); i++) {
      last = last.plusDays(1);
      if (in.closedDays().workingDay(last)) {
        working++;
      }
    }
    return last;
  }

  private @Nullable Route find(
      @Nullable Ref service,
      LocalDate day,
      LocalDate last,
      List<CountedContact> recent,
      @Nullable Door preferred) {
    if (preferred != null) {
      Route route = find(service, day, last, recent, List.of(preferred));
      if (route != null) {
        return route;
      }
    }
    return find(service, day, last, recent, doors);
  }

  private @Nullable Route find(
      @Nullable Ref service,
      LocalDate day,
      LocalDate last,
      List<CountedContact> recent,
      List<Door> among) {
    for (LocalDate on = day.plusDays(1); !on.isAfter(last); on = on.plusDays(1)) {
      for (Instant at : moments.computeIfAbsent(on, this::momentsOf)) {
        for (Door door : among) {
          var look = new Look(door, service, at, last, recent);
          if (look.closed() == null) {
            return new Route(
                door.channel(),
                door.officer(),
                door.team(),
                ANY_OTHER_BUILDING.equals(door.building()) ? null : door.building(),
                door.endpoint(),
                service,
                at,
                look.arranged);
          }
        }
      }
    }
    return null;
  }

  private static Door door(Route route) {
    Ref building =
        route.channel() == Channel.FACE_TO_FACE && route.building() == null
            ? ANY_OTHER_BUILDING
            : route.building();
    return new Door(route.channel(), route.officer(), route.team(), building, route.endpoint());
  }

  /** Between two of these nothing changes, so the first of each stretch speaks for it. */
  private List<Instant> momentsOf(LocalDate date) {
    var all = new TreeSet<Instant>();
    Times.addLocal(date, NOON, all);
    all.add(Times.startOf(date));
    Times.changesOn(new Condition.WithinSlots(in.officeHours()), date, all);
    for (RuleInForce rule : rules) {
      Times.changesOn(rule.rule().when(), date, all);
      all.add(rule.startsAt());
      if (rule.endsAt() != null) {
        all.add(rule.endsAt());
      }
    }
    Instant from = Times.startOf(date);
    Instant to = Times.startOf(date.plusDays(1));
    return List.copyOf(all.subSet(from, true, to, false));
  }

  /** Everything that is limited was used at the end of the day. */
  private List<CountedContact> usedUp(LocalDate day) {
    Instant lateThatDay = Times.startOf(day.plusDays(1)).minusSeconds(1);
    var contacts = new ArrayList<CountedContact>();
    for (Channel channel : Channel.values()) {
      contacts.addAll(Collections.nCopies(flood, new CountedContact(lateThatDay, channel)));
    }
    return contacts;
  }

  private static int mostCounted(RuleInForce rule) {
    return Math.max(mostCounted(rule.rule().when()), mostCounted(rule.rule().effect()));
  }

  private static int mostCounted(@Nullable Effect effect) {
    return switch (effect) {
      case Effect.Limit limit -> limit.contacts();
      case Effect.Ask ask -> Math.max(mostCounted(ask.ifYes()), mostCounted(ask.ifNo()));
      case null, default -> 0;
    };
  }

  private static int mostCounted(Condition condition) {
    return switch (condition) {
      case Condition.RecentContacts c -> c.atLeast();
      case Condition.AllOf c -> mostCounted(c.conditions());
      case Condition.AnyOf c -> mostCounted(c.conditions());
      case Condition.Not c -> mostCounted(c.condition());
      default -> 0;
    };
  }

  private static int mostCounted(List<Condition> conditions) {
    return conditions.stream().mapToInt(RouteSearch::mostCounted).max().orElse(0);
  }

  // Doors

  private List<Door> doors(Set<Ref> named) {
    var officers = new LinkedHashSet<@Nullable Ref>();
    var teams = new LinkedHashSet<@Nullable Ref>();
    var endpoints = new LinkedHashSet<Ref>();
    var buildings = new LinkedHashSet<Ref>(in.buildings());
    var channels = EnumSet.noneOf(Channel.class);
    channels.addAll(in.offered());
    officers.add(null);
    teams.add(null);
    for (RuleInForce rule : rules) {
      doorsOf(rule.rule().effect(), officers, teams, buildings, endpoints, channels);
    }
    for (Ref ref : named) {
      if (ref.kind() == RefKind.BUILDING) {
        buildings.add(ref);
      }
    }
    if (in.buildings().isEmpty()) {
      buildings.add(ANY_OTHER_BUILDING);
    }
    var all = new ArrayList<Door>();
    for (Channel channel : channels) {
      if (unusable.contains(channel)) {
        continue;
      }
      for (Ref officer : officers) {
        for (Ref team : teams) {
          if (channel == Channel.FACE_TO_FACE) {
            for (Ref building : buildings) {
              all.add(new Door(channel, officer, team, building, null));
            }
          } else {
            all.add(new Door(channel, officer, team, null, null));
          }
        }
      }
    }
    Instant atFirst = Times.startOf(in.from());
    for (Ref endpoint : endpoints) {
      DirectoryEntry entry = in.directory().find(endpoint, atFirst);
      if (entry != null
          && entry.channel() != null
          && !entry.channel().inPerson()
          && entry.availability() != Availability.GONE
          && !unusable.contains(entry.channel())) {
        for (Ref officer : officers) {
          for (Ref team : teams) {
            all.add(new Door(entry.channel(), officer, team, null, endpoint));
          }
        }
      }
    }
    return all;
  }

  private void doorsOf(
      @Nullable Effect effect,
      Set<@Nullable Ref> officers,
      Set<@Nullable Ref> teams,
      Set<Ref> buildings,
      Set<Ref> endpoints,
      Set<Channel> channels) {
    switch (effect) {
      case Effect.Redirect redirect -> {
        switch (redirect.to()) {
          case Target.ToOfficer t -> {
            addUnlessGone(t.officer(), officers);
            if (t.deputy() != null) {
              addUnlessGone(t.deputy(), officers);
            }
          }
          case Target.ToTeam t -> addUnlessGone(t.team(), teams);
          case Target.ToBuilding t -> buildings.add(t.building());
          case Target.ToEndpoint t -> endpoints.add(t.endpoint());
          case Target.ToChannel t -> channels.add(t.channel());
        }
      }
      case Effect.Require require -> {
        for (Requirement requirement : require.requirements()) {
          if (requirement instanceof Requirement.AtPlace at) {
            at.places().stream()
                .filter(place -> place.kind() == RefKind.BUILDING)
                .forEach(buildings::add);
          }
        }
      }
      case Effect.Ask ask -> {
        doorsOf(ask.ifYes(), officers, teams, buildings, endpoints, channels);
        doorsOf(ask.ifNo(), officers, teams, buildings, endpoints, channels);
      }
      case null, default -> {}
    }
  }

  private void addUnlessGone(Ref ref, Set<@Nullable Ref> to) {
    DirectoryEntry entry = in.directory().find(ref, Times.startOf(in.from()));
    if (entry == null || entry.availability() != Availability.GONE) {
      to.add(ref);
    }
  }

  private static void named(Condition condition, Set<Ref> refs) {
    switch (condition) {
      case Condition.ServiceAreaIn c -> refs.addAll(c.serviceAreas());
      case Condition.CounterpartIn c -> refs.addAll(c.counterparts());
      case Condition.BuildingIn c -> refs.addAll(c.buildings());
      case Condition.AllOf c -> c.conditions().forEach(part -> named(part, refs));
      case Condition.AnyOf c -> c.conditions().forEach(part -> named(part, refs));
      case Condition.Not c -> named(c.condition(), refs);
      default -> {}
    }
  }

  // Reasons

  private List<ClosedDoor> reasons(@Nullable Ref service, LocalDate day, LocalDate last) {
    var reasons = new EnumMap<Channel, ClosedDoor>(Channel.class);
    for (Channel channel : in.offered()) {
      if (unusable.contains(channel)) {
        reasons.put(channel, new ClosedDoor(channel, ClosedDoor.Why.UNUSABLE, null));
      }
    }
    List<CountedContact> recent = counting ? usedUp(day) : List.of();
    for (LocalDate on = day.plusDays(1); !on.isAfter(last); on = on.plusDays(1)) {
      for (Instant at : momentsOf(on)) {
        for (Door door : doors) {
          ClosedDoor closed = new Look(door, service, at, last, recent).closed();
          if (closed != null) {
            reasons.merge(door.channel(), closed, RouteSearch::moreTelling);
          }
        }
      }
    }
    Collection<ClosedDoor> all = reasons.values();
    return List.copyOf(all);
  }

  /** That a rule closes it tells more than that nobody is there; otherwise the first stays. */
  private static ClosedDoor moreTelling(ClosedDoor one, ClosedDoor other) {
    return one.why() == ClosedDoor.Why.OUT_OF_HOURS ? other : one;
  }

  /** One door at one moment. */
  private final class Look {
    private final Door door;
    private final Instant at;
    private final LocalDate last;
    private final @Nullable Ref service;
    private final List<CountedContact> recent;
    private boolean arranged;

    Look(
        Door door, @Nullable Ref service, Instant at, LocalDate last, List<CountedContact> recent) {
      this.door = door;
      this.service = service;
      this.at = at;
      this.last = last;
      this.recent = recent;
    }

    /** Null when the door is open. */
    @Nullable ClosedDoor closed() {
      if (!door.channel().written() && !somebodyThere()) {
        return new ClosedDoor(door.channel(), ClosedDoor.Why.OUT_OF_HOURS, null);
      }
      var facts =
          ContactFacts.ordinary(at, door.channel())
              .officer(orNone(door.officer()))
              .team(orNone(door.team()))
              .serviceArea(orNone(service))
              .endpoint(orNone(door.endpoint()))
              .building(orNone(door.building()))
              .recent(Fact.of(recent))
              .build();
      var matching = new Matching(facts);
      for (RuleInForce inForce : rules) {
        if (!inForce.inTime(at)) {
          continue;
        }
        Rule rule = inForce.rule();
        if (matching.matches(rule.when()) != Matching.NO) {
          ClosedDoor.Why why = why(rule.effect(), matching);
          if (why != null) {
            return new ClosedDoor(door.channel(), why, Origin.of(inForce));
          }
        }
      }
      return arranged && !canWrite
          ? new ClosedDoor(door.channel(), ClosedDoor.Why.CANNOT_BE_ARRANGED, null)
          : null;
    }

    private boolean somebodyThere() {
      ZonedDateTime local = at.atZone(RuleLanguage.ZONE);
      return in.closedDays().workingDay(local.toLocalDate())
          && in.officeHours().contains(local.getDayOfWeek(), local.toLocalTime());
    }

    private ClosedDoor.@Nullable Why why(@Nullable Effect effect, Matching matching) {
      return switch (effect) {
        case Effect.Decline ignored -> ClosedDoor.Why.DECLINED;
        case Effect.Redirect redirect ->
            Targets.reached(redirect.to(), matching.facts()) ? null : ClosedDoor.Why.REDIRECTED;
        case Effect.Limit limit ->
            limit.scope().counts(door.channel())
                    && matching.count(limit.scope()) >= limit.contacts()
                ? ClosedDoor.Why.LIMITED
                : null;
        case Effect.AnswerOn answerOn -> {
          LocalDate day =
              Evaluation.answerDay(answerOn.schedule(), at, matching.date(), in.closedDays());
          yield day == null || day.isAfter(last) ? ClosedDoor.Why.ANSWERED_TOO_LATE : null;
        }
        case Effect.Require require -> required(require);
        case Effect.Ask ask -> {
          // Nobody knows the answer beforehand, so the door is open only if either keeps it open.
          ClosedDoor.Why yes = why(ask.ifYes(), matching);
          yield yes != null ? yes : why(ask.ifNo(), matching);
        }
        case Effect.Advise ignored -> null;
        case null -> null;
      };
    }

    private ClosedDoor.@Nullable Why required(Effect.Require require) {
      for (Requirement requirement : require.requirements()) {
        switch (requirement) {
          case Requirement.AtPlace at when door.channel().inPerson() -> {
            if (door.building() == null || !at.places().contains(door.building())) {
              return ClosedDoor.Why.ELSEWHERE_ONLY;
            }
          }
          case Requirement.Booking ignored -> arranged = true;
          case Requirement.Appointment ignored -> arranged = true;
          default -> {}
        }
      }
      return null;
    }
  }

  private static Fact<Ref> orNone(@Nullable Ref ref) {
    return ref == null ? Fact.none() : Fact.of(ref);
  }
}
