package org.evenhand.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.Target;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules that cannot be followed together, so that they are refused when they would be imposed
 * and not discovered at the front desk (T12). A rule that turns away all but some is an
 * <em>only</em>: only these channels, people, places, times. Such sets are intersected, and an
 * empty intersection is a contradiction. So is a redirection to where other rules always turn the
 * customer away, and a time slot in which they do.
 */
public final class Contradictions {
  /** How far ahead times are compared; longer than any recurrence of whole weeks in use. */
  private static final int DAYS = 70;

  private Contradictions() {}

  /**
   * The contradictions among rules that would be in force together.
   *
   * @param rules all of them, the new ones included; served or not
   * @param from the first day looked at
   * @return empty when there are none
   */
  public static List<Contradiction> check(
      List<RuleInForce> rules, Directory directory, LocalDate from) {
    var onlies = new ArrayList<Only>();
    var binding = new ArrayList<RuleInForce>();
    for (RuleInForce rule : rules) {
      if (rule.binds() == Bound.CUSTOMER) {
        binding.add(rule);
        onlies.add(only(rule));
      }
    }
    var found = new ArrayList<Contradiction>();
    for (int i = 0; i < onlies.size(); i++) {
      for (int j = i + 1; j < onlies.size(); j++) {
        if (together(onlies.get(i).rule, onlies.get(j).rule)) {
          compare(onlies.get(i), onlies.get(j), from, found);
        }
      }
    }
    for (Only only : onlies) {
      leadsNowhere(only.rule, binding, directory, from, found);
      neverOpen(only, binding, from, found);
    }
    return found;
  }

  /** What a rule leaves open, and for which channels; null where it says nothing. */
  private static final class Only {
    final RuleInForce rule;
    @Nullable Set<Channel> channels;
    @Nullable Set<Ref> counterparts;
    @Nullable Set<Ref> places;
    final List<Condition> times = new ArrayList<>();

    /** Channels it speaks about; null for all. */
    @Nullable Set<Channel> scope;

    /** It speaks only about part of the customer's business. */
    boolean partial;

    Only(RuleInForce rule) {
      this.rule = rule;
    }

    boolean inPerson() {
      return scope == null || scope.stream().anyMatch(Channel::inPerson);
    }

    boolean meets(Only other) {
      if (scope == null || other.scope == null) {
        return true;
      }
      for (Channel channel : scope) {
        if (other.scope.contains(channel)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean together(RuleInForce one, RuleInForce other) {
    return (one.endsAt() == null || other.startsAt().isBefore(one.endsAt()))
        && (other.endsAt() == null || one.startsAt().isBefore(other.endsAt()));
  }

  private static Only only(RuleInForce rule) {
    var only = new Only(rule);
    Effect effect = rule.rule().effect();
    boolean turnsAway = effect instanceof Effect.Decline || effect instanceof Effect.Redirect;
    int excepted = 0;
    for (Condition part : conjuncts(rule.rule().when(), new ArrayList<>())) {
      excepted += read(part, only, turnsAway) ? 1 : 0;
    }
    if (effect instanceof Effect.Require require) {
      for (Requirement requirement : require.requirements()) {
        if (requirement instanceof Requirement.AtPlace at) {
          only.places = at.places();
        }
      }
    }
    if (excepted > 1) {
      // All but these people outside these hours: neither set is an only by itself.
      only.channels = null;
      only.counterparts = null;
      only.places = null;
      only.times.clear();
    }
    if (excepted == 0 && !only.partial && only.scope == null) {
      if (effect instanceof Effect.Redirect(Target.ToChannel to)) {
        only.channels = EnumSet.of(to.channel());
      } else if (effect instanceof Effect.Redirect(Target.ToOfficer to)) {
        only.counterparts = new HashSet<>();
        only.counterparts.add(to.officer());
        if (to.deputy() != null) {
          only.counterparts.add(to.deputy());
        }
      }
    }
    return only;
  }

  /** Reads one conjunct; true when it excepts something from what is turned away. */
  private static boolean read(Condition part, Only only, boolean turnsAway) {
    boolean negated = part instanceof Condition.Not;
    Condition plain = part instanceof Condition.Not not ? not.condition() : part;
    switch (plain) {
      case Condition.Always ignored when !negated -> {
        return false;
      }
      case Condition.DirectionIs c when (c.direction() == Direction.IN) != negated -> {
        return false;
      }
      case Condition.SpeakerIn ignored -> {
        return false;
      }
      case Condition.ChannelIn c -> {
        if (c.allExcept() == negated) {
          only.scope = c.channels();
          return false;
        }
        only.channels = turnsAway ? c.channels() : null;
        only.partial |= !turnsAway;
        return true;
      }
      case Condition.CounterpartIn c when turnsAway && c.allExcept() != negated -> {
        only.counterparts = c.counterparts();
        return true;
      }
      case Condition.BuildingIn c when turnsAway && c.allExcept() != negated -> {
        only.places = c.buildings();
        return true;
      }
      case Condition.WithinSlots ignored when turnsAway && negated -> {
        only.times.add(plain);
        return true;
      }
      case Condition.OnRecurrence ignored when turnsAway && negated -> {
        only.times.add(plain);
        return true;
      }
      default -> {
        only.partial = true;
        return false;
      }
    }
  }

  /**
   * A condition as parts that all have to match; <em>none of</em> is <em>not this and not
   * that</em>.
   */
  private static List<Condition> conjuncts(Condition condition, List<Condition> parts) {
    switch (condition) {
      case Condition.AllOf all -> all.conditions().forEach(part -> conjuncts(part, parts));
      case Condition.Not(Condition.AnyOf any) ->
          any.conditions().forEach(part -> conjuncts(new Condition.Not(part), parts));
      case Condition.Not(Condition.Not not) -> conjuncts(not.condition(), parts);
      default -> parts.add(condition);
    }
    return parts;
  }

  private static void compare(Only one, Only other, LocalDate from, List<Contradiction> found) {
    if (one.partial || other.partial) {
      return;
    }
    if (one.scope == null && other.scope == null) {
      if (disjoint(one.channels, other.channels)) {
        found.add(contradiction(Contradiction.Kind.CHANNELS, one.rule, other.rule));
      }
    }
    if (one.meets(other) && disjoint(one.counterparts, other.counterparts)) {
      found.add(contradiction(Contradiction.Kind.COUNTERPARTS, one.rule, other.rule));
    }
    if (one.inPerson() && other.inPerson() && disjoint(one.places, other.places)) {
      found.add(contradiction(Contradiction.Kind.PLACES, one.rule, other.rule));
    }
    if (one.meets(other) && !one.times.isEmpty() && !other.times.isEmpty()) {
      var times = new ArrayList<>(one.times);
      times.addAll(other.times);
      if (openMoments(times, from).isEmpty()) {
        found.add(contradiction(Contradiction.Kind.TIMES, one.rule, other.rule));
      }
    }
  }

  private static <T> boolean disjoint(@Nullable Set<T> one, @Nullable Set<T> other) {
    if (one == null || other == null) {
      return false;
    }
    var both = new HashSet<>(one);
    both.retainAll(other);
    return both.isEmpty();
  }

  private static Contradiction contradiction(
      Contradiction.Kind kind, RuleInForce one, RuleInForce other) {
    return new Contradiction(kind, List.of(Origin.of(one), Origin.of(other)));
  }

  /** Moments at which all of these times hold, one for each stretch. */
  private static List<Instant> openMoments(List<Condition> times, LocalDate from) {
    var open = new ArrayList<Instant>();
    var all = new Condition.AllOf(times);
    for (Instant moment : moments(List.of(all), from)) {
      if (new Matching(ContactFacts.at(moment).build()).matches(all) == Matching.YES) {
        open.add(moment);
      }
    }
    return open;
  }

  private static TreeSet<Instant> moments(
      Collection<? extends Condition> conditions, LocalDate from) {
    var moments = new TreeSet<Instant>();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = from.plusDays(day);
      Times.addLocal(date, LocalTime.NOON, moments);
      for (Condition condition : conditions) {
        Times.changesOn(condition, date, moments);
      }
    }
    return moments;
  }

  private static void leadsNowhere(
      RuleInForce rule,
      List<RuleInForce> all,
      Directory directory,
      LocalDate from,
      List<Contradiction> found) {
    if (!(rule.rule().effect() instanceof Effect.Redirect(Target to))) {
      return;
    }
    Instant first = from.atTime(LocalTime.NOON).atZone(RuleLanguage.ZONE).toInstant();
    Channel settled =
        Targets.channel(to, ContactFacts.ordinary(first, Channel.PHONE).build(), directory);
    Set<Channel> ways = settled == null ? OpenRouteInput.USUALLY_OFFERED : EnumSet.of(settled);
    var moments = moments(all.stream().map(r -> r.rule().when()).toList(), from);
    var closers = new TreeSet<Integer>();
    for (Channel channel : ways) {
      for (Instant moment : moments) {
        ContactFacts there =
            Targets.moved(to, ContactFacts.ordinary(moment, channel).build(), directory);
        int closer = closer(rule, all, new Matching(there));
        if (closer < 0) {
          return;
        }
        closers.add(closer);
      }
    }
    addAll(Contradiction.Kind.LEADS_NOWHERE, rule, closers, all, found);
  }

  private static void neverOpen(
      Only only, List<RuleInForce> all, LocalDate from, List<Contradiction> found) {
    if (only.times.isEmpty() || only.partial) {
      return;
    }
    Set<Channel> ways = only.scope == null ? OpenRouteInput.USUALLY_OFFERED : only.scope;
    var conditions = new ArrayList<>(only.times);
    all.forEach(r -> conditions.add(r.rule().when()));
    var times = new Condition.AllOf(only.times);
    var closers = new TreeSet<Integer>();
    for (Instant moment : moments(conditions, from)) {
      if (new Matching(ContactFacts.at(moment).build()).matches(times) != Matching.YES) {
        continue;
      }
      for (Channel channel : ways) {
        int closer =
            closer(only.rule, all, new Matching(ContactFacts.ordinary(moment, channel).build()));
        if (closer < 0) {
          return;
        }
        closers.add(closer);
      }
    }
    if (!closers.isEmpty()) {
      addAll(Contradiction.Kind.TIMES_NEVER_OPEN, only.rule, closers, all, found);
    }
  }

  private static void addAll(
      Contradiction.Kind kind,
      RuleInForce rule,
      Set<Integer> closers,
      List<RuleInForce> all,
      List<Contradiction> found) {
    var origins = new ArrayList<Origin>();
    origins.add(Origin.of(rule));
    closers.forEach(i -> origins.add(Origin.of(all.get(i))));
    found.add(new Contradiction(kind, origins));
  }

  /** The place of the first other rule that turns this contact off its channel; below 0 if none. */
  private static int closer(RuleInForce rule, List<RuleInForce> all, Matching there) {
    for (int i = 0; i < all.size(); i++) {
      RuleInForce other = all.get(i);
      if (other == rule || !together(rule, other)) {
        continue;
      }
      boolean turnsAway =
          switch (other.rule().effect()) {
            case Effect.Decline ignored -> true;
            case Effect.Redirect(Target.ToOfficer ignored) -> false;
            case Effect.Redirect(Target.ToTeam ignored) -> false;
            case Effect.Redirect(Target to) -> !Targets.reached(to, there.facts());
            default -> false;
          };
      if (turnsAway && there.matches(other.rule().when()) == Matching.YES) {
        return i;
      }
    }
    return -1;
  }
}
