package org.evenhand.rules;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Speaker;
import org.evenhand.spi.Target;
import org.evenhand.spi.WeeklySlots;
import org.evenhand.spi.Words;

/** Situations the tests speak about. */
final class Fixtures {
  static final Ref SPOC = Ref.officer("spoc");
  static final Ref DEPUTY = Ref.officer("deputy");
  static final Ref OTHER_OFFICER = Ref.officer("other");
  static final Ref CIVIC_CENTRE = Ref.building("civic-centre");
  static final Ref LIBRARY = Ref.building("library");
  static final Ref HOUSING = Ref.serviceArea("housing");
  static final Ref LEISURE = Ref.serviceArea("leisure");
  static final Ref MATTER = Ref.matter("fence");
  static final Ref NEW_MATTER = Ref.matter("tree");
  static final Ref TEAM = Ref.team("customer-services");
  static final IdentityConfidence CONFIRMED =
      IdentityConfidence.of(Identifier.REFERENCE, Identifier.DATE_OF_BIRTH);
  static final Instant LONG_AGO = at("2026-06-01T00:00");
  static final ClosedDays WEEKENDS = ClosedDays.weekends();

  static final List<CarveOut> CARVE_OUTS =
      List.of(
          CarveOut.absolute("danger-to-life"),
          CarveOut.absolute("safeguarding"),
          CarveOut.absolute("emergency-repair"),
          CarveOut.absolute("homeless-tonight"),
          CarveOut.routeGuaranteed(
              "repairs", new Target.ToTeam(TEAM), new Target.ToChannel(Channel.WEB_FORM)),
          CarveOut.routeGuaranteed(
              "planning-representation",
              new Target.ToBuilding(CIVIC_CENTRE),
              new Target.ToChannel(Channel.EMAIL)));

  private Fixtures() {}

  /** A wall-clock moment in London, such as 2026-11-24T10:00 (a Tuesday). */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(RuleLanguage.ZONE).toInstant();
  }

  static UUID restriction(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static Rule rule(String id, RuleSource source, Condition when, Effect effect) {
    return new Rule(
        id, when, effect, Words.of("say " + id, "do " + id), Citation.policy("8.3"), source);
  }

  static RuleInForce policy(String id, Condition when, Effect effect) {
    return RuleInForce.of(
        restriction(id), rule(id, RuleSource.POLICY, when, effect), Nature.RESTRICTIVE, LONG_AGO);
  }

  static RuleInForce provider(String id, Condition when, Effect effect) {
    return RuleInForce.of(
        restriction(id), rule(id, RuleSource.PROVIDER, when, effect), Nature.RESTRICTIVE, LONG_AGO);
  }

  static RuleInForce safety(String id, Condition when, Effect effect) {
    return RuleInForce.of(
        restriction(id), rule(id, RuleSource.SAFETY, when, effect), Nature.SAFETY, LONG_AGO);
  }

  static RuleInForce court(String id, Condition when, Effect effect) {
    return RuleInForce.of(
        restriction(id), rule(id, RuleSource.COURT, when, effect), Nature.RESTRICTIVE, LONG_AGO);
  }

  static RuleInForce ending(RuleInForce rule, Instant endsAt) {
    return with(rule, rule.startsAt(), endsAt, rule.served(), rule.reviewOverdue(), rule.binds());
  }

  static RuleInForce starting(RuleInForce rule, Instant startsAt) {
    return with(rule, startsAt, rule.endsAt(), rule.served(), rule.reviewOverdue(), rule.binds());
  }

  static RuleInForce unserved(RuleInForce rule) {
    return with(rule, rule.startsAt(), rule.endsAt(), false, rule.reviewOverdue(), rule.binds());
  }

  static RuleInForce overdue(RuleInForce rule) {
    return with(rule, rule.startsAt(), rule.endsAt(), rule.served(), true, rule.binds());
  }

  static RuleInForce onRepresentative(RuleInForce rule) {
    return with(
        rule,
        rule.startsAt(),
        rule.endsAt(),
        rule.served(),
        rule.reviewOverdue(),
        Bound.REPRESENTATIVE);
  }

  private static RuleInForce with(
      RuleInForce rule,
      Instant startsAt,
      Instant endsAt,
      boolean served,
      boolean overdue,
      Bound binds) {
    return new RuleInForce(
        rule.restrictionId(),
        rule.rule(),
        rule.nature(),
        startsAt,
        endsAt,
        served,
        overdue,
        binds,
        rule.noticeReference());
  }

  static WeeklySlots tuesdays(String from, String to) {
    return WeeklySlots.on(DayOfWeek.TUESDAY, LocalTime.parse(from), LocalTime.parse(to));
  }

  static RuleInForce phoneSlot(WeeklySlots slots) {
    return policy(
        "phone-slot",
        Condition.allOf(
            Condition.inbound(),
            Condition.channelIn(Channel.PHONE),
            Condition.not(Condition.within(slots))),
        Effect.decline());
  }

  static RuleInForce oneMedium(Channel medium) {
    return policy(
        "one-medium-" + medium.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        Condition.allOf(Condition.inbound(), Condition.channelAllExcept(medium)),
        Effect.redirect(medium));
  }

  static RuleInForce pointOfContact(Ref officer, Ref deputy) {
    return policy(
        "point-of-contact-" + officer.id(),
        Condition.allOf(Condition.inbound(), Condition.counterpartAllExcept(officer, deputy)),
        Effect.redirect(new Target.ToOfficer(officer, deputy)));
  }

  static RuleInForce exclusion(Ref building) {
    return policy("exclusion-" + building.id(), Condition.buildingIn(building), Effect.decline());
  }

  /** The customer in person, about nothing protected. */
  static ContactFacts contact(Channel channel, String local) {
    return ContactFacts.ordinary(at(local), channel).build();
  }

  static ContactFacts visitTo(Ref building, String local) {
    return ContactFacts.ordinary(at(local), Channel.FACE_TO_FACE).building(building).build();
  }

  static ContactAnswer ask(ContactFacts facts, RuleInForce... rules) {
    return ContactEvaluator.evaluate(input(facts, rules));
  }

  static CheckInput input(ContactFacts facts, RuleInForce... rules) {
    return CheckInput.of(facts, CONFIRMED).rules(List.of(rules)).carveOuts(CARVE_OUTS).build();
  }

  static CheckInput.Builder check(ContactFacts facts, RuleInForce... rules) {
    return input(facts, rules).but();
  }

  static List<CountedContact> calls(String... locals) {
    var calls = new ArrayList<CountedContact>();
    for (String local : locals) {
      calls.add(new CountedContact(at(local), Channel.PHONE));
    }
    return calls;
  }

  static ContactFacts.Builder nobodySaid(String local) {
    return ContactFacts.at(at(local)).direction(Direction.IN).speaker(Speaker.SELF);
  }
}
