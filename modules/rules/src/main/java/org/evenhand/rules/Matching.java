package org.evenhand.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.Speaker;

/**
 * Matches conditions against the facts of one contact, in three values. While it answers unknown it
 * collects which facts would settle it.
 */
final class Matching {
  static final int NO = 0;
  static final int UNKNOWN = 1;
  static final int YES = 2;

  private final ContactFacts facts;
  private final Instant at;
  private final ZonedDateTime local;
  private final LocalDate date;
  private final LocalTime time;
  private final DayOfWeek day;
  private int missing;

  Matching(ContactFacts facts) {
    this(facts, facts.at());
  }

  /** The same contact at another moment. */
  Matching(ContactFacts facts, Instant at) {
    this.facts = facts;
    this.at = at;
    local = at.atZone(RuleLanguage.ZONE);
    date = local.toLocalDate();
    time = local.toLocalTime();
    day = date.getDayOfWeek();
  }

  ContactFacts facts() {
    return facts;
  }

  Instant at() {
    return at;
  }

  LocalDate date() {
    return date;
  }

  /** Facts, as bits of {@link FactName}, that the last unknown answer waits for. */
  int missing() {
    return missing;
  }

  /** Starts anew and matches. */
  int matches(Condition condition) {
    missing = 0;
    int match = match(condition);
    if (match != UNKNOWN) {
      missing = 0;
    }
    return match;
  }

  private int match(Condition condition) {
    return switch (condition) {
      case Condition.Always ignored -> YES;
      case Condition.DirectionIs c ->
          !facts.direction().known()
              ? unknown(FactName.DIRECTION)
              : answer(facts.direction().value() == c.direction());
      case Condition.ChannelIn c ->
          in(facts.channel(), c.channels(), c.allExcept(), true, FactName.CHANNEL);
      case Condition.CounterpartIn c -> counterpart(c);
      case Condition.SpeakerIn c ->
          in(facts.speaker(), c.speakers(), c.allExcept(), false, FactName.SPEAKER);
      case Condition.PlaceIn c ->
          in(facts.place(), c.places(), c.allExcept(), false, FactName.PLACE);
      case Condition.BuildingIn c ->
          in(facts.building(), c.buildings(), c.allExcept(), false, FactName.BUILDING);
      case Condition.ZoneIn c -> in(facts.zone(), c.zones(), c.allExcept(), false, FactName.ZONE);
      case Condition.ActivityIn c ->
          in(facts.activity(), c.activities(), c.allExcept(), false, FactName.ACTIVITY);
      case Condition.ServiceAreaIn c ->
          in(facts.serviceArea(), c.serviceAreas(), c.allExcept(), true, FactName.SERVICE_AREA);
      case Condition.TopicIn c ->
          in(facts.topic(), c.topics(), c.allExcept(), true, FactName.TOPIC);
      case Condition.MatterIn c ->
          in(facts.matter(), c.matters(), c.allExcept(), true, FactName.MATTER);
      case Condition.WithinSlots c -> answer(c.slots().contains(day, time));
      case Condition.OnRecurrence c -> answer(c.recurrence().contains(date, time));
      case Condition.WithinDates c ->
          answer(
              (c.from() == null || !date.isBefore(c.from()))
                  && (c.to() == null || !date.isAfter(c.to())));
      case Condition.RecentContacts c ->
          !facts.recent().known()
              ? unknown(FactName.RECENT_CONTACTS)
              : answer(count(c.scope()) >= c.atLeast());
      case Condition.AllOf c -> all(c.conditions());
      case Condition.AnyOf c -> any(c.conditions());
      case Condition.Not c -> YES - match(c.condition());
    };
  }

  private int all(List<Condition> conditions) {
    int result = YES;
    for (int i = 0; i < conditions.size(); i++) {
      int match = match(conditions.get(i));
      if (match == NO) {
        return NO;
      }
      result = Math.min(result, match);
    }
    return result;
  }

  private int any(List<Condition> conditions) {
    int result = NO;
    for (int i = 0; i < conditions.size(); i++) {
      int match = match(conditions.get(i));
      if (match == YES) {
        return YES;
      }
      result = Math.max(result, match);
    }
    return result;
  }

  private int counterpart(Condition.CounterpartIn condition) {
    int result = NO;
    for (Ref ref : condition.counterparts()) {
      Fact<Ref> fact =
          switch (ref.kind()) {
            case OFFICER -> facts.officer();
            case TEAM -> facts.team();
            default -> facts.serviceArea();
          };
      if (!fact.known()) {
        result = Math.max(result, unknown(FactName.COUNTERPART));
      } else if (ref.equals(fact.value())) {
        result = YES;
        break;
      }
    }
    return condition.allExcept() ? YES - result : result;
  }

  private <T> int in(
      Fact<T> fact, Set<T> set, boolean allExcept, boolean noneIsElsewhere, FactName name) {
    if (!fact.known()) {
      return unknown(name);
    }
    T value = fact.value();
    if (value == null) {
      return answer(allExcept && noneIsElsewhere);
    }
    return answer(set.contains(value) != allExcept);
  }

  private int unknown(FactName name) {
    missing |= 1 << name.ordinal();
    return UNKNOWN;
  }

  private static int answer(boolean yes) {
    return yes ? YES : NO;
  }

  /** How many recent contacts fall into a scope; only where they are known. */
  int count(CountScope scope) {
    List<CountedContact> recent = facts.recent().value();
    if (recent == null || recent.isEmpty()) {
      return 0;
    }
    Instant from = local.minus(scope.period()).toInstant();
    int count = 0;
    for (int i = 0; i < recent.size(); i++) {
      CountedContact contact = recent.get(i);
      if (contact.at().isAfter(from)
          && contact.at().isBefore(at)
          && scope.counts(contact.channel())) {
        count++;
      }
    }
    return count;
  }

  /** True when a condition speaks about representatives by name. */
  static boolean namesRepresentative(Condition condition) {
    return switch (condition) {
      case Condition.SpeakerIn c -> c.speakers().contains(Speaker.REPRESENTATIVE) != c.allExcept();
      case Condition.AllOf c -> anyNamesRepresentative(c.conditions());
      case Condition.AnyOf c -> anyNamesRepresentative(c.conditions());
      case Condition.Not c ->
          c.condition() instanceof Condition.SpeakerIn speaker
              ? speaker.speakers().contains(Speaker.REPRESENTATIVE) == speaker.allExcept()
              : namesRepresentative(c.condition());
      default -> false;
    };
  }

  private static boolean anyNamesRepresentative(List<Condition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      if (namesRepresentative(conditions.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** True when a condition names this matter. */
  static boolean namesMatter(Condition condition, Ref matter) {
    return switch (condition) {
      case Condition.MatterIn c -> c.matters().contains(matter);
      case Condition.AllOf c -> anyNamesMatter(c.conditions(), matter);
      case Condition.AnyOf c -> anyNamesMatter(c.conditions(), matter);
      case Condition.Not c -> namesMatter(c.condition(), matter);
      default -> false;
    };
  }

  private static boolean anyNamesMatter(List<Condition> conditions, Ref matter) {
    for (int i = 0; i < conditions.size(); i++) {
      if (namesMatter(conditions.get(i), matter)) {
        return true;
      }
    }
    return false;
  }
}
