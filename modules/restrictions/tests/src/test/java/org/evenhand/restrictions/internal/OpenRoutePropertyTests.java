package org.evenhand.restrictions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.CumulativeEffectView;
import org.evenhand.rules.Bound;
import org.evenhand.rules.OpenRoute;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.rules.RuleInForce;
import org.evenhand.spi.Channel;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.WeeklySlots;

/** P9.3, F8: whatever the imposing rules let through, in whatever order, leaves a way in. */
class OpenRoutePropertyTests {

  private static final WorkingDays WORKING_DAYS = new WorkingDays();

  /** A kind of action with its settings, and the scope it is for. */
  record Wish(String type, Settings settings, boolean wholeCouncil) {}

  @Property(tries = 60)
  @Label("nothing imposable leaves the customer without an open route")
  void nothingImposableLeavesNoOpenRoute(
      @ForAll("wishes") List<Wish> wishes, @ForAll("unusable") Set<Channel> unusable) {
    var fixture = new ProposalFixture().asHeadOfCustomerServices();
    if (!unusable.isEmpty()) {
      fixture.cannotUse(unusable.toArray(Channel[]::new));
    }
    for (Wish wish : wishes) {
      fixture.type(wish.type(), wish.settings());
      fixture.scope =
          wish.wholeCouncil()
              ? new ActionScope(Set.of(), true)
              : new ActionScope(Set.of(ProposalFixture.HOUSING), false);
      Proposal proposal = fixture.judged();
      if (proposal.refusals().isEmpty()) {
        assertThat(proposal.effects()).allMatch(CumulativeEffectView::possible);
        fixture.impose();
      }
    }

    assertThat(
            OpenRoute.check(
                OpenRouteInput.of(
                        inForce(fixture.live),
                        fixture.adjustments,
                        ProposalFixture.MONDAY,
                        new CouncilCalendar(WORKING_DAYS).from(ProposalFixture.MONDAY))
                    .until(ProposalFixture.MONDAY.plusMonths(3))
                    .directory(ProposalFixture.directory())))
        .isInstanceOf(OpenRoute.Open.class);
  }

  private static List<RuleInForce> inForce(List<ImposedAction> actions) {
    var rules = new ArrayList<RuleInForce>();
    for (ImposedAction action : actions) {
      StoredForm.rules(action.decided().rules())
          .rules()
          .forEach(
              rule ->
                  rules.add(
                      new RuleInForce(
                          action.id(),
                          rule,
                          action.decided().nature(),
                          ProposalFixture.NOW.minusSeconds(86_400),
                          null,
                          true,
                          false,
                          Bound.CUSTOMER,
                          null)));
    }
    return rules;
  }

  @Provide
  Arbitrary<Set<Channel>> unusable() {
    return Arbitraries.of(
            Channel.PHONE, Channel.EMAIL, Channel.LETTER, Channel.WEB_FORM, Channel.FACE_TO_FACE)
        .set()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    return Combinators.combine(kinds(), Arbitraries.of(true, false))
        .as((wish, whole) -> new Wish(wish.type(), wish.settings(), whole))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Arbitrary<Wish> kinds() {
    return Arbitraries.oneOf(
        List.of(
            slots(),
            Arbitraries.of(
                    Channel.PHONE,
                    Channel.EMAIL,
                    Channel.LETTER,
                    Channel.WEB_FORM,
                    Channel.PORTAL,
                    Channel.TEXT_MESSAGE,
                    Channel.FACE_TO_FACE)
                .map(c -> new Wish("one-medium", ProposalFixture.medium(c), false)),
            Arbitraries.just(
                new Wish("single-point-of-contact", ProposalFixture.spoc("only"), false)),
            Arbitraries.of(ProposalFixture.HALL, ProposalFixture.OFFICE)
                .set()
                .ofMinSize(1)
                .map(
                    b ->
                        new Wish(
                            "building-exclusion",
                            ProposalFixture.excluded(b.toArray(UUID[]::new)),
                            false)),
            Arbitraries.integers()
                .between(1, 5)
                .map(
                    n ->
                        new Wish(
                            "witness-present",
                            Settings.of(
                                "officers", new SettingValue.NumberValue(BigDecimal.valueOf(n))),
                            false))));
  }

  private static Arbitrary<Wish> slots() {
    return Combinators.combine(
            Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(3),
            Arbitraries.integers().between(0, 20),
            Arbitraries.of(Channel.PHONE, Channel.WEB_CHAT, Channel.VIDEO, Channel.FACE_TO_FACE)
                .set()
                .ofMinSize(1))
        .as(
            (days, hour, channels) ->
                new Wish(
                    "time-slot",
                    Settings.of(
                            "slots",
                            new SettingValue.WeeklySlotsValue(
                                WeeklySlots.on(
                                    days, LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0))))
                        .with("channels", new SettingValue.ChannelSetValue(channels)),
                    false));
  }
}
