package org.evenhand.designation.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.PolicyShareId;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.PolicyShared;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.correspondence.StandardWording;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.WarningId;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives warnings and settles challenges to them; each warning is one record, however given. */
@Component
public class WarningDesk implements GivingWarnings {

  private final StoredConsiderations stored;
  private final FollowUps followUps;
  private final Surroundings surroundings;
  private final CaseLetters letters;
  private final Notices notices;
  private final PolicyShares policyShares;
  private final Customers customers;
  private final Policies policies;
  private final Duties duties;
  private final WorkingDays workingDays;
  private final CurrentActor currentActor;
  private final Clock clock;

  WarningDesk(
      StoredConsiderations stored,
      FollowUps followUps,
      Surroundings surroundings,
      CaseLetters letters,
      Notices notices,
      PolicyShares policyShares,
      Customers customers,
      Policies policies,
      Duties duties,
      WorkingDays workingDays,
      CurrentActor currentActor,
      Clock clock) {
    this.stored = stored;
    this.followUps = followUps;
    this.surroundings = surroundings;
    this.letters = letters;
    this.notices = notices;
    this.policyShares = policyShares;
    this.customers = customers;
    this.policies = policies;
    this.duties = duties;
    this.workingDays = workingDays;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public Outcome<WarningView> issue(Issue command) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    ConsiderationView view =
        stored.find(command.id()).filter(Sight.of(actor)::includes).orElse(null);
    if (view == null) {
      return Outcome.refused(Refusal.notFound("Consideration", "consideration"));
    }
    PolicyInForce policy = policies.inForce(now).orElse(null);
    if (policy == null) {
      return Outcome.refused(Policies.noneInForce());
    }
    CustomerView to = addressee(view, command.customerId());
    if (to == null) {
      return Outcome.refused(Refusal.at("CUSTOMER_NOT_CONSIDERED", "customer"));
    }
    var refusals = new ArrayList<Refusal>(misses(command, view, to.id(), policy, actor, now));
    NoticeToIssue letter =
        letters.letter(
            NoticeKind.WARNING,
            StandardWording.NoAppeal.WARNING,
            to,
            view.id(),
            policy.id(),
            new CaseLetters.Said(
                command.conduct(),
                new ActionPart(null, command.whatFollows(), null, null, null),
                command.howToReachUs(),
                command.ombudsman(),
                command.planned(),
                command.lang()),
            actor.id());
    refusals.addAll(notices.problems(letter));
    Outcome<Consideration> allowed =
        new Consideration(view)
            .partake(AllowedAct.ISSUE_WARNING, command.expectedVersion(), refusals, actor, now);
    if (!(allowed instanceof Outcome.Done<Consideration>(Consideration changed, var ignored))) {
      return Outcome.refused(allowed.refusals());
    }
    return switch (notices.issue(letter)) {
      case Outcome.Refused<NoticeView>(List<Refusal> why) -> Outcome.refused(why);
      case Outcome.Done<NoticeView>(NoticeView notice, var warnings) -> {
        stored.change(changed);
        yield Outcome.done(
            followUps.add(
                new WarningView(
                    new WarningId(Ids.next()),
                    0,
                    reference(now),
                    to.id(),
                    view.id(),
                    command.conduct(),
                    command.incidentIds(),
                    command.whatFollows(),
                    policy.id(),
                    notice.id(),
                    now,
                    actor.id(),
                    null),
                null,
                null),
            policy.warnings());
      }
    };
  }

  /**
   * The customer considered, or a member of the group who is bound (T15); null for anybody else.
   */
  private @Nullable CustomerView addressee(ConsiderationView view, @Nullable CustomerId named) {
    return persons(view)
        .filter(named == null ? view.customerId()::equals : named::equals)
        .findFirst()
        .flatMap(customers::find)
        .orElse(null);
  }

  static Stream<CustomerId> persons(ConsiderationView view) {
    return Stream.concat(
        Stream.of(view.customerId()), view.boundMembers().stream().map(m -> m.memberId()));
  }

  private List<Refusal> misses(
      Issue command,
      ConsiderationView view,
      CustomerId to,
      PolicyInForce policy,
      Actor actor,
      Instant now) {
    var refusals = new ArrayList<Refusal>();
    var scope = view.scope().corporate() ? DecisionScope.CORPORATE : DecisionScope.SERVICE;
    if (!policy.authority().may(actor, DecisionKind.WARN, scope)) {
      refusals.add(
          AuthorityRefusal.of(
              "MAY_NOT_WARN",
              policy.authority().whoMay(DecisionKind.WARN, scope).stream()
                  .sorted()
                  .toArray(Role[]::new)));
    }
    Facts facts = surroundings.of(view, now);
    if (!Preconditions.askedForWarning(view, facts)) {
      refusals.add(
          new MissingStepsRefusal(
              "WARNING_STEPS_MISSING", List.of("CHECK_NEW_INFORMATION_AT_WARNING")));
    }
    if (command.incidentIds().isEmpty()) {
      refusals.add(Refusal.at("WARNING_NAMES_NOTHING", "incidents"));
    } else if (!considered(view, to).containsAll(command.incidentIds())) {
      refusals.add(Refusal.at("INCIDENT_NOT_CONSIDERED", "incidents"));
    }
    add(refusals, Acts.text(command.conduct(), Consideration.LONGEST_TEXT, "conduct"));
    add(refusals, Acts.text(command.whatFollows(), Consideration.LONGEST_TEXT, "whatFollows"));
    return refusals;
  }

  /** T15: a member is warned for incidents of their own only. */
  private static Set<IncidentId> considered(ConsiderationView view, CustomerId to) {
    return view.boundMembers().stream()
        .filter(m -> m.memberId().equals(to))
        .findFirst()
        .map(m -> m.incidentIds())
        .orElse(view.incidentIds());
  }

  @Override
  public Outcome<WarningView> challenge(Challenge command) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    GivenWarning warning = seen(command.id(), actor);
    if (warning == null) {
      return Outcome.refused(Refusal.notFound("ConductWarning", "warning"));
    }
    Outcome<WarningView> outcome = warning.challenge(command, actor, now).map(followUps::change);
    if (outcome instanceof Outcome.Done<WarningView>(WarningView view, var ignored)) {
      duties.open(
          DutyToOpen.byDay(
              CaseDuty.DECIDE_WARNING_CHALLENGE,
              "ConductWarning",
              view.id().value(),
              view.customerId().value(),
              decider(view),
              null,
              workingDays.plus(
                  now.atZone(WorkingDays.LONDON).toLocalDate(),
                  CaseDuty.WORKING_DAYS_TO_DECIDE_A_CHALLENGE)),
          now);
    }
    return outcome;
  }

  /** The Head of Customer Services, unless that post gave it or had to do with the case (T6). */
  private Role decider(WarningView view) {
    boolean headHadAPart =
        view.considerationId() != null
            && stored
                .find(view.considerationId())
                .filter(
                    c -> c.scope().corporate() || c.openedAs() == Role.HEAD_OF_CUSTOMER_SERVICES)
                .isPresent();
    return headHadAPart ? Role.CMT_MEMBER : Role.HEAD_OF_CUSTOMER_SERVICES;
  }

  @Override
  public Outcome<WarningView> decideChallenge(DecideChallenge command) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    GivenWarning warning = seen(command.id(), actor);
    if (warning == null) {
      return Outcome.refused(Refusal.notFound("ConductWarning", "warning"));
    }
    Outcome<WarningView> outcome = warning.decide(command, actor, now).map(followUps::change);
    if (outcome instanceof Outcome.Done<WarningView>(WarningView view, var ignored)) {
      duties.discharge(
          CaseDuty.DECIDE_WARNING_CHALLENGE,
          view.id().value(),
          view.reference(),
          command.outcome().name(),
          now);
      duties.open(
          DutyToOpen.byDay(
              CaseDuty.TELL_CHALLENGE_OUTCOME,
              "ConductWarning",
              view.id().value(),
              view.customerId().value(),
              Role.HEAD_OF_CUSTOMER_SERVICES,
              null,
              workingDays.plus(
                  now.atZone(WorkingDays.LONDON).toLocalDate(), CaseDuty.WORKING_DAYS_TO_TELL)),
          now);
    }
    return outcome;
  }

  @Override
  public Outcome<WarningView> tellOutcome(TellOutcome command) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    GivenWarning warning = seen(command.id(), actor);
    if (warning == null) {
      return Outcome.refused(Refusal.notFound("ConductWarning", "warning"));
    }
    Outcome<WarningView> outcome = warning.tellOutcome(command, actor, now).map(followUps::change);
    if (outcome instanceof Outcome.Done<WarningView>(WarningView view, var ignored)) {
      duties.discharge(
          CaseDuty.TELL_CHALLENGE_OUTCOME, view.id().value(), view.reference(), "TOLD", now);
    }
    return outcome;
  }

  /** As somebody may know of it: with its case, or where it has none, whoever sees cases at all. */
  private @Nullable GivenWarning seen(WarningId id, Actor actor) {
    return followUps
        .warning(id)
        .filter(view -> maySee(view, actor))
        .map(view -> new GivenWarning(view, involved(view, actor)))
        .orElse(null);
  }

  boolean maySee(WarningView view, Actor actor) {
    return view.considerationId() == null
        ? Sight.ofAny(actor)
        : stored.find(view.considerationId()).filter(Sight.of(actor)::includes).isPresent();
  }

  boolean involved(WarningView view, Actor actor) {
    return view.issuedBy().equals(actor.id())
        || (view.considerationId() != null
            && stored.disqualifies(view.considerationId().value(), actor.id()));
  }

  @Override
  public void givenBy(ByAction action) {
    if (followUps.warnedBy(action.action())) {
      return;
    }
    Instant now = clock.instant();
    followUps.add(
        new WarningView(
            new WarningId(Ids.next()),
            0,
            reference(now),
            action.customerId(),
            action.considerationId(),
            action.conduct(),
            Set.of(),
            action.whatFollows(),
            policies.inForce(now).map(PolicyInForce::id).orElse(null),
            action.letter(),
            now,
            currentActor.get().id(),
            null),
        null,
        action.action());
  }

  /** The policy shared with a warning is a warning, kept in the sharing's own transaction. */
  @EventListener
  void shared(PolicyShared shared) {
    if (!shared.withWarning()) {
      return;
    }
    PolicyShareView share =
        policyShares.find(new PolicyShareId(shared.policyShareId())).orElseThrow();
    followUps.add(
        new WarningView(
            new WarningId(Ids.next()),
            0,
            reference(shared.at()),
            new CustomerId(shared.customerId()),
            null,
            null,
            Set.of(),
            share.whatWillFollow() == null ? "" : share.whatWillFollow(),
            new PolicyVersionId(shared.policyVersionId()),
            null,
            shared.sharedAt(),
            shared.actor(),
            null),
        shared.policyShareId(),
        null);
  }

  @Override
  public Optional<WarningView> find(WarningId id) {
    return followUps.warning(id);
  }

  @Override
  public List<WarningView> of(Collection<CustomerId> customers) {
    return followUps.warningsOf(customers);
  }

  private String reference(Instant now) {
    return followUps.nextWarning(now.atZone(WorkingDays.LONDON).toLocalDate());
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
