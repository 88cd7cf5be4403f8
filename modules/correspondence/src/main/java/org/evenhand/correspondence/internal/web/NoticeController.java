package org.evenhand.correspondence.internal.web;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.Letter;
import org.evenhand.correspondence.LetterDownloads;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.ServiceEntry;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.correspondence.internal.NoticeActions;
import org.evenhand.correspondence.internal.NoticeReads;
import org.evenhand.correspondence.internal.web.Inputs.NoticeReturnInput;
import org.evenhand.correspondence.internal.web.Inputs.NoticeServiceRecordInput;
import org.evenhand.correspondence.internal.web.Payloads.NoticePayload;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Withheld;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class NoticeController implements NodeSource {

  private static final String TYPE = "Notice";
  private static final String NOT_FOR_ROLE = "NOT_FOR_YOUR_ROLE";

  private final Acts acts;
  private final Notices notices;
  private final NoticeReads reads;
  private final LetterDownloads downloads;
  private final Customers customers;
  private final Policies policies;
  private final AuditTrail auditTrail;
  private final Sight sight;
  private final Clock clock;

  NoticeController(
      Acts acts,
      Notices notices,
      NoticeReads reads,
      LetterDownloads downloads,
      Customers customers,
      Policies policies,
      AuditTrail auditTrail,
      Sight sight,
      Clock clock) {
    this.acts = acts;
    this.notices = notices;
    this.reads = reads;
    this.downloads = downloads;
    this.customers = customers;
    this.policies = policies;
    this.auditTrail = auditTrail;
    this.sight = sight;
    this.clock = clock;
  }

  @QueryMapping
  @Nullable NoticeView notice(@Argument String id) {
    return GlobalId.uuid(TYPE, id).flatMap(this::read).orElse(null);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<NoticeView> find(UUID id) {
    return sight.any() ? read(id) : Optional.empty();
  }

  private Optional<NoticeView> read(UUID id) {
    Optional<NoticeView> found = reads.find(id);
    found.ifPresent(n -> auditTrail.recordRead("notice", TYPE, List.of(n.customerId())));
    return found;
  }

  @MutationMapping
  NoticePayload noticeServiceRecord(@Argument NoticeServiceRecordInput input) {
    Optional<UUID> id = GlobalId.uuid(TYPE, input.notice());
    if (id.isEmpty()) {
      return NoticePayload.of(Outcome.refused(Refusal.notFound(TYPE, "notice")));
    }
    return NoticePayload.of(
        acts.act("noticeServiceRecord", input.idempotencyKey(), input)
            .<NoticeView>on(TYPE, n -> n.id().value(), again -> reads.find(again).orElseThrow())
            .about(NoticeView::customerId)
            .perform(
                () ->
                    notices.recordService(
                        new NoticeId(id.get()),
                        input.expectedVersion(),
                        new ServiceRecord(
                            input.method(),
                            input.sentAt(),
                            input.outcome(),
                            input.deliveredAt(),
                            input.evidence(),
                            input.address(),
                            input.version()))));
  }

  @MutationMapping
  NoticePayload noticeReturn(@Argument NoticeReturnInput input) {
    Optional<UUID> id = GlobalId.uuid(TYPE, input.notice());
    if (id.isEmpty()) {
      return NoticePayload.of(Outcome.refused(Refusal.notFound(TYPE, "notice")));
    }
    return NoticePayload.of(
        acts.act("noticeReturn", input.idempotencyKey(), input)
            .<NoticeView>on(TYPE, n -> n.id().value(), again -> reads.find(again).orElseThrow())
            .about(NoticeView::customerId)
            .perform(
                () ->
                    notices.recordReturn(
                        new NoticeId(id.get()),
                        input.expectedVersion(),
                        input.reason(),
                        input.evidence())));
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(NoticeView notice) {
    return GlobalId.of(TYPE, notice.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "lang")
  String lang(NoticeView notice) {
    return notice.lang().tag();
  }

  @SchemaMapping(typeName = TYPE, field = "parts")
  @Nullable NoticeParts parts(NoticeView notice) {
    return sight.whole() ? notice.parts() : null;
  }

  @BatchMapping(typeName = TYPE, field = "letter")
  Map<NoticeView, Letter> letter(List<NoticeView> of) {
    Map<NoticeView, Letter> found = new HashMap<>();
    if (!sight.whole()) {
      return found;
    }
    Map<UUID, Letter> letters = reads.letters(of.stream().map(n -> n.id().value()).toList());
    for (NoticeView notice : of) {
      Letter letter = letters.get(notice.id().value());
      if (letter != null) {
        found.put(notice, letter);
      }
    }
    return found;
  }

  @BatchMapping(typeName = TYPE, field = "documents")
  Map<NoticeView, List<NoticeReads.Kept>> documents(List<NoticeView> of) {
    Map<NoticeView, List<NoticeReads.Kept>> found = new HashMap<>();
    if (!sight.whole()) {
      return found;
    }
    Map<UUID, List<NoticeReads.Kept>> kept =
        reads.documents(of.stream().map(n -> n.id().value()).toList());
    for (NoticeView notice : of) {
      found.put(notice, kept.getOrDefault(notice.id().value(), List.of()));
    }
    return found;
  }

  @SchemaMapping(typeName = "LetterDocument", field = "mediaType")
  String mediaType(NoticeReads.Kept document) {
    return document.format().mediaType();
  }

  @SchemaMapping(typeName = "LetterDocument", field = "link")
  FileLink link(NoticeReads.Kept document) {
    return downloads.link(document.notice(), document.format(), sight.actor(), clock.instant());
  }

  @SchemaMapping(typeName = TYPE, field = "withheld")
  List<Withheld> withheld(NoticeView notice) {
    return sight.whole()
        ? List.of()
        : List.of(
            new Withheld("parts", NOT_FOR_ROLE),
            new Withheld("letter", NOT_FOR_ROLE),
            new Withheld("documents", NOT_FOR_ROLE));
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(NoticeView notice) {
    return NoticeActions.of(notice, sight.actor());
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<NoticeView, CustomerView> customer(List<NoticeView> of) {
    Map<UUID, CustomerView> byId = customers(of.stream().map(NoticeView::customerId).toList());
    Map<NoticeView, CustomerView> found = new HashMap<>();
    for (NoticeView notice : of) {
      CustomerView customer = byId.get(notice.customerId());
      if (customer != null) {
        found.put(notice, customer);
      }
    }
    return found;
  }

  @BatchMapping(typeName = TYPE, field = "policyVersion")
  Map<NoticeView, PolicyVersionView> policyVersion(List<NoticeView> of) {
    Map<UUID, PolicyVersionView> byId = new HashMap<>();
    Set<UUID> versions = new LinkedHashSet<>();
    of.forEach(n -> versions.add(n.policyVersionId()));
    for (UUID version : versions) {
      policies.find(version, clock.instant()).ifPresent(v -> byId.put(version, v));
    }
    Map<NoticeView, PolicyVersionView> found = new HashMap<>();
    for (NoticeView notice : of) {
      PolicyVersionView version = byId.get(notice.policyVersionId());
      if (version != null) {
        found.put(notice, version);
      }
    }
    return found;
  }

  @SchemaMapping(typeName = "ServiceEntry", field = "recordedBy")
  String recordedBy(ServiceEntry entry) {
    return entry.recordedBy().value();
  }

  private Map<UUID, CustomerView> customers(Collection<UUID> ids) {
    Map<UUID, CustomerView> byId = new HashMap<>();
    customers
        .find(ids.stream().distinct().map(CustomerId::new).toList())
        .forEach(c -> byId.put(c.id().value(), c));
    return byId;
  }
}
