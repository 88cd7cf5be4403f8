package org.evenhand.foundation.internal.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.StaffNoticeView;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.internal.Inbox;
import org.evenhand.foundation.internal.NoticeWords;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What the person signed in has been told. */
@Controller
class InboxController {

  record InboxFilter(boolean unread, @Nullable StaffNoticeKind kind, @Nullable String about) {}

  record InboxReadInput(@Nullable String idempotencyKey, List<String> notices) {}

  record InboxReadPayload(
      List<StaffNoticeView> notices, List<Refusal> refusals, List<Warning> warnings) {

    static InboxReadPayload of(Outcome<Inbox.Reading> outcome) {
      return new InboxReadPayload(
          outcome instanceof Outcome.Done<Inbox.Reading>(Inbox.Reading done, var ignored)
              ? done.notices()
              : List.of(),
          outcome.refusals(),
          outcome.warnings());
    }
  }

  private final Inbox inbox;
  private final NoticeWords words;
  private final Officers officers;
  private final ServiceAreas serviceAreas;
  private final Acts acts;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Clock clock;

  InboxController(
      Inbox inbox,
      NoticeWords words,
      Officers officers,
      ServiceAreas serviceAreas,
      Acts acts,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Clock clock) {
    this.inbox = inbox;
    this.words = words;
    this.officers = officers;
    this.serviceAreas = serviceAreas;
    this.acts = acts;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  Page<StaffNoticeView> inbox(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable InboxFilter filter) {
    Page.Request request = Page.request(first, after);
    InboxFilter wanted = filter == null ? new InboxFilter(false, null, null) : filter;
    Optional<GlobalId> about = Optional.ofNullable(wanted.about()).flatMap(GlobalId::parse);
    if (wanted.about() != null && about.isEmpty()) {
      return Page.of(List.of(), request, StaffNoticeView::id, 0);
    }
    Page<StaffNoticeView> page =
        inbox.page(
            currentActor.get(),
            new Inbox.Wanted(wanted.unread(), wanted.kind(), about.orElse(null)),
            clock.instant(),
            request);
    recordReads("inbox", page.nodes());
    return page;
  }

  @SchemaMapping(typeName = "Viewer", field = "unreadNotices")
  int unreadNotices() {
    return inbox.unread(currentActor.get(), clock.instant());
  }

  @MutationMapping
  InboxReadPayload inboxRead(@Argument InboxReadInput input) {
    if (input.notices().size() > Page.MOST) {
      return InboxReadPayload.of(
          Outcome.refused(
              Refusal.at("LIST_TOO_LONG", Map.of("most", Integer.toString(Page.MOST)), "notices")));
    }
    List<UUID> ids =
        input.notices().stream()
            .map(id -> GlobalId.uuid("StaffNotice", id).orElse(new UUID(0, 0)))
            .toList();
    var done =
        acts.act("inboxRead", input.idempotencyKey(), input)
            .<Inbox.Reading>on(
                "StaffNotice",
                Inbox.Reading::receipt,
                receipt -> inbox.reading(currentActor.get().id(), receipt))
            .perform(() -> inbox.read(currentActor.get(), ids, clock.instant()));
    InboxReadPayload payload = InboxReadPayload.of(done);
    recordReads("inboxRead", payload.notices());
    return payload;
  }

  private void recordReads(String act, List<StaffNoticeView> notices) {
    auditTrail.recordRead(
        act,
        "StaffNotice",
        notices.stream().map(StaffNoticeView::person).filter(Objects::nonNull).toList());
  }

  @SchemaMapping(typeName = "StaffNotice", field = "id")
  String id(StaffNoticeView notice) {
    return GlobalId.of("StaffNotice", notice.id());
  }

  @SchemaMapping(typeName = "StaffNotice", field = "text")
  String text(StaffNoticeView notice, Locale locale) {
    return words.of(notice, locale);
  }

  @SchemaMapping(typeName = "StaffNotice", field = "about")
  @Nullable String about(StaffNoticeView notice) {
    return notice.about() == null ? null : notice.about().toString();
  }

  @BatchMapping(typeName = "StaffNotice", field = "officer")
  Map<StaffNoticeView, OfficerView> officer(List<StaffNoticeView> notices) {
    var found =
        officers.actingAs(
            notices.stream().map(StaffNoticeView::officer).filter(Objects::nonNull).toList());
    var named = new HashMap<StaffNoticeView, OfficerView>();
    for (StaffNoticeView notice : notices) {
      OfficerView officer = notice.officer() == null ? null : found.get(notice.officer());
      if (officer != null) {
        named.put(notice, officer);
      }
    }
    return named;
  }

  @BatchMapping(typeName = "StaffNotice", field = "serviceAreas")
  Map<StaffNoticeView, List<ServiceAreaView>> serviceAreas(List<StaffNoticeView> notices) {
    var areas =
        serviceAreas.named(notices.stream().flatMap(n -> n.areas().stream()).distinct().toList());
    var found = new HashMap<StaffNoticeView, List<ServiceAreaView>>();
    notices.forEach(
        n ->
            found.put(
                n, n.areas().stream().sorted().map(areas::get).filter(Objects::nonNull).toList()));
    return found;
  }
}
