package org.evenhand.correspondence.internal.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.correspondence.CrmRecordingId;
import org.evenhand.correspondence.CrmRecordingView;
import org.evenhand.correspondence.CrmRecordings;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.internal.NoticeActions;
import org.evenhand.correspondence.internal.web.Inputs.CrmRecordingConfirmInput;
import org.evenhand.correspondence.internal.web.Inputs.CrmRecordingFilter;
import org.evenhand.correspondence.internal.web.Payloads.CrmRecordingPayload;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The recordings on the corporate CRM (P4.2): the list, and confirming one by hand. */
@Controller
class CrmRecordingController implements NodeSource {

  private static final String TYPE = "CrmRecording";

  private final Acts acts;
  private final CrmRecordings recordings;
  private final Notices notices;
  private final Customers customers;
  private final AuditTrail auditTrail;
  private final Sight sight;

  CrmRecordingController(
      Acts acts,
      CrmRecordings recordings,
      Notices notices,
      Customers customers,
      AuditTrail auditTrail,
      Sight sight) {
    this.acts = acts;
    this.recordings = recordings;
    this.notices = notices;
    this.customers = customers;
    this.auditTrail = auditTrail;
    this.sight = sight;
  }

  @QueryMapping
  Page<CrmRecordingView> crmRecordings(
      @Argument @Nullable CrmRecordingFilter filter,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    Page<CrmRecordingView> page =
        recordings.page(filter == null ? null : filter.state(), Page.request(first, after));
    auditTrail.recordRead(
        "crmRecordings", TYPE, page.nodes().stream().map(CrmRecordingView::customerId).toList());
    return page;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<CrmRecordingView> find(UUID id) {
    Optional<CrmRecordingView> found =
        sight.any() ? recordings.find(new CrmRecordingId(id)) : Optional.empty();
    found.ifPresent(r -> auditTrail.recordRead("crmRecording", TYPE, List.of(r.customerId())));
    return found;
  }

  @MutationMapping
  CrmRecordingPayload crmRecordingConfirm(@Argument CrmRecordingConfirmInput input) {
    Optional<UUID> id = GlobalId.uuid(TYPE, input.recording());
    if (id.isEmpty()) {
      return CrmRecordingPayload.of(Outcome.refused(Refusal.notFound(TYPE, "recording")));
    }
    return CrmRecordingPayload.of(
        acts.act("crmRecordingConfirm", input.idempotencyKey(), input)
            .<CrmRecordingView>on(
                TYPE,
                r -> r.id().value(),
                again -> recordings.find(new CrmRecordingId(again)).orElseThrow())
            .about(CrmRecordingView::customerId)
            .perform(
                () ->
                    recordings.confirm(
                        new CrmRecordingId(id.get()),
                        input.expectedVersion(),
                        input.crmReference())));
  }

  @BatchMapping(typeName = "Notice", field = "crm")
  Map<NoticeView, CrmRecordingView> ofNotices(List<NoticeView> of) {
    return by(of, notice -> notice.id().value());
  }

  @BatchMapping(typeName = "PolicyShare", field = "crm")
  Map<PolicyShareView, CrmRecordingView> ofShares(List<PolicyShareView> of) {
    return by(of, share -> share.id().value());
  }

  private <T> Map<T, CrmRecordingView> by(List<T> of, Function<T, UUID> id) {
    Map<UUID, CrmRecordingView> bySubject = recordings.ofSubjects(of.stream().map(id).toList());
    return matched(of, id, bySubject);
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(CrmRecordingView recording) {
    return GlobalId.of(TYPE, recording.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "recordedBy")
  @Nullable String recordedBy(CrmRecordingView recording) {
    return recording.recordedBy() == null ? null : recording.recordedBy().value();
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(CrmRecordingView recording) {
    return NoticeActions.of(recording, sight.actor());
  }

  @BatchMapping(typeName = TYPE, field = "notice")
  Map<CrmRecordingView, NoticeView> notice(List<CrmRecordingView> of) {
    Map<UUID, NoticeView> byId = new HashMap<>();
    notices
        .find(
            of.stream()
                .filter(r -> r.subjectType().equals("Notice"))
                .map(r -> new NoticeId(r.subjectId()))
                .toList())
        .forEach((id, notice) -> byId.put(id.value(), notice));
    return matched(of, CrmRecordingView::subjectId, byId);
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<CrmRecordingView, CustomerView> customer(List<CrmRecordingView> of) {
    Map<UUID, CustomerView> byId = new HashMap<>();
    customers
        .find(of.stream().map(r -> new CustomerId(r.customerId())).distinct().toList())
        .forEach(c -> byId.put(c.id().value(), c));
    return matched(of, CrmRecordingView::customerId, byId);
  }

  private static <K, V> Map<K, V> matched(
      Collection<K> of, Function<K, UUID> id, Map<UUID, V> byId) {
    Map<K, V> found = new HashMap<>();
    for (K one : of) {
      V value = byId.get(id.apply(one));
      if (value != null) {
        found.put(one, value);
      }
    }
    return found;
  }
}
