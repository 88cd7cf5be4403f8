package org.evenhand.appeals.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.OmbudsmanComplaintId;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.OmbudsmanDecision;
import org.evenhand.appeals.OmbudsmanRemedy;
import org.evenhand.appeals.OmbudsmanReply;
import org.evenhand.appeals.OmbudsmanRequest;
import org.evenhand.appeals.OmbudsmanResult;
import org.evenhand.appeals.RemedyCompletion;
import org.evenhand.appeals.internal.AllowedOmbudsmanAct;
import org.evenhand.appeals.internal.AppealReads;
import org.evenhand.appeals.internal.OmbudsmanReads;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanComplaintFilter;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class OmbudsmanController implements NodeSource {

  private static final String TYPE = "OmbudsmanComplaint";

  private final OmbudsmanReads reads;
  private final AppealReads appeals;
  private final Notices notices;
  private final Customers customers;
  private final Restrictions restrictions;
  private final Files files;
  private final AuditTrail auditTrail;
  private final Sight sight;
  private final Clock clock;

  OmbudsmanController(
      OmbudsmanReads reads,
      AppealReads appeals,
      Notices notices,
      Customers customers,
      Restrictions restrictions,
      Files files,
      AuditTrail auditTrail,
      Sight sight,
      Clock clock) {
    this.reads = reads;
    this.appeals = appeals;
    this.notices = notices;
    this.customers = customers;
    this.restrictions = restrictions;
    this.files = files;
    this.auditTrail = auditTrail;
    this.sight = sight;
    this.clock = clock;
  }

  @QueryMapping
  @Nullable OmbudsmanComplaintView ombudsmanComplaint(@Argument String id) {
    return GlobalId.uuid(TYPE, id).flatMap(this::find).orElse(null);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<OmbudsmanComplaintView> find(UUID id) {
    return seen(reads.find(new OmbudsmanComplaintId(id)));
  }

  /** The complaint if the caller sees it, with the read on record. */
  Optional<OmbudsmanComplaintView> seen(Optional<OmbudsmanComplaintView> complaint) {
    Optional<OmbudsmanComplaintView> seen = complaint.filter(sight::sees);
    seen.ifPresent(c -> auditTrail.recordRead("ombudsmanComplaint", TYPE, List.of(c.customerId())));
    return seen;
  }

  @QueryMapping
  Page<OmbudsmanComplaintView> ombudsmanComplaints(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable OmbudsmanComplaintFilter filter) {
    Page.Request request = Page.request(first, after);
    UUID customer = null;
    if (filter != null && filter.customer() != null) {
      customer = GlobalId.uuid("Customer", filter.customer()).orElse(null);
      if (customer == null) {
        return Page.of(List.of(), request, c -> c.id().value(), 0);
      }
    }
    Page<OmbudsmanComplaintView> page =
        reads.page(
            sight.areas(),
            filter == null ? null : filter.scheme(),
            customer,
            filter != null && filter.remedyOverdue() ? today() : null,
            request);
    auditTrail.recordRead(
        "ombudsmanComplaints",
        TYPE,
        page.nodes().stream().map(OmbudsmanComplaintView::customerId).toList());
    return page;
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(OmbudsmanComplaintView complaint) {
    return GlobalId.of(TYPE, complaint.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(OmbudsmanComplaintView complaint) {
    return AllowedOmbudsmanAct.all(complaint, sight.actor());
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<OmbudsmanComplaintView, CustomerView> customer(List<OmbudsmanComplaintView> of) {
    Map<UUID, CustomerView> known =
        customers
            .find(of.stream().map(c -> new CustomerId(c.customerId())).distinct().toList())
            .stream()
            .collect(Collectors.toMap(c -> c.id().value(), Function.identity()));
    return each(of, c -> known.get(c.customerId()));
  }

  @BatchMapping(typeName = TYPE, field = "notice")
  Map<OmbudsmanComplaintView, NoticeView> notice(List<OmbudsmanComplaintView> of) {
    List<NoticeId> ids =
        of.stream().flatMap(c -> Stream.ofNullable(c.noticeId())).distinct().toList();
    Map<NoticeId, NoticeView> known = ids.isEmpty() ? Map.of() : notices.find(ids);
    return each(of, c -> c.noticeId() == null ? null : known.get(c.noticeId()));
  }

  @BatchMapping(typeName = TYPE, field = "appeal")
  Map<OmbudsmanComplaintView, AppealView> appeal(List<OmbudsmanComplaintView> of) {
    Set<AppealId> ids =
        of.stream().flatMap(c -> Stream.ofNullable(c.appealId())).collect(Collectors.toSet());
    Map<AppealId, AppealView> known = ids.isEmpty() ? Map.of() : appeals.find(ids);
    return each(
        of,
        c -> {
          AppealView appeal = c.appealId() == null ? null : known.get(c.appealId());
          return appeal != null && sight.sees(appeal) ? appeal : null;
        });
  }

  @BatchMapping(typeName = "Appeal", field = "ombudsmanComplaints")
  Map<AppealView, List<OmbudsmanComplaintView>> ombudsmanComplaints(List<AppealView> of) {
    Map<UUID, List<OmbudsmanComplaintView>> known =
        reads.afterAppeals(of.stream().map(a -> a.id().value()).toList());
    return each(
        of,
        a -> known.getOrDefault(a.id().value(), List.of()).stream().filter(sight::sees).toList());
  }

  @SchemaMapping(typeName = "OmbudsmanRequest", field = "id")
  String id(OmbudsmanRequest request) {
    return GlobalId.of("OmbudsmanRequest", request.id());
  }

  @SchemaMapping(typeName = "OmbudsmanRequest", field = "by")
  String by(OmbudsmanRequest request) {
    return request.by().value();
  }

  @SchemaMapping(typeName = "OmbudsmanReply", field = "by")
  String by(OmbudsmanReply reply) {
    return reply.by().value();
  }

  @SchemaMapping(typeName = "OmbudsmanDecision", field = "by")
  String by(OmbudsmanDecision decision) {
    return decision.by().value();
  }

  @SchemaMapping(typeName = "OmbudsmanDecision", field = "result")
  OmbudsmanResult result(OmbudsmanDecision decision) {
    return decision.finding().result();
  }

  @SchemaMapping(typeName = "RemedyCompletion", field = "by")
  String by(RemedyCompletion completion) {
    return completion.by().value();
  }

  @SchemaMapping(typeName = "OmbudsmanRemedy", field = "id")
  String id(OmbudsmanRemedy remedy) {
    return GlobalId.of("OmbudsmanRemedy", remedy.id());
  }

  @SchemaMapping(typeName = "OmbudsmanRemedy", field = "owner")
  @Nullable String owner(OmbudsmanRemedy remedy) {
    return remedy.owner() == null ? null : remedy.owner().value();
  }

  @SchemaMapping(typeName = "OmbudsmanRemedy", field = "overdue")
  boolean overdue(OmbudsmanRemedy remedy) {
    return remedy.overdue(today());
  }

  /** The act by which a person does it, while it is to do. */
  @SchemaMapping(typeName = "OmbudsmanRemedy", field = "mutation")
  @Nullable String mutation(OmbudsmanRemedy remedy) {
    return remedy.completion() == null ? remedy.kind().mutation() : null;
  }

  @BatchMapping(typeName = "OmbudsmanRemedy", field = "restriction")
  Map<OmbudsmanRemedy, RestrictionView> restriction(List<OmbudsmanRemedy> of) {
    Set<RestrictionId> ids =
        of.stream().flatMap(r -> Stream.ofNullable(r.restriction())).collect(Collectors.toSet());
    Map<RestrictionId, RestrictionView> known =
        ids.isEmpty()
            ? Map.of()
            : restrictions.find(ids).stream()
                .collect(Collectors.toMap(RestrictionView::id, Function.identity()));
    return each(of, r -> r.restriction() == null ? null : known.get(r.restriction()));
  }

  @BatchMapping(typeName = "OmbudsmanRequest", field = "files")
  Map<OmbudsmanRequest, List<FileView>> requestFiles(List<OmbudsmanRequest> of) {
    return files(of, OmbudsmanRequest::files);
  }

  @BatchMapping(typeName = "OmbudsmanReply", field = "files")
  Map<OmbudsmanReply, List<FileView>> replyFiles(List<OmbudsmanReply> of) {
    return files(of, OmbudsmanReply::files);
  }

  @BatchMapping(typeName = "OmbudsmanDecision", field = "files")
  Map<OmbudsmanDecision, List<FileView>> decisionFiles(List<OmbudsmanDecision> of) {
    return files(of, OmbudsmanDecision::files);
  }

  @BatchMapping(typeName = "RemedyCompletion", field = "files")
  Map<RemedyCompletion, List<FileView>> completionFiles(List<RemedyCompletion> of) {
    return files(of, RemedyCompletion::files);
  }

  private <T> Map<T, List<FileView>> files(List<T> of, Function<T, List<FileId>> which) {
    Set<FileId> ids =
        of.stream()
            .map(which)
            .flatMap(Collection::stream)
            .collect(Collectors.toCollection(HashSet::new));
    Map<FileId, FileView> known = ids.isEmpty() ? Map.of() : files.named(ids);
    return each(
        of, t -> which.apply(t).stream().flatMap(id -> Stream.ofNullable(known.get(id))).toList());
  }

  private static <K, V> Map<K, V> each(List<K> keys, Function<K, @Nullable V> value) {
    var found = new HashMap<K, V>();
    for (K key : keys) {
      V one = value.apply(key);
      if (one != null) {
        found.put(key, one);
      }
    }
    return found;
  }

  private LocalDate today() {
    return clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
  }
}
