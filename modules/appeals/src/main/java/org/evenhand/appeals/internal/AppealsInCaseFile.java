package org.evenhand.appeals.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.appeals.AppealCourse;
import org.evenhand.appeals.AppealDetermination;
import org.evenhand.appeals.AppealLetter;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.LateDecision;
import org.evenhand.appeals.PresentedFindings;
import org.evenhand.appeals.Withdrawal;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.springframework.stereotype.Component;

/** When an appeal came in, and what was decided about its lateness (F7). */
@Component
class AppealsInCaseFile implements CaseFileContributor {

  private final AppealReads appeals;

  AppealsInCaseFile(AppealReads appeals) {
    this.appeals = appeals;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    var entries = new ArrayList<Entry>();
    for (AppealView appeal : appeals.ofCustomer(personId)) {
      if (appeal.caseId() != null && !Objects.equals(appeal.caseId(), caseId)) {
        continue;
      }
      Map<String, String> reference = Map.of("reference", appeal.reference());
      entries.add(
          new Entry(
              appeal.recordedAt(),
              appeal.inTime() ? "APPEAL_LODGED" : "APPEAL_LODGED_LATE",
              reference,
              "Appeal",
              appeal.id().value(),
              appeal.recordedBy()));
      LateDecision decision = appeal.lateDecision();
      if (decision != null) {
        entries.add(
            new Entry(
                decision.at(),
                decision.accepted() ? "APPEAL_TAKEN_IN_LATE" : "APPEAL_LEFT_OUT_OF_TIME",
                reference,
                "Appeal",
                appeal.id().value(),
                decision.by()));
      }
      course(appeal, entries);
    }
    return entries;
  }

  private static void course(AppealView appeal, List<Entry> entries) {
    AppealCourse course = appeal.course();
    AppealLetter acknowledged = course.acknowledgement();
    if (acknowledged != null) {
      entries.add(entry(appeal, acknowledged.at(), "APPEAL_ACKNOWLEDGED", acknowledged.by()));
    }
    course
        .investigators()
        .forEach(i -> entries.add(entry(appeal, i.at(), "APPEAL_INVESTIGATOR_NAMED", i.by())));
    course
        .declarations()
        .forEach(
            d ->
                entries.add(
                    new Entry(
                        d.at(),
                        "APPEAL_PART_DECLARED",
                        Map.of("reference", appeal.reference(), "part", d.part().name()),
                        "Appeal",
                        appeal.id().value(),
                        d.person())));
    course
        .investigation()
        .forEach(s -> entries.add(entry(appeal, s.at(), "APPEAL_STEP_" + s.kind(), s.by())));
    course
        .corrections()
        .forEach(c -> entries.add(entry(appeal, c.at(), "APPEAL_" + c.kind(), c.by())));
    PresentedFindings findings = course.findings();
    if (findings != null) {
      entries.add(entry(appeal, findings.at(), "APPEAL_FINDINGS_PRESENTED", findings.by()));
    }
    course
        .suspensions()
        .forEach(
            s ->
                entries.add(
                    entry(
                        appeal,
                        s.at(),
                        s.suspends() ? "APPEAL_SET_ASIDE" : "APPEAL_NOT_SET_ASIDE",
                        s.by())));
    AppealDetermination decided = course.determination();
    if (decided != null) {
      entries.add(entry(appeal, decided.at(), "APPEAL_" + decided.outcome(), decided.by()));
    }
    Withdrawal withdrawn = course.withdrawal();
    if (withdrawn != null) {
      entries.add(entry(appeal, withdrawn.at(), "APPEAL_WITHDRAWN", withdrawn.by()));
    }
    AppealLetter told = course.outcome();
    if (told != null) {
      entries.add(entry(appeal, told.at(), "APPEAL_OUTCOME_WRITTEN", told.by()));
    }
  }

  private static Entry entry(AppealView appeal, Instant at, String code, ActorId by) {
    return new Entry(
        at, code, Map.of("reference", appeal.reference()), "Appeal", appeal.id().value(), by);
  }
}
