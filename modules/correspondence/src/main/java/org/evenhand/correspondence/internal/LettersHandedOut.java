package org.evenhand.correspondence.internal;

import java.time.Instant;
import java.util.Optional;
import org.evenhand.correspondence.LetterDocument;
import org.evenhand.correspondence.LetterDownloads;
import org.evenhand.correspondence.LetterFormat;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.DownloadLinks;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LettersHandedOut implements LetterDownloads {

  private final NoticeReads reads;
  private final DownloadLinks links;
  private final AuditTrail auditTrail;

  LettersHandedOut(NoticeReads reads, DownloadLinks links, AuditTrail auditTrail) {
    this.reads = reads;
    this.links = links;
    this.auditTrail = auditTrail;
  }

  @Override
  public FileLink link(NoticeId notice, LetterFormat format, Actor by, Instant now) {
    return links.link(
        "/files/letters/" + GlobalId.of("Notice", notice.value()) + "/" + format.extension(),
        notice.value(),
        by,
        now);
  }

  @Override
  @Transactional
  public Outcome<LetterDocument> open(
      NoticeId notice, LetterFormat format, String token, Actor by, Instant now) {
    Refusal closed = links.refusal(notice.value(), token, by, now);
    if (closed != null) {
      return Outcome.refused(closed);
    }
    if (reads.erased(notice.value())) {
      return Outcome.refused(Refusal.of("FILE_ERASED"));
    }
    Optional<LetterDocument> document = reads.document(notice.value(), format);
    if (document.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Notice"));
    }
    auditTrail.recordReadOf(
        "letterDownload",
        "Notice",
        notice.value(),
        reads.find(notice.value()).orElseThrow().customerId());
    return Outcome.done(document.get());
  }
}
