package org.evenhand.appeals.internal;

import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_COMPLAINT;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_REMEDY;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.appeals.AnsweringOmbudsmen;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.OmbudsmanComplaintId;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.OmbudsmanRemedy;
import org.evenhand.appeals.OmbudsmanRequest;
import org.evenhand.appeals.RemedyKind;
import org.evenhand.appeals.internal.jooq.tables.records.OmbudsmanComplaintRecord;
import org.evenhand.appeals.internal.jooq.tables.records.OmbudsmanDecisionRecord;
import org.evenhand.appeals.internal.jooq.tables.records.OmbudsmanRemedyRecord;
import org.evenhand.appeals.internal.jooq.tables.records.OmbudsmanReplyRecord;
import org.evenhand.appeals.internal.jooq.tables.records.OmbudsmanRequestRecord;
import org.evenhand.appeals.internal.jooq.tables.records.RemedyCompletionRecord;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DealingWithOmbudsmen implements AnsweringOmbudsmen {

  private static final int MOST_FILES = 20;

  private final DSLContext sql;
  private final OmbudsmanReads reads;
  private final AppealReads appeals;
  private final Notices notices;
  private final Considerations considerations;
  private final Restrictions restrictions;
  private final Officers officers;
  private final Files files;
  private final DutiesToOmbudsmen duties;
  private final CurrentActor currentActor;
  private final Clock clock;

  DealingWithOmbudsmen(
      DSLContext sql,
      OmbudsmanReads reads,
      AppealReads appeals,
      Notices notices,
      Considerations considerations,
      Restrictions restrictions,
      Officers officers,
      Files files,
      DutiesToOmbudsmen duties,
      CurrentActor currentActor,
      Clock clock) {
    this.sql = sql;
    this.reads = reads;
    this.appeals = appeals;
    this.notices = notices;
    this.considerations = considerations;
    this.restrictions = restrictions;
    this.officers = officers;
    this.files = files;
    this.duties = duties;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** What a complaint is about, followed to the case and the person. */
  private record About(
      UUID customer,
      @Nullable NoticeId notice,
      @Nullable AppealView appeal,
      @Nullable UUID caseId,
      @Nullable ServiceAreaCode area) {}

  @Override
  @Transactional
  public Outcome<OmbudsmanComplaintView> record(RecordComplaint complaint) {
    Instant now = clock.instant();
    var refusals = new ArrayList<Refusal>();
    refusals.addAll(AllowedOmbudsmanAct.deals(currentActor.get()));
    refusals.addAll(OmbudsmanRules.complaint(complaint, today(now)));
    if (reads.known(complaint.scheme(), complaint.schemeReference().strip())) {
      refusals.add(Refusal.at("OMBUDSMAN_REFERENCE_KNOWN", "schemeReference"));
    }
    Optional<About> found = about(complaint, refusals);
    if (found.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    About about = found.get();
    UUID id = Ids.next();
    var row = new OmbudsmanComplaintRecord();
    row.setId(id);
    row.setVersion(0);
    row.setScheme(complaint.scheme().name());
    row.setSchemeReference(complaint.schemeReference().strip());
    row.setCustomerId(about.customer());
    row.setNoticeId(about.notice() == null ? null : about.notice().value());
    row.setAppealId(about.appeal() == null ? null : about.appeal().id().value());
    row.setCaseId(about.caseId());
    row.setServiceAreaCode(about.area() == null ? null : about.area().value());
    row.setReceivedOn(complaint.receivedOn());
    row.setAbout(complaint.about().strip());
    row.setRecordedAt(now.atOffset(ZoneOffset.UTC));
    row.setRecordedBy(currentActor.get().id().value());
    sql.executeInsert(row);
    return done(new OmbudsmanComplaintId(id), List.of());
  }

  private Optional<About> about(RecordComplaint complaint, List<Refusal> refusals) {
    if (complaint.appeal() != null) {
      return found(appeals.find(complaint.appeal()), "Appeal", "appeal", refusals)
          .map(a -> new About(a.customerId(), a.noticeId(), a, a.caseId(), a.serviceArea()));
    }
    if (complaint.notice() != null) {
      return found(notices.find(complaint.notice()), "Notice", "notice", refusals).map(this::about);
    }
    if (complaint.consideration() != null) {
      return found(
              considerations.find(complaint.consideration()),
              "Consideration",
              "consideration",
              refusals)
          .map(c -> new About(c.customerId().value(), null, null, c.id().value(), c.leadService()));
    }
    return Optional.empty();
  }

  private About about(NoticeView notice) {
    UUID caseId = notice.caseId();
    return new About(
        notice.customerId(),
        notice.id(),
        appeals.against(notice.id()).orElse(null),
        caseId,
        caseId == null
            ? null
            : considerations
                .find(new ConsiderationId(caseId))
                .map(c -> c.leadService())
                .orElse(null));
  }

  private static <T> Optional<T> found(
      Optional<T> found, String type, String path, List<Refusal> refusals) {
    if (found.isEmpty()) {
      refusals.add(Refusal.notFound(type, path));
    }
    return found;
  }

  @Override
  @Transactional
  public Outcome<OmbudsmanComplaintView> request(RecordRequest request) {
    Instant now = clock.instant();
    var refusals = new ArrayList<Refusal>();
    Optional<OmbudsmanComplaintView> found =
        guarded(
            AllowedOmbudsmanAct.RECORD_REQUEST,
            request.complaint(),
            request.expectedVersion(),
            refusals);
    found.ifPresent(c -> refusals.addAll(OmbudsmanRules.request(request, c, today(now))));
    usable(request.files(), refusals);
    if (found.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    OmbudsmanComplaintView complaint = found.get();
    UUID id = Ids.next();
    var row = new OmbudsmanRequestRecord();
    row.setId(id);
    row.setComplaintId(complaint.id().value());
    row.setKind(request.kind().name());
    row.setReceivedOn(request.receivedOn());
    row.setDueOn(request.dueOn());
    row.setWords(request.words().strip());
    row.setFiles(names(request.files()));
    row.setByActor(currentActor.get().id().value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    sql.executeInsert(row);
    keep(request.files(), complaint, now);
    touch(complaint);
    OmbudsmanComplaintView asked = reads.find(complaint.id()).orElseThrow();
    asked.requests().stream()
        .filter(r -> r.id().equals(id))
        .forEach(r -> duties.open(asked, r, now));
    return Outcome.done(asked);
  }

  @Override
  @Transactional
  public Outcome<OmbudsmanComplaintView> reply(SendReply reply) {
    Instant now = clock.instant();
    var refusals = new ArrayList<Refusal>();
    Optional<OmbudsmanComplaintView> found =
        guarded(
            AllowedOmbudsmanAct.SEND_REPLY, reply.complaint(), reply.expectedVersion(), refusals);
    Optional<OmbudsmanRequest> open =
        found.stream()
            .flatMap(c -> c.openRequests().stream())
            .filter(r -> r.id().equals(reply.request()))
            .findFirst();
    if (open.isEmpty() && refusals.isEmpty()) {
      refusals.add(Refusal.at("OMBUDSMAN_NOTHING_TO_ANSWER", "request"));
    }
    add(refusals, Acts.text(reply.words(), FindingsRules.LONGEST_TEXT, "words"));
    OmbudsmanRules.past(refusals, reply.sentOn(), today(now), "sentOn");
    open.ifPresent(
        r ->
            OmbudsmanRules.notBefore(
                refusals, "OMBUDSMAN_BEFORE_REQUEST", reply.sentOn(), r.receivedOn(), "sentOn"));
    usable(reply.files(), refusals);
    if (found.isEmpty() || open.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    OmbudsmanComplaintView complaint = found.get();
    OmbudsmanRequest request = open.get();
    var row = new OmbudsmanReplyRecord();
    row.setId(Ids.next());
    row.setRequestId(request.id());
    row.setSentOn(reply.sentOn());
    row.setWords(reply.words().strip());
    row.setFiles(names(reply.files()));
    row.setByActor(currentActor.get().id().value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    sql.executeInsert(row);
    keep(reply.files(), complaint, now);
    touch(complaint);
    duties.answered(complaint, request, now);
    return done(
        complaint.id(),
        reply.sentOn().isAfter(request.dueOn())
            ? List.of(Warning.of("OMBUDSMAN_REPLIED_LATE"))
            : List.of());
  }

  @Override
  @Transactional
  public Outcome<OmbudsmanComplaintView> decide(RecordDecision decision) {
    Instant now = clock.instant();
    var refusals = new ArrayList<Refusal>();
    Optional<OmbudsmanComplaintView> found =
        guarded(
            AllowedOmbudsmanAct.RECORD_DECISION,
            decision.complaint(),
            decision.expectedVersion(),
            refusals);
    found.ifPresent(
        c ->
            refusals.addAll(
                OmbudsmanRules.decision(
                    decision,
                    c,
                    of(c).stream().map(RestrictionView::id).collect(Collectors.toSet()),
                    today(now))));
    Map<OfficerId, OfficerView> owners = owners(decision.remedies(), today(now), refusals);
    usable(decision.files(), refusals);
    if (found.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    OmbudsmanComplaintView complaint = found.get();
    var row = new OmbudsmanDecisionRecord();
    row.setId(Ids.next());
    row.setComplaintId(complaint.id().value());
    row.setDecidedOn(decision.decidedOn());
    row.setFinding(decision.finding().name());
    row.setWords(decision.words().strip());
    row.setFiles(names(decision.files()));
    row.setByActor(currentActor.get().id().value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    sql.executeInsert(row);
    for (int i = 0; i < decision.remedies().size(); i++) {
      add(complaint, decision.remedies().get(i), i, owners);
    }
    keep(decision.files(), complaint, now);
    touch(complaint);
    complaint.openRequests().forEach(r -> duties.answered(complaint, r, now));
    OmbudsmanComplaintView decided = reads.find(complaint.id()).orElseThrow();
    decided.remedies().forEach(r -> duties.open(decided, r, now));
    return Outcome.done(decided);
  }

  private Map<OfficerId, OfficerView> owners(
      List<RemedyToRecord> remedies, LocalDate today, List<Refusal> refusals) {
    var owners = new HashMap<OfficerId, OfficerView>();
    for (int i = 0; i < remedies.size(); i++) {
      OfficerId owner = remedies.get(i).owner();
      if (owner != null) {
        owner(owner, today, refusals, "remedies", Integer.toString(i), "owner")
            .ifPresent(o -> owners.put(o.id(), o));
      }
    }
    return owners;
  }

  private Optional<OfficerView> owner(
      OfficerId id, LocalDate today, List<Refusal> refusals, String... path) {
    Optional<OfficerView> found = officers.find(id);
    if (found.isEmpty()) {
      refusals.add(Refusal.notFound("Officer", path));
    } else if (!found.get().worksHere(today)) {
      refusals.add(Refusal.at("OFFICER_LEFT", path));
    }
    return found;
  }

  private void add(
      OmbudsmanComplaintView complaint,
      RemedyToRecord remedy,
      int position,
      Map<OfficerId, OfficerView> owners) {
    OfficerView owner = remedy.owner() == null ? null : owners.get(remedy.owner());
    RestrictionId restriction = remedy.restriction();
    var row = new OmbudsmanRemedyRecord();
    row.setId(Ids.next());
    row.setComplaintId(complaint.id().value());
    row.setPosition(position);
    row.setKind(remedy.kind().name());
    row.setOrdered(remedy.ordered());
    row.setWhat(remedy.what().strip());
    row.setAmountPence(remedy.amountPence());
    row.setRestrictionId(restriction == null ? null : restriction.value());
    row.setOwner(owner == null ? null : owner.actor().value());
    row.setOwnerName(owner == null ? null : owner.name());
    row.setDueOn(remedy.dueOn());
    sql.executeInsert(row);
  }

  @Override
  @Transactional
  public Outcome<OmbudsmanComplaintView> assign(AssignRemedy assignment) {
    Instant now = clock.instant();
    var refusals = new ArrayList<Refusal>();
    Optional<OmbudsmanComplaintView> found =
        guarded(
            AllowedOmbudsmanAct.ASSIGN_REMEDY,
            assignment.complaint(),
            assignment.expectedVersion(),
            refusals);
    Optional<OmbudsmanRemedy> open = open(found, assignment.remedy(), refusals);
    Optional<OfficerView> owner = owner(assignment.owner(), today(now), refusals, "owner");
    if (found.isEmpty() || open.isEmpty() || owner.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    sql.update(OMBUDSMAN_REMEDY)
        .set(OMBUDSMAN_REMEDY.OWNER, owner.get().actor().value())
        .set(OMBUDSMAN_REMEDY.OWNER_NAME, owner.get().name())
        .where(OMBUDSMAN_REMEDY.ID.eq(open.get().id()))
        .execute();
    touch(found.get());
    OmbudsmanComplaintView assigned = reads.find(found.get().id()).orElseThrow();
    assigned.openRemedies().stream()
        .filter(r -> r.id().equals(assignment.remedy()))
        .forEach(r -> duties.open(assigned, r, now));
    return Outcome.done(assigned);
  }

  @Override
  @Transactional
  public Outcome<OmbudsmanComplaintView> complete(CompleteRemedy completion) {
    Instant now = clock.instant();
    var refusals = new ArrayList<Refusal>();
    Optional<OmbudsmanComplaintView> found =
        guarded(
            AllowedOmbudsmanAct.COMPLETE_REMEDY,
            completion.complaint(),
            completion.expectedVersion(),
            refusals);
    Optional<OmbudsmanRemedy> open = open(found, completion.remedy(), refusals);
    add(refusals, Acts.text(completion.proof(), FindingsRules.LONGEST_TEXT, "proof"));
    OmbudsmanRules.past(refusals, completion.doneOn(), today(now), "doneOn");
    usable(completion.files(), refusals);
    if (found.isPresent() && open.isPresent()) {
      OmbudsmanRemedy remedy = open.get();
      if (!currentActor.get().id().equals(remedy.owner())
          && !currentActor.get().holdsAny(AllowedOmbudsmanAct.DEAL)
          && refusals.isEmpty()) {
        refusals.addAll(AllowedOmbudsmanAct.deals(currentActor.get()));
      }
      if (stands(found.get(), remedy)) {
        refusals.add(Refusal.at("REMEDY_RESTRICTION_STANDS", "remedy"));
      }
    }
    if (found.isEmpty() || open.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    OmbudsmanComplaintView complaint = found.get();
    OmbudsmanRemedy remedy = open.get();
    var row = new RemedyCompletionRecord();
    row.setId(Ids.next());
    row.setRemedyId(remedy.id());
    row.setDoneOn(completion.doneOn());
    row.setProof(completion.proof().strip());
    row.setFiles(names(completion.files()));
    row.setByActor(currentActor.get().id().value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    sql.executeInsert(row);
    keep(completion.files(), complaint, now);
    touch(complaint);
    duties.done(complaint, remedy, now);
    return done(
        complaint.id(),
        completion.doneOn().isAfter(remedy.dueOn())
            ? List.of(Warning.of("REMEDY_LATE"))
            : List.of());
  }

  private static Optional<OmbudsmanRemedy> open(
      Optional<OmbudsmanComplaintView> complaint, UUID remedy, List<Refusal> refusals) {
    Optional<OmbudsmanRemedy> open =
        complaint.stream()
            .flatMap(c -> c.openRemedies().stream())
            .filter(r -> r.id().equals(remedy))
            .findFirst();
    if (open.isEmpty() && refusals.isEmpty()) {
      refusals.add(Refusal.at("REMEDY_NOT_OPEN", "remedy"));
    }
    return open;
  }

  /** Whether the restriction that is to end, or a later decision in its place, has not ended. */
  private boolean stands(OmbudsmanComplaintView complaint, OmbudsmanRemedy remedy) {
    RestrictionId restriction = remedy.restriction();
    if (remedy.kind() != RemedyKind.RESTRICTION_LIFTED || restriction == null) {
      return false;
    }
    List<RestrictionView> all = of(complaint);
    return all.stream()
        .filter(r -> r.id().equals(restriction))
        .anyMatch(
            named ->
                all.stream()
                    .anyMatch(
                        r ->
                            r.chain().first().equals(named.chain().first())
                                && !r.status().ended()));
  }

  private List<RestrictionView> of(OmbudsmanComplaintView complaint) {
    return restrictions.of(new CustomerId(complaint.customerId()));
  }

  private Optional<OmbudsmanComplaintView> guarded(
      AllowedOmbudsmanAct act,
      OmbudsmanComplaintId id,
      @Nullable Integer expectedVersion,
      List<Refusal> refusals) {
    Optional<OmbudsmanComplaintView> found = reads.find(id);
    if (found.isEmpty()) {
      refusals.add(Refusal.notFound("OmbudsmanComplaint", "complaint"));
      return found;
    }
    refusals.addAll(act.refusals(found.get(), currentActor.get()));
    add(refusals, Acts.stale(expectedVersion, found.get().version()));
    return found;
  }

  private void usable(List<FileId> named, List<Refusal> refusals) {
    if (named.size() > MOST_FILES) {
      refusals.add(
          Refusal.at("LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_FILES)), "files"));
      return;
    }
    for (int i = 0; i < named.size(); i++) {
      add(refusals, files.usable(named.get(i), currentActor.get(), "files", Integer.toString(i)));
    }
  }

  private void keep(List<FileId> kept, OmbudsmanComplaintView complaint, Instant now) {
    var owner = new GlobalId("OmbudsmanComplaint", complaint.id().value());
    kept.forEach(file -> files.keep(file, owner, complaint.customerId(), now));
  }

  /** Something was added to it that its row does not hold; its version counts up. */
  private void touch(OmbudsmanComplaintView read) {
    int changed =
        sql.update(OMBUDSMAN_COMPLAINT)
            .set(OMBUDSMAN_COMPLAINT.VERSION, read.version() + 1)
            .where(OMBUDSMAN_COMPLAINT.ID.eq(read.id().value()))
            .and(OMBUDSMAN_COMPLAINT.VERSION.eq(read.version()))
            .execute();
    if (changed == 0) {
      throw new OptimisticLockingFailureException("the complaint was changed meanwhile");
    }
  }

  private Outcome<OmbudsmanComplaintView> done(OmbudsmanComplaintId id, List<Warning> warnings) {
    return Outcome.done(reads.find(id).orElseThrow(), warnings);
  }

  private static String[] names(List<FileId> files) {
    return files.stream().map(f -> f.value().toString()).toArray(String[]::new);
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
