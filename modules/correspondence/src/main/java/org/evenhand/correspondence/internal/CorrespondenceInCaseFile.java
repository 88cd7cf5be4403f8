package org.evenhand.correspondence.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.correspondence.ServiceEntry;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.springframework.stereotype.Component;

/** What was written, when it arrived, and when the policy was given (F7). */
@Component
class CorrespondenceInCaseFile implements CaseFileContributor {

  private final NoticeReads notices;
  private final PolicyShares shares;

  CorrespondenceInCaseFile(NoticeReads notices, PolicyShares shares) {
    this.notices = notices;
    this.shares = shares;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    var entries = new ArrayList<Entry>();
    for (NoticeView notice : notices.ofCustomer(personId)) {
      if (notice.caseId() == null || Objects.equals(notice.caseId(), caseId)) {
        add(entries, notice);
      }
    }
    for (PolicyShareView share : shares.ofCustomer(personId)) {
      entries.add(
          new Entry(
              share.sharedAt(),
              share.withWarning() ? "POLICY_SHARED_WITH_WARNING" : "POLICY_SHARED",
              Map.of("label", share.policyVersionLabel()),
              "PolicyShare",
              share.id().value(),
              share.recordedBy()));
    }
    return entries;
  }

  private static void add(List<Entry> entries, NoticeView notice) {
    Map<String, String> reference = Map.of("reference", notice.reference());
    entries.add(
        entry(
            notice,
            notice.issuedAt(),
            "NOTICE_ISSUED_" + notice.kind(),
            reference,
            notice.signedBy()));
    for (ServiceEntry service : notice.service()) {
      entries.add(
          entry(
              notice,
              service.recordedAt(),
              "NOTICE_" + service.outcome(),
              reference,
              service.recordedBy()));
    }
    var crm = notice.crm();
    if (crm.recordedAt() != null && crm.reference() != null) {
      entries.add(
          new Entry(
              crm.recordedAt(),
              "NOTICE_ON_CRM",
              Map.of("reference", notice.reference(), "crm", crm.reference()),
              "Notice",
              notice.id().value(),
              crm.recordedBy()));
    }
  }

  private static Entry entry(
      NoticeView notice,
      java.time.Instant at,
      String code,
      Map<String, String> parameters,
      ActorId by) {
    return new Entry(at, code, parameters, "Notice", notice.id().value(), by);
  }
}
