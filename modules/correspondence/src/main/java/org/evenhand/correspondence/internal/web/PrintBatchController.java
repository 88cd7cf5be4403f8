package org.evenhand.correspondence.internal.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.PrintBatchId;
import org.evenhand.correspondence.PrintBatchView;
import org.evenhand.correspondence.PrintBatches;
import org.evenhand.correspondence.internal.NoticeActions;
import org.evenhand.correspondence.internal.web.Inputs.PrintBatchConfirmInput;
import org.evenhand.correspondence.internal.web.Inputs.PrintBatchMakeInput;
import org.evenhand.correspondence.internal.web.Inputs.PrintBatchReprintInput;
import org.evenhand.correspondence.internal.web.Payloads.PrintBatchPayload;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Withheld;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Batches of letters for the printer (P10.3). */
@Controller
class PrintBatchController implements NodeSource {

  private static final String TYPE = "PrintBatch";

  private final Acts acts;
  private final PrintBatches batches;
  private final Notices notices;
  private final AuditTrail auditTrail;
  private final Sight sight;
  private final Files files;
  private final Clock clock;

  PrintBatchController(
      Acts acts,
      PrintBatches batches,
      Notices notices,
      AuditTrail auditTrail,
      Sight sight,
      Files files,
      Clock clock) {
    this.acts = acts;
    this.batches = batches;
    this.notices = notices;
    this.auditTrail = auditTrail;
    this.sight = sight;
    this.files = files;
    this.clock = clock;
  }

  @QueryMapping
  Page<PrintBatchView> printBatches(
      @Argument @Nullable Integer first, @Argument @Nullable String after) {
    return batches.page(Page.request(first, after));
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<PrintBatchView> find(UUID id) {
    return sight.actor().holdsAny(Role.HEAD_OF_CUSTOMER_SERVICES, Role.AUDITOR)
        ? batches.find(new PrintBatchId(id))
        : Optional.empty();
  }

  @MutationMapping
  PrintBatchPayload printBatchMake(@Argument PrintBatchMakeInput input) {
    return perform("printBatchMake", input.idempotencyKey(), input, batches::make);
  }

  @MutationMapping
  PrintBatchPayload printBatchConfirm(@Argument PrintBatchConfirmInput input) {
    return on(
        input.batch(),
        id ->
            perform(
                "printBatchConfirm",
                input.idempotencyKey(),
                input,
                () -> batches.confirm(id, input.expectedVersion(), input.postedOn())));
  }

  @MutationMapping
  PrintBatchPayload printBatchReprint(@Argument PrintBatchReprintInput input) {
    return on(
        input.batch(),
        id ->
            perform(
                "printBatchReprint",
                input.idempotencyKey(),
                input,
                () -> batches.reprint(id, input.expectedVersion())));
  }

  private static PrintBatchPayload on(String batch, Function<PrintBatchId, PrintBatchPayload> act) {
    return GlobalId.uuid(TYPE, batch)
        .map(PrintBatchId::new)
        .map(act)
        .orElseGet(() -> PrintBatchPayload.of(Outcome.refused(Refusal.notFound(TYPE, "batch"))));
  }

  private PrintBatchPayload perform(
      String name,
      @Nullable String idempotencyKey,
      Object input,
      Supplier<Outcome<PrintBatchView>> act) {
    return PrintBatchPayload.of(
        acts.act(name, idempotencyKey, input)
            .<PrintBatchView>on(
                TYPE,
                b -> b.id().value(),
                again -> batches.find(new PrintBatchId(again)).orElseThrow())
            .perform(act));
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(PrintBatchView batch) {
    return GlobalId.of(TYPE, batch.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "madeBy")
  String madeBy(PrintBatchView batch) {
    return batch.madeBy().value();
  }

  /** Everybody whose letter is in it is logged as read before the link is given (T20). */
  @SchemaMapping(typeName = TYPE, field = "download")
  @Nullable FileLink download(PrintBatchView batch) {
    if (batch.fileId() == null || !sight.actor().holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      return null;
    }
    auditTrail.recordRead(
        "printBatch.download",
        TYPE,
        notices
            .find(batch.items().stream().map(item -> new NoticeId(item.noticeId())).toList())
            .values()
            .stream()
            .map(NoticeView::customerId)
            .toList());
    return files.link(batch.fileId(), sight.actor(), clock.instant());
  }

  @SchemaMapping(typeName = TYPE, field = "withheld")
  List<Withheld> withheld(PrintBatchView batch) {
    return sight.actor().holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        ? List.of()
        : List.of(new Withheld("download", "NOT_FOR_YOUR_ROLE"));
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(PrintBatchView batch) {
    return NoticeActions.of(batch, sight.actor());
  }

  @BatchMapping(typeName = "PrintItem", field = "notice")
  Map<PrintBatchView.Item, NoticeView> notice(List<PrintBatchView.Item> of) {
    Map<NoticeId, NoticeView> byId =
        notices.find(of.stream().map(item -> new NoticeId(item.noticeId())).toList());
    auditTrail.recordRead(
        "printBatches", TYPE, byId.values().stream().map(NoticeView::customerId).toList());
    Map<PrintBatchView.Item, NoticeView> found = new HashMap<>();
    for (PrintBatchView.Item item : of) {
      NoticeView notice = byId.get(new NoticeId(item.noticeId()));
      if (notice != null) {
        found.put(item, notice);
      }
    }
    return found;
  }
}
