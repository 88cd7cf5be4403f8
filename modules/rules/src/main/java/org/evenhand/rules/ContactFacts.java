package org.evenhand.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.PlaceKind;
import org.evenhand.spi.Question;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Speaker;

/**
 * A contact as far as it is known now. Build one with {@link #at}: whatever is not said stays
 * unknown, and an unknown fact gives a condition or a question, never a decline.
 *
 * <p>A channel that is not in person settles that there is no place; a visit to the customer's home
 * settles the place.
 *
 * @param at the moment of the contact; always known
 * @param dangerNow somebody is in danger at this moment
 * @param direction who began it
 * @param channel how
 * @param endpoint the number, mailbox or address it came in at
 * @param officer whom it is with or asks for; none when nobody in particular
 * @param team which team; none when none in particular
 * @param serviceArea which service it is for; none when for none in particular
 * @param speaker who speaks
 * @param place what kind of place, when in person
 * @param building which building, when in one
 * @param zone which part of it
 * @param activity what it is made to do, when more than an enquiry
 * @param topic what it is about; none when about no topic that has a code
 * @param matter which matter of the customer's; none for something new
 * @param recent contacts before this one that count, in any order
 * @param answers to questions asked before, by code
 */
public record ContactFacts(
    Instant at,
    boolean dangerNow,
    Fact<Direction> direction,
    Fact<Channel> channel,
    Fact<Ref> endpoint,
    Fact<Ref> officer,
    Fact<Ref> team,
    Fact<Ref> serviceArea,
    Fact<Speaker> speaker,
    Fact<PlaceKind> place,
    Fact<Ref> building,
    Fact<Ref> zone,
    Fact<String> activity,
    Fact<String> topic,
    Fact<Ref> matter,
    Fact<List<CountedContact>> recent,
    Map<String, Boolean> answers) {
  public ContactFacts {
    answers = Map.copyOf(answers);
    Channel how = channel.value();
    if (how != null && !how.inPerson()) {
      place = Fact.none();
      building = Fact.none();
      zone = Fact.none();
    } else if (how == Channel.HOME_VISIT) {
      place = Fact.of(PlaceKind.CUSTOMER_HOME);
      building = Fact.none();
      zone = Fact.none();
    } else if (place.value() == null && building.value() != null) {
      place = Fact.of(PlaceKind.COUNCIL_BUILDING);
    } else if (place.value() != null
        && place.value() != PlaceKind.COUNCIL_BUILDING
        && !building.known()) {
      building = Fact.none();
    }
  }

  /** Nothing known but the moment. */
  public static Builder at(Instant at) {
    return new Builder(at);
  }

  /**
   * Ordinary business: the customer in person or by their own hand, about nothing protected and no
   * earlier matter, asking for nobody in particular, after no other contact.
   */
  public static Builder ordinary(Instant at, Channel channel) {
    return new Builder(at)
        .direction(Direction.IN)
        .channel(channel)
        .noOfficer()
        .noTeam()
        .noServiceArea()
        .speaker(Speaker.SELF)
        .noZone()
        .noActivity()
        .noTopic()
        .noMatter()
        .recent(List.of());
  }

  /** These facts, to be changed. */
  public Builder but() {
    return new Builder(this);
  }

  /** Collects what is known. */
  public static final class Builder {
    private Instant at;
    private boolean dangerNow;
    private Fact<Direction> direction = Fact.unknown();
    private Fact<Channel> channel = Fact.unknown();
    private Fact<Ref> endpoint = Fact.unknown();
    private Fact<Ref> officer = Fact.unknown();
    private Fact<Ref> team = Fact.unknown();
    private Fact<Ref> serviceArea = Fact.unknown();
    private Fact<Speaker> speaker = Fact.unknown();
    private Fact<PlaceKind> place = Fact.unknown();
    private Fact<Ref> building = Fact.unknown();
    private Fact<Ref> zone = Fact.unknown();
    private Fact<String> activity = Fact.unknown();
    private Fact<String> topic = Fact.unknown();
    private Fact<Ref> matter = Fact.unknown();
    private Fact<List<CountedContact>> recent = Fact.unknown();
    private Map<String, Boolean> answers = Map.of();

    private Builder(Instant at) {
      this.at = at;
    }

    private Builder(ContactFacts from) {
      at = from.at;
      dangerNow = from.dangerNow;
      direction = from.direction;
      channel = from.channel;
      endpoint = from.endpoint;
      officer = from.officer;
      team = from.team;
      serviceArea = from.serviceArea;
      speaker = from.speaker;
      place = from.place;
      building = from.building;
      zone = from.zone;
      activity = from.activity;
      topic = from.topic;
      matter = from.matter;
      recent = from.recent;
      answers = from.answers;
    }

    public Builder when(Instant instant) {
      at = instant;
      return this;
    }

    public Builder dangerNow(boolean danger) {
      dangerNow = danger;
      return this;
    }

    public Builder direction(Direction value) {
      return direction(Fact.of(value));
    }

    public Builder direction(Fact<Direction> fact) {
      direction = fact;
      return this;
    }

    public Builder channel(Channel value) {
      return channel(Fact.of(value));
    }

    public Builder channel(Fact<Channel> fact) {
      channel = fact;
      return this;
    }

    public Builder endpoint(Fact<Ref> fact) {
      endpoint = fact;
      return this;
    }

    public Builder officer(Ref value) {
      return officer(Fact.of(value));
    }

    public Builder noOfficer() {
      return officer(Fact.none());
    }

    public Builder officer(Fact<Ref> fact) {
      officer = fact;
      return this;
    }

    public Builder noTeam() {
      return team(Fact.none());
    }

    public Builder team(Fact<Ref> fact) {
      team = fact;
      return this;
    }

    public Builder serviceArea(Ref value) {
      return serviceArea(Fact.of(value));
    }

    public Builder noServiceArea() {
      return serviceArea(Fact.none());
    }

    public Builder serviceArea(Fact<Ref> fact) {
      serviceArea = fact;
      return this;
    }

    public Builder speaker(Speaker value) {
      return speaker(Fact.of(value));
    }

    public Builder speaker(Fact<Speaker> fact) {
      speaker = fact;
      return this;
    }

    public Builder place(Fact<PlaceKind> fact) {
      place = fact;
      return this;
    }

    public Builder building(Ref value) {
      return building(Fact.of(value));
    }

    public Builder building(Fact<Ref> fact) {
      building = fact;
      return this;
    }

    public Builder noZone() {
      return zone(Fact.none());
    }

    public Builder zone(Fact<Ref> fact) {
      zone = fact;
      return this;
    }

    public Builder activity(String value) {
      return activity(Fact.of(value));
    }

    public Builder noActivity() {
      return activity(Fact.none());
    }

    public Builder activity(Fact<String> fact) {
      activity = fact;
      return this;
    }

    public Builder topic(String value) {
      return topic(Fact.of(value));
    }

    public Builder noTopic() {
      return topic(Fact.none());
    }

    public Builder topic(Fact<String> fact) {
      topic = fact;
      return this;
    }

    public Builder matter(Ref value) {
      return matter(Fact.of(value));
    }

    public Builder noMatter() {
      return matter(Fact.none());
    }

    public Builder matter(Fact<Ref> fact) {
      matter = fact;
      return this;
    }

    public Builder recent(List<CountedContact> contacts) {
      return recent(Fact.of(List.copyOf(contacts)));
    }

    public Builder recent(Fact<List<CountedContact>> fact) {
      recent = fact;
      return this;
    }

    public Builder answer(String question, boolean yes) {
      var all = new HashMap<>(answers);
      all.put(question, yes);
      answers = all;
      return this;
    }

    public Builder answers(Map<String, Boolean> all) {
      answers = all;
      return this;
    }

    /** Whether the customer offers anything new (P8.0, T13). */
    public Builder newInformation(boolean offered) {
      return answer(Question.NEW_INFORMATION, offered);
    }

    public ContactFacts build() {
      return new ContactFacts(
          at,
          dangerNow,
          direction,
          channel,
          endpoint,
          officer,
          team,
          serviceArea,
          speaker,
          place,
          building,
          zone,
          activity,
          topic,
          matter,
          recent,
          answers);
    }
  }
}
