package org.evenhand.correspondence.internal;

import static org.evenhand.correspondence.internal.jooq.Tables.NOTICE;
import static org.evenhand.correspondence.internal.jooq.Tables.NOTICE_LETTER;
import static org.evenhand.correspondence.internal.jooq.Tables.NOTICE_PDF;
import static org.evenhand.correspondence.internal.jooq.Tables.SERVICE_ENTRY;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.CrmRecording;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Letter;
import org.evenhand.correspondence.LetterDocument;
import org.evenhand.correspondence.LetterFormat;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeStatus;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notification;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.ServiceEntry;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads notices with their service history in one statement, and writes the rows never changed. */
@Component
public class NoticeReads {

  private static final Field<List<ServiceEntry>> SERVICE =
      multiset(
              select(
                      SERVICE_ENTRY.ATTEMPT,
                      SERVICE_ENTRY.METHOD,
                      SERVICE_ENTRY.ADDRESS,
                      SERVICE_ENTRY.SENT_AT,
                      SERVICE_ENTRY.OUTCOME,
                      SERVICE_ENTRY.DELIVERED_AT,
                      SERVICE_ENTRY.EVIDENCE,
                      SERVICE_ENTRY.RECORDED_AT,
                      SERVICE_ENTRY.RECORDED_BY)
                  .from(SERVICE_ENTRY)
                  .where(SERVICE_ENTRY.NOTICE_ID.eq(NOTICE.ID))
                  .orderBy(SERVICE_ENTRY.POSITION))
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new ServiceEntry(
                              r.value1(),
                              ServiceMethod.valueOf(r.value2()),
                              r.value3(),
                              r.value4().toInstant(),
                              ServiceOutcome.valueOf(r.value5()),
                              instant(r.value6()),
                              r.value7(),
                              r.value8().toInstant(),
                              new ActorId(r.value9()))));

  private static final Field<Integer> PDF_SIZE =
      DSL.function("octet_length", Integer.class, NOTICE_PDF.CONTENT);

  private final DSLContext sql;
  private final JsonMapper json = JsonMapper.builder().build();

  NoticeReads(DSLContext sql) {
    this.sql = sql;
  }

  /** The number that the next notice is quoted by. */
  long nextNumber() {
    return sql.nextval(org.evenhand.correspondence.internal.jooq.Sequences.NOTICE_NUMBER);
  }

  void keep(UUID notice, NoticeParts parts, Letter letter, LetterDocument pdf) {
    sql.insertInto(NOTICE_LETTER)
        .set(NOTICE_LETTER.NOTICE_ID, notice)
        .set(NOTICE_LETTER.PARTS, json.writeValueAsString(parts))
        .set(NOTICE_LETTER.HTML, letter.html())
        .set(NOTICE_LETTER.PLAIN, letter.text())
        .set(NOTICE_LETTER.DIGEST, letter.digest())
        .execute();
    sql.insertInto(NOTICE_PDF)
        .set(NOTICE_PDF.NOTICE_ID, notice)
        .set(NOTICE_PDF.CONTENT, pdf.content())
        .set(NOTICE_PDF.DIGEST, pdf.digest())
        .execute();
  }

  void keep(UUID notice, int position, ServiceEntry entry) {
    Instant deliveredAt = entry.deliveredAt();
    sql.insertInto(SERVICE_ENTRY)
        .set(SERVICE_ENTRY.NOTICE_ID, notice)
        .set(SERVICE_ENTRY.POSITION, position)
        .set(SERVICE_ENTRY.ATTEMPT, entry.attempt())
        .set(SERVICE_ENTRY.METHOD, entry.method().name())
        .set(SERVICE_ENTRY.ADDRESS, entry.address())
        .set(SERVICE_ENTRY.SENT_AT, entry.sentAt().atOffset(ZoneOffset.UTC))
        .set(SERVICE_ENTRY.OUTCOME, entry.outcome().name())
        .set(
            SERVICE_ENTRY.DELIVERED_AT,
            deliveredAt == null ? null : deliveredAt.atOffset(ZoneOffset.UTC))
        .set(SERVICE_ENTRY.EVIDENCE, entry.evidence())
        .set(SERVICE_ENTRY.RECORDED_AT, entry.recordedAt().atOffset(ZoneOffset.UTC))
        .set(SERVICE_ENTRY.RECORDED_BY, entry.recordedBy().value())
        .execute();
  }

  public Optional<NoticeView> find(UUID id) {
    return notices().where(NOTICE.ID.eq(id)).fetchOptional(this::view);
  }

  /** Those that exist, by id. */
  Map<NoticeId, NoticeView> find(Collection<NoticeId> ids) {
    Map<NoticeId, NoticeView> found = new HashMap<>();
    notices()
        .where(NOTICE.ID.in(ids.stream().map(NoticeId::value).toList()))
        .forEach(
            r -> {
              NoticeView view = view(r);
              found.put(view.id(), view);
            });
    return found;
  }

  private List<NoticeView> where(Condition condition) {
    return notices().where(condition).orderBy(NOTICE.ISSUED_AT, NOTICE.ID).fetch(this::view);
  }

  public List<NoticeView> ofCase(UUID caseId) {
    return where(NOTICE.CASE_ID.eq(caseId));
  }

  public List<NoticeView> ofCustomer(UUID customerId) {
    return where(NOTICE.CUSTOMER_ID.eq(customerId));
  }

  /** The first pages of several customers in one statement, latest notice first. */
  public Map<UUID, Page<NoticeView>> firstPages(Collection<UUID> customers, Page.Request request) {
    var ranked =
        select(
                NOTICE.ID,
                rowNumber()
                    .over(
                        partitionBy(NOTICE.CUSTOMER_ID)
                            .orderBy(NOTICE.ISSUED_AT.desc(), NOTICE.ID.desc()))
                    .as("place"))
            .from(NOTICE)
            .where(NOTICE.CUSTOMER_ID.in(customers))
            .asTable("ranked");
    Map<UUID, List<NoticeView>> rows = new LinkedHashMap<>();
    customers.forEach(c -> rows.put(c, new java.util.ArrayList<>()));
    notices()
        .where(
            NOTICE.ID.in(
                select(ranked.field(NOTICE.ID))
                    .from(ranked)
                    .where(
                        Objects.requireNonNull(ranked.field("place", Integer.class))
                            .le(request.limit()))))
        .orderBy(NOTICE.ISSUED_AT.desc(), NOTICE.ID.desc())
        .forEach(r -> Objects.requireNonNull(rows.get(r.get(NOTICE.CUSTOMER_ID))).add(view(r)));
    Map<UUID, Integer> counts =
        sql.select(NOTICE.CUSTOMER_ID, DSL.count())
            .from(NOTICE)
            .where(NOTICE.CUSTOMER_ID.in(customers))
            .groupBy(NOTICE.CUSTOMER_ID)
            .fetchMap(NOTICE.CUSTOMER_ID, DSL.count());
    Map<UUID, Page<NoticeView>> pages = new HashMap<>();
    rows.forEach(
        (customer, found) ->
            pages.put(
                customer,
                Page.of(found, request, n -> n.id().value(), counts.getOrDefault(customer, 0))));
    return pages;
  }

  /** A later page of one customer. */
  public Page<NoticeView> page(UUID customer, Page.Request request) {
    Condition after =
        request.after() == null
            ? DSL.noCondition()
            : row(NOTICE.ISSUED_AT, NOTICE.ID)
                .lt(
                    select(NOTICE.as("cursor").ISSUED_AT, NOTICE.as("cursor").ID)
                        .from(NOTICE.as("cursor"))
                        .where(NOTICE.as("cursor").ID.eq(request.after()))
                        .and(NOTICE.as("cursor").CUSTOMER_ID.eq(customer)));
    List<NoticeView> rows =
        notices()
            .where(NOTICE.CUSTOMER_ID.eq(customer))
            .and(after)
            .orderBy(NOTICE.ISSUED_AT.desc(), NOTICE.ID.desc())
            .limit(request.limit())
            .fetch(this::view);
    int count = sql.fetchCount(NOTICE, NOTICE.CUSTOMER_ID.eq(customer));
    return Page.of(rows, request, n -> n.id().value(), count);
  }

  public Map<UUID, Letter> letters(Collection<UUID> notices) {
    return sql.select(
            NOTICE_LETTER.NOTICE_ID, NOTICE_LETTER.HTML, NOTICE_LETTER.PLAIN, NOTICE_LETTER.DIGEST)
        .from(NOTICE_LETTER)
        .where(NOTICE_LETTER.NOTICE_ID.in(notices))
        .fetchMap(
            NOTICE_LETTER.NOTICE_ID,
            r ->
                new Letter(
                    r.get(NOTICE_LETTER.HTML),
                    r.get(NOTICE_LETTER.PLAIN),
                    r.get(NOTICE_LETTER.DIGEST)));
  }

  /** Whether its words were erased (T26). */
  boolean erased(UUID notice) {
    return sql.fetchExists(NOTICE, NOTICE.ID.eq(notice).and(NOTICE.ERASED_AT.isNotNull()));
  }

  public Optional<LetterDocument> document(UUID notice, LetterFormat format) {
    return switch (format) {
      case HTML -> document(notice, format, NOTICE_LETTER.HTML);
      case TEXT -> document(notice, format, NOTICE_LETTER.PLAIN);
      case PDF ->
          sql.select(NOTICE_PDF.CONTENT, NOTICE_PDF.DIGEST)
              .from(NOTICE_PDF)
              .where(NOTICE_PDF.NOTICE_ID.eq(notice))
              .fetchOptional(r -> new LetterDocument(format, r.value1(), r.value2()));
    };
  }

  /**
   * A document without its content.
   *
   * @param size in bytes
   */
  public record Kept(NoticeId notice, LetterFormat format, int size, String digest) {}

  /** What is kept of each of these letters, in the order of the formats. */
  public Map<UUID, List<Kept>> documents(Collection<UUID> notices) {
    Map<UUID, List<Kept>> found = new HashMap<>();
    letters(notices)
        .forEach(
            (notice, letter) ->
                found.put(
                    notice,
                    new java.util.ArrayList<>(
                        List.of(
                            kept(notice, LetterFormat.HTML, letter.html()),
                            kept(notice, LetterFormat.TEXT, letter.text())))));
    sql.select(NOTICE_PDF.NOTICE_ID, PDF_SIZE, NOTICE_PDF.DIGEST)
        .from(NOTICE_PDF)
        .where(NOTICE_PDF.NOTICE_ID.in(notices))
        .forEach(
            r ->
                Objects.requireNonNull(found.get(r.value1()))
                    .add(
                        new Kept(
                            new NoticeId(r.value1()), LetterFormat.PDF, r.value2(), r.value3())));
    return found;
  }

  private static Kept kept(UUID notice, LetterFormat format, String words) {
    LetterDocument document = LetterDocument.of(format, words.getBytes(StandardCharsets.UTF_8));
    return new Kept(new NoticeId(notice), format, document.content().length, document.digest());
  }

  private Optional<LetterDocument> document(
      UUID notice, LetterFormat format, Field<String> column) {
    return sql.select(column)
        .from(NOTICE_LETTER)
        .where(NOTICE_LETTER.NOTICE_ID.eq(notice))
        .fetchOptional(column)
        .map(words -> LetterDocument.of(format, words.getBytes(StandardCharsets.UTF_8)));
  }

  private SelectOnConditionStep<Record> notices() {
    return sql.select(NOTICE.fields())
        .select(NOTICE_LETTER.PARTS, NOTICE_LETTER.DIGEST, SERVICE)
        .from(NOTICE)
        .join(NOTICE_LETTER)
        .on(NOTICE_LETTER.NOTICE_ID.eq(NOTICE.ID));
  }

  private NoticeView view(Record r) {
    Instant notifiedAt = instant(r.get(NOTICE.NOTIFIED_AT));
    String crmBy = r.get(NOTICE.CRM_RECORDED_BY);
    return new NoticeView(
        new NoticeId(r.get(NOTICE.ID)),
        r.get(NOTICE.VERSION),
        r.get(NOTICE.REFERENCE),
        NoticeKind.valueOf(r.get(NOTICE.KIND)),
        NoticeStatus.valueOf(r.get(NOTICE.STATUS)),
        r.get(NOTICE.CUSTOMER_ID),
        r.get(NOTICE.ADDRESSEE),
        r.get(NOTICE.CASE_ID),
        r.get(NOTICE.POLICY_VERSION_ID),
        r.get(NOTICE.DESIGNATES),
        r.get(NOTICE.RESTRICTS),
        r.get(NOTICE.APPEALABLE),
        json.readValue(r.get(NOTICE_LETTER.PARTS), NoticeParts.class),
        new PlannedService(
            ServiceMethod.valueOf(r.get(NOTICE.PLANNED_METHOD)),
            r.get(NOTICE.PLANNED_SEND_ON),
            r.get(NOTICE.PLANNED_ADDRESS)),
        new Language(r.get(NOTICE.LANG)),
        LetterVariant.valueOf(r.get(NOTICE.VARIANT)),
        r.get(NOTICE_LETTER.DIGEST),
        r.get(NOTICE.ISSUED_AT).toInstant(),
        new ActorId(r.get(NOTICE.SIGNED_BY)),
        r.get(NOTICE.SIGNATORY),
        r.get(NOTICE.SIGNED_BY_HEAD),
        r.get(NOTICE.PRINTED_LAST_APPEAL_DAY),
        notifiedAt == null
            ? null
            : new Notification(
                notifiedAt, r.get(NOTICE.NOTIFIED_ON), r.get(NOTICE.NOTIFIED_ACTUALLY)),
        r.get(NOTICE.LAST_APPEAL_DAY),
        r.get(SERVICE),
        new CrmRecording(
            r.get(NOTICE.CRM_DUE_ON),
            r.get(NOTICE.CRM_REFERENCE),
            instant(r.get(NOTICE.CRM_RECORDED_AT)),
            crmBy == null ? null : new ActorId(crmBy)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
