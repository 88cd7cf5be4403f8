package org.evenhand.correspondence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenhand.correspondence.LetterDocument;
import org.evenhand.correspondence.LetterFormat;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.PrintBatchId;
import org.evenhand.correspondence.PrintBatchView;
import org.evenhand.correspondence.PrintBatches;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.correspondence.UnsafeAddresses;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Batches of letters for the printer (P10.3). A batch is committed before its archive is written,
 * so no letter is printed that the house knows nothing of; a node that falls in between leaves the
 * batch to the next look, which writes the same archive under the same name.
 */
@Service
public class PrintingNotices implements PrintBatches {

  private static final Logger LOG = LoggerFactory.getLogger(PrintingNotices.class);

  /** The rest go into the next batch. */
  private static final int MOST_LETTERS = 500;

  private final PrintBatchRows rows;
  private final Notices notices;
  private final UnsafeAddresses unsafeAddresses;
  private final Files files;
  private final CurrentActor currentActor;
  private final WorkingDays calendar;
  private final Clock clock;
  private final String folder;
  private final LocalTime cutOff;
  private final boolean sweeping;

  PrintingNotices(
      PrintBatchRows rows,
      Notices notices,
      UnsafeAddresses unsafeAddresses,
      Files files,
      CurrentActor currentActor,
      WorkingDays calendar,
      Clock clock,
      @Value("${evenhand.correspondence.print.folder:}") String folder,
      @Value("${evenhand.correspondence.print.cut-off:15:00}") String cutOff,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.rows = rows;
    this.notices = notices;
    this.unsafeAddresses = unsafeAddresses;
    this.files = files;
    this.currentActor = currentActor;
    this.calendar = calendar;
    this.clock = clock;
    this.folder = folder.strip();
    this.cutOff = LocalTime.parse(cutOff);
    this.sweeping = sweeping;
  }

  @Override
  @Transactional
  public Outcome<PrintBatchView> make() {
    List<Refusal> nowhere = nowhere();
    if (!nowhere.isEmpty()) {
      return Outcome.refused(nowhere);
    }
    Instant now = clock.instant();
    LocalDate postOn = PrintRules.postOn(now, cutOff, calendar);
    List<PrintBatchView.Item> items = items(postOn);
    if (items.isEmpty()) {
      return Outcome.refused(Refusal.of("PRINT_NOTHING_DUE"));
    }
    var batch =
        new PrintBatchView(
            new PrintBatchId(Ids.next()),
            0,
            rows.nextReference(postOn.getYear()),
            postOn,
            now,
            currentActor.idOrSystem(),
            null,
            null,
            null,
            items);
    PrintArchive archive = archive(batch);
    PrintBatchView filed =
        batch.in(
            files
                .make(
                    archive.fileName(),
                    "application/zip",
                    new GlobalId("PrintBatch", batch.id().value()),
                    null,
                    archive::write,
                    currentActor.get(),
                    now)
                .id());
    rows.keep(filed);
    return Outcome.done(filed);
  }

  private List<PrintBatchView.Item> items(LocalDate postOn) {
    List<NoticeId> due = rows.due(postOn, MOST_LETTERS);
    Map<NoticeId, NoticeView> views = notices.find(due);
    var items = new ArrayList<PrintBatchView.Item>();
    for (NoticeId id : due) {
      NoticeView notice = views.get(id);
      Optional<LetterDocument> pdf = notices.document(id, LetterFormat.PDF);
      if (notice == null
          || notice.variant().madeElsewhere()
          || pdf.isEmpty()
          || unsafeAddresses.unsafe(notice.customerId(), notice.planned().address())) {
        continue;
      }
      int position = items.size() + 1;
      items.add(
          new PrintBatchView.Item(
              position,
              id.value(),
              notice.planned().method(),
              String.format(Locale.ROOT, "%04d_%s.pdf", position, notice.reference()),
              pdf.get().digest()));
    }
    return items;
  }

  @Override
  @Transactional
  public Outcome<PrintBatchView> confirm(
      PrintBatchId id, @Nullable Integer expectedVersion, LocalDate postedOn) {
    Optional<PrintBatchView> found = rows.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("PrintBatch", "batch"));
    }
    PrintBatchView batch = found.get();
    Instant now = clock.instant();
    var refusals = new ArrayList<Refusal>();
    Refusal stale = Acts.stale(expectedVersion, batch.version());
    if (stale != null) {
      refusals.add(stale);
    }
    refusals.addAll(PrintRules.closed(batch));
    refusals.addAll(PrintRules.refusals(batch, postedOn, now));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Instant sentAt = PrintRules.sentAt(batch, postedOn, now);
    boolean otherwise = false;
    for (PrintBatchView.Item item : batch.items()) {
      Outcome<NoticeView> sent =
          notices.recordService(
              new NoticeId(item.noticeId()),
              new ServiceRecord(
                  item.method(),
                  sentAt,
                  ServiceOutcome.SENT,
                  null,
                  batch.reference() + " " + item.fileName()));
      otherwise |= sent instanceof Outcome.Refused<NoticeView>;
    }
    rows.posted(id, postedOn, now, currentActor.idOrSystem());
    return Outcome.done(
        rows.find(id).orElseThrow(),
        otherwise ? List.of(Warning.of("PRINT_ITEM_SERVED_OTHERWISE")) : List.of());
  }

  @Override
  @Transactional
  public Outcome<PrintBatchView> reprint(PrintBatchId id, @Nullable Integer expectedVersion) {
    Optional<PrintBatchView> found = rows.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("PrintBatch", "batch"));
    }
    var refusals = new ArrayList<Refusal>(nowhere());
    Refusal stale = Acts.stale(expectedVersion, found.get().version());
    if (stale != null) {
      refusals.add(stale);
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    rows.handOverAgain(id);
    return Outcome.done(rows.find(id).orElseThrow());
  }

  private List<Refusal> nowhere() {
    return folder.isEmpty() ? List.of(Refusal.of("PRINT_NO_FOLDER")) : List.of();
  }

  @Scheduled(
      fixedDelayString = "${evenhand.sweeps.every:PT30S}",
      initialDelayString = "${evenhand.sweeps.every:PT30S}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /** Puts archives into the folder that are not there yet; safe to repeat. */
  public void sweep(Instant now) {
    if (folder.isEmpty()) {
      return;
    }
    for (PrintBatchId id : rows.toHandOver()) {
      PrintBatchView batch = rows.find(id).orElseThrow();
      try {
        archive(batch).writeTo(Path.of(folder));
        rows.handedOver(id, now);
      } catch (IOException e) {
        LOG.warn("batch {} could not be written: {}", id.value(), e.getClass().getSimpleName());
      }
    }
  }

  private PrintArchive archive(PrintBatchView batch) {
    Map<NoticeId, NoticeView> views =
        notices.find(batch.items().stream().map(item -> new NoticeId(item.noticeId())).toList());
    return new PrintArchive(
        batch.reference(),
        batch.postOn(),
        batch.items().stream().map(item -> entry(item, views)).toList());
  }

  private PrintArchive.Entry entry(PrintBatchView.Item item, Map<NoticeId, NoticeView> views) {
    var id = new NoticeId(item.noticeId());
    NoticeView notice = java.util.Objects.requireNonNull(views.get(id));
    LetterDocument pdf = notices.document(id, LetterFormat.PDF).orElseThrow();
    if (!pdf.digest().equals(item.digest())) {
      throw new IllegalStateException("a letter is not what the batch says: " + id.value());
    }
    return new PrintArchive.Entry(
        item.position(),
        notice.reference(),
        item.fileName(),
        item.method().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        notice.addresseeName(),
        notice.planned().address(),
        item.digest(),
        pdf.content());
  }

  @Override
  public Optional<PrintBatchView> find(PrintBatchId id) {
    return rows.find(id);
  }

  @Override
  public Page<PrintBatchView> page(Page.Request request) {
    return rows.page(request);
  }
}
