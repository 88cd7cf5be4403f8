package org.evenhand.designation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.StandardWording;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.MonitoringConduct;
import org.evenhand.designation.MonitoringId;
import org.evenhand.designation.MonitoringOutcome;
import org.evenhand.designation.MonitoringView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins monitoring periods, tells the customer, and records what they showed. */
@Component
public class MonitoringDesk implements MonitoringConduct {

  private static final int LONGEST_MONTHS = FigureKey.MONITORING_MONTHS.most();

  private final StoredConsiderations stored;
  private final FollowUps followUps;
  private final CaseLetters letters;
  private final Notices notices;
  private final Customers customers;
  private final Incidents incidents;
  private final Policies policies;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final Clock clock;

  MonitoringDesk(
      StoredConsiderations stored,
      FollowUps followUps,
      CaseLetters letters,
      Notices notices,
      Customers customers,
      Incidents incidents,
      Policies policies,
      Duties duties,
      CurrentActor currentActor,
      Clock clock) {
    this.stored = stored;
    this.followUps = followUps;
    this.letters = letters;
    this.notices = notices;
    this.customers = customers;
    this.incidents = incidents;
    this.policies = policies;
    this.duties = duties;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public Outcome<MonitoringView> start(Start command) {
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
    CustomerId named = command.customerId();
    CustomerView to =
        WarningDesk.persons(view)
            .filter(named == null ? view.customerId()::equals : named::equals)
            .findFirst()
            .flatMap(customers::find)
            .orElse(null);
    if (to == null) {
      return Outcome.refused(Refusal.at("CUSTOMER_NOT_CONSIDERED", "customer"));
    }
    LocalDate today = day(now);
    LocalDate first = command.from() == null ? today : command.from();
    LocalDate last =
        command.until() == null
            ? first.plusMonths(policy.figures().get(FigureKey.MONITORING_MONTHS)).minusDays(1)
            : command.until();
    var refusals = new ArrayList<>(period(first, last, today));
    add(refusals, Acts.text(command.watched(), Consideration.LONGEST_TEXT, "watched"));
    add(refusals, Acts.text(command.whatFollows(), Consideration.LONGEST_TEXT, "whatFollows"));
    if (followUps.watched(view.id(), to.id())) {
      refusals.add(Refusal.of("ALREADY_MONITORED"));
    }
    NoticeToIssue letter =
        letters.letter(
            NoticeKind.MONITORING,
            StandardWording.NoAppeal.MONITORING,
            to,
            view.id(),
            policy.id(),
            new CaseLetters.Said(
                command.watched(),
                new ActionPart(null, command.whatFollows(), last, null, null),
                command.howToReachUs(),
                command.ombudsman(),
                command.planned(),
                command.lang()),
            actor.id());
    refusals.addAll(notices.problems(letter));
    Outcome<Consideration> allowed =
        new Consideration(view)
            .partake(AllowedAct.START_MONITORING, command.expectedVersion(), refusals, actor, now);
    if (!(allowed instanceof Outcome.Done<Consideration>(Consideration changed, var ignored))) {
      return Outcome.refused(allowed.refusals());
    }
    return switch (notices.issue(letter)) {
      case Outcome.Refused<NoticeView>(List<Refusal> why) -> Outcome.refused(why);
      case Outcome.Done<NoticeView>(NoticeView notice, var warnings) -> {
        stored.change(changed);
        var begun =
            followUps.add(
                new MonitoringView(
                    new MonitoringId(Ids.next()),
                    0,
                    to.id(),
                    view.id(),
                    first,
                    last,
                    command.watched(),
                    notice.id(),
                    now,
                    actor.id(),
                    null));
        openReview(begun, view, now);
        yield Outcome.done(begun, policy.warnings());
      }
    };
  }

  private static List<Refusal> period(LocalDate first, LocalDate last, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    if (first.isBefore(today)) {
      refusals.add(Refusal.at("DATE_BEFORE_ANOTHER", "from"));
    }
    if (last.isBefore(first)) {
      refusals.add(Refusal.at("DATE_BEFORE_ANOTHER", "until"));
    }
    if (last.isAfter(first.plusMonths(LONGEST_MONTHS))) {
      refusals.add(
          Refusal.at(
              "MONITORING_TOO_LONG", Map.of("months", Integer.toString(LONGEST_MONTHS)), "until"));
    }
    return refusals;
  }

  private void openReview(MonitoringView begun, ConsiderationView view, Instant now) {
    duties.open(
        DutyToOpen.byDay(
            CaseDuty.REVIEW_MONITORING,
            "Monitoring",
            begun.id().value(),
            begun.customerId().value(),
            view.scope().corporate() ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE,
            view.leadService(),
            begun.lastDay()),
        now);
  }

  @Override
  public Outcome<MonitoringView> end(End command) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    MonitoringView monitoring = followUps.monitoring(command.id()).orElse(null);
    ConsiderationView view =
        monitoring == null
            ? null
            : stored
                .find(monitoring.considerationId())
                .filter(Sight.of(actor)::includes)
                .orElse(null);
    if (monitoring == null || view == null) {
      return Outcome.refused(Refusal.notFound("Monitoring", "monitoring"));
    }
    var refusals = new ArrayList<>(AllowedMonitoringAct.END.refusals(monitoring, view, actor));
    add(refusals, Acts.stale(command.expectedVersion(), monitoring.version()));
    add(refusals, Acts.text(command.reasons(), Consideration.LONGEST_TEXT, "reasons"));
    refusals.addAll(contradictions(command.outcome(), monitoring, day(now)));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    MonitoringView ended =
        followUps.change(
            new MonitoringView(
                monitoring.id(),
                monitoring.version(),
                monitoring.customerId(),
                monitoring.considerationId(),
                monitoring.firstDay(),
                monitoring.lastDay(),
                monitoring.watched(),
                monitoring.noticeId(),
                monitoring.startedAt(),
                monitoring.startedBy(),
                new MonitoringView.Ending(command.outcome(), command.reasons(), actor.id(), now)));
    duties.discharge(
        CaseDuty.REVIEW_MONITORING,
        ended.id().value(),
        view.reference(),
        command.outcome().name(),
        now);
    return Outcome.done(ended);
  }

  private List<Refusal> contradictions(
      MonitoringOutcome outcome, MonitoringView monitoring, LocalDate today) {
    boolean over = !today.isBefore(monitoring.lastDay());
    return switch (outcome) {
      case SETTLED -> over ? List.of() : List.of(Refusal.at("MONITORING_NOT_OVER", "outcome"));
      case ENDED_EARLY -> over ? List.of(Refusal.at("MONITORING_OVER", "outcome")) : List.of();
      case CONTINUED ->
          incidentsOf(monitoring).isEmpty()
              ? List.of(Refusal.at("MONITORING_SHOWS_NOTHING", "outcome"))
              : List.of();
    };
  }

  /** The person's incidents of the period, latest first. */
  public List<IncidentView> incidentsOf(MonitoringView monitoring) {
    LocalDate first = monitoring.firstDay();
    LocalDate last =
        monitoring.ending() == null ? monitoring.lastDay() : day(monitoring.ending().at());
    LocalDate until = last.isBefore(monitoring.lastDay()) ? last : monitoring.lastDay();
    return incidents.of(monitoring.customerId()).stream()
        .filter(i -> !i.occurredOn().isBefore(first) && !i.occurredOn().isAfter(until))
        .toList();
  }

  @Override
  public Optional<MonitoringView> find(MonitoringId id) {
    return followUps.monitoring(id);
  }

  @Override
  public List<MonitoringView> of(Collection<CustomerId> of) {
    return followUps.monitoringOf(of);
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
