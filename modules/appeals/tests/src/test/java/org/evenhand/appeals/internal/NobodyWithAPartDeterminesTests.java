package org.evenhand.appeals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.Bar;
import org.evenhand.appeals.MayAct;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.Figures;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/** Acts in any order, by anybody, against the table that guards them (T6). */
class NobodyWithAPartDeterminesTests {

  private static final Optional<PolicyInForce> POLICY =
      Optional.of(
          new PolicyInForce(
              new PolicyVersionId(new UUID(0, 1)),
              "test-1",
              false,
              Figures.standard(),
              AuthorityMatrix.standard(),
              List.of()));

  /** Two in each seat, so that one can stand in for the other. */
  enum Person {
    HEAD(Role.HEAD_OF_CUSTOMER_SERVICES),
    DEPUTY(Role.HEAD_OF_CUSTOMER_SERVICES),
    MEMBER(Role.CMT_MEMBER),
    OTHER_MEMBER(Role.CMT_MEMBER),
    OFFICER(Role.OFFICER);

    private final Actor actor;

    Person(Role role) {
      actor = new Actor(new ActorId(name()), name(), Set.of(role), Set.of(), List.of());
    }
  }

  /**
   * @param about whom an investigator is named from
   * @param yes whether a late appeal is taken in, or a declaration says that there is no part
   */
  record Move(AllowedAct act, Person by, Person about, boolean yes) {}

  @Property(tries = 400)
  @Label("T6: no sequence of acts lets somebody with a disqualifying part determine")
  void nobodyWithAPartDetermines(
      @ForAll("parts") Map<Person, Bar> parts, @ForAll("moves") List<Move> moves) {
    var appeal = new Model(parts);
    for (Move move : moves) {
      appeal.attempt(move);
    }
    Person decider = appeal.determinedBy;
    if (decider != null) {
      assertThat(parts).doesNotContainKey(decider);
      assertThat(appeal.declaredPart).doesNotContain(decider);
      assertThat(appeal.investigated).doesNotContain(decider).isNotEmpty();
      assertThat(appeal.declaredFree).contains(decider);
      assertThat(appeal.presentedBy).isNotNull().isNotEqualTo(decider);
      assertThat(parts).doesNotContainKey(appeal.presentedBy);
    }
  }

  /** What acts change, and nothing of who may do them. */
  private static final class Model {
    private final Map<Person, Bar> parts;
    private final Set<Person> declaredPart = EnumSet.noneOf(Person.class);
    private final Set<Person> declaredFree = EnumSet.noneOf(Person.class);
    private final Set<Person> investigated = EnumSet.noneOf(Person.class);
    private AppealStatus status = AppealStatus.LATE;
    private @Nullable Person investigator;
    private @Nullable Person presentedBy;
    private @Nullable Person determinedBy;

    private Model(Map<Person, Bar> parts) {
      this.parts = parts;
    }

    private MayAct part(Person person) {
      var bars = EnumSet.noneOf(Bar.class);
      Bar recorded = parts.get(person);
      if (recorded != null) {
        bars.add(recorded);
      }
      if (declaredPart.contains(person)) {
        bars.add(Bar.DECLARED);
      }
      if (investigated.contains(person)) {
        bars.add(Bar.INVESTIGATED);
      }
      return new MayAct(
          person.actor.id(),
          null,
          bars,
          declaredFree.contains(person) && !declaredPart.contains(person));
    }

    private void attempt(Move move) {
      Person named = investigator;
      Person decider = determinedBy;
      var question =
          new AllowedAct.Question(
              status,
              true,
              false,
              false,
              parts.containsKey(Person.HEAD),
              named == null ? null : named.actor.id(),
              decider == null ? null : decider.actor.id(),
              part(move.by()));
      if (!move.act().refusals(question, move.by().actor, POLICY).isEmpty()) {
        return;
      }
      switch (move.act()) {
        case ACCEPT_LATE -> status = move.yes() ? AppealStatus.LODGED : AppealStatus.OUT_OF_TIME;
        case ASSIGN_INVESTIGATOR -> {
          if (part(move.about()).mayInvestigate()) {
            investigator = move.about();
            investigated.add(move.about());
          }
        }
        case DECLARE_CONFLICT -> (move.yes() ? declaredFree : declaredPart).add(move.by());
        case RECORD_INVESTIGATION -> investigated.add(move.by());
        case PRESENT_FINDINGS -> {
          investigated.add(move.by());
          presentedBy = move.by();
          status = AppealStatus.PRESENTED;
        }
        case DETERMINE -> {
          determinedBy = move.by();
          status = AppealStatus.DETERMINED;
        }
        case WITHDRAW -> status = AppealStatus.WITHDRAWN;
        case ISSUE_OUTCOME, RECORD_GROUNDS, ACKNOWLEDGE, DECIDE_SUSPENSION -> {}
      }
    }
  }

  @Provide
  Arbitrary<Map<Person, Bar>> parts() {
    return Arbitraries.maps(
            Arbitraries.of(Person.class),
            Arbitraries.of(Bar.CONSIDERED, Bar.ADVISED, Bar.DECIDED, Bar.DECIDERS_LINE_MANAGER))
        .ofMaxSize(3)
        .map(parts -> parts.isEmpty() ? Map.of() : new EnumMap<>(parts));
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(
            Arbitraries.of(EnumSet.complementOf(EnumSet.of(AllowedAct.WITHDRAW))),
            Arbitraries.of(Person.class),
            Arbitraries.of(Person.class),
            Arbitraries.of(true, true, true, false))
        .as(Move::new)
        .list()
        .ofMaxSize(60);
  }
}
