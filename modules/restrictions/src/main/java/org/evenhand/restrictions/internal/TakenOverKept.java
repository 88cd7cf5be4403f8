package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.REGISTER_IMPORT;
import static org.evenhand.restrictions.internal.jooq.Tables.TAKEN_OVER;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.foundation.Ids;
import org.evenhand.restrictions.internal.RegisterImports.Run;
import org.evenhand.restrictions.internal.jooq.tables.records.TakenOverRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps what earlier registers said, and when they were taken over. */
@Component
public class TakenOverKept {

  private final DSLContext dsl;

  TakenOverKept(DSLContext dsl) {
    this.dsl = dsl;
  }

  void add(Run run) {
    dsl.insertInto(REGISTER_IMPORT)
        .set(REGISTER_IMPORT.ID, run.id())
        .set(REGISTER_IMPORT.SOURCE, run.source())
        .set(REGISTER_IMPORT.AT, run.importedAt().atOffset(ZoneOffset.UTC))
        .set(REGISTER_IMPORT.BY_ACTOR, run.importedBy())
        .set(REGISTER_IMPORT.ENTRIES, run.entries())
        .execute();
  }

  Optional<Run> run(UUID id) {
    return dsl.selectFrom(REGISTER_IMPORT)
        .where(REGISTER_IMPORT.ID.eq(id))
        .fetchOptional(
            r ->
                new Run(
                    r.getId(),
                    r.getSource(),
                    r.getAt().toInstant(),
                    r.getByActor(),
                    r.getEntries()));
  }

  void add(TakenOver entry) {
    var how = entry.sentHow();
    var notified = entry.notifiedAt();
    dsl.insertInto(TAKEN_OVER)
        .set(TAKEN_OVER.ID, Ids.next())
        .set(TAKEN_OVER.RESTRICTION_ID, entry.restrictionId())
        .set(TAKEN_OVER.IMPORT_ID, entry.importId())
        .set(TAKEN_OVER.SOURCE, entry.source())
        .set(TAKEN_OVER.SOURCE_REFERENCE, entry.sourceReference())
        .set(TAKEN_OVER.DIGEST, entry.digest())
        .set(TAKEN_OVER.DECIDED_BY, entry.decidedBy())
        .set(TAKEN_OVER.SENT_HOW, how == null ? null : how.name())
        .set(TAKEN_OVER.SENT_ON, entry.sentOn())
        .set(TAKEN_OVER.NOTIFIED_AT, notified == null ? null : notified.atOffset(ZoneOffset.UTC))
        .set(TAKEN_OVER.REVIEW_ON, entry.reviewOn())
        .set(TAKEN_OVER.APPEAL_TOLD, entry.appealTold())
        .set(TAKEN_OVER.WORDING, entry.wording())
        .execute();
  }

  /** What is here already of that register, by that register's own references. */
  Map<String, TakenOver> of(String source, Collection<String> references) {
    return dsl.selectFrom(TAKEN_OVER)
        .where(TAKEN_OVER.SOURCE.eq(source))
        .and(TAKEN_OVER.SOURCE_REFERENCE.in(references))
        .fetchMap(TAKEN_OVER.SOURCE_REFERENCE, TakenOverKept::entry);
  }

  /** Those of these restrictions that were taken over. */
  public Map<UUID, TakenOver> of(Collection<UUID> restrictions) {
    return dsl.selectFrom(TAKEN_OVER)
        .where(TAKEN_OVER.RESTRICTION_ID.in(restrictions))
        .fetchMap(TAKEN_OVER.RESTRICTION_ID, TakenOverKept::entry);
  }

  private static TakenOver entry(TakenOverRecord r) {
    OffsetDateTime notified = r.getNotifiedAt();
    return new TakenOver(
        r.getRestrictionId(),
        r.getImportId(),
        r.getSource(),
        r.getSourceReference(),
        r.getDigest(),
        r.getDecidedBy(),
        r.getSentHow() == null ? null : ServiceMethod.valueOf(r.getSentHow()),
        r.getSentOn(),
        notified == null ? null : notified.toInstant(),
        r.getReviewOn(),
        r.getAppealTold(),
        r.getWording());
  }
}
