package org.evenhand.sharing.internal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.Withheld;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.sharing.Consent;
import org.evenhand.sharing.FieldAnswer;
import org.evenhand.sharing.LawfulBasis;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.ReferralDeliveries;
import org.evenhand.sharing.ReferralDeliveryView;
import org.evenhand.sharing.ReferralForm;
import org.evenhand.sharing.ReferralId;
import org.evenhand.sharing.ReferralPreview;
import org.evenhand.sharing.ReferralToPropose;
import org.evenhand.sharing.ReferralVersionView;
import org.evenhand.sharing.ReferralView;
import org.evenhand.sharing.Referrals;
import org.evenhand.sharing.SafetyLimb;
import org.evenhand.sharing.SharingAgreementId;
import org.evenhand.sharing.SharingAgreementView;
import org.evenhand.sharing.SharingAgreements;
import org.evenhand.sharing.SharingGrounds;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.Text;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Telling partners about a person, from the staff's side (P8.2, T22). */
@Controller
class ReferralController implements NodeSource {

  private static final String TYPE = "Referral";

  private static final Role[] READERS = {
    Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER, Role.LEGAL, Role.AUDITOR
  };

  record FieldAnswerInput(
      String field, org.evenhand.sharing.AnswerState state, @Nullable List<String> entries) {
    FieldAnswer answer() {
      return new FieldAnswer(field, state, entries == null ? List.of() : entries);
    }
  }

  record ReferralProposeInput(
      @Nullable String idempotencyKey,
      String customer,
      String partner,
      String export,
      SharingPurpose purpose,
      List<SafetyLimb> limbs,
      LawfulBasis lawfulBasis,
      @Nullable String legalPower,
      @Nullable Boolean emergency,
      Consent consent,
      @Nullable String consentReason,
      boolean specialData,
      SharingGrounds grounds,
      List<FieldAnswerInput> answers,
      LocalDate expiresOn) {}

  record ReferralViewRecordInput(
      @Nullable String idempotencyKey,
      String referral,
      @Nullable Integer expectedVersion,
      boolean inFavour,
      String reasons) {}

  record ReferralAuthoriseInput(
      @Nullable String idempotencyKey,
      String referral,
      @Nullable Integer expectedVersion,
      String reasons) {}

  record ReferralRefuseInput(
      @Nullable String idempotencyKey,
      String referral,
      @Nullable Integer expectedVersion,
      String reasons) {}

  record ReferralCorrectInput(
      @Nullable String idempotencyKey,
      String referral,
      @Nullable Integer expectedVersion,
      List<FieldAnswerInput> answers,
      String because) {}

  record ReferralWithdrawInput(
      @Nullable String idempotencyKey,
      String referral,
      @Nullable Integer expectedVersion,
      String because) {}

  record ReferralDeliverInput(
      @Nullable String idempotencyKey, String referral, @Nullable Integer expectedVersion) {}

  record ReferralPayload(
      @Nullable ReferralView referral, List<Refusal> refusals, List<Warning> warnings) {
    static ReferralPayload of(Outcome<ReferralView> outcome) {
      return new ReferralPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record ReferralPreviewPayload(
      @Nullable ReferralPreview preview, List<Refusal> refusals, List<Warning> warnings) {}

  private final Referrals referrals;
  private final Partners partners;
  private final SharingAgreements agreements;
  private final ReferralDeliveries deliveries;
  private final Customers customers;
  private final Acts acts;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Clock clock;

  ReferralController(
      Referrals referrals,
      Partners partners,
      SharingAgreements agreements,
      ReferralDeliveries deliveries,
      Customers customers,
      Acts acts,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Clock clock) {
    this.referrals = referrals;
    this.partners = partners;
    this.agreements = agreements;
    this.deliveries = deliveries;
    this.customers = customers;
    this.acts = acts;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  // Reading

  @QueryMapping
  List<ReferralForm> referralExports() {
    return referrals.forms();
  }

  @QueryMapping
  Page<ReferralView> referrals(
      @Argument @Nullable String customer,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    return page("referrals", customer, false, first, after);
  }

  @QueryMapping
  Page<ReferralView> disclosures(
      @Argument @Nullable String customer,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    return page("disclosures", customer, true, first, after);
  }

  private Page<ReferralView> page(
      String query,
      @Nullable String customer,
      boolean decided,
      @Nullable Integer first,
      @Nullable String after) {
    Optional<CustomerId> whose =
        Optional.ofNullable(customer)
            .flatMap(id -> GlobalId.uuid("Customer", id))
            .map(CustomerId::new);
    if (customer != null && whose.isEmpty()) {
      return Page.of(List.of(), Page.request(first, after), r -> r.id().value(), 0);
    }
    Page<ReferralView> found =
        referrals.page(whose.orElse(null), decided, Page.request(first, after));
    auditTrail.recordRead(
        query, TYPE, found.nodes().stream().map(r -> r.subject().value()).distinct().toList());
    return found;
  }

  @QueryMapping
  ReferralPreviewPayload referralPreview(@Argument String referral) {
    Optional<ReferralView> found =
        GlobalId.uuid(TYPE, referral).map(ReferralId::new).flatMap(referrals::find);
    Outcome<ReferralPreview> outcome;
    if (found.isEmpty()) {
      outcome = Outcome.refused(Refusal.notFound(TYPE, "referral"));
    } else {
      auditTrail.recordRead("referralPreview", TYPE, List.of(found.get().subject().value()));
      outcome = referrals.preview(found.get().id());
    }
    return new ReferralPreviewPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @Override
  public String type() {
    return TYPE;
  }

  /** Whoever proposed one sees it too. */
  @Override
  public Optional<ReferralView> find(UUID id) {
    var actor = currentActor.get();
    Optional<ReferralView> found =
        referrals
            .find(new ReferralId(id))
            .filter(r -> actor.holdsAny(READERS) || r.proposedBy().equals(actor.id()));
    found.ifPresent(r -> auditTrail.recordRead("node", TYPE, List.of(r.subject().value())));
    return found;
  }

  // Acts

  @MutationMapping
  ReferralPayload referralPropose(@Argument ReferralProposeInput input) {
    Optional<CustomerId> customer =
        GlobalId.uuid("Customer", input.customer()).map(CustomerId::new);
    Optional<PartnerId> partner = GlobalId.uuid("Partner", input.partner()).map(PartnerId::new);
    Optional<TypeId> export = typeId(input.export());
    if (customer.isEmpty() || partner.isEmpty() || export.isEmpty()) {
      var missing = new java.util.ArrayList<Refusal>();
      if (customer.isEmpty()) {
        missing.add(Refusal.notFound("Customer", "customer"));
      }
      if (partner.isEmpty()) {
        missing.add(Refusal.notFound("Partner", "partner"));
      }
      if (export.isEmpty()) {
        missing.add(Refusal.notFound("ReferralExport", "export"));
      }
      return ReferralPayload.of(Outcome.refused(missing));
    }
    var asked =
        new ReferralToPropose(
            customer.get(),
            partner.get(),
            export.get(),
            input.purpose(),
            Set.copyOf(input.limbs()),
            input.lawfulBasis(),
            input.legalPower(),
            Boolean.TRUE.equals(input.emergency()),
            input.consent(),
            input.consentReason(),
            input.specialData(),
            input.grounds(),
            answers(input.answers()),
            input.expiresOn());
    return perform(
        "referralPropose",
        input.idempotencyKey(),
        input,
        () -> referrals.propose(asked, currentActor.get(), now()));
  }

  /** Empty for null, and for what is no name of anything that a plugin brings. */
  static Optional<TypeId> typeId(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(TypeId::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @MutationMapping
  ReferralPayload referralViewRecord(@Argument ReferralViewRecordInput input) {
    return on(
        input.referral(),
        id ->
            perform(
                "referralViewRecord",
                input.idempotencyKey(),
                input,
                () ->
                    referrals.view(
                        id,
                        input.expectedVersion(),
                        input.inFavour(),
                        input.reasons(),
                        currentActor.get(),
                        now())));
  }

  @MutationMapping
  ReferralPayload referralAuthorise(@Argument ReferralAuthoriseInput input) {
    return on(
        input.referral(),
        id ->
            perform(
                "referralAuthorise",
                input.idempotencyKey(),
                input,
                () ->
                    referrals.authorise(
                        id, input.expectedVersion(), input.reasons(), currentActor.get(), now())));
  }

  @MutationMapping
  ReferralPayload referralRefuse(@Argument ReferralRefuseInput input) {
    return on(
        input.referral(),
        id ->
            perform(
                "referralRefuse",
                input.idempotencyKey(),
                input,
                () ->
                    referrals.refuse(
                        id, input.expectedVersion(), input.reasons(), currentActor.get(), now())));
  }

  @MutationMapping
  ReferralPayload referralCorrect(@Argument ReferralCorrectInput input) {
    return on(
        input.referral(),
        id ->
            perform(
                "referralCorrect",
                input.idempotencyKey(),
                input,
                () ->
                    referrals.correct(
                        id,
                        input.expectedVersion(),
                        answers(input.answers()),
                        input.because(),
                        currentActor.get(),
                        now())));
  }

  @MutationMapping
  ReferralPayload referralWithdraw(@Argument ReferralWithdrawInput input) {
    return on(
        input.referral(),
        id ->
            perform(
                "referralWithdraw",
                input.idempotencyKey(),
                input,
                () ->
                    referrals.withdraw(
                        id, input.expectedVersion(), input.because(), currentActor.get(), now())));
  }

  @MutationMapping
  ReferralPayload referralDeliver(@Argument ReferralDeliverInput input) {
    return on(
        input.referral(),
        id ->
            perform(
                "referralDeliver",
                input.idempotencyKey(),
                input,
                () -> deliveries.again(id, input.expectedVersion(), currentActor.get(), now())));
  }

  private static List<FieldAnswer> answers(List<FieldAnswerInput> answers) {
    return answers.stream().map(FieldAnswerInput::answer).toList();
  }

  private static ReferralPayload on(String referral, Function<ReferralId, ReferralPayload> act) {
    return GlobalId.uuid(TYPE, referral)
        .map(ReferralId::new)
        .map(act)
        .orElseGet(() -> ReferralPayload.of(Outcome.refused(Refusal.notFound(TYPE, "referral"))));
  }

  private ReferralPayload perform(
      String name, @Nullable String key, Object input, Supplier<Outcome<ReferralView>> act) {
    return ReferralPayload.of(
        acts.act(name, key, input)
            .<ReferralView>on(
                TYPE,
                referral -> referral.id().value(),
                again -> referrals.find(new ReferralId(again)).orElseThrow())
            .about(referral -> referral.subject().value())
            .perform(act));
  }

  private Instant now() {
    return clock.instant();
  }

  // Fields

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(ReferralView referral) {
    return GlobalId.of(TYPE, referral.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "export")
  String export(ReferralView referral) {
    return referral.export().value();
  }

  @SchemaMapping(typeName = TYPE, field = "proposedBy")
  String proposedBy(ReferralView referral) {
    return referral.proposedBy().value();
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(ReferralView referral) {
    return referrals.actions(referral, currentActor.get());
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<ReferralView, CustomerView> customer(List<ReferralView> of) {
    Collection<CustomerId> ids =
        new LinkedHashSet<>(of.stream().map(ReferralView::customerId).toList());
    Map<CustomerId, CustomerView> found =
        customers.find(ids).stream().collect(Collectors.toMap(CustomerView::id, c -> c));
    return each(of, r -> found.get(r.subject()));
  }

  @BatchMapping(typeName = TYPE, field = "partner")
  Map<ReferralView, PartnerView> partner(List<ReferralView> of) {
    var found = partners.find(of.stream().map(ReferralView::partner).distinct().toList());
    return each(of, r -> found.get(r.partner()));
  }

  @BatchMapping(typeName = TYPE, field = "agreement")
  Map<ReferralView, SharingAgreementView> agreement(List<ReferralView> of) {
    Map<SharingAgreementId, SharingAgreementView> found =
        agreements.of(of.stream().map(ReferralView::partner).distinct().toList()).values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(SharingAgreementView::id, a -> a));
    return each(of, r -> r.agreement() == null ? null : found.get(r.agreement()));
  }

  @BatchMapping(typeName = TYPE, field = "versions")
  Map<ReferralView, List<ReferralVersionView>> versions(List<ReferralView> of) {
    var found = referrals.versions(of.stream().map(ReferralView::id).toList());
    return each(of, r -> found.getOrDefault(r.id(), List.of()));
  }

  private static <T> Map<ReferralView, T> each(
      List<ReferralView> of, Function<ReferralView, @Nullable T> what) {
    Map<ReferralView, T> found = new HashMap<>();
    for (ReferralView referral : of) {
      T value = what.apply(referral);
      if (value != null) {
        found.put(referral, value);
      }
    }
    return found;
  }

  @SchemaMapping(typeName = "DataProtectionView", field = "by")
  String viewedBy(ReferralView.DataProtectionView view) {
    return view.by().value();
  }

  @SchemaMapping(typeName = "ReferralDecision", field = "by")
  String decidedBy(ReferralView.Decision decision) {
    return decision.by().value();
  }

  @SchemaMapping(typeName = "ReferralDecision", field = "post")
  Role decidedAs(ReferralView.Decision decision) {
    return decision.as();
  }

  @SchemaMapping(typeName = "ReferralWithdrawal", field = "by")
  String withdrawnBy(ReferralView.Withdrawal withdrawal) {
    return withdrawal.by().value();
  }

  @SchemaMapping(typeName = "ReferralVersion", field = "id")
  String versionId(ReferralVersionView version) {
    return GlobalId.of("ReferralVersion", version.id().value());
  }

  @SchemaMapping(typeName = "ReferralVersion", field = "releasedBy")
  @Nullable String releasedBy(ReferralVersionView version) {
    return machine() ? null : version.releasedBy().value();
  }

  @SchemaMapping(typeName = "ReferralVersion", field = "because")
  @Nullable String because(ReferralVersionView version) {
    return machine() ? null : version.because();
  }

  @BatchMapping(typeName = "ReferralVersion", field = "deliveries")
  Map<ReferralVersionView, List<ReferralDeliveryView>> deliveries(List<ReferralVersionView> of) {
    Map<ReferralVersionView, List<ReferralDeliveryView>> shown = new HashMap<>();
    if (!machine()) {
      var found = deliveries.of(of.stream().map(ReferralVersionView::id).toList());
      of.forEach(version -> shown.put(version, found.getOrDefault(version.id(), List.of())));
    }
    return shown;
  }

  @SchemaMapping(typeName = "ReferralDelivery", field = "way")
  String way(ReferralDeliveryView delivery) {
    return delivery.way().value();
  }

  @SchemaMapping(typeName = "ReferralVersion", field = "withheld")
  List<Withheld> withheld(ReferralVersionView version) {
    return machine()
        ? List.of(
            new Withheld("because", "NOT_FOR_YOUR_ROLE"),
            new Withheld("deliveries", "NOT_FOR_YOUR_ROLE"),
            new Withheld("releasedBy", "NOT_FOR_YOUR_ROLE"))
        : List.of();
  }

  private boolean machine() {
    return currentActor.get().holds(Role.INTEGRATOR);
  }

  @SchemaMapping(typeName = "ReferralExport", field = "id")
  String formId(ReferralForm form) {
    return form.id().value();
  }

  @SchemaMapping(typeName = "ReferralExport", field = "name")
  Text formName(ReferralForm form) {
    return form.name().in("en");
  }

  @SchemaMapping(typeName = "ReferralExportPurpose", field = "required")
  List<String> required(ReferralForm.ForPurpose one) {
    return List.copyOf(one.rules().required());
  }

  @SchemaMapping(typeName = "ReferralExportPurpose", field = "optional")
  List<String> optional(ReferralForm.ForPurpose one) {
    return List.copyOf(one.rules().optional());
  }

  @SchemaMapping(typeName = "ReferralExportPurpose", field = "forbidden")
  List<String> forbidden(ReferralForm.ForPurpose one) {
    return List.copyOf(one.rules().forbidden());
  }

  @SchemaMapping(typeName = "ReferralPreview", field = "fields")
  List<String> fields(ReferralPreview preview) {
    return preview.fields().stream().sorted().toList();
  }
}
