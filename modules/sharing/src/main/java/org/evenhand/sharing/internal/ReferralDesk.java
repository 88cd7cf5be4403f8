package org.evenhand.sharing.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.sharing.Consent;
import org.evenhand.sharing.FieldAnswer;
import org.evenhand.sharing.LawfulBasis;
import org.evenhand.sharing.PartnerKeyView;
import org.evenhand.sharing.PartnerKeys;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.ReferralForm;
import org.evenhand.sharing.ReferralId;
import org.evenhand.sharing.ReferralPreview;
import org.evenhand.sharing.ReferralStatus;
import org.evenhand.sharing.ReferralToPropose;
import org.evenhand.sharing.ReferralVersionId;
import org.evenhand.sharing.ReferralVersionView;
import org.evenhand.sharing.ReferralView;
import org.evenhand.sharing.Referrals;
import org.evenhand.sharing.SafetyLimb;
import org.evenhand.sharing.SharingAgreementView;
import org.evenhand.sharing.SharingAgreements;
import org.evenhand.sharing.SharingGrounds;
import org.evenhand.sharing.VersionKind;
import org.evenhand.sharing.WebhookEvent;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ReferralDesk implements Referrals {

  /** The data protection officer looks at an emergency afterwards (T22). */
  static final String EMERGENCY_REVIEW = "REFERRAL_EMERGENCY_REVIEW";

  /** Each version is chased until the partner acknowledges it. */
  static final String ACKNOWLEDGEMENT = "REFERRAL_ACKNOWLEDGEMENT";

  static final String TYPE = "Referral";

  private static final int WORKING_DAYS_TO_ACKNOWLEDGE = 5;
  private static final int LONGEST_TEXT = 2_000;

  private final ReferralRows rows;
  private final ReferralForms forms;
  private final PrintedForms printed;
  private final DeliveryRows deliveries;
  private final WebhookRows webhooks;
  private final Partners partners;
  private final SharingAgreements agreements;
  private final PartnerKeys keys;
  private final CouncilKeys councilKeys;
  private final Customers customers;
  private final Duties duties;
  private final WorkingDays calendar;
  private final Messages messages;
  private final Clock clock;

  ReferralDesk(
      ReferralRows rows,
      ReferralForms forms,
      PrintedForms printed,
      DeliveryRows deliveries,
      WebhookRows webhooks,
      Partners partners,
      SharingAgreements agreements,
      PartnerKeys keys,
      CouncilKeys councilKeys,
      Customers customers,
      Duties duties,
      WorkingDays calendar,
      Messages messages,
      Clock clock) {
    this.rows = rows;
    this.forms = forms;
    this.printed = printed;
    this.deliveries = deliveries;
    this.webhooks = webhooks;
    this.partners = partners;
    this.agreements = agreements;
    this.keys = keys;
    this.councilKeys = councilKeys;
    this.customers = customers;
    this.duties = duties;
    this.calendar = calendar;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public List<ReferralForm> forms() {
    return forms.all().stream().map(ReferralForms::view).toList();
  }

  @Override
  public Optional<ReferralView> find(ReferralId id) {
    return rows.find(id);
  }

  @Override
  public Map<ReferralId, ReferralView> find(Collection<ReferralId> ids) {
    return rows.find(ids);
  }

  @Override
  public Page<ReferralView> page(
      @Nullable CustomerId customer, boolean decided, Page.Request request) {
    List<UUID> persons =
        customer == null
            ? List.of()
            : customers.recordsOf(customer).stream().map(CustomerId::value).toList();
    return rows.page(persons, customer == null, decided, request);
  }

  @Override
  public Map<ReferralId, List<ReferralVersionView>> versions(Collection<ReferralId> referrals) {
    return rows.versions(referrals);
  }

  @Override
  public List<AvailableAction> actions(ReferralView referral, Actor actor) {
    return ReferralAct.of(referral, actor);
  }

  @Override
  @Transactional
  public Outcome<ReferralView> propose(ReferralToPropose asked, Actor by, Instant now) {
    LocalDate today = today(now);
    var reasons = new Reasons();
    if (customers.find(asked.customer()).isEmpty()) {
      reasons.add(Refusal.notFound("Customer", "customer"));
    }
    Optional<PartnerView> partner = partners.find(asked.partner());
    if (partner.isEmpty()) {
      reasons.add(Refusal.notFound("Partner", "partner"));
    }
    reasons.addIf(
        partner.filter(PartnerView::sandbox).isPresent(), "PARTNER_IS_SANDBOX", "partner");
    Optional<ReferralExport> form = forms.find(asked.export());
    if (form.isEmpty()) {
      reasons.add(Refusal.notFound("ReferralExport", "export"));
    }
    grounds(asked, today, reasons);
    Optional<SharingAgreementView> agreement = Optional.empty();
    if (partner.isPresent() && form.isPresent()) {
      form(form.get(), partner.get(), asked.purpose(), asked.answers(), reasons);
      if (!asked.emergency()) {
        agreement = agreements.live(asked.partner(), asked.purpose(), today);
        bond(
            partner.get(),
            agreement,
            asked.export(),
            asked.limbs(),
            asked.lawfulBasis(),
            today,
            reasons);
        SharingAgreementView live = agreement.orElse(null);
        reasons.addIf(
            live != null && asked.expiresOn().isAfter(live.until()),
            "REFERRAL_OUTLIVES_AGREEMENT",
            "expiresOn");
      }
    }
    reasons.addIf(
        asked.specialData()
            && asked.grounds().extraConditions() == null
            && agreement.map(SharingAgreementView::extraConditions).isEmpty(),
        "EXTRA_CONDITIONS_MISSING",
        "grounds",
        "extraConditions");
    if (!reasons.none()) {
      return reasons.refused();
    }
    var referral =
        new ReferralView(
            new ReferralId(Ids.next()),
            0,
            rows.nextReference(today.getYear()),
            asked.customer(),
            asked.partner(),
            agreement.map(SharingAgreementView::id).orElse(null),
            asked.export(),
            form.orElseThrow().schemaVersion(),
            asked.purpose(),
            asked.limbs(),
            asked.lawfulBasis(),
            asked.legalPower(),
            asked.emergency(),
            asked.consent(),
            asked.consentReason(),
            asked.specialData(),
            asked.grounds(),
            asked.answers(),
            asked.expiresOn(),
            ReferralStatus.PROPOSED,
            now,
            by.id(),
            null,
            null,
            null);
    rows.add(referral);
    return Outcome.done(get(referral.id()));
  }

  /** What the regulator's template asks for; the rest of it is known by itself (T22). */
  private static void grounds(ReferralToPropose asked, LocalDate today, Reasons reasons) {
    reasons.addIf(asked.limbs().isEmpty(), "LIMB_MISSING", "limbs");
    reasons.addIf(
        asked.lawfulBasis().needsLegalPower() && asked.legalPower() == null,
        "LEGAL_POWER_MISSING",
        "legalPower");
    reasons.optionalTitle(asked.legalPower(), "legalPower");
    if (asked.consent() == Consent.GIVEN) {
      reasons.addIf(asked.consentReason() != null, "CONSENT_NEEDS_NO_REASON", "consentReason");
    } else {
      reasons.add(Acts.text(asked.consentReason(), LONGEST_TEXT, "consentReason"));
    }
    reasons.addIf(
        asked.lawfulBasis() == LawfulBasis.CONSENT && asked.consent() != Consent.GIVEN,
        "CONSENT_IS_THE_BASIS",
        "consent");
    reasons.addIf(
        asked.emergency()
            && asked.lawfulBasis() != LawfulBasis.VITAL_INTERESTS
            && asked.purpose() != SharingPurpose.SAFEGUARD,
        "EMERGENCY_NOT_VITAL",
        "emergency");
    if (reasons.day(asked.expiresOn(), "expiresOn")) {
      reasons.addIf(asked.expiresOn().isBefore(today), "REFERRAL_EXPIRED_ALREADY", "expiresOn");
    }
    SharingGrounds g = asked.grounds();
    reasons.optionalTitle(g.requestingBody(), "grounds", "requestingBody");
    reasons.optionalTitle(g.requestedBy(), "grounds", "requestedBy");
    reasons.addIf(
        (g.requestedBy() == null) != (g.requestedOn() == null)
            || (g.requestedBy() == null) != (g.requestingBody() == null),
        "REQUEST_INCOMPLETE",
        "grounds",
        "requestedOn");
    reasons.addIf(
        g.requestedOn() != null && g.requestedOn().isAfter(today),
        "DAY_IN_THE_FUTURE",
        "grounds",
        "requestedOn");
    reasons.add(Acts.text(g.description(), LONGEST_TEXT, "grounds", "description"));
    reasons.add(Acts.text(g.necessity(), LONGEST_TEXT, "grounds", "necessity"));
    reasons.add(Acts.text(g.withLess(), LONGEST_TEXT, "grounds", "withLess"));
    reasons.add(Acts.text(g.riskOfSharing(), LONGEST_TEXT, "grounds", "riskOfSharing"));
    reasons.add(Acts.text(g.riskOfNotSharing(), LONGEST_TEXT, "grounds", "riskOfNotSharing"));
    if (g.extraConditions() != null) {
      reasons.add(Acts.text(g.extraConditions(), LONGEST_TEXT, "grounds", "extraConditions"));
    }
    if (g.lawEnforcement() != null) {
      reasons.add(Acts.text(g.lawEnforcement(), LONGEST_TEXT, "grounds", "lawEnforcement"));
    }
    reasons.add(Acts.text(g.impactAssessment(), LONGEST_TEXT, "grounds", "impactAssessment"));
    reasons.add(Acts.text(g.retention(), LONGEST_TEXT, "grounds", "retention"));
    reasons.add(Acts.text(g.security(), LONGEST_TEXT, "grounds", "security"));
    reasons.add(Acts.text(g.rights(), LONGEST_TEXT, "grounds", "rights"));
    reasons.add(Acts.text(g.frequency(), LONGEST_TEXT, "grounds", "frequency"));
  }

  private static void form(
      ReferralExport form,
      PartnerView partner,
      SharingPurpose purpose,
      List<FieldAnswer> answers,
      Reasons reasons) {
    reasons.addIf(!ReferralForms.isFor(form, partner.kind()), "FORM_FOR_ANOTHER_KIND", "export");
    if (form.purposes().contains(purpose)) {
      DossierRules.problems(form.fields(purpose), answers).forEach(reasons::add);
    } else {
      reasons.addIf(true, "FORM_NOT_FOR_PURPOSE", "purpose");
    }
  }

  /** A partner that may receive, under an agreement that covers it (T22). */
  private static void bond(
      PartnerView partner,
      Optional<SharingAgreementView> live,
      TypeId export,
      Set<SafetyLimb> limbs,
      LawfulBasis basis,
      LocalDate today,
      Reasons reasons) {
    if (!partner.standing().mayReceive()) {
      reasons.addIf(true, "PARTNER_NOT_SIGNATORY", "partner");
      return;
    }
    if (partner.lapsed(today)) {
      reasons.addIf(true, "PARTNER_LAPSED", "partner");
      return;
    }
    if (live.isEmpty()) {
      reasons.addIf(true, "NO_LIVE_AGREEMENT", "purpose");
      return;
    }
    reasons.addIf(!live.get().covers(export), "FORM_OUTSIDE_AGREEMENT", "export");
    reasons.addIf(!live.get().limbs().containsAll(limbs), "LIMBS_OUTSIDE_AGREEMENT", "limbs");
    reasons.addIf(
        live.get().lawfulBasis() != basis, "LAWFUL_BASIS_OUTSIDE_AGREEMENT", "lawfulBasis");
  }

  @Override
  @Transactional
  public Outcome<ReferralView> view(
      ReferralId id,
      @Nullable Integer expectedVersion,
      boolean inFavour,
      String text,
      Actor by,
      Instant now) {
    Optional<ReferralView> found = rows.find(id);
    var reasons = guarded(found, expectedVersion, ReferralAct.VIEW, by);
    reasons.add(Acts.text(text, LONGEST_TEXT, "reasons"));
    if (!reasons.none()) {
      return reasons.refused();
    }
    rows.viewed(found.orElseThrow(), inFavour, text.strip(), by.id(), now);
    duties.discharge(EMERGENCY_REVIEW, id.value(), null, inFavour ? "IN_FAVOUR" : "AGAINST", now);
    return Outcome.done(get(id));
  }

  @Override
  @Transactional
  public Outcome<ReferralView> authorise(
      ReferralId id, @Nullable Integer expectedVersion, String text, Actor by, Instant now) {
    Optional<ReferralView> found = rows.find(id);
    LocalDate today = today(now);
    var reasons = guarded(found, expectedVersion, ReferralAct.AUTHORISE, by);
    reasons.add(Acts.text(text, LONGEST_TEXT, "reasons"));
    Optional<PartnerKeyView> key = found.flatMap(r -> keys.toSealWith(r.partner(), today));
    found.ifPresent(
        referral -> {
          PartnerView partner = partners.find(referral.partner()).orElseThrow();
          stillHolds(referral, partner, referral.answers(), today, reasons);
          reasons.addIf(key.isEmpty(), "NO_KEY_OF_PARTNER", "referral");
        });
    if (!reasons.none()) {
      return reasons.refused();
    }
    ReferralView referral = found.orElseThrow();
    List<Artefact> documents;
    try {
      documents = documents(referral, referral.answers(), now);
    } catch (PluginUnavailableException e) {
      return Outcome.refused(e.refusal());
    }
    rows.decided(
        referral,
        true,
        text.strip(),
        by.id(),
        by.actsAs(Role.HEAD_OF_CUSTOMER_SERVICES, Role.HEAD_OF_SERVICE).orElseThrow(),
        now);
    release(
        referral,
        VersionKind.FIRST,
        referral.answers(),
        documents,
        null,
        key.orElseThrow(),
        by,
        now);
    if (referral.emergency()) {
      duties.open(
          DutyToOpen.byDay(
              EMERGENCY_REVIEW,
              TYPE,
              id.value(),
              referral.subject().value(),
              Role.DATA_PROTECTION_OFFICER,
              null,
              calendar.plus(today, 1)),
          now);
    }
    return Outcome.done(get(id));
  }

  /** What was no reason against it when it was proposed may be one by now. */
  private void stillHolds(
      ReferralView referral,
      PartnerView partner,
      List<FieldAnswer> answers,
      LocalDate today,
      Reasons reasons) {
    Optional<ReferralExport> form = forms.find(referral.export());
    if (form.isEmpty()) {
      reasons.add(Refusal.notFound("ReferralExport", "referral"));
    } else {
      form(form.get(), partner, referral.purpose(), answers, reasons);
    }
    reasons.addIf(today.isAfter(referral.expiresOn()), "REFERRAL_EXPIRED_ALREADY", "referral");
    if (!referral.emergency()) {
      bond(
          partner,
          agreements.live(referral.partner(), referral.purpose(), today),
          referral.export(),
          referral.limbs(),
          referral.lawfulBasis(),
          today,
          reasons);
    }
  }

  @Override
  @Transactional
  public Outcome<ReferralView> refuse(
      ReferralId id, @Nullable Integer expectedVersion, String text, Actor by, Instant now) {
    Optional<ReferralView> found = rows.find(id);
    var reasons = guarded(found, expectedVersion, ReferralAct.REFUSE, by);
    reasons.add(Acts.text(text, LONGEST_TEXT, "reasons"));
    if (!reasons.none()) {
      return reasons.refused();
    }
    rows.decided(
        found.orElseThrow(),
        false,
        text.strip(),
        by.id(),
        by.actsAs(Role.HEAD_OF_CUSTOMER_SERVICES).orElseThrow(),
        now);
    return Outcome.done(get(id));
  }

  @Override
  @Transactional
  public Outcome<ReferralView> correct(
      ReferralId id,
      @Nullable Integer expectedVersion,
      List<FieldAnswer> answers,
      String because,
      Actor by,
      Instant now) {
    Optional<ReferralView> found = rows.find(id);
    LocalDate today = today(now);
    var reasons = guarded(found, expectedVersion, ReferralAct.CORRECT, by);
    reasons.add(Acts.text(because, LONGEST_TEXT, "because"));
    Optional<PartnerKeyView> key = found.flatMap(r -> keys.toSealWith(r.partner(), today));
    found.ifPresent(
        referral -> {
          PartnerView partner = partners.find(referral.partner()).orElseThrow();
          stillHolds(referral, partner, answers, today, reasons);
          reasons.addIf(key.isEmpty(), "NO_KEY_OF_PARTNER", "referral");
        });
    if (!reasons.none()) {
      return reasons.refused();
    }
    ReferralView referral = found.orElseThrow();
    List<Artefact> documents;
    try {
      documents = documents(referral, answers, now);
    } catch (PluginUnavailableException e) {
      return Outcome.refused(e.refusal());
    }
    rows.corrected(referral, answers);
    release(
        referral,
        VersionKind.CORRECTION,
        answers,
        documents,
        because.strip(),
        key.orElseThrow(),
        by,
        now);
    return Outcome.done(get(id));
  }

  /** A partner that may receive nothing any more is still told that something holds no longer. */
  @Override
  @Transactional
  public Outcome<ReferralView> withdraw(
      ReferralId id, @Nullable Integer expectedVersion, String because, Actor by, Instant now) {
    Optional<ReferralView> found = rows.find(id);
    var reasons = guarded(found, expectedVersion, ReferralAct.WITHDRAW, by);
    reasons.add(Acts.text(because, LONGEST_TEXT, "because"));
    boolean shared = found.filter(r -> r.status() == ReferralStatus.SHARED).isPresent();
    Optional<PartnerKeyView> key = found.flatMap(r -> keys.toSealWith(r.partner(), today(now)));
    reasons.addIf(shared && key.isEmpty(), "NO_KEY_OF_PARTNER", "referral");
    if (!reasons.none()) {
      return reasons.refused();
    }
    ReferralView referral = found.orElseThrow();
    rows.withdrawn(referral, because.strip(), by.id(), now);
    rows.versions(List.of(id))
        .getOrDefault(id, List.of())
        .forEach(version -> deliveries.notNeeded(version.id()));
    if (shared) {
      release(
          referral,
          VersionKind.WITHDRAWAL,
          List.of(),
          List.of(),
          because.strip(),
          key.orElseThrow(),
          by,
          now);
    }
    return Outcome.done(get(id));
  }

  @Override
  public Outcome<ReferralPreview> preview(ReferralId id) {
    Optional<ReferralView> found = rows.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound(TYPE, "referral"));
    }
    Optional<ReferralExport> form = forms.find(found.get().export());
    if (form.isEmpty()) {
      return Outcome.refused(Refusal.notFound("ReferralExport", "referral"));
    }
    Dossier dossier = dossier(found.get(), form.get(), found.get().answers(), clock.instant());
    List<Artefact> documents;
    try {
      documents = form.get().render(dossier);
    } catch (PluginUnavailableException e) {
      return Outcome.refused(e.refusal());
    }
    return Outcome.done(
        new ReferralPreview(
            new TreeSet<>(dossier.fields().keySet()),
            documents.stream()
                .map(
                    one ->
                        new ReferralPreview.Document(
                            one.name(),
                            one.mediaType(),
                            new String(one.content(), StandardCharsets.UTF_8)))
                .toList()));
  }

  ReferralVersionView release(
      ReferralView referral,
      VersionKind kind,
      List<FieldAnswer> answers,
      List<Artefact> documents,
      @Nullable String because,
      PartnerKeyView key,
      Actor by,
      Instant now) {
    int number =
        rows.versions(List.of(referral.id())).getOrDefault(referral.id(), List.of()).size() + 1;
    var version =
        new ReferralVersionView(
            new ReferralVersionId(Ids.next()),
            0,
            referral.id(),
            referral.partner(),
            number,
            kind,
            because,
            now,
            by.id(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    rows.add(version, answers, documents);
    send(referral, version, key, now);
    if (!referral.synthetic()) {
      duties.open(
          DutyToOpen.byDay(
              ACKNOWLEDGEMENT,
              TYPE,
              referral.id().value(),
              referral.subject().value(),
              Role.HEAD_OF_CUSTOMER_SERVICES,
              null,
              calendar.plus(today(now), WORKING_DAYS_TO_ACKNOWLEDGE)),
          now);
    }
    return version;
  }

  /**
   * Seals a version for that key and puts it behind all that the partner was told; it is taken to a
   * partner that chose a way, too.
   */
  void send(ReferralView referral, ReferralVersionView version, PartnerKeyView key, Instant now) {
    long position =
        rows.append(
            version,
            ReferralSeal.sealed(
                referral,
                version,
                handling(referral),
                rows.documents(version.id()),
                councilKeys,
                key,
                now),
            key,
            now);
    webhooks
        .live(version.partner(), referral.purpose())
        .ifPresent(hook -> webhooks.open(hook.id(), WebhookEvent.REFERRAL_CHANGED, position, now));
    TypeId way = partners.find(version.partner()).orElseThrow().delivery();
    if (way != null) {
      deliveries.open(version.id(), version.partner(), position, way, now);
    }
  }

  /**
   * What the partner gets, rendered once for all sendings.
   *
   * @throws PluginUnavailableException if the form gives none now
   */
  List<Artefact> documents(ReferralView referral, List<FieldAnswer> answers, Instant now) {
    ReferralExport form = forms.find(referral.export()).orElseThrow();
    return printed.printed(
        form, form.render(dossier(referral, form, answers, now)), handling(referral));
  }

  private String handling(ReferralView referral) {
    return messages.say(
        referral.synthetic() ? "referral.handling.synthetic" : "referral.handling",
        Map.of("until", referral.expiresOn().toString(), "reference", referral.reference()),
        Locale.UK);
  }

  private static Dossier dossier(
      ReferralView referral, ReferralExport form, List<FieldAnswer> answers, Instant asOf) {
    return DossierRules.minimal(
        referral.reference(), referral.purpose(), asOf, form.fields(referral.purpose()), answers);
  }

  private static Reasons guarded(
      Optional<ReferralView> found, @Nullable Integer expected, ReferralAct act, Actor by) {
    var reasons = new Reasons();
    if (found.isEmpty()) {
      reasons.add(Refusal.notFound(TYPE, "referral"));
    } else {
      reasons.add(Acts.stale(expected, found.get().version()));
      act.refusals(found.get(), by).forEach(reasons::add);
    }
    return reasons;
  }

  private ReferralView get(ReferralId id) {
    return rows.find(id).orElseThrow();
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
