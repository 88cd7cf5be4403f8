package org.evenhand.correspondence.internal;

import static org.evenhand.correspondence.internal.jooq.Tables.NOTICE_DRAFT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.NoticeDraftId;
import org.evenhand.correspondence.NoticeDraftView;
import org.evenhand.correspondence.NoticeDrafts;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.StaleRefusal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DraftsOfNotices implements NoticeDrafts {

  private final DSLContext sql;
  private final CurrentActor currentActor;
  private final Clock clock;

  DraftsOfNotices(DSLContext sql, CurrentActor currentActor, Clock clock) {
    this.sql = sql;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<NoticeDraftView> save(DraftToSave draft) {
    Optional<NoticeDraftView> before = of(draft.caseId(), draft.customerId());
    var refusals = new ArrayList<Refusal>();
    before
        .filter(b -> !Integer.valueOf(b.version()).equals(draft.expectedVersion()))
        .ifPresent(b -> refusals.add(new StaleRefusal(b.version())));
    within(refusals, PartsCheck.LONGEST_TEXT, draft.why(), "why");
    within(refusals, PartsCheck.LONGEST_TEXT, draft.howToReachUs(), "howToReachUs");
    within(refusals, PartsCheck.LONGEST_LINE, draft.planned().address(), "planned", "address");
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Instant now = clock.instant();
    UUID id = before.map(b -> b.id().value()).orElseGet(Ids::next);
    var values =
        Map.ofEntries(
            Map.entry(NOTICE_DRAFT.VERSION, before.map(b -> b.version() + 1).orElse(0)),
            Map.entry(NOTICE_DRAFT.WHY, draft.why()),
            Map.entry(NOTICE_DRAFT.HOW_TO_REACH_US, draft.howToReachUs()),
            Map.entry(
                NOTICE_DRAFT.OMBUDSMAN,
                draft.ombudsman().stream().map(Enum::name).sorted().toArray(String[]::new)),
            Map.entry(NOTICE_DRAFT.PLANNED_METHOD, draft.planned().method().name()),
            Map.entry(NOTICE_DRAFT.PLANNED_SEND_ON, draft.planned().sendOn()),
            Map.entry(NOTICE_DRAFT.PLANNED_ADDRESS, draft.planned().address()),
            Map.entry(NOTICE_DRAFT.LANG, draft.lang().tag()),
            Map.entry(NOTICE_DRAFT.SAVED_AT, now.atOffset(ZoneOffset.UTC)),
            Map.entry(NOTICE_DRAFT.SAVED_BY, currentActor.idOrSystem().value()));
    LetterVariant variant = draft.variant();
    String version = variant == null ? null : variant.name();
    if (before.isEmpty()) {
      sql.insertInto(NOTICE_DRAFT)
          .set(NOTICE_DRAFT.ID, id)
          .set(NOTICE_DRAFT.CASE_ID, draft.caseId())
          .set(NOTICE_DRAFT.CUSTOMER_ID, draft.customerId())
          .set(NOTICE_DRAFT.VARIANT, version)
          .set(values)
          .execute();
    } else {
      sql.update(NOTICE_DRAFT)
          .set(NOTICE_DRAFT.VARIANT, version)
          .set(values)
          .where(NOTICE_DRAFT.ID.eq(id))
          .execute();
    }
    return Outcome.done(find(new NoticeDraftId(id)).orElseThrow());
  }

  @Override
  public Optional<NoticeDraftView> find(NoticeDraftId id) {
    return where(NOTICE_DRAFT.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public Optional<NoticeDraftView> of(UUID caseId, UUID customerId) {
    return where(NOTICE_DRAFT.CASE_ID.eq(caseId).and(NOTICE_DRAFT.CUSTOMER_ID.eq(customerId)))
        .stream()
        .findFirst();
  }

  @Override
  public List<NoticeDraftView> ofCases(Collection<UUID> caseIds) {
    return where(NOTICE_DRAFT.CASE_ID.in(caseIds));
  }

  @Override
  @Transactional
  public void discard(UUID caseId, UUID customerId) {
    sql.deleteFrom(NOTICE_DRAFT)
        .where(NOTICE_DRAFT.CASE_ID.eq(caseId).and(NOTICE_DRAFT.CUSTOMER_ID.eq(customerId)))
        .execute();
  }

  private List<NoticeDraftView> where(Condition condition) {
    return sql.selectFrom(NOTICE_DRAFT)
        .where(condition)
        .orderBy(NOTICE_DRAFT.ID)
        .fetch(DraftsOfNotices::view);
  }

  private static NoticeDraftView view(Record r) {
    String variant = r.get(NOTICE_DRAFT.VARIANT);
    return new NoticeDraftView(
        new NoticeDraftId(r.get(NOTICE_DRAFT.ID)),
        r.get(NOTICE_DRAFT.VERSION),
        r.get(NOTICE_DRAFT.CASE_ID),
        r.get(NOTICE_DRAFT.CUSTOMER_ID),
        r.get(NOTICE_DRAFT.WHY),
        r.get(NOTICE_DRAFT.HOW_TO_REACH_US),
        Arrays.stream(r.get(NOTICE_DRAFT.OMBUDSMAN))
            .map(Ombudsman::valueOf)
            .collect(Collectors.toSet()),
        new PlannedService(
            ServiceMethod.valueOf(r.get(NOTICE_DRAFT.PLANNED_METHOD)),
            r.get(NOTICE_DRAFT.PLANNED_SEND_ON),
            r.get(NOTICE_DRAFT.PLANNED_ADDRESS)),
        new Language(r.get(NOTICE_DRAFT.LANG)),
        variant == null ? null : LetterVariant.valueOf(variant),
        r.get(NOTICE_DRAFT.SAVED_AT).toInstant(),
        new ActorId(r.get(NOTICE_DRAFT.SAVED_BY)));
  }

  private static void within(
      List<Refusal> refusals, int longest, @Nullable String text, String... path) {
    if (text != null && text.length() > longest) {
      refusals.add(Refusal.at("TEXT_TOO_LONG", Map.of("longest", Integer.toString(longest)), path));
    }
  }
}
