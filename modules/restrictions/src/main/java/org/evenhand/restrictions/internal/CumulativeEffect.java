package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.restrictions.CumulativeEffectView;
import org.evenhand.restrictions.EverydayNeed;
import org.evenhand.rules.AgreedAdjustment;
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ClosedDays;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Fact;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.OpenRoute;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.rules.Route;
import org.evenhand.rules.RuleInForce;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Everything in force together, tried out for everyday needs before anybody signs: can this person
 * still pay, report a repair, claim, vote, attend a meeting, appeal? (P9.3) Tried by every channel
 * that they can use, through the office hours of the working days within which a route has to be
 * open, and at the door of every building.
 */
final class CumulativeEffect {

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  /** No set time is shorter, so that none is passed over. */
  private static final int MINUTES = 15;

  private final List<RuleInForce> rules;
  private final Around around;

  /**
   * What a contact is tried out in.
   *
   * @param workingDays within which a route has to be open
   */
  record Around(
      List<AgreedAdjustment> adjustments,
      DeskDirectory directory,
      ClosedDays closedDays,
      int workingDays,
      Instant now) {
    static Around of(Surroundings around) {
      return new Around(
          around.adjustments(),
          around.directory(),
          around.closedDays(),
          around.policy().figures().get(FigureKey.OPEN_ROUTE),
          around.now());
    }
  }

  /** How somebody would be met at the door of a building where they are not simply let in. */
  record AtTheDoor(DeskDirectory.Building building, Verdict verdict) {}

  CumulativeEffect(List<RuleInForce> rules, Around around) {
    this.rules = rules;
    this.around = around;
  }

  /** For each everyday need, on the working days from this day on. */
  List<CumulativeEffectView> effects(LocalDate from) {
    List<LocalDate> days = workingDays(from);
    var all = new ArrayList<CumulativeEffectView>();
    for (EverydayNeed need : EverydayNeed.values()) {
      all.add(effect(need, days));
    }
    return all;
  }

  /** The buildings where somebody with ordinary business is not simply let in, by name. */
  List<AtTheDoor> buildings(LocalDate from) {
    LocalDate day = workingDays(from).getFirst();
    var all = new ArrayList<AtTheDoor>();
    for (DeskDirectory.Building building : around.directory().buildings()) {
      if (!building.closedForGood(day)) {
        Verdict verdict =
            ask(
                    CumulativeEffect.topic(EverydayNeed.ORDINARY_BUSINESS),
                    Channel.FACE_TO_FACE,
                    day,
                    LocalTime.NOON,
                    Fact.of(building.ref()))
                .verdict();
        if (verdict != Verdict.ALLOWED) {
          all.add(new AtTheDoor(building, verdict));
        }
      }
    }
    all.sort(java.util.Comparator.comparing(at -> at.building().name()));
    return all;
  }

  private List<LocalDate> workingDays(LocalDate from) {
    var days = new ArrayList<LocalDate>();
    for (LocalDate day = from; days.size() < around.workingDays(); day = day.plusDays(1)) {
      if (around.closedDays().workingDay(day)) {
        days.add(day);
      }
    }
    return days;
  }

  private CumulativeEffectView effect(EverydayNeed need, List<LocalDate> days) {
    if (need == EverydayNeed.ORDINARY_BUSINESS) {
      return ordinaryBusiness(days.getFirst());
    }
    var open = EnumSet.noneOf(Channel.class);
    String route = null;
    for (Channel channel : OpenRouteInput.USUALLY_OFFERED) {
      if (around.adjustments().stream().anyMatch(a -> a.cannotUse().contains(channel))) {
        continue;
      }
      ContactAnswer first = ask(topic(need), channel, days.getFirst(), LocalTime.NOON);
      if (goesOn(first) || opensWithin(topic(need), channel, days)) {
        open.add(channel);
      } else if (first.verdict() == Verdict.REDIRECT) {
        route = leadsTo(first, route);
      }
    }
    return new CumulativeEffectView(
        need, !open.isEmpty() || route != null, open, open.isEmpty() ? route : null);
  }

  private CumulativeEffectView ordinaryBusiness(LocalDate from) {
    var open = EnumSet.noneOf(Channel.class);
    for (Channel channel : OpenRouteInput.USUALLY_OFFERED) {
      if (opensWithinDays(channel, from)) {
        open.add(channel);
      }
    }
    if (open.isEmpty()) {
      open.addAll(elsewhere(from));
    }
    return new CumulativeEffectView(EverydayNeed.ORDINARY_BUSINESS, !open.isEmpty(), open, null);
  }

  private boolean opensWithin(String topic, Channel channel, List<LocalDate> days) {
    for (LocalDate day : days) {
      for (LocalTime time = OPENS; time.isBefore(CLOSES); time = time.plusMinutes(MINUTES)) {
        if (goesOn(ask(topic, channel, day, time))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean goesOn(ContactAnswer answer) {
    return answer.verdict() == Verdict.ALLOWED
        || answer.verdict() == Verdict.ALLOWED_WITH_CONDITIONS;
  }

  private static @Nullable String leadsTo(ContactAnswer answer, @Nullable String otherwise) {
    return answer.lines(LineCode.REDIRECTED).stream()
        .map(
            line ->
                String.valueOf(
                    line.parameters()
                        .getOrDefault("channel", line.parameters().getOrDefault("name", ""))))
        .findFirst()
        .orElse(otherwise);
  }

  /** A way that is not offered to everybody but that a rule leads to, such as the portal alone. */
  private Set<Channel> elsewhere(LocalDate from) {
    OpenRoute route =
        OpenRoute.check(
            OpenRouteInput.of(rules, around.adjustments(), from, around.closedDays())
                .within(around.workingDays())
                .until(from)
                .directory(around.directory()));
    return route instanceof OpenRoute.Open(List<Route> routes)
        ? routes.stream().map(Route::channel).collect(Collectors.toSet())
        : Set.of();
  }

  /** By this channel itself: one that only leads elsewhere is no way of its own. */
  private boolean opensWithinDays(Channel channel, LocalDate from) {
    return OpenRoute.check(
                OpenRouteInput.of(rules, around.adjustments(), from, around.closedDays())
                    .within(around.workingDays())
                    .offered(Set.of(channel))
                    .until(from)
                    .directory(around.directory()))
            instanceof OpenRoute.Open(List<Route> routes)
        && routes.stream().anyMatch(route -> route.channel() == channel);
  }

  private ContactAnswer ask(String topic, Channel channel, LocalDate day, LocalTime time) {
    return ask(topic, channel, day, time, Fact.unknown());
  }

  private ContactAnswer ask(
      String topic, Channel channel, LocalDate day, LocalTime time, Fact<Ref> building) {
    var policy = around.directory().policyAt(around.now());
    return ContactEvaluator.evaluate(
        CheckInput.of(
                ContactFacts.ordinary(
                        day.atTime(time).atZone(WorkingDays.LONDON).toInstant(), channel)
                    .topic(topic)
                    .building(building)
                    .build(),
                Proposal.certain())
            .rules(rules)
            .carveOuts(around.directory().carveOuts(policy, channel))
            .adjustments(around.adjustments())
            .directory(around.directory())
            .closedDays(around.closedDays())
            .build());
  }

  static String topic(EverydayNeed need) {
    return switch (need) {
      case ORDINARY_BUSINESS -> "other";
      case PAY -> "payments";
      case REPORT_A_REPAIR -> "repairs";
      case CLAIM_A_BENEFIT -> "benefits";
      case SEEK_HOMELESSNESS_HELP -> "homelessness";
      case VOTE -> "elections";
      case ATTEND_A_PUBLIC_MEETING -> "public-meetings";
      case COMMENT_ON_PLANNING -> "planning-and-licensing";
      case ASK_FOR_INFORMATION -> "information-requests";
      case COMPLAIN -> "complaint-about-decision";
      case APPEAL -> "appeal";
      case EMERGENCY -> "danger-to-life";
    };
  }
}
