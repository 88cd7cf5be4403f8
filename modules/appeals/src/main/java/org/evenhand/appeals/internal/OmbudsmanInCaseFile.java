package org.evenhand.appeals.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.OmbudsmanDecision;
import org.evenhand.appeals.OmbudsmanRemedy;
import org.evenhand.appeals.OmbudsmanReply;
import org.evenhand.appeals.OmbudsmanRequest;
import org.evenhand.appeals.RemedyCompletion;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.springframework.stereotype.Component;

/** What an Ombudsman asked and decided, and what was put right (F7). */
@Component
class OmbudsmanInCaseFile implements CaseFileContributor {

  private final OmbudsmanReads complaints;

  OmbudsmanInCaseFile(OmbudsmanReads complaints) {
    this.complaints = complaints;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    var entries = new ArrayList<Entry>();
    for (OmbudsmanComplaintView complaint : complaints.ofCustomer(personId)) {
      if (complaint.caseId() == null || Objects.equals(complaint.caseId(), caseId)) {
        contribute(complaint, entries);
      }
    }
    return entries;
  }

  private static void contribute(OmbudsmanComplaintView complaint, List<Entry> entries) {
    entries.add(
        entry(
            complaint,
            complaint.recordedAt(),
            "OMBUDSMAN_COMPLAINT_" + complaint.scheme(),
            complaint.recordedBy()));
    for (OmbudsmanRequest request : complaint.requests()) {
      entries.add(entry(complaint, request.at(), "OMBUDSMAN_SENT_" + request.kind(), request.by()));
      OmbudsmanReply reply = request.reply();
      if (reply != null) {
        entries.add(entry(complaint, reply.at(), "OMBUDSMAN_ANSWERED", reply.by()));
      }
    }
    OmbudsmanDecision decision = complaint.decision();
    if (decision != null) {
      entries.add(
          entry(
              complaint, decision.at(), "OMBUDSMAN_" + decision.finding().result(), decision.by()));
    }
    for (OmbudsmanRemedy remedy : complaint.remedies()) {
      RemedyCompletion completion = remedy.completion();
      if (completion != null) {
        entries.add(
            entry(
                complaint, completion.at(), "OMBUDSMAN_REMEDY_" + remedy.kind(), completion.by()));
      }
    }
  }

  private static Entry entry(
      OmbudsmanComplaintView complaint, Instant at, String code, ActorId by) {
    return new Entry(
        at,
        code,
        Map.of("reference", complaint.schemeReference()),
        "OmbudsmanComplaint",
        complaint.id().value(),
        by);
  }
}
