package org.evenhand.designation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.designation.internal.ConsiderationFixture.HOUSING;
import static org.evenhand.designation.internal.ConsiderationFixture.LEISURE;
import static org.evenhand.designation.internal.ConsiderationFixture.MONDAY_MORNING;
import static org.evenhand.designation.internal.ConsiderationFixture.advise;
import static org.evenhand.designation.internal.ConsiderationFixture.check;
import static org.evenhand.designation.internal.ConsiderationFixture.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.Category;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CloseCause;
import org.evenhand.designation.Considering;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.IncidentId;

/** Every status and every seat: what the table offers is what the guard lets through. */
class AllowedActTableTests {

  /** How far a case may have come. */
  enum Stage {
    OPEN,
    ADVISED,
    READY,
    DETERMINED,
    TOLD,
    CLOSED
  }

  @Provide
  Arbitrary<Actor> seats() {
    Arbitrary<Set<Role>> roles = Arbitraries.of(Role.class).set().ofMinSize(1).ofMaxSize(3);
    Arbitrary<Set<ServiceAreaCode>> areas = Arbitraries.of(HOUSING, LEISURE).set();
    return net.jqwik.api.Combinators.combine(roles, areas)
        .as((held, of) -> new Actor(new ActorId("somebody"), "Somebody", held, of, List.of()));
  }

  @Property
  @Label("F15, T6: for every status and seat, table and guard agree, act by act")
  void tableAndGuardAgree(
      @ForAll Stage stage, @ForAll AllowedAct act, @ForAll("seats") Actor actor) {
    Consideration consideration = at(stage);
    AvailableAction shown =
        consideration.availableActions(actor, policy(), ignored -> null).stream()
            .filter(a -> a.action().equals(act.name()))
            .findFirst()
            .orElseThrow();

    Set<String> guarded = codes(done(act, at(stage), actor).refusals());

    if (shown.allowed()) {
      assertThat(guarded).doesNotContainAnyElementsOf(OF_THE_TABLE);
    } else {
      assertThat(guarded).containsAll(codes(shown.refusals()));
    }
    assertThat(shown.allowed()).isEqualTo(shown.refusals().isEmpty());
  }

  /** What the table refuses for; anything else depends on what is handed in. */
  private static final List<String> OF_THE_TABLE =
      List.of(
          "NOT_YOURS_TO_DO",
          "CONSIDERATION_WRONG_STATUS",
          "ALREADY_ADVISED",
          "NOT_ADVISED",
          "ALREADY_ACKNOWLEDGED",
          "ADVICE_NOT_ACKNOWLEDGED",
          "DECIDED_CORPORATELY",
          "DECIDED_BY_LEAD_SERVICE");

  @Property
  @Label("T20: nobody but heads may do anything to a case, and the determination is the decider's")
  void onlyHeads(@ForAll Stage stage, @ForAll("seats") Actor actor) {
    List<String> allowed =
        at(stage).availableActions(actor, policy(), ignored -> null).stream()
            .filter(AvailableAction::allowed)
            .map(AvailableAction::action)
            .toList();

    if (!actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES) && !actor.heads(HOUSING)) {
      assertThat(allowed).isEmpty();
    }
    if (allowed.contains("DETERMINE")) {
      assertThat(actor.heads(HOUSING)).isTrue();
    }
  }

  private static Consideration at(Stage stage) {
    Consideration consideration =
        switch (stage) {
          case OPEN -> ConsiderationFixture.justOpened();
          case ADVISED ->
              ConsiderationFixture.done(
                  ConsiderationFixture.justOpened()
                      .advise(
                          advise(AdviceKind.CONSIDERED),
                          ConsiderationFixture.headOfHousing(),
                          MONDAY_MORNING));
          case READY -> ConsiderationFixture.ready();
          case DETERMINED, TOLD, CLOSED -> ConsiderationFixture.determined(Category.UNREASONABLE);
        };
    if (stage == Stage.TOLD || stage == Stage.CLOSED) {
      ConsiderationFixture.done(
          consideration.advise(
              advise(AdviceKind.DETERMINED), ConsiderationFixture.headOfHousing(), MONDAY_MORNING));
      for (AdviceKind kind : AdviceKind.values()) {
        ConsiderationFixture.done(
            consideration.acknowledge(
                ConsiderationFixture.acknowledge(kind),
                ConsiderationFixture.hofcs(),
                MONDAY_MORNING));
      }
    }
    if (stage == Stage.CLOSED) {
      ConsiderationFixture.done(
          consideration.close(closing(), ConsiderationFixture.hofcs(), MONDAY_MORNING));
    }
    return new Consideration(consideration.view());
  }

  private static Considering.Close closing() {
    return new Considering.Close(
        ConsiderationFixture.justOpened().view().id(),
        CloseCause.CONCLUDED,
        "Nothing more follows",
        null);
  }

  /** Does the act with an input that is in order. */
  private static Outcome<?> done(AllowedAct act, Consideration on, Actor actor) {
    var id = on.view().id();
    var facts = ConsiderationFixture.Surrounding.usual();
    return switch (act) {
      case RECORD_CHECK ->
          on.recordCheck(
              ConsiderationFixture.satisfied(CheckKind.RECORDED),
              facts.facts(),
              actor,
              MONDAY_MORNING);
      case RECORD_NEW_INFORMATION ->
          on.recordCheck(
              new Considering.RecordCheck(
                  id,
                  CheckKind.NEW_INFORMATION,
                  org.evenhand.designation.CheckStage.REVIEW,
                  CheckAnswer.SATISFIED,
                  "Letters read",
                  null,
                  null,
                  List.of(),
                  null),
              facts.facts(),
              actor,
              MONDAY_MORNING);
      case RECORD_REPRESENTATION ->
          on.recordRepresentation(ConsiderationFixture.received(), actor, MONDAY_MORNING);
      case ASSESS ->
          on.assess(ConsiderationFixture.assessment(), facts.facts(), actor, MONDAY_MORNING);
      case CHANGE_SCOPE ->
          on.changeScope(
              new Considering.ChangeScope(id, Set.of(), Set.of(), false, null, null),
              facts.facts(),
              actor,
              MONDAY_MORNING);
      case NAME_INCIDENTS ->
          on.nameIncidents(
              new Considering.NameIncidents(id, Set.of(new IncidentId(Ids.next())), null),
              Set.of(),
              actor,
              MONDAY_MORNING);
      case RECORD_PROTECTION ->
          on.recordProtection(
              new Considering.RecordProtection(id, "Sam Guard", true, "Heard", null, null, null),
              facts.childOrCapacityInDoubt().facts(),
              actor,
              MONDAY_MORNING);
      case RECORD_INVOLVEMENT ->
          on.involve(
              new Considering.Involve(
                  id, new ActorId("adviser"), InvolvementKind.MEDIATED, "Two talks", null),
              actor,
              MONDAY_MORNING);
      case ADVISE_CONSIDERED -> on.advise(advise(AdviceKind.CONSIDERED), actor, MONDAY_MORNING);
      case ADVISE_DETERMINED -> on.advise(advise(AdviceKind.DETERMINED), actor, MONDAY_MORNING);
      case ACKNOWLEDGE_CONSIDERED ->
          on.acknowledge(
              ConsiderationFixture.acknowledge(AdviceKind.CONSIDERED), actor, MONDAY_MORNING);
      case ACKNOWLEDGE_DETERMINED ->
          on.acknowledge(
              ConsiderationFixture.acknowledge(AdviceKind.DETERMINED), actor, MONDAY_MORNING);
      case ISSUE_WARNING, START_MONITORING, RECORD_STRATEGY_MEETING ->
          on.partake(act, null, List.of(), actor, MONDAY_MORNING);
      case DETERMINE ->
          on.determine(
              ConsiderationFixture.unreasonable(), facts.facts(), policy(), actor, MONDAY_MORNING);
      case CLOSE -> on.close(closing(), actor, MONDAY_MORNING);
    };
  }

  private static Set<String> codes(List<? extends Refusal> refusals) {
    return refusals.stream().map(Refusal::code).collect(Collectors.toSet());
  }

  @Property
  @Label(
      "P8.0: a check answered with something not satisfied is still an answer from the same seat")
  void anAnswerIsAnAnswer(@ForAll("seats") Actor actor) {
    var satisfied =
        at(Stage.OPEN)
            .recordCheck(
                ConsiderationFixture.satisfied(CheckKind.RECORDED),
                ConsiderationFixture.Surrounding.usual().facts(),
                actor,
                MONDAY_MORNING);
    var not =
        at(Stage.OPEN)
            .recordCheck(
                check(CheckKind.RECORDED, CheckAnswer.NOT_SATISFIED, "Lost for a month", null),
                ConsiderationFixture.Surrounding.usual().facts(),
                actor,
                MONDAY_MORNING);

    assertThat(codes(not.refusals())).isEqualTo(codes(satisfied.refusals()));
  }
}
