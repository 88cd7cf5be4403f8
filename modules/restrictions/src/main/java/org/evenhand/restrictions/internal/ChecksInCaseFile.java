package org.evenhand.restrictions.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CaseFileContributor;
import org.springframework.stereotype.Component;

/** Each time the front line asked about this person; what it was told can be told again (F7). */
@Component
class ChecksInCaseFile implements CaseFileContributor {

  private final AuditTrail auditTrail;

  ChecksInCaseFile(AuditTrail auditTrail) {
    this.auditTrail = auditTrail;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    return auditTrail.answersOf(personId, PastChecks.ACT).stream()
        .map(
            given ->
                new Entry(
                    given.at(),
                    "CONTACT_CHECKED",
                    Map.of(),
                    PastChecks.TYPE,
                    given.id(),
                    given.actor()))
        .toList();
  }
}
