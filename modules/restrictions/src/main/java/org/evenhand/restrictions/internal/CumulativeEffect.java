package org.evenhand.restrictions.internal;

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
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Fact;
import org.evenhand.rules.Line;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.OpenRoute;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.rules.Route;
import org.evenhand.rules.RuleInForce;
import org.evenhand.spi.Channel;

/**
 * Everything in force together, tried out for everyday needs before anybody signs: can this person
 * still pay, report a repair, claim, vote, attend a meeting, appeal? (P9.3)
 */
final class CumulativeEffect {
  private final List<RuleInForce> rules;
  private final Surroundings around;

  CumulativeEffect(List<RuleInForce> rules, Surroundings around) {
    this.rules = rules;
    this.around = around;
  }

  List<CumulativeEffectView> effects(LocalDate from) {
    LocalDate day = from;
    while (!around.closedDays().workingDay(day)) {
      day = day.plusDays(1);
    }
    var all = new ArrayList<CumulativeEffectView>();
    for (EverydayNeed need : EverydayNeed.values()) {
      all.add(effect(need, day));
    }
    return all;
  }

  private CumulativeEffectView effect(EverydayNeed need, LocalDate from) {
    if (need == EverydayNeed.ORDINARY_BUSINESS) {
      var open = EnumSet.noneOf(Channel.class);
      for (Channel channel : OpenRouteInput.USUALLY_OFFERED) {
        if (opensWithinDays(channel, from)) {
          open.add(channel);
        }
      }
      if (open.isEmpty()) {
        open.addAll(elsewhere(from));
      }
      return new CumulativeEffectView(need, !open.isEmpty(), open, null);
    }
    String topic = topic(need);
    var open = EnumSet.noneOf(Channel.class);
    String route = null;
    for (Channel channel : OpenRouteInput.USUALLY_OFFERED) {
      if (around.adjustments().stream().anyMatch(a -> a.cannotUse().contains(channel))) {
        continue;
      }
      ContactAnswer answer = ask(topic, channel, from);
      switch (answer.verdict()) {
        case ALLOWED, ALLOWED_WITH_CONDITIONS -> open.add(channel);
        case REDIRECT ->
            route =
                answer.lines(LineCode.REDIRECTED).stream()
                    .map(
                        line ->
                            String.valueOf(
                                line.parameters()
                                    .getOrDefault(
                                        "channel", line.parameters().getOrDefault("name", ""))))
                    .findFirst()
                    .orElse(route);
        case DECLINE_THIS_CONTACT -> {}
      }
    }
    return new CumulativeEffectView(
        need, !open.isEmpty() || route != null, open, open.isEmpty() ? route : null);
  }

  /** A way that is not offered to everybody but that a rule leads to, such as the portal alone. */
  private Set<Channel> elsewhere(LocalDate from) {
    OpenRoute route =
        OpenRoute.check(
            OpenRouteInput.of(rules, around.adjustments(), from, around.closedDays())
                .within(around.policy().figures().get(FigureKey.OPEN_ROUTE))
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
                    .within(around.policy().figures().get(FigureKey.OPEN_ROUTE))
                    .offered(Set.of(channel))
                    .until(from)
                    .directory(around.directory()))
            instanceof OpenRoute.Open(List<Route> routes)
        && routes.stream().anyMatch(route -> route.channel() == channel);
  }

  private ContactAnswer ask(String topic, Channel channel, LocalDate day) {
    var policy = around.directory().policyAt(around.now());
    return ContactEvaluator.evaluate(
        CheckInput.of(
                ContactFacts.ordinary(
                        day.atTime(LocalTime.NOON).atZone(WorkingDays.LONDON).toInstant(), channel)
                    .topic(topic)
                    .building(Fact.unknown())
                    .build(),
                Proposal.certain())
            .rules(rules)
            .carveOuts(around.directory().carveOuts(policy, channel))
            .adjustments(around.adjustments())
            .directory(around.directory())
            .build());
  }

  private static String topic(EverydayNeed need) {
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

  private static String where(Line line) {
    Object channel = line.parameters().get("channel");
    return String.valueOf(channel == null ? line.parameters().getOrDefault("name", "") : channel);
  }
}
