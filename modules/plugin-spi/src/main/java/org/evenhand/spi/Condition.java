package org.evenhand.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a rule speaks. Each matcher asks about one fact of a contact and is answered yes, no or
 * <em>unknown</em>; an unknown fact gives a condition or a question and never turns anyone away.
 *
 * <p>A set with {@code allExcept} means every value that is not in it. Where nothing is there to
 * match (no building, because it is a call; no activity, because it is an enquiry), place,
 * building, zone and activity answer no either way. For counterpart, service area, topic and
 * matter, a contact that names none is one of <em>all except</em>: a rule for everybody but the
 * point of contact covers a caller who asks for nobody in particular.
 *
 * <p>Times are by the clock in London.
 */
public sealed interface Condition {

  /** Every contact. */
  record Always() implements Condition {}

  /** Contacts that began on this side. */
  record DirectionIs(Direction direction) implements Condition {}

  /** Contacts on one of these channels. */
  record ChannelIn(Set<Channel> channels, boolean allExcept) implements Condition {
    public ChannelIn {
      channels = Names.nonEmpty(Names.enums(channels, Channel.class), "Channels");
    }
  }

  /** Contacts with one of these officers, teams or services; other references are refused. */
  record CounterpartIn(Set<Ref> counterparts, boolean allExcept) implements Condition {
    public CounterpartIn {
      counterparts = Names.nonEmpty(Names.sorted(counterparts), "Counterparts");
      counterparts.forEach(ref -> ref.require(RefKind.OFFICER, RefKind.TEAM, RefKind.SERVICE_AREA));
    }
  }

  /** Contacts in which one of these speaks. A rule that names nobody binds the customer (T16). */
  record SpeakerIn(Set<Speaker> speakers, boolean allExcept) implements Condition {
    public SpeakerIn {
      speakers = Names.nonEmpty(Names.enums(speakers, Speaker.class), "Speakers");
    }
  }

  /** Contacts in person at one of these kinds of place. */
  record PlaceIn(Set<PlaceKind> places, boolean allExcept) implements Condition {
    public PlaceIn {
      places = Names.nonEmpty(Names.enums(places, PlaceKind.class), "Places");
    }
  }

  /** Contacts in person at one of these buildings. */
  record BuildingIn(Set<Ref> buildings, boolean allExcept) implements Condition {
    public BuildingIn {
      buildings = Names.nonEmpty(Names.sorted(buildings), "Buildings");
      buildings.forEach(ref -> ref.require(RefKind.BUILDING));
    }
  }

  /** Contacts in person in one of these zones. */
  record ZoneIn(Set<Ref> zones, boolean allExcept) implements Condition {
    public ZoneIn {
      zones = Names.nonEmpty(Names.sorted(zones), "Zones");
      zones.forEach(ref -> ref.require(RefKind.ZONE));
    }
  }

  /** Contacts made to do one of these: codes of an extensible catalogue, such as a session. */
  record ActivityIn(Set<String> activities, boolean allExcept) implements Condition {
    public ActivityIn {
      activities = Names.nonEmpty(Names.sorted(activities), "Activities");
      activities.forEach(code -> Names.requireKebab(code, "An activity"));
    }
  }

  /** Contacts for one of these services. */
  record ServiceAreaIn(Set<Ref> serviceAreas, boolean allExcept) implements Condition {
    public ServiceAreaIn {
      serviceAreas = Names.nonEmpty(Names.sorted(serviceAreas), "Service areas");
      serviceAreas.forEach(ref -> ref.require(RefKind.SERVICE_AREA));
    }
  }

  /** Contacts about one of these topics: codes, carve-outs among them. */
  record TopicIn(Set<String> topics, boolean allExcept) implements Condition {
    public TopicIn {
      topics = Names.nonEmpty(Names.sorted(topics), "Topics");
      topics.forEach(code -> Names.requireKebab(code, "A topic"));
    }
  }

  /** Contacts about one of these matters of the customer. */
  record MatterIn(Set<Ref> matters, boolean allExcept) implements Condition {
    public MatterIn {
      matters = Names.nonEmpty(Names.sorted(matters), "Matters");
      matters.forEach(ref -> ref.require(RefKind.MATTER));
    }
  }

  /** Contacts at these times of the week. */
  record WithinSlots(WeeklySlots slots) implements Condition {}

  /** Contacts on the days that come back. */
  record OnRecurrence(Recurrence recurrence) implements Condition {}

  /** Contacts on these dates, both included; a missing end is open. */
  record WithinDates(@Nullable LocalDate from, @Nullable LocalDate to) implements Condition {
    public WithinDates {
      if (from == null && to == null) {
        throw new IllegalArgumentException("A range of dates has at least one end");
      }
      if (from != null && to != null && to.isBefore(from)) {
        throw new IllegalArgumentException("A range of dates ends on or after its first day");
      }
    }
  }

  /** Contacts after at least so many others lately, this one not counted. */
  record RecentContacts(int atLeast, CountScope scope) implements Condition {
    public RecentContacts {
      if (atLeast < 1) {
        throw new IllegalArgumentException("At least one recent contact is counted");
      }
    }
  }

  /** All of these match. */
  record AllOf(List<Condition> conditions) implements Condition {
    public AllOf {
      conditions = Names.nonEmpty(conditions, "Conditions");
    }
  }

  /** One of these matches. */
  record AnyOf(List<Condition> conditions) implements Condition {
    public AnyOf {
      conditions = Names.nonEmpty(conditions, "Conditions");
    }
  }

  /** This does not match. Unknown stays unknown. */
  record Not(Condition condition) implements Condition {}

  static Condition always() {
    return new Always();
  }

  static Condition inbound() {
    return new DirectionIs(Direction.IN);
  }

  static Condition outbound() {
    return new DirectionIs(Direction.OUT);
  }

  static Condition channelIn(Channel... channels) {
    return new ChannelIn(Set.copyOf(List.of(channels)), false);
  }

  static Condition channelAllExcept(Channel... channels) {
    return new ChannelIn(Set.copyOf(List.of(channels)), true);
  }

  static Condition counterpartIn(Ref... counterparts) {
    return new CounterpartIn(Set.copyOf(List.of(counterparts)), false);
  }

  static Condition counterpartAllExcept(Ref... counterparts) {
    return new CounterpartIn(Set.copyOf(List.of(counterparts)), true);
  }

  static Condition speaker(Speaker speaker) {
    return new SpeakerIn(Set.of(speaker), false);
  }

  static Condition placeIn(PlaceKind... places) {
    return new PlaceIn(Set.copyOf(List.of(places)), false);
  }

  static Condition buildingIn(Ref... buildings) {
    return new BuildingIn(Set.copyOf(List.of(buildings)), false);
  }

  static Condition zoneIn(Ref... zones) {
    return new ZoneIn(Set.copyOf(List.of(zones)), false);
  }

  static Condition activityIn(String... activities) {
    return new ActivityIn(Set.copyOf(List.of(activities)), false);
  }

  static Condition serviceAreaIn(Ref... serviceAreas) {
    return new ServiceAreaIn(Set.copyOf(List.of(serviceAreas)), false);
  }

  static Condition topicIn(String... topics) {
    return new TopicIn(Set.copyOf(List.of(topics)), false);
  }

  static Condition matterIn(Ref... matters) {
    return new MatterIn(Set.copyOf(List.of(matters)), false);
  }

  static Condition within(WeeklySlots slots) {
    return new WithinSlots(slots);
  }

  static Condition on(Recurrence recurrence) {
    return new OnRecurrence(recurrence);
  }

  static Condition allOf(Condition... conditions) {
    return new AllOf(List.of(conditions));
  }

  static Condition anyOf(Condition... conditions) {
    return new AnyOf(List.of(conditions));
  }

  static Condition not(Condition condition) {
    return new Not(condition);
  }
}
