package org.evenhand.correspondence.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.PrintBatchId;
import org.evenhand.correspondence.PrintBatchView;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batches for the printer and the letters in them. */
@Component
class PrintBatchRows {

  private static final String COLUMNS =
      """
      select id, version, reference, post_on, made_at, made_by, handed_over_at, posted_on, file
        from correspondence.print_batch\s""";

  private final JdbcClient jdbc;

  PrintBatchRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Letters for the post that nothing is recorded of and that are in no batch, oldest first. */
  List<NoticeId> due(LocalDate postOn, int most) {
    return jdbc
        .sql(
            """
            select n.id from correspondence.notice n
             where n.status = 'ISSUED' and n.planned_method in ('FIRST_CLASS', 'SECOND_CLASS')
               and n.planned_send_on <= ?
               and not exists (select 1 from correspondence.print_item i where i.notice_id = n.id)
             order by n.issued_at, n.id limit ?
            """)
        .params(postOn, most)
        .query(UUID.class)
        .list()
        .stream()
        .map(NoticeId::new)
        .toList();
  }

  String nextReference(int year) {
    long number =
        jdbc.sql("select nextval('correspondence.print_batch_number')").query(Long.class).single();
    return String.format(Locale.ROOT, "B-%d-%06d", year, number);
  }

  void keep(PrintBatchView batch) {
    jdbc.sql(
            """
            insert into correspondence.print_batch
              (id, version, reference, post_on, made_at, made_by, file)
            values (?, 0, ?, ?, ?, ?, ?)
            """)
        .param(batch.id().value())
        .param(batch.reference())
        .param(batch.postOn())
        .param(Timestamp.from(batch.madeAt()))
        .param(batch.madeBy().value())
        .param(batch.fileId() == null ? null : batch.fileId().value())
        .update();
    for (PrintBatchView.Item item : batch.items()) {
      jdbc.sql(
              """
              insert into correspondence.print_item
                (batch_id, position, notice_id, method, file_name, digest)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(
              batch.id().value(),
              item.position(),
              item.noticeId(),
              item.method().name(),
              item.fileName(),
              item.digest())
          .update();
    }
  }

  void posted(PrintBatchId id, LocalDate on, Instant now, ActorId by) {
    jdbc.sql(
            """
            update correspondence.print_batch
               set posted_on = ?, confirmed_at = ?, confirmed_by = ?, version = version + 1
             where id = ?
            """)
        .params(on, Timestamp.from(now), by.value(), id.value())
        .update();
  }

  void handOverAgain(PrintBatchId id) {
    jdbc.sql(
            """
            update correspondence.print_batch
               set handed_over_at = null, version = version + 1 where id = ?
            """)
        .param(id.value())
        .update();
  }

  List<PrintBatchId> toHandOver() {
    return jdbc
        .sql(
            "select id from correspondence.print_batch where handed_over_at is null order by"
                + " made_at")
        .query(UUID.class)
        .list()
        .stream()
        .map(PrintBatchId::new)
        .toList();
  }

  void handedOver(PrintBatchId id, Instant now) {
    jdbc.sql(
            """
            update correspondence.print_batch set handed_over_at = ?, version = version + 1
             where id = ? and handed_over_at is null
            """)
        .params(Timestamp.from(now), id.value())
        .update();
  }

  Optional<PrintBatchView> find(PrintBatchId id) {
    return whole(
            jdbc.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query((row, n) -> bare(row))
                .list())
        .stream()
        .findFirst();
  }

  Page<PrintBatchView> page(Page.Request request) {
    Map<String, Object> params = new HashMap<>();
    params.put("after", request.after());
    params.put("limit", request.limit());
    List<PrintBatchView> rows =
        jdbc.sql(
                COLUMNS
                    + """
                    where (:after::uuid is null or (made_at, id) <
                           (select a.made_at, a.id from correspondence.print_batch a
                             where a.id = :after::uuid))
                    order by made_at desc, id desc limit :limit
                    """)
            .params(params)
            .query((row, n) -> bare(row))
            .list();
    int count =
        jdbc.sql("select count(*) from correspondence.print_batch").query(Integer.class).single();
    return Page.of(whole(rows), request, batch -> batch.id().value(), count);
  }

  /** With their letters, in one statement for all. */
  private List<PrintBatchView> whole(List<PrintBatchView> bare) {
    Map<UUID, List<PrintBatchView.Item>> items = new HashMap<>();
    jdbc.sql(
            """
            select batch_id, position, notice_id, method, file_name, digest
              from correspondence.print_item where batch_id = any(?) order by batch_id, position
            """)
        .param(bare.stream().map(batch -> batch.id().value()).toArray(UUID[]::new))
        .query(
            row -> {
              items
                  .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                  .add(
                      new PrintBatchView.Item(
                          row.getInt(2),
                          row.getObject(3, UUID.class),
                          ServiceMethod.valueOf(row.getString(4)),
                          row.getString(5),
                          row.getString(6)));
            });
    return bare.stream()
        .map(
            b ->
                new PrintBatchView(
                    b.id(),
                    b.version(),
                    b.reference(),
                    b.postOn(),
                    b.madeAt(),
                    b.madeBy(),
                    b.handedOverAt(),
                    b.postedOn(),
                    b.fileId(),
                    items.getOrDefault(b.id().value(), List.of())))
        .toList();
  }

  private static PrintBatchView bare(ResultSet row) throws SQLException {
    Timestamp handedOver = row.getTimestamp("handed_over_at");
    return new PrintBatchView(
        new PrintBatchId(row.getObject("id", UUID.class)),
        row.getInt("version"),
        row.getString("reference"),
        row.getObject("post_on", LocalDate.class),
        row.getTimestamp("made_at").toInstant(),
        new ActorId(row.getString("made_by")),
        instant(handedOver),
        row.getObject("posted_on", LocalDate.class),
        Optional.ofNullable(row.getObject("file", UUID.class)).map(FileId::new).orElse(null),
        List.of());
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
