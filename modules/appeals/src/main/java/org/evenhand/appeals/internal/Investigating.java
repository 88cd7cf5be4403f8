package org.evenhand.appeals.internal;

import static org.evenhand.appeals.internal.jooq.Tables.CONFLICT_DECLARATION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.appeals.AppealFindingsPresented;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.DecisionOption;
import org.evenhand.appeals.DeclaredPart;
import org.evenhand.appeals.GroundFinding;
import org.evenhand.appeals.InvestigatingAppeals;
import org.evenhand.appeals.InvestigationKind;
import org.evenhand.appeals.MayAct;
import org.evenhand.appeals.internal.jooq.tables.records.ConflictDeclarationRecord;
import org.evenhand.appeals.internal.jooq.tables.records.FindingsRecord;
import org.evenhand.appeals.internal.jooq.tables.records.GroundFindingRecord;
import org.evenhand.appeals.internal.jooq.tables.records.InvestigationEntryRecord;
import org.evenhand.appeals.internal.jooq.tables.records.InvestigatorRecord;
import org.evenhand.appeals.internal.jooq.tables.records.OptionRecord;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Investigating implements InvestigatingAppeals {

  private static final int LONGEST_TEXT = FindingsRules.LONGEST_TEXT;
  private static final int LONGEST_LINE = FindingsRules.LONGEST_LINE;
  private static final int MOST_FILES = 20;

  private final StoredAppeals stored;
  private final AppealReads reads;
  private final AppealActions actions;
  private final Independence independence;
  private final Officers officers;
  private final Assignments assignments;
  private final Files files;
  private final Policies policies;
  private final DutiesOfAppeals duties;
  private final WorkingDays calendar;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Investigating(
      StoredAppeals stored,
      AppealReads reads,
      AppealActions actions,
      Independence independence,
      Officers officers,
      Assignments assignments,
      Files files,
      Policies policies,
      DutiesOfAppeals duties,
      WorkingDays calendar,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.stored = stored;
    this.reads = reads;
    this.actions = actions;
    this.independence = independence;
    this.officers = officers;
    this.assignments = assignments;
    this.files = files;
    this.policies = policies;
    this.duties = duties;
    this.calendar = calendar;
    this.currentActor = currentActor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<AppealView> assign(Assign assignment) {
    Instant now = clock.instant();
    Optional<AppealView> found = reads.find(assignment.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    List<Refusal> refusals =
        guard(AllowedAct.ASSIGN_INVESTIGATOR, appeal, assignment.expectedVersion());
    add(refusals, Acts.text(assignment.why(), LONGEST_TEXT, "why"));
    Outsider wanted = assignment.outsider();
    Outsider named = null;
    if ((assignment.officer() == null) == (wanted == null)) {
      refusals.add(Refusal.at("APPEAL_INVESTIGATOR_ONE", "officer"));
    } else if (assignment.officer() != null) {
      named =
          officers
              .find(assignment.officer())
              .map(o -> officer(o, today(now), refusals))
              .orElse(null);
      if (named == null) {
        refusals.add(Refusal.notFound("Officer", "officer"));
      }
    } else if (wanted != null) {
      add(refusals, Acts.text(wanted.name(), LONGEST_LINE, "outsider", "name"));
      add(refusals, Acts.text(wanted.body(), LONGEST_LINE, "outsider", "body"));
      named = wanted;
    }
    if (named != null) {
      MayAct part = independence.of(appeal, named.person());
      if (!part.mayInvestigate()) {
        refusals.add(Refusal.at("APPEAL_INVESTIGATOR_INVOLVED", Independence.why(part), "officer"));
      }
    }
    if (named == null || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var row = new InvestigatorRecord();
    row.setId(Ids.next());
    row.setAppealId(appeal.id().value());
    row.setPerson(named.person().value());
    row.setName(named.name().strip());
    row.setOutsideBody(wanted == null ? null : named.body().strip());
    row.setWhy(assignment.why().strip());
    row.setByActor(currentActor.get().id().value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    stored.add(row);
    stored.touch(appeal);
    AppealView assigned = reads.find(appeal.id()).orElseThrow();
    if (appeal.status() == AppealStatus.LODGED) {
      duties.takenIn(assigned, now);
    }
    if (assigned.course().correctionToWeigh()) {
      duties.weighCorrection(assigned, now);
    }
    return Outcome.done(assigned);
  }

  private static Outsider officer(OfficerView officer, LocalDate today, List<Refusal> refusals) {
    if (!officer.worksHere(today)) {
      refusals.add(Refusal.at("OFFICER_LEFT", "officer"));
    }
    return new Outsider(officer.actor(), officer.name(), "");
  }

  @Override
  @Transactional
  public Outcome<AppealView> declare(Declare declaration) {
    Instant now = clock.instant();
    Optional<AppealView> found = reads.find(declaration.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    List<Refusal> refusals =
        guard(AllowedAct.DECLARE_CONFLICT, appeal, declaration.expectedVersion());
    String words = declaration.words();
    if (declaration.part() != DeclaredPart.NONE || words != null) {
      add(refusals, Acts.text(words, LONGEST_TEXT, "words"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var row = new ConflictDeclarationRecord();
    row.setId(Ids.next());
    row.setAppealId(appeal.id().value());
    row.setPerson(currentActor.get().id().value());
    row.setPart(declaration.part().name());
    row.set(CONFLICT_DECLARATION.WORDS, words == null ? null : words.strip());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    stored.add(row);
    stored.touch(appeal);
    return done(appeal.id());
  }

  @Override
  @Transactional
  public Outcome<AppealView> record(Step step) {
    Instant now = clock.instant();
    Optional<AppealView> found = reads.find(step.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    Actor actor = currentActor.get();
    List<Refusal> refusals = guard(AllowedAct.RECORD_INVESTIGATION, appeal, step.expectedVersion());
    refusals.addAll(FindingsRules.step(step, appeal.receivedOn(), today(now)));
    if (step.files().size() > MOST_FILES) {
      refusals.add(
          Refusal.at("LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_FILES)), "files"));
    } else {
      for (int i = 0; i < step.files().size(); i++) {
        add(refusals, files.usable(step.files().get(i), actor, "files", Integer.toString(i)));
      }
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var row = new InvestigationEntryRecord();
    row.setId(Ids.next());
    row.setAppealId(appeal.id().value());
    row.setKind(step.kind().name());
    row.setAbout(step.about() == null ? null : step.about().strip());
    row.setHeldOn(step.heldOn());
    row.setWords(step.words().strip());
    row.setNewInformation(step.newInformation());
    row.setFiles(step.files().stream().map(f -> f.value().toString()).toArray(String[]::new));
    row.setByActor(actor.id().value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    stored.add(row);
    for (FileId file : step.files()) {
      files.keep(file, new GlobalId("Appeal", appeal.id().value()), appeal.customerId(), now);
    }
    stored.touch(appeal);
    if (step.kind() == InvestigationKind.NEW_INFORMATION) {
      duties.discharge(DutiesOfAppeals.WEIGH_CORRECTION, appeal, now);
    }
    return done(appeal.id());
  }

  @Override
  @Transactional
  public Outcome<AppealView> present(Present findings) {
    Instant now = clock.instant();
    LocalDate today = today(now);
    Optional<AppealView> found = reads.find(findings.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    List<Refusal> refusals = guard(AllowedAct.PRESENT_FINDINGS, appeal, findings.expectedVersion());
    refusals.addAll(FindingsRules.findings(findings, appeal));
    Optional<OfficerView> member = officers.find(findings.presentedTo());
    if (member.isEmpty()) {
      refusals.add(Refusal.notFound("Officer", "presentedTo"));
    } else {
      mayDecide(appeal, member.get(), today, refusals);
    }
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (policy.isEmpty()) {
      refusals.add(Policies.noneInForce());
    }
    if (member.isEmpty() || policy.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    ActorId to = member.get().actor();
    LocalDate decideBy = decideBy(today, policy.get().figures());
    store(appeal, findings, member.get(), decideBy, now);
    stored.status(appeal, AppealStatus.PRESENTED);
    duties.discharge(DutiesOfAppeals.PRESENT, appeal, now);
    duties.open(DutiesOfAppeals.DETERMINE, appeal, Role.CMT_MEMBER, to, decideBy, now);
    events.publishEvent(
        new AppealFindingsPresented(
            appeal.id().value(),
            appeal.noticeId().value(),
            appeal.customerId(),
            appeal.caseId(),
            !today.isAfter(appeal.presentBy()),
            now,
            currentActor.get().id()));
    AppealView presented = reads.find(appeal.id()).orElseThrow();
    return today.isAfter(appeal.presentBy())
        ? Outcome.done(presented, List.of(Warning.of("APPEAL_PRESENTED_LATE")))
        : Outcome.done(presented);
  }

  private LocalDate decideBy(LocalDate today, Figures figures) {
    return calendar.plus(today, figures.get(FigureKey.APPEAL_DECIDE));
  }

  /** P10.4, T6: to somebody on the management team with no part in it. */
  private void mayDecide(
      AppealView appeal, OfficerView member, LocalDate today, List<Refusal> refusals) {
    boolean onTheTeam =
        assignments.who(AssignmentKind.CORPORATE_MANAGEMENT_TEAM, null, today).stream()
            .anyMatch(o -> o.id().equals(member.id()));
    if (!onTheTeam) {
      refusals.add(Refusal.at("NOT_IN_MANAGEMENT_TEAM", "presentedTo"));
    }
    MayAct part = independence.of(appeal, member.actor());
    if (!part.mayDetermine() || member.actor().equals(currentActor.get().id())) {
      refusals.add(Refusal.at("APPEAL_MEMBER_INVOLVED", Independence.why(part), "presentedTo"));
    }
  }

  private void store(
      AppealView appeal, Present findings, OfficerView member, LocalDate decideBy, Instant now) {
    var row = new FindingsRecord();
    row.setId(Ids.next());
    row.setAppealId(appeal.id().value());
    row.setPresentedTo(member.actor().value());
    row.setPresentedToName(member.name());
    row.setCustomersCase(findings.customersCase().strip());
    row.setSummary(findings.summary().strip());
    row.setDecideBy(decideBy);
    row.setByActor(currentActor.get().id().value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    stored.add(row);
    for (GroundFinding ground : findings.grounds()) {
      var found = new GroundFindingRecord();
      found.setId(Ids.next());
      found.setAppealId(appeal.id().value());
      found.setGround(ground.ground().name());
      found.setBorneOut(ground.borneOut().name());
      found.setWords(ground.words().strip());
      stored.add(found);
    }
    for (int i = 0; i < findings.options().size(); i++) {
      DecisionOption option = findings.options().get(i);
      var offered = new OptionRecord();
      offered.setId(Ids.next());
      offered.setAppealId(appeal.id().value());
      offered.setPosition(i);
      offered.setWhat(option.what().strip());
      offered.setEffect(option.effect().strip());
      stored.add(offered);
    }
  }

  private List<Refusal> guard(
      AllowedAct act, AppealView appeal, @Nullable Integer expectedVersion) {
    List<Refusal> refusals = new ArrayList<>(actions.refusals(act, appeal, currentActor.get()));
    add(refusals, Acts.stale(expectedVersion, appeal.version()));
    return refusals;
  }

  private Outcome<AppealView> done(AppealId id) {
    return Outcome.done(reads.find(id).orElseThrow());
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
