package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.Check;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Protection;
import org.evenhand.designation.Readiness;
import org.evenhand.designation.Readiness.Item;
import org.evenhand.designation.Readiness.Need;
import org.evenhand.designation.Readiness.State;
import org.evenhand.designation.Representation;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.jspecify.annotations.Nullable;

/**
 * Every step that comes before a determination, each a named rule that says how it stands. What
 * {@code readiness} shows and what refuses the determination is this one table (F1).
 */
final class Preconditions {

  private Preconditions() {}

  static Readiness of(ConsiderationView view, Facts facts) {
    var items = new ArrayList<Item>();
    items.add(hofcsAdvised(view));
    for (CheckKind kind : CheckKind.values()) {
      items.add(
          kind == CheckKind.NEW_INFORMATION ? newInformation(view, facts) : check(view, kind));
    }
    items.add(incidentLinked(view, facts));
    items.add(ownConductOfEachBoundMember(view, facts));
    items.add(identitySure(view, facts));
    items.add(customerHeard(view));
    items.add(circumstancesWeighed(view));
    items.add(adjustmentsDecided(facts));
    items.add(othersAffectedAnswered(view));
    items.add(warningGivenOrDispensed(view, facts));
    items.add(safeguardingDecision(view, facts));
    items.add(parentNotified(view, facts));
    items.add(severalIncidentsOverTime(view, facts));
    items.add(mattersFinished(view, facts));
    return new Readiness(items);
  }

  /** P4.2, T4: the Head of Customer Services was told that behaviour is being considered. */
  private static Item hofcsAdvised(ConsiderationView view) {
    return item("ADVICE_CONSIDERED", Need.ANY, view.adviceOn(AdviceKind.CONSIDERED).isPresent());
  }

  /** P8.0: each of the five is answered, and none stands in the way. */
  private static Item check(ConsiderationView view, CheckKind kind) {
    return answered(kind, view.latestChecks().get(kind));
  }

  /** T3: asked for the decision itself, and after the last warning, whatever was said before. */
  private static Item newInformation(ConsiderationView view, Facts facts) {
    Instant since = facts.lastWarnedAt();
    return answered(
        CheckKind.NEW_INFORMATION,
        view.newInformation(CheckStage.DECISION)
            .filter(answer -> since == null || !answer.at().isBefore(since))
            .orElse(null));
  }

  /** T3: asked for this warning, after the one before. */
  static boolean askedForWarning(ConsiderationView view, Facts facts) {
    Instant before = facts.lastWarnedAt();
    return view.newInformation(CheckStage.WARNING)
        .filter(answer -> answer.answer() != CheckAnswer.NOT_SATISFIED)
        .filter(answer -> before == null || answer.at().isAfter(before))
        .isPresent();
  }

  private static Item answered(CheckKind kind, @Nullable Check latest) {
    String code = "CHECK_" + kind;
    if (latest == null) {
      return new Item(code, Need.ADVERSE, State.MISSING, Map.of());
    }
    return new Item(
        code,
        Need.ADVERSE,
        latest.answer() == CheckAnswer.NOT_SATISFIED ? State.NOT_SATISFIED : State.DONE,
        Map.of());
  }

  /** T2: there is conduct to speak of, by whoever is considered; one incident may do. */
  private static Item incidentLinked(ConsiderationView view, Facts facts) {
    Set<CustomerId> considered =
        Stream.concat(
                Stream.of(view.customerId()),
                view.boundMembers().stream().map(BoundMember::memberId))
            .collect(Collectors.toSet());
    return item(
        "INCIDENT_LINKED",
        Need.ADVERSE,
        facts.of(allIncidents(view)).stream().anyMatch(i -> considered.contains(i.customerId())));
  }

  /** T15: in a group, somebody is bound, and each by conduct of their own. */
  private static Item ownConductOfEachBoundMember(ConsiderationView view, Facts facts) {
    if (!facts.group()) {
      return new Item("MEMBER_CONDUCT", Need.ADVERSE, State.NOT_NEEDED, Map.of());
    }
    boolean each =
        !view.boundMembers().isEmpty()
            && view.boundMembers().stream()
                .allMatch(
                    member ->
                        !member.incidentIds().isEmpty()
                            && facts.of(member.incidentIds()).stream()
                                .allMatch(i -> i.customerId().equals(member.memberId())));
    return item("MEMBER_CONDUCT", Need.ADVERSE, each);
  }

  /** F5: conduct that may have been somebody else's designates nobody, in a group no member. */
  private static Item identitySure(ConsiderationView view, Facts facts) {
    boolean sure =
        view.boundMembers().isEmpty()
            ? identified(facts, view.incidentIds())
            : view.boundMembers().stream()
                .allMatch(member -> identified(facts, member.incidentIds()));
    return item("IDENTITY_SURE", Need.ADVERSE, sure);
  }

  private static boolean identified(Facts facts, Collection<IncidentId> incidents) {
    List<Facts.Incident> known = facts.of(incidents);
    return known.isEmpty() || known.stream().anyMatch(Facts.Incident::identified);
  }

  /** F5: heard, declined, silent after the day to answer by, or dispensed with for safety. */
  private static Item customerHeard(ConsiderationView view) {
    return item(
        "REPRESENTATIONS",
        Need.ADVERSE,
        view.representations().stream()
            .map(Representation::kind)
            .anyMatch(kind -> kind != RepresentationKind.INVITED));
  }

  /**
   * P8.1, F3: circumstances weighed, and asked whether the conduct could arise from a disability.
   */
  private static Item circumstancesWeighed(ConsiderationView view) {
    return item("CIRCUMSTANCES", Need.ADVERSE, view.assessment() != null);
  }

  /** F3: no request for an adjustment awaits its decision. */
  private static Item adjustmentsDecided(Facts facts) {
    return facts.undecidedAdjustments() == 0
        ? new Item("ADJUSTMENTS_DECIDED", Need.RESTRICTIVE, State.DONE, Map.of())
        : new Item(
            "ADJUSTMENTS_DECIDED",
            Need.RESTRICTIVE,
            State.MISSING,
            Map.of("count", Integer.toString(facts.undecidedAdjustments())));
  }

  /** F14: what action would mean for others is answered, also where the answer is nobody. */
  private static Item othersAffectedAnswered(ConsiderationView view) {
    Assessment assessment = view.assessment();
    return item(
        "OTHERS_AFFECTED",
        Need.RESTRICTIVE,
        assessment != null && assessment.othersAffected() != null);
  }

  /** F20: a warning was given, or is dispensed with for a reason. */
  private static Item warningGivenOrDispensed(ConsiderationView view, Facts facts) {
    return item("WARNING", Need.RESTRICTIVE, warned(view, facts.warned()));
  }

  static boolean warned(ConsiderationView view, boolean warningOnRecord) {
    Assessment assessment = view.assessment();
    return warningOnRecord || (assessment != null && assessment.warningDispensedBecause() != null);
  }

  /**
   * T19: for a child or doubtful capacity the safeguarding lead decided, by name, that it may go
   * on.
   */
  private static Item safeguardingDecision(ConsiderationView view, Facts facts) {
    Protection protection = view.protection();
    if (!facts.needsProtection()) {
      return new Item("SAFEGUARDING_DECISION", Need.RESTRICTIVE, State.NOT_NEEDED, Map.of());
    }
    if (protection == null) {
      return new Item("SAFEGUARDING_DECISION", Need.RESTRICTIVE, State.MISSING, Map.of());
    }
    return new Item(
        "SAFEGUARDING_DECISION",
        Need.RESTRICTIVE,
        protection.mayProceed() ? State.DONE : State.NOT_SATISFIED,
        Map.of());
  }

  /** T19: a parent or litigation friend was told. */
  private static Item parentNotified(ConsiderationView view, Facts facts) {
    Protection protection = view.protection();
    return facts.needsProtection()
        ? item(
            "PARENT_NOTICE", Need.RESTRICTIVE, protection != null && protection.noticeOn() != null)
        : new Item("PARENT_NOTICE", Need.RESTRICTIVE, State.NOT_NEEDED, Map.of());
  }

  /**
   * P6.1, T2: an accumulation is more than one incident on more than one day. In a group that holds
   * for each bound member (T15). How many are enough is for the person who decides.
   */
  private static Item severalIncidentsOverTime(ConsiderationView view, Facts facts) {
    boolean overTime =
        view.boundMembers().isEmpty()
            ? severalDays(facts.of(view.incidentIds()))
            : view.boundMembers().stream()
                .map(BoundMember::incidentIds)
                .allMatch(own -> severalDays(facts.of(own)));
    return item("INCIDENTS_OVER_TIME", Need.PERSISTENCE, overTime);
  }

  private static boolean severalDays(List<Facts.Incident> incidents) {
    Set<LocalDate> days =
        incidents.stream()
            .filter(Facts.Incident::identified)
            .map(Facts.Incident::occurredOn)
            .collect(Collectors.toSet());
    return days.size() > 1;
  }

  /**
   * F16: no unfinished matter of the customer, unless the assessor says why it is another thing; of
   * one that the conduct is linked to nobody can say that.
   */
  private static Item mattersFinished(ConsiderationView view, Facts facts) {
    List<String> unfinished = unfinishedMatters(view, facts);
    return unfinished.isEmpty()
        ? new Item("MATTERS_FINISHED", Need.PERSISTENCE, State.DONE, Map.of())
        : new Item(
            "MATTERS_FINISHED",
            Need.PERSISTENCE,
            State.MISSING,
            Map.of("matters", String.join(", ", unfinished)));
  }

  private static List<String> unfinishedMatters(ConsiderationView view, Facts facts) {
    Assessment assessment = view.assessment();
    Set<MatterId> setAside =
        assessment == null
            ? Set.of()
            : assessment.unrelatedMatters().stream()
                .map(Assessment.UnrelatedMatter::matterId)
                .collect(Collectors.toSet());
    return facts.matters().stream()
        .filter(Facts.Matter::unfinished)
        .filter(matter -> matter.linked() || !setAside.contains(matter.id()))
        .map(Facts.Matter::reference)
        .toList();
  }

  static Set<IncidentId> allIncidents(ConsiderationView view) {
    var all = new LinkedHashSet<>(view.incidentIds());
    view.boundMembers().forEach(member -> all.addAll(member.incidentIds()));
    return all;
  }

  private static Item item(String code, Need need, boolean done) {
    return new Item(code, need, done ? State.DONE : State.MISSING, Map.of());
  }
}
