package org.evenhand.restrictions.internal.web;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.LetterPreview;
import org.evenhand.correspondence.NoticeDraftId;
import org.evenhand.correspondence.NoticeDraftView;
import org.evenhand.correspondence.NoticeDrafts;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.IssuingNotices;
import org.evenhand.restrictions.NoticeToWrite;
import org.evenhand.restrictions.internal.web.Inputs.NoticeDraftInput;
import org.evenhand.restrictions.internal.web.Inputs.NoticeIssueInput;
import org.evenhand.restrictions.internal.web.Payloads.NoticeDraftPayload;
import org.evenhand.restrictions.internal.web.Payloads.NoticePreviewPayload;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Notices while they are written, for those who write them (P9.2). */
@Controller
class NoticeDraftController implements NodeSource {

  private static final String TYPE = "NoticeDraft";

  private final Acts acts;
  private final IssuingNotices issuing;
  private final NoticeDrafts drafts;
  private final Considerations considerations;
  private final Customers customers;
  private final CurrentActor currentActor;
  private final AuditTrail auditTrail;

  NoticeDraftController(
      Acts acts,
      IssuingNotices issuing,
      NoticeDrafts drafts,
      Considerations considerations,
      Customers customers,
      CurrentActor currentActor,
      AuditTrail auditTrail) {
    this.acts = acts;
    this.issuing = issuing;
    this.drafts = drafts;
    this.considerations = considerations;
    this.customers = customers;
    this.currentActor = currentActor;
    this.auditTrail = auditTrail;
  }

  /** What an input asks to be written, handed on; refused where it names nothing. */
  static <T> Outcome<T> wanted(NoticeIssueInput input, Function<NoticeToWrite, Outcome<T>> use) {
    var given = new Given();
    ConsiderationId consideration =
        given.id("Consideration", input.consideration(), ConsiderationId::new, "consideration");
    CustomerId customer = given.idIfAny("Customer", input.customer(), CustomerId::new, "customer");
    if (!given.refusals().isEmpty()) {
      return Outcome.refused(given.refusals());
    }
    if (Locale.forLanguageTag(input.lang()).getLanguage().isEmpty()) {
      return Outcome.refused(Refusal.at("NOTICE_LANGUAGE_WITHOUT_WORDING", "lang"));
    }
    return use.apply(
        new NoticeToWrite(
            consideration,
            customer,
            input.why(),
            input.howToReachUs(),
            Set.copyOf(input.ombudsman()),
            new PlannedService(
                input.planned().method(), input.planned().sendOn(), input.planned().address()),
            new Language(input.lang()),
            input.variant()));
  }

  @QueryMapping
  NoticePreviewPayload noticePreview(@Argument NoticeIssueInput input) {
    Outcome<LetterPreview> outcome = wanted(input, issuing::preview);
    LetterPreview preview = outcome.orNull();
    if (preview != null) {
      auditTrail.recordRead("noticePreview", "Notice", List.of(preview.notice().customerId()));
    }
    return NoticePreviewPayload.of(outcome);
  }

  @MutationMapping
  NoticeDraftPayload noticeDraft(@Argument NoticeDraftInput input) {
    return NoticeDraftPayload.of(
        acts.act("noticeDraft", input.idempotencyKey(), input)
            .<NoticeDraftView>on(
                TYPE,
                draft -> draft.id().value(),
                id -> drafts.find(new NoticeDraftId(id)).orElseThrow())
            .about(NoticeDraftView::customerId)
            .perform(
                () ->
                    wanted(
                        input.notice(), notice -> issuing.draft(notice, input.expectedVersion()))));
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<NoticeDraftView> find(UUID id) {
    Optional<NoticeDraftView> found =
        drafts.find(new NoticeDraftId(id)).filter(d -> writes(d.caseId()));
    found.ifPresent(d -> auditTrail.recordRead("node", TYPE, List.of(d.customerId())));
    return found;
  }

  @BatchMapping(typeName = "Consideration", field = "noticeDrafts")
  Map<ConsiderationView, List<NoticeDraftView>> noticeDrafts(List<ConsiderationView> of) {
    Map<ConsiderationView, List<NoticeDraftView>> found = new HashMap<>();
    if (!currentActor.get().holdsAny(Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES)) {
      return found;
    }
    List<NoticeDraftView> all = drafts.ofCases(of.stream().map(c -> c.id().value()).toList());
    auditTrail.recordRead(
        "consideration.noticeDrafts",
        TYPE,
        all.stream().map(NoticeDraftView::customerId).distinct().toList());
    of.forEach(
        c -> found.put(c, all.stream().filter(d -> d.caseId().equals(c.id().value())).toList()));
    return found;
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(NoticeDraftView draft) {
    return GlobalId.of(TYPE, draft.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "lang")
  String lang(NoticeDraftView draft) {
    return draft.lang().tag();
  }

  @SchemaMapping(typeName = TYPE, field = "savedBy")
  String savedBy(NoticeDraftView draft) {
    return draft.savedBy().value();
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<NoticeDraftView, CustomerView> customer(List<NoticeDraftView> of) {
    Map<UUID, CustomerView> byId = new HashMap<>();
    customers
        .find(of.stream().map(d -> new CustomerId(d.customerId())).distinct().toList())
        .forEach(c -> byId.put(c.id().value(), c));
    Map<NoticeDraftView, CustomerView> found = new HashMap<>();
    for (NoticeDraftView draft : of) {
      CustomerView customer = byId.get(draft.customerId());
      if (customer != null) {
        found.put(draft, customer);
      }
    }
    return found;
  }

  @SchemaMapping(typeName = TYPE, field = "problems")
  List<Refusal> problems(NoticeDraftView draft) {
    return issuing.problems(
        new NoticeToWrite(
            new ConsiderationId(draft.caseId()),
            new CustomerId(draft.customerId()),
            draft.why(),
            draft.howToReachUs(),
            draft.ombudsman(),
            draft.planned(),
            draft.lang(),
            draft.variant()));
  }

  @SchemaMapping(typeName = "NoticePreview", field = "kind")
  NoticeKind kind(LetterPreview preview) {
    return preview.notice().kind();
  }

  @SchemaMapping(typeName = "NoticePreview", field = "parts")
  NoticeParts parts(LetterPreview preview) {
    return preview.notice().parts();
  }

  @SchemaMapping(typeName = "NoticePreview", field = "html")
  String html(LetterPreview preview) {
    return preview.letter().html();
  }

  @SchemaMapping(typeName = "NoticePreview", field = "text")
  String text(LetterPreview preview) {
    return preview.letter().text();
  }

  @SchemaMapping(typeName = "NoticePreview", field = "pdf")
  String pdf(LetterPreview preview) {
    return Base64.getEncoder().encodeToString(preview.pdf().content());
  }

  private boolean writes(UUID caseId) {
    Actor actor = currentActor.get();
    return actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        || considerations
            .basis(new ConsiderationId(caseId))
            .filter(basis -> actor.heads(basis.leadService()))
            .isPresent();
  }
}
