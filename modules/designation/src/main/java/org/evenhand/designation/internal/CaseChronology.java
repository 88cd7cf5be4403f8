package org.evenhand.designation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.Closing;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Determination;
import org.evenhand.designation.MonitoringView;
import org.evenhand.designation.Protection;
import org.evenhand.designation.StrategyMeetingView;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** This module's part of a case file (F7, question 12). */
@Component
class CaseChronology implements CaseFileContributor {

  private final StoredConsiderations stored;
  private final FollowUps followUps;
  private final FindingsOnAppeal findingsOnAppeal;

  CaseChronology(
      StoredConsiderations stored, FollowUps followUps, FindingsOnAppeal findingsOnAppeal) {
    this.stored = stored;
    this.followUps = followUps;
    this.findingsOnAppeal = findingsOnAppeal;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    ConsiderationId id = new ConsiderationId(caseId);
    var entries = new ArrayList<Entry>();
    stored
        .find(id)
        .filter(view -> concerns(view, personId))
        .map(CaseChronology::entries)
        .ifPresent(entries::addAll);
    entries.addAll(findingsOnAppeal.entries(caseId, personId));
    entries.addAll(followUps(followUps.ofPerson(List.of(new CustomerId(personId))), id));
    return entries;
  }

  /** What belongs to this case, or to none. */
  private static List<Entry> followUps(FollowUps.OfPerson found, ConsiderationId id) {
    var entries = new ArrayList<Entry>();
    for (WarningView w : found.warnings()) {
      if (w.considerationId() != null && !w.considerationId().equals(id)) {
        continue;
      }
      Lines lines = new Lines("ConductWarning", w.id().value(), entries);
      Map<String, String> reference = Map.of("reference", w.reference());
      lines.add(w.issuedAt(), "WARNING_GIVEN", reference, w.issuedBy());
      WarningView.Challenge challenge = w.challenge();
      if (challenge != null) {
        lines.add(challenge.recordedAt(), "WARNING_CHALLENGED", reference, challenge.recordedBy());
        WarningView.Decision decision = challenge.decision();
        if (decision != null) {
          lines.add(
              decision.at(),
              "WARNING_CHALLENGE_DECIDED",
              Map.of("reference", w.reference(), "outcome", decision.outcome().name()),
              decision.by());
        }
      }
    }
    for (MonitoringView m : found.monitoring()) {
      if (m.considerationId().equals(id)) {
        Lines lines = new Lines("Monitoring", m.id().value(), entries);
        lines.add(
            m.startedAt(),
            "MONITORING_STARTED",
            Map.of("until", m.lastDay().toString()),
            m.startedBy());
        MonitoringView.Ending ending = m.ending();
        if (ending != null) {
          lines.add(
              ending.at(),
              "MONITORING_ENDED",
              Map.of("outcome", ending.outcome().name()),
              ending.by());
        }
      }
    }
    for (StrategyMeetingView m : found.meetings()) {
      if (m.considerationId().equals(id)) {
        new Lines("StrategyMeeting", m.id().value(), entries)
            .add(m.recordedAt(), "STRATEGY_MEETING_RECORDED", Map.of(), m.recordedBy());
      }
    }
    return entries;
  }

  private static boolean concerns(ConsiderationView view, UUID person) {
    return view.customerId().value().equals(person)
        || view.boundMembers().stream().anyMatch(m -> m.memberId().value().equals(person));
  }

  private static List<Entry> entries(ConsiderationView view) {
    var entries = new Lines("Consideration", view.id().value(), new ArrayList<>());
    entries.add(
        view.openedAt(),
        "CONSIDERATION_OPENED",
        Map.of("reference", view.reference()),
        view.openedBy());
    view.checks()
        .forEach(
            c ->
                entries.add(
                    c.at(),
                    "CHECK_ANSWERED",
                    Map.of("check", c.kind().name(), "answer", c.answer().name()),
                    c.by()));
    view.representations()
        .forEach(r -> entries.add(r.at(), "REPRESENTATIONS_" + r.kind(), Map.of(), r.by()));
    view.advice()
        .forEach(
            a -> {
              entries.add(a.at(), "HOFCS_ADVISED", Map.of("occasion", a.kind().name()), a.by());
              if (a.acknowledgedAt() != null) {
                entries.add(
                    a.acknowledgedAt(),
                    "ADVICE_READ",
                    Map.of("occasion", a.kind().name()),
                    a.acknowledgedBy());
              }
            });
    Assessment assessment = view.assessment();
    if (assessment != null) {
      entries.add(assessment.at(), "CIRCUMSTANCES_WEIGHED", Map.of(), assessment.by());
    }
    Protection protection = view.protection();
    if (protection != null) {
      entries.add(
          protection.at(),
          "SAFEGUARDING_DECIDED",
          Map.of("lead", protection.safeguardingLead()),
          protection.by());
    }
    Determination determination = view.determination();
    if (determination != null) {
      entries.add(
          determination.at(),
          "DETERMINED",
          Map.of("category", determination.category().name()),
          determination.by());
    }
    Closing closing = view.closing();
    if (closing != null) {
      entries.add(
          closing.at(),
          "CONSIDERATION_CLOSED",
          Map.of("cause", closing.cause().name()),
          closing.by());
    }
    return entries.all;
  }

  private record Lines(String type, UUID id, List<Entry> all) {
    void add(Instant at, String code, Map<String, String> parameters, @Nullable ActorId by) {
      all.add(new Entry(at, code, parameters, type, id, by));
    }
  }
}
