package org.evenhand.restrictions.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Fact;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.IdentityConfidence;
import org.evenhand.rules.PersonPrecaution;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.PlaceKind;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Speaker;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that the answer of one check rested on, in a form that lasts: the facts of the question, and
 * which rows of the projection were read. By what the customer was recognised is named by its kind;
 * no name, number or address is in it (T26).
 *
 * @param edition of the directory
 * @param revision of the customer's row; null where nobody was recognised for sure
 * @param calendar digest of the council's calendar
 * @param at the moment that the answer is true of
 * @param officer whom the contact was with, worked out from who asked; null for nobody special
 * @param given what was given about somebody
 * @param matched of that, what fits this customer
 * @param shared of that, what fits others too
 * @param counted contacts that counted towards a limit; null where no rule counts any
 * @param places what was to be known at the place given, as it was; null where nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckBasis(
    long edition,
    @Nullable Long revision,
    String calendar,
    Instant at,
    Channel channel,
    Direction direction,
    @Nullable UUID officer,
    @Nullable String serviceArea,
    @Nullable Speaker speaker,
    @Nullable PlaceKind place,
    @Nullable UUID building,
    @Nullable String zone,
    @Nullable String activity,
    @Nullable String topic,
    @Nullable UUID matter,
    boolean newMatter,
    Map<String, Boolean> answers,
    boolean dangerNow,
    boolean noLetterReceived,
    boolean actsAsMember,
    Set<Identifier> given,
    Set<Identifier> matched,
    Set<Identifier> shared,
    @Nullable String counted,
    @Nullable String places) {

  /** No code is longer; what is longer is not known rather than wrong. */
  private static final int LONGEST_CODE = 80;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  static CheckBasis of(
      ContactQuestion question,
      Instant at,
      long edition,
      String calendar,
      @Nullable UUID officer,
      @Nullable Long revision,
      Set<Identifier> given,
      @Nullable IdentityConfidence confidence,
      @Nullable String counted,
      List<PersonPrecaution> atPlace) {
    return new CheckBasis(
        edition,
        revision,
        calendar,
        at,
        question.channel(),
        question.direction() == null ? Direction.IN : question.direction(),
        officer,
        code(question.serviceArea()),
        question.speaker(),
        question.place(),
        question.building(),
        code(question.zone()),
        code(question.activity()),
        code(question.topic()),
        question.matter(),
        question.newMatter(),
        question.answers(),
        question.dangerNow(),
        question.noLetterReceived(),
        question.actsAsMember(),
        given,
        confidence == null ? EnumSet.noneOf(Identifier.class) : confidence.matched(),
        confidence == null ? EnumSet.noneOf(Identifier.class) : confidence.shared(),
        counted,
        atPlace.isEmpty() ? null : StoredForm.write(new DeskPlace(atPlace)));
  }

  /** What was to be known at the place, whoever was there. */
  List<PersonPrecaution> atPlace() {
    return places == null ? List.of() : StoredForm.read(places, DeskPlace.class).precautions();
  }

  private static @Nullable String code(@Nullable String given) {
    return given == null || given.isBlank() || given.length() > LONGEST_CODE ? null : given;
  }

  String stored() {
    return JSON.writeValueAsString(this);
  }

  static CheckBasis stored(String basis) {
    return JSON.readValue(basis, CheckBasis.class);
  }

  boolean sure() {
    return revision != null;
  }

  /** How sure it was; not at all, the answer says no more than what was given (T21). */
  IdentityConfidence confidence() {
    return sure() ? new IdentityConfidence(matched, shared) : new IdentityConfidence(given, given);
  }

  /** What to ask for next to be sure; null when sure, or when everything was given. */
  @Nullable Identifier ask() {
    return sure() ? null : new IdentityConfidence(given, Set.of()).next();
  }

  ContactFacts facts() {
    var facts =
        ContactFacts.at(at)
            .dangerNow(dangerNow)
            .direction(direction)
            .channel(channel)
            .officer(officer == null ? Fact.none() : Fact.of(Ref.officer(officer)))
            .noTeam()
            .serviceArea(
                serviceArea == null ? Fact.unknown() : Fact.of(Ref.serviceArea(serviceArea)))
            .speaker(Fact.ofNullable(speaker))
            .place(Fact.ofNullable(place))
            .building(building == null ? Fact.unknown() : Fact.of(Ref.building(building)))
            .zone(
                building == null || zone == null
                    ? Fact.unknown()
                    : Fact.of(Ref.zone(building + "/" + zone)))
            .activity(activity == null ? Fact.none() : Fact.of(activity))
            .topic(Fact.ofNullable(topic))
            .answers(answers)
            .recent(FrontDeskReader.counted(counted));
    if (matter != null) {
      facts.matter(Ref.matter(matter));
    } else if (newMatter) {
      facts.noMatter();
    }
    return facts.build();
  }
}
