package org.evenhand.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Schedule;
import org.evenhand.spi.Speaker;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.evenhand.spi.Words;
import org.jspecify.annotations.Nullable;

/** One evaluation: collects lines and what the rules come to, then says the verdict. */
final class Evaluation {
  private static final Part[] PARTS = Part.values();
  private static final FactName[] FACTS = FactName.values();

  /** Higher standing first, then by identifier: an order that does not depend on how rules came. */
  private static final Comparator<RuleInForce> ORDER =
      Comparator.<RuleInForce>comparingInt(r -> -Combination.rank(r.standing()))
          .thenComparing(RuleInForce::restrictionId)
          .thenComparing(r -> r.rule().id())
          .thenComparing(RuleInForce::startsAt);

  /**
   * A rule that matched, and the effect that came of it.
   *
   * @param protects the effect is a guaranteed route in place of the rule's own
   */
  private record Act(
      RuleInForce rule, Effect effect, Map<String, Object> parameters, boolean protects) {
    Act(RuleInForce rule, Effect effect, Map<String, Object> parameters) {
      this(rule, effect, parameters, false);
    }

    int rank() {
      return Combination.rank(rule.standing());
    }
  }

  private final CheckInput in;
  private final ContactFacts facts;
  private final Matching matching;
  private final ArrayList<Line> lines = new ArrayList<>();

  private List<RuleInForce> active = List.of();
  private @Nullable CarveOut carveOut;
  private @Nullable Target guaranteed;
  private boolean courtLeavesNoRoute;
  private boolean topicOpen;

  private boolean conditions;
  private boolean perhapsElsewhere;
  private int asked;
  private boolean listens;
  private boolean tellOwner;
  private boolean takeMessage;
  private boolean customerMaySpeak;
  private final ArrayList<Act> declines = new ArrayList<>(2);
  private final ArrayList<Act> redirects = new ArrayList<>(2);
  private final ArrayList<Act> requirements = new ArrayList<>(2);
  private final ArrayList<Act> postponements = new ArrayList<>(1);

  Evaluation(CheckInput in) {
    this.in = in;
    facts = in.facts();
    matching = new Matching(facts);
  }

  ContactAnswer answer() {
    if (facts.dangerNow()) {
      line(LineCode.HELP_NOW);
      precautions(in.identity().sufficient());
      return finish(Verdict.ALLOWED, false);
    }
    findCarveOut();
    if (!in.identity().sufficient()) {
      return unidentified();
    }
    boolean reviewOverdue = select();
    identity();
    topic();
    for (AgreedAdjustment adjustment : in.adjustments()) {
      add(
          LineCode.ADJUSTMENT,
          Map.of("adjustment", adjustment.id(), "code", adjustment.code()),
          null,
          new Words(Texts.none(), adjustment.words()));
    }
    precautions(true);
    for (int i = 0; i < active.size(); i++) {
      apply(active.get(i));
    }
    Verdict verdict = combine();
    nextSteps(verdict);
    if (in.appealPending()) {
      line(LineCode.APPEAL_PENDING);
    }
    if (reviewOverdue) {
      line(LineCode.REVIEW_OVERDUE);
    }
    return finish(verdict, reviewOverdue);
  }

  // Before any rule

  private ContactAnswer unidentified() {
    Identifier next = in.identity().next();
    add(
        LineCode.IDENTITY_NOT_CONFIRMED,
        next == null ? Map.of() : Map.of("next", next),
        null,
        Words.none());
    carveOutLine();
    precautions(false);
    return finish(Verdict.ALLOWED, false);
  }

  private void findCarveOut() {
    if (!facts.topic().known()) {
      topicOpen = !in.carveOuts().isEmpty();
      return;
    }
    String topic = facts.topic().value();
    if (topic == null) {
      return;
    }
    for (CarveOut candidate : in.carveOuts()) {
      if (candidate.topic().equals(topic)
          && (carveOut == null || candidate.strength() == CarveOutStrength.ABSOLUTE)) {
        carveOut = candidate;
        guaranteed = candidate.routes().isEmpty() ? null : candidate.routes().getFirst();
      }
    }
  }

  /** Keeps the rules that count now; says whether a review behind one of them is overdue. */
  private boolean select() {
    var inForce = new ArrayList<RuleInForce>(in.rules().size());
    for (int i = 0; i < in.rules().size(); i++) {
      RuleInForce rule = in.rules().get(i);
      if (rule.inForce(facts.at())
          && !(in.actsAsMember() && Combination.rank(rule.standing()) == 0)) {
        inForce.add(rule);
      }
    }
    if (inForce.size() > 1) {
      inForce.sort(ORDER);
    }
    active = in.saysNeverTold() ? told(inForce) : inForce;
    boolean overdue = false;
    for (int i = 0; i < active.size(); i++) {
      overdue |= active.get(i).reviewOverdue();
    }
    return overdue;
  }

  /** Of these, what counts for somebody who says that no letter came: safety measures (F9). */
  private List<RuleInForce> told(List<RuleInForce> inForce) {
    var told = new ArrayList<RuleInForce>();
    var offered = new HashSet<UUID>();
    for (RuleInForce rule : inForce) {
      if (rule.nature() == Nature.SAFETY) {
        told.add(rule);
      } else if (offered.add(rule.restrictionId())) {
        add(LineCode.OFFER_COPY, Map.of(), Origin.of(rule), Words.none());
        tellOwner = true;
      }
    }
    return told;
  }

  private void identity() {
    if (!facts.speaker().known()) {
      line(LineCode.ASK_WHO_SPEAKS);
    } else if (facts.speaker().value() == Speaker.REPRESENTATIVE) {
      line(LineCode.SPEAKS_FOR_CUSTOMER);
    }
    if (in.actsAsMember()) {
      line(LineCode.ACTS_AS_MEMBER);
      line(LineCode.TELL_MONITORING_OFFICER);
    }
    if (in.safeguarded()) {
      line(LineCode.SAFEGUARDED_PERSON);
    }
  }

  private void topic() {
    if (topicOpen && !active.isEmpty()) {
      line(LineCode.ASK_TOPIC);
    }
    if (carveOut != null && carveOut.strength() == CarveOutStrength.ROUTE_GUARANTEED) {
      guaranteed = lawfulRoute(carveOut);
    }
    carveOutLine();
  }

  private void carveOutLine() {
    if (carveOut == null) {
      return;
    }
    Map<String, Object> parameters = new HashMap<>();
    LineCode code = LineCode.HELP_HERE_AND_NOW;
    if (carveOut.strength() == CarveOutStrength.ROUTE_GUARANTEED && guaranteed != null) {
      code = LineCode.ROUTE_GUARANTEED;
      parameters.putAll(Targets.parameters(guaranteed, facts, in.directory()));
    }
    parameters.put("topic", carveOut.topic());
    add(code, parameters, null, instructions(carveOut.words()));
    say(carveOut.words(), parameters, null);
  }

  /**
   * The first guaranteed route that a court leaves open, better one that safety leaves open too.
   */
  private Target lawfulRoute(CarveOut protectedTopic) {
    Target lawful = null;
    for (Target route : protectedTopic.routes()) {
      Channel channel = Targets.channel(route, facts, in.directory());
      if ((channel != null && cannotUse(channel))
          || Targets.gone(route, facts, in.directory())
          || closed(route, Combination.rank(RuleSource.COURT))) {
        continue;
      }
      if (!closed(route, Combination.rank(RuleSource.SAFETY))) {
        return route;
      }
      if (lawful == null) {
        lawful = route;
      }
    }
    if (lawful != null) {
      return lawful;
    }
    courtLeavesNoRoute = true;
    return new Target.ToChannel(Channel.LETTER);
  }

  private boolean closed(Target route, int rankAtLeast) {
    Matching there = null;
    for (int i = 0; i < active.size(); i++) {
      RuleInForce rule = active.get(i);
      if (rule.rule().effect() instanceof Effect.Decline
          && Combination.rank(rule.standing()) >= rankAtLeast) {
        if (there == null) {
          there = new Matching(Targets.moved(route, facts, in.directory()));
        }
        if (there.matches(rule.rule().when()) == Matching.YES) {
          return true;
        }
      }
    }
    return false;
  }

  private void precautions(boolean person) {
    if (!in.showPrecautions()) {
      return;
    }
    for (PersonPrecaution precaution : in.precautions()) {
      if ((person || precaution.about() == PersonPrecaution.About.ADDRESS)
          && precaution.matters(facts)) {
        add(
            LineCode.PRECAUTION,
            Map.of("precaution", precaution.id(), "about", precaution.about().name()),
            null,
            new Words(Texts.none(), precaution.words()));
      }
    }
  }

  // The rules

  private void apply(RuleInForce rule) {
    int match = matching.matches(rule.rule().when());
    if (match == Matching.NO) {
      return;
    }
    int missing = matching.missing();
    if (rule.binds() == Bound.REPRESENTATIVE) {
      if (facts.speaker().value() == Speaker.SELF) {
        return;
      }
      if (!facts.speaker().known()) {
        match = Matching.UNKNOWN;
        missing |= bit(FactName.SPEAKER);
      }
    }
    if (carveOut != null && carveOut.strength() == CarveOutStrength.ABSOLUTE) {
      applyToAbsolute(rule);
      return;
    }
    Ref matter = facts.matter().value();
    if (matter != null && !listens && Matching.namesMatter(rule.rule().when(), matter)) {
      listens = true;
      add(LineCode.LISTEN_FOR_NEWS, Map.of("matter", matter), Origin.of(rule), Words.none());
    }
    Effect effect = rule.rule().effect();
    if (effect instanceof Effect.Ask ask) {
      Boolean answered = facts.answers().get(ask.question().code());
      if (answered == null) {
        question(rule, ask, match, missing);
        return;
      }
      effect = answered ? ask.ifYes() : ask.ifNo();
      if (effect == null) {
        return;
      }
    }
    switch (effect) {
      case Effect.Decline decline -> decline(rule, decline, match, missing);
      case Effect.Limit limit -> limit(rule, limit, match, missing);
      case Effect.Redirect redirect -> redirect(rule, redirect, match, missing);
      case Effect.Require require -> require(rule, require, match, missing);
      case Effect.Advise ignored -> advise(rule, Map.of());
      case Effect.AnswerOn answerOn -> answerOn(rule, answerOn, match, missing);
      case Effect.Ask ignored -> throw new IllegalStateException("Questions go one level deep");
    }
  }

  /** A topic that is always helped here and now leaves of the rules only how to stay safe. */
  private void applyToAbsolute(RuleInForce rule) {
    if (rule.rule().effect() instanceof Effect.Require require
        && Combination.rank(rule.standing()) > 0) {
      for (Requirement requirement : require.requirements()) {
        if (requirement instanceof Requirement.StaffAtLeast
            || requirement instanceof Requirement.Witness
            || requirement instanceof Requirement.Supervision) {
          add(
              LineCode.ADVICE,
              Map.of("requirement", requirement, "kind", RuleLanguage.kindOf(requirement)),
              Origin.of(rule),
              Words.none());
        }
      }
    }
  }

  private void question(RuleInForce rule, Effect.Ask ask, int match, int missing) {
    conditions = true;
    add(
        LineCode.ASK,
        Map.of("question", ask.question().code()),
        Origin.of(rule),
        new Words(Texts.none(), ask.question().words()));
    if (match == Matching.UNKNOWN) {
      askFor(missing, rule);
    }
    if (ask.ifYes() instanceof Effect.Redirect || ask.ifNo() instanceof Effect.Redirect) {
      perhapsElsewhere = true;
    }
  }

  private void limit(RuleInForce rule, Effect.Limit limit, int match, int missing) {
    if (facts.direction().value() == Direction.OUT) {
      return;
    }
    Channel channel = facts.channel().value();
    if (channel != null && !limit.scope().counts(channel)) {
      return;
    }
    int open = match == Matching.UNKNOWN ? missing : 0;
    if (!facts.direction().known()) {
      open |= bit(FactName.DIRECTION);
    }
    if (!facts.recent().known()) {
      open |= bit(FactName.RECENT_CONTACTS);
    }
    if (channel == null && !limit.scope().channels().isEmpty()) {
      open |= bit(FactName.CHANNEL);
    }
    if (facts.recent().known()) {
      int count = matching.count(limit.scope());
      if (count < limit.contacts()) {
        if (open == 0) {
          var parameters = Map.<String, Object>of("limit", limit.contacts(), "count", count);
          add(LineCode.LIMIT_COUNTED, parameters, Origin.of(rule), instructions(rule));
          say(rule.rule().words(), parameters, rule);
        }
        return;
      }
    }
    if (open != 0) {
      if (!softened(rule, limit, false)) {
        depends(rule, limit, open);
      }
      return;
    }
    decline(rule, limit, Matching.YES, 0);
  }

  /** Declining, or a limit that is reached: gives way wherever something milder is owed. */
  private void decline(RuleInForce rule, Effect effect, int match, int missing) {
    if (softened(rule, effect, match == Matching.YES)) {
      return;
    }
    if (match == Matching.UNKNOWN) {
      depends(rule, effect, missing);
      return;
    }
    if (guaranteed != null) {
      Target route = protectedRoute(rule);
      if (route != null) {
        redirects.add(new Act(rule, new Effect.Redirect(route), Map.of(), true));
      }
      return;
    }
    Channel channel = facts.channel().value();
    if (channel != null && channel.written() && facts.direction().value() != Direction.OUT) {
      readOnly(rule, effect);
    } else if (!facts.speaker().known() && bindsCustomerAlone(rule)) {
      depends(rule, effect, bit(FactName.SPEAKER));
    } else if (channel == null) {
      depends(rule, effect, bit(FactName.CHANNEL));
    } else if (topicOpen) {
      depends(rule, effect, bit(FactName.TOPIC));
    } else {
      declines.add(new Act(rule, effect, Map.of()));
    }
  }

  /**
   * Where a protected topic goes when a rule would decline it; null when it stays here, because
   * this is the guaranteed route already. A court and safety close even that door where it is the
   * only one they close: the topic is protected, not the door.
   */
  private @Nullable Target protectedRoute(RuleInForce rule) {
    if (guaranteed == null || !Targets.reached(guaranteed, facts)) {
      return guaranteed;
    }
    int rank = Combination.rank(rule.standing());
    if (rank == 0 || carveOut == null) {
      return null;
    }
    for (Target route : carveOut.routes()) {
      Channel channel = Targets.channel(route, facts, in.directory());
      if (!Targets.reached(route, facts)
          && !(channel != null && cannotUse(channel))
          && !Targets.gone(route, facts, in.directory())
          && !closed(route, rank)) {
        return route;
      }
    }
    if (rule.standing() != RuleSource.COURT || facts.channel().value() == Channel.LETTER) {
      return null;
    }
    courtLeavesNoRoute = true;
    return new Target.ToChannel(Channel.LETTER);
  }

  private void readOnly(RuleInForce rule, Effect effect) {
    conditions = true;
    Map<String, Object> parameters = Map.of();
    LineCode code = LineCode.READ_THEN_FILE;
    if (effect instanceof Effect.Limit) {
      Instant next = nextOpen(facts, List.of(new Act(rule, effect, Map.of())));
      code = LineCode.READ_THEN_ANSWER_LATER;
      parameters = next == null ? Map.of() : Map.of("next", next);
    }
    add(code, parameters, Origin.of(rule), instructions(rule));
    say(rule.rule().words(), parameters, rule);
  }

  /** Whether something stands above a rule that would turn the customer away here. */
  private boolean softened(RuleInForce rule, Effect effect, boolean certain) {
    LineCode code;
    if (rule.advisoryOnly()) {
      code = LineCode.OVERDUE_ADVISES;
    } else if (facts.speaker().value() == Speaker.REPRESENTATIVE && bindsCustomerAlone(rule)) {
      code = LineCode.BINDS_CUSTOMER_ONLY;
    } else if (Combination.rank(rule.standing()) == 0
        && facts.channel().value() != null
        && mustHave(facts.channel().value())) {
      code = LineCode.ADJUSTMENT_OUTRANKS;
    } else {
      return false;
    }
    if (certain) {
      add(code, effectParameter(effect), Origin.of(rule), Words.none());
    }
    return true;
  }

  private static boolean bindsCustomerAlone(RuleInForce rule) {
    return rule.binds() == Bound.CUSTOMER && !Matching.namesRepresentative(rule.rule().when());
  }

  private void redirect(RuleInForce rule, Effect.Redirect redirect, int match, int missing) {
    Target to = redirect.to();
    if (Targets.reached(to, facts)) {
      return;
    }
    Channel channel = Targets.channel(to, facts, in.directory());
    boolean ordinary = Combination.rank(rule.standing()) == 0;
    Channel here = facts.channel().value();
    boolean leavesNeededChannel = channel != null && here != null && mustHave(here);
    boolean leadsToUnusable = channel != null && cannotUse(channel);
    if (ordinary && (leavesNeededChannel || leadsToUnusable)) {
      if (match == Matching.YES) {
        add(LineCode.ADJUSTMENT_OUTRANKS, effectParameter(redirect), Origin.of(rule), Words.none());
      }
      return;
    }
    if (match == Matching.UNKNOWN) {
      perhapsElsewhere = true;
      depends(rule, redirect, missing);
      return;
    }
    var parameters = Targets.parameters(to, facts, in.directory());
    if (Targets.gone(to, facts, in.directory())) {
      conditions = true;
      tellOwner = true;
      takeMessage = true;
      add(LineCode.NOBODY_THERE, parameters, Origin.of(rule), Words.none());
      return;
    }
    if (leadsToUnusable) {
      tellOwner = true;
    }
    redirects.add(new Act(rule, redirect, parameters));
  }

  private void require(RuleInForce rule, Effect.Require require, int match, int missing) {
    conditions = true;
    if (match == Matching.YES) {
      requirements.add(new Act(rule, require, Map.of()));
      return;
    }
    askFor(missing, rule);
    for (Requirement requirement : require.requirements()) {
      add(
          LineCode.REQUIRED_IF,
          Map.of("requirement", requirement, "kind", RuleLanguage.kindOf(requirement)),
          Origin.of(rule),
          Words.none());
    }
  }

  private void advise(RuleInForce rule, Map<String, Object> parameters) {
    add(LineCode.ADVICE, parameters, Origin.of(rule), instructions(rule));
    say(rule.rule().words(), parameters, rule);
  }

  private void answerOn(RuleInForce rule, Effect.AnswerOn answerOn, int match, int missing) {
    if (guaranteed != null) {
      return;
    }
    if (match == Matching.UNKNOWN) {
      depends(rule, answerOn, missing);
      return;
    }
    LocalDate day = answerDay(answerOn.schedule(), facts.at(), matching.date(), in.closedDays());
    Map<String, Object> parameters = day == null ? Map.of() : Map.of("answerBy", day);
    postponements.add(new Act(rule, answerOn, parameters));
  }

  /** The day on which contact of this moment is answered; null when none is in sight. */
  static @Nullable LocalDate answerDay(
      Schedule schedule, Instant at, LocalDate today, ClosedDays closedDays) {
    return switch (schedule) {
      case Schedule.OnDays days ->
          Times.nextOccurrence(days.recurrence(), today.plusDays(1), closedDays);
      case Schedule.InSlots slots -> {
        Instant next = Times.nextStart(slots.slots(), at, closedDays);
        yield next == null ? null : next.atZone(RuleLanguage.ZONE).toLocalDate();
      }
    };
  }

  private void depends(RuleInForce rule, Effect effect, int missing) {
    conditions = true;
    add(LineCode.DEPENDS, effectParameter(effect), Origin.of(rule), Words.none());
    askFor(missing, rule);
  }

  private void askFor(int missing, RuleInForce rule) {
    int open = missing & ~asked & ~bit(FactName.SPEAKER);
    if (topicOpen) {
      open &= ~bit(FactName.TOPIC);
    }
    asked |= open;
    for (FactName fact : FACTS) {
      if ((open & bit(fact)) != 0) {
        add(LineCode.ASK_FACT, Map.of("fact", fact), Origin.of(rule), Words.none());
      }
    }
  }

  // The combination

  private Verdict combine() {
    resolveRedirects();
    if (perhapsElsewhere && !declines.isEmpty()) {
      // Whether a redirection applies is not known yet, so neither is that there is none.
      for (Act decline : declines) {
        depends(decline.rule(), decline.effect(), 0);
      }
      declines.clear();
    }
    boolean declined = false;
    for (Act decline : declines) {
      declined |= !redirectedAwayFrom(decline);
    }
    declineLines(declined);
    redirectLines();
    requirementLines();
    postponementLines();
    if (declined) {
      return Verdict.DECLINE_THIS_CONTACT;
    }
    if (!redirects.isEmpty()) {
      return Verdict.REDIRECT;
    }
    return conditions ? Verdict.ALLOWED_WITH_CONDITIONS : Verdict.ALLOWED;
  }

  /** Takes out redirections that a higher one replaces or that lead to a closed door. */
  private void resolveRedirects() {
    if (redirects.isEmpty()) {
      return;
    }
    var standing = new ArrayList<Act>(redirects.size());
    for (Act act : redirects) {
      if (!outranked(act)) {
        standing.add(act);
      }
    }
    redirects.clear();
    for (Act act : standing) {
      Target to = ((Effect.Redirect) act.effect()).to();
      List<Act> bars = bars(act, to);
      if (bars.isEmpty() || act.protects()) {
        redirects.add(act);
        continue;
      }
      ContactFacts there = Targets.moved(to, facts, in.directory());
      Instant next = nextOpen(there, bars);
      if (next == null && declinedHereToo(bars)) {
        // Whom to turn to is still worth saying; the contact itself is declined here as there.
        redirects.add(act);
      } else if (next == null) {
        conditions = true;
        tellOwner = true;
        add(LineCode.NOT_OPEN_THERE, act.parameters(), Origin.of(act.rule()), Words.none());
      } else {
        var parameters = new HashMap<>(act.parameters());
        parameters.put("next", next);
        redirects.add(new Act(act.rule(), act.effect(), parameters));
      }
    }
  }

  private boolean declinedHereToo(List<Act> bars) {
    for (Act bar : bars) {
      boolean here = false;
      for (Act decline : declines) {
        here |= decline.rule() == bar.rule();
      }
      if (!here) {
        return false;
      }
    }
    return true;
  }

  private boolean outranked(Act act) {
    Target to = ((Effect.Redirect) act.effect()).to();
    for (Act other : redirects) {
      if (other != act
          && other.rank() > act.rank()
          && ((Effect.Redirect) other.effect()).to().getClass() == to.getClass()
          && Combination.of(
                  EffectKind.REDIRECT,
                  other.rule().standing(),
                  EffectKind.REDIRECT,
                  act.rule().standing())
              == Resolution.HIGHER_WHERE_SAME_KIND) {
        return true;
      }
    }
    return false;
  }

  /** The rules that turn the customer away where a redirection leads. */
  private List<Act> bars(Act redirect, Target to) {
    List<Act> bars = List.of();
    Matching there = null;
    for (int i = 0; i < active.size(); i++) {
      RuleInForce rule = active.get(i);
      Effect effect = rule.rule().effect();
      if (!(effect instanceof Effect.Decline || effect instanceof Effect.Limit)
          || rule.advisoryOnly()
          || (facts.speaker().value() == Speaker.REPRESENTATIVE && bindsCustomerAlone(rule))
          || Combination.of(
                  EffectKind.of(effect),
                  rule.standing(),
                  EffectKind.REDIRECT,
                  redirect.rule().standing())
              != Resolution.REDIRECT_UNLESS_BARRED) {
        continue;
      }
      if (there == null) {
        there = new Matching(Targets.moved(to, facts, in.directory()));
      }
      if (turnsAway(rule, effect, there)) {
        if (bars.isEmpty()) {
          bars = new ArrayList<>();
        }
        bars.add(new Act(rule, effect, Map.of()));
      }
    }
    return bars;
  }

  private static boolean turnsAway(RuleInForce rule, Effect effect, Matching there) {
    if (!rule.inTime(there.at()) || there.matches(rule.rule().when()) != Matching.YES) {
      return false;
    }
    if (effect instanceof Effect.Limit limit) {
      Channel channel = there.facts().channel().value();
      return there.facts().direction().value() != Direction.OUT
          && channel != null
          && limit.scope().counts(channel)
          && there.facts().recent().known()
          && there.count(limit.scope()) >= limit.contacts();
    }
    return true;
  }

  /** True when a redirection leads out of what declines this contact. */
  private boolean redirectedAwayFrom(Act decline) {
    for (Act redirect : redirects) {
      Resolution resolution =
          Combination.of(
              EffectKind.of(decline.effect()),
              decline.rule().standing(),
              EffectKind.REDIRECT,
              redirect.rule().standing());
      if (resolution == Resolution.REDIRECT_STANDS) {
        return true;
      }
      if (resolution == Resolution.REDIRECT_UNLESS_BARRED) {
        Target to = ((Effect.Redirect) redirect.effect()).to();
        var there = new Matching(Targets.moved(to, facts, in.directory()));
        if (!turnsAway(decline.rule(), decline.effect(), there)) {
          return true;
        }
      }
    }
    return false;
  }

  private void declineLines(boolean declined) {
    if (declines.isEmpty()) {
      return;
    }
    Instant next = nextOpen(facts, declines);
    for (Act act : declines) {
      Map<String, Object> parameters = new HashMap<>();
      LineCode code = LineCode.DECLINED;
      if (act.effect() instanceof Effect.Limit limit) {
        code = LineCode.LIMIT_REACHED;
        parameters.put("limit", limit.contacts());
        parameters.put("count", matching.count(limit.scope()));
      }
      if (next != null) {
        parameters.put("next", next);
      }
      if (act.rule().endsAt() != null) {
        parameters.put("until", act.rule().endsAt());
      }
      add(code, parameters, Origin.of(act.rule()), instructions(act.rule()));
      if (declined) {
        say(act.rule().rule().words(), parameters, act.rule());
      }
      customerMaySpeak |= act.rule().binds() == Bound.REPRESENTATIVE;
    }
  }

  private void redirectLines() {
    if (redirects.isEmpty()) {
      return;
    }
    Channel channel = facts.channel().value();
    boolean written =
        channel != null && channel.written() && facts.direction().value() != Direction.OUT;
    var told = new HashSet<Target>();
    for (Act act : redirects) {
      Target to = ((Effect.Redirect) act.effect()).to();
      Map<String, Object> parameters =
          act.parameters().isEmpty()
              ? Targets.parameters(to, facts, in.directory())
              : act.parameters();
      add(LineCode.REDIRECTED, parameters, Origin.of(act.rule()), instructions(act.rule()));
      if (written) {
        add(LineCode.READ_THEN_PASS_ON, Map.of(), Origin.of(act.rule()), Words.none());
      }
      // The words of a rule that declines do not fit the route that replaced it.
      if (act.protects()) {
        customerMaySpeak |= act.rule().binds() == Bound.REPRESENTATIVE;
      } else {
        say(act.rule().rule().words(), parameters, act.rule());
      }
      if (told.add(to)) {
        whoAnswers(to, act.rule(), written);
      }
    }
  }

  private void whoAnswers(Target to, RuleInForce rule, boolean written) {
    Ref first =
        switch (to) {
          case Target.ToOfficer t -> t.officer();
          case Target.ToTeam t -> t.team();
          case Target.ToEndpoint t -> t.endpoint();
          case Target.ToBuilding ignored -> null;
          case Target.ToChannel ignored -> null;
        };
    if (first == null) {
      return;
    }
    Ref second = to instanceof Target.ToOfficer officer ? officer.deputy() : null;
    DirectoryEntry one = in.directory().find(first, facts.at());
    DirectoryEntry two = second == null ? null : in.directory().find(second, facts.at());
    if (one == null && two == null) {
      return;
    }
    DirectoryEntry answering = answering(one, two);
    if (answering != null) {
      var parameters = new HashMap<String, Object>();
      parameters.put("name", answering.name());
      if (answering.reachAt() != null) {
        parameters.put("reachAt", answering.reachAt());
      }
      add(LineCode.PUT_THROUGH, parameters, Origin.of(rule), Words.none());
    } else if (!written) {
      takeMessage = true;
    }
  }

  /** Whoever can be reached now; failing that, whoever might be. */
  private static @Nullable DirectoryEntry answering(
      @Nullable DirectoryEntry one, @Nullable DirectoryEntry two) {
    if (one != null && one.availability() == Availability.NOW) {
      return one;
    }
    if (two != null && two.availability() == Availability.NOW) {
      return two;
    }
    if (one != null && one.availability() == Availability.NOT_KNOWN) {
      return one;
    }
    if (two != null && two.availability() == Availability.NOT_KNOWN) {
      return two;
    }
    return null;
  }

  /** Requirements add up: the most officers, the shortest time, the places common to all. */
  private void requirementLines() {
    if (requirements.isEmpty()) {
      return;
    }
    int staff = 0;
    Duration shortest = null;
    for (Act act : requirements) {
      for (Requirement requirement : ((Effect.Require) act.effect()).requirements()) {
        if (requirement instanceof Requirement.StaffAtLeast atLeast) {
          staff = Math.max(staff, atLeast.number());
        } else if (requirement instanceof Requirement.MaximumDuration maximum
            && (shortest == null || maximum.duration().compareTo(shortest) < 0)) {
          shortest = maximum.duration();
        }
      }
    }
    Places places = commonPlaces();
    for (Act act : requirements) {
      Effect.Require require = (Effect.Require) act.effect();
      for (Requirement requirement : require.requirements()) {
        boolean stands =
            switch (requirement) {
              case Requirement.StaffAtLeast atLeast -> atLeast.number() == staff;
              case Requirement.MaximumDuration maximum -> maximum.duration().equals(shortest);
              case Requirement.AtPlace ignored -> act.rank() >= places.leastRank();
              default -> true;
            };
        if (!stands) {
          continue;
        }
        LineCode code = LineCode.REQUIRED;
        Requirement shown = requirement;
        if (requirement instanceof Requirement.AtPlace) {
          if (places.common().isEmpty()) {
            code = LineCode.PLACES_CLASH;
            tellOwner = true;
          } else {
            shown = new Requirement.AtPlace(places.common());
          }
        }
        add(
            code,
            Map.of("requirement", shown, "kind", RuleLanguage.kindOf(shown)),
            Origin.of(act.rule()),
            instructions(act.rule()));
      }
      if (!require.note().silent()) {
        add(
            LineCode.REQUIRED_NOTE,
            Map.of(),
            Origin.of(act.rule()),
            new Words(Texts.none(), require.note()));
      }
      say(act.rule().rule().words(), Map.of(), act.rule());
    }
  }

  /** The places common to all rules, or, where there is none, to those that stand highest. */
  private record Places(Set<Ref> common, int leastRank) {}

  private Places commonPlaces() {
    Set<Ref> common = Set.of();
    boolean first = true;
    int leastRank = 0;
    // Rules come by standing, so what was intersected before always ranks at least as high.
    for (Act act : requirements) {
      for (Requirement requirement : ((Effect.Require) act.effect()).requirements()) {
        if (!(requirement instanceof Requirement.AtPlace at)) {
          continue;
        }
        if (first) {
          common = at.places();
          first = false;
          leastRank = act.rank();
          continue;
        }
        var both = new HashSet<>(common);
        both.retainAll(at.places());
        if (both.isEmpty() && act.rank() < leastRank) {
          return new Places(common, leastRank);
        }
        common = both;
        leastRank = act.rank();
      }
    }
    return new Places(common, leastRank);
  }

  private void postponementLines() {
    Act chosen = null;
    for (Act act : postponements) {
      if (chosen == null) {
        chosen = act;
        continue;
      }
      Resolution resolution =
          Combination.of(
              EffectKind.ANSWER_ON,
              act.rule().standing(),
              EffectKind.ANSWER_ON,
              chosen.rule().standing());
      if (resolution == Resolution.EARLIER_DAY && earlier(act, chosen)) {
        chosen = act;
      }
    }
    if (chosen != null) {
      conditions = true;
      add(
          LineCode.ANSWER_LATER,
          chosen.parameters(),
          Origin.of(chosen.rule()),
          instructions(chosen.rule()));
      say(chosen.rule().rule().words(), chosen.parameters(), chosen.rule());
    }
  }

  private static boolean earlier(Act act, Act than) {
    LocalDate day = (LocalDate) act.parameters().get("answerBy");
    LocalDate other = (LocalDate) than.parameters().get("answerBy");
    return day != null && (other == null || day.isBefore(other));
  }

  /**
   * The first moment after this one, on a day on which the council is not closed, at which none of
   * these turns the contact away.
   */
  private @Nullable Instant nextOpen(ContactFacts contact, List<Act> turningAway) {
    Instant soon = nextOpen(contact, turningAway, Times.A_WEEK_AHEAD);
    // Further ahead, a slot that comes round less often may still open before what was found.
    return soon != null && soon.isBefore(contact.at().plus(Times.A_WEEK_AHEAD - 1, ChronoUnit.DAYS))
        ? soon
        : nextOpen(contact, turningAway, Times.DAYS_AHEAD);
  }

  private @Nullable Instant nextOpen(ContactFacts contact, List<Act> turningAway, int daysAhead) {
    var moments = new ArrayList<Instant>();
    var agreed = EnumSet.noneOf(DayOfWeek.class);
    for (Act act : turningAway) {
      Times.daysNamed(act.rule().rule().when(), agreed);
    }
    for (Act act : turningAway) {
      Times.changes(act.rule().rule().when(), contact, daysAhead, in.closedDays(), agreed, moments);
      if (act.effect() instanceof Effect.Limit limit) {
        Times.releases(limit.scope().period(), contact, moments);
      }
    }
    Times.addReopenings(moments, in.closedDays(), agreed);
    Collections.sort(moments);
    for (int i = 0; i < moments.size(); i++) {
      if (!moments.get(i).isAfter(contact.at())
          || Times.closed(moments.get(i), in.closedDays(), agreed)) {
        continue;
      }
      var then = new Matching(contact, moments.get(i));
      boolean open = true;
      for (Act act : turningAway) {
        if (turnsAway(act.rule(), act.effect(), then)) {
          open = false;
          break;
        }
      }
      if (open) {
        return moments.get(i);
      }
    }
    return null;
  }

  // What to do next

  private void nextSteps(Verdict verdict) {
    if (takeMessage) {
      line(LineCode.TAKE_MESSAGE);
    }
    if (verdict == Verdict.DECLINE_THIS_CONTACT) {
      if (canWrite()) {
        line(LineCode.OFFER_TO_WRITE);
      }
      if (in.safeguarded()) {
        line(LineCode.TELL_SAFEGUARDING_LEAD);
      }
    }
    if (customerMaySpeak) {
      line(LineCode.CUSTOMER_MAY_SPEAK);
    }
    if (courtLeavesNoRoute) {
      line(LineCode.ASK_LEGAL);
    }
    if (tellOwner) {
      line(LineCode.TELL_OWNER);
    }
    if (!active.isEmpty()) {
      line(LineCode.ASK_AGAIN_ON_NEW_TOPIC);
    }
  }

  private boolean canWrite() {
    for (Channel channel : Channel.values()) {
      if (channel.written() && !cannotUse(channel)) {
        return true;
      }
    }
    return false;
  }

  private ContactAnswer finish(Verdict verdict, boolean reviewOverdue) {
    line(LineCode.LOG_CONTACT);
    line(LineCode.IF_ABUSIVE_NOW);
    line(LineCode.IF_IN_CRISIS);
    var ordered = new ArrayList<Line>(lines.size());
    for (Part part : PARTS) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).part() == part) {
          ordered.add(lines.get(i));
        }
      }
    }
    return new ContactAnswer(
        verdict,
        ordered,
        facts.at(),
        in.policyVersion(),
        in.identity().sufficient() && in.appealPending(),
        reviewOverdue);
  }

  // Small things

  private boolean cannotUse(Channel channel) {
    for (int i = 0; i < in.adjustments().size(); i++) {
      if (in.adjustments().get(i).cannotUse().contains(channel)) {
        return true;
      }
    }
    return false;
  }

  private boolean mustHave(Channel channel) {
    for (int i = 0; i < in.adjustments().size(); i++) {
      if (in.adjustments().get(i).mustHave().contains(channel)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Object> effectParameter(Effect effect) {
    return Map.of("effect", RuleLanguage.kindOf(effect));
  }

  private static int bit(FactName fact) {
    return 1 << fact.ordinal();
  }

  private void line(LineCode code) {
    add(code, Map.of(), null, Words.none());
  }

  private void add(
      LineCode code, Map<String, Object> parameters, @Nullable Origin origin, Words words) {
    lines.add(new Line(code, parameters, origin, words));
  }

  private void say(Words words, Map<String, Object> parameters, @Nullable RuleInForce rule) {
    if (!words.toSay().silent()) {
      add(
          LineCode.SAY,
          parameters,
          rule == null ? null : Origin.of(rule),
          words.instructions().silent() ? words : new Words(words.toSay(), Texts.none()));
    }
  }

  private static Words instructions(RuleInForce rule) {
    return instructions(rule.rule().words());
  }

  private static Words instructions(Words words) {
    if (words.instructions().silent()) {
      return Words.none();
    }
    return words.toSay().silent() ? words : new Words(Texts.none(), words.instructions());
  }
}
