package org.evenhand.sharing.internal;

import static org.evenhand.sharing.internal.jooq.Tables.AGREEMENT;
import static org.evenhand.sharing.internal.jooq.Tables.PARTNER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.sharing.AgreementToRecord;
import org.evenhand.sharing.LawfulBasis;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.ProtocolStanding;
import org.evenhand.sharing.SafetyLimb;
import org.evenhand.sharing.SharingAgreementId;
import org.evenhand.sharing.SharingAgreementRecorded;
import org.evenhand.sharing.SharingAgreementView;
import org.evenhand.sharing.SharingAgreements;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordedAgreements implements SharingAgreements {

  private final AgreementRows rows;
  private final ReferralForms forms;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  RecordedAgreements(
      AgreementRows rows, ReferralForms forms, DSLContext sql, ApplicationEventPublisher events) {
    this.rows = rows;
    this.forms = forms;
    this.sql = sql;
    this.events = events;
  }

  @Override
  public Optional<SharingAgreementView> find(SharingAgreementId id) {
    return select().where(AGREEMENT.ID.eq(id.value())).fetchOptional(RecordedAgreements::view);
  }

  @Override
  public Optional<SharingAgreementView> live(
      PartnerId partner, SharingPurpose purpose, LocalDate on) {
    return select()
        .where(AGREEMENT.PARTNER.eq(partner.value()), AGREEMENT.PURPOSE.eq(purpose.name()))
        .and(live(on))
        .fetchOptional(RecordedAgreements::view);
  }

  private SelectOnConditionStep<Record> select() {
    return sql.select(AGREEMENT.fields())
        .select(PARTNER.STANDING, PARTNER.VALID_UNTIL)
        .from(AGREEMENT)
        .join(PARTNER)
        .on(PARTNER.ID.eq(AGREEMENT.PARTNER));
  }

  /** The same as {@link SharingAgreementView#live}, asked of the tables. */
  private static Condition live(LocalDate on) {
    return DSL.val(on)
        .between(AGREEMENT.VALID_FROM, AGREEMENT.VALID_UNTIL)
        .and(RecordedPartners.mayReceive(on));
  }

  @Override
  public Map<PartnerId, List<SharingAgreementView>> of(Collection<PartnerId> partners) {
    return select()
        .where(AGREEMENT.PARTNER.in(partners.stream().map(PartnerId::value).toList()))
        .orderBy(AGREEMENT.VALID_FROM.desc(), AGREEMENT.ID)
        .fetch(RecordedAgreements::view)
        .stream()
        .collect(Collectors.groupingBy(SharingAgreementView::partner));
  }

  @Override
  public Page<SharingAgreementView> page(
      @Nullable PartnerId partner,
      @Nullable SharingPurpose purpose,
      @Nullable LocalDate liveOn,
      Page.Request request) {
    Condition which = DSL.noCondition();
    if (partner != null) {
      which = which.and(AGREEMENT.PARTNER.eq(partner.value()));
    }
    if (purpose != null) {
      which = which.and(AGREEMENT.PURPOSE.eq(purpose.name()));
    }
    if (liveOn != null) {
      which = which.and(live(liveOn));
    }
    List<SharingAgreementView> found =
        select()
            .where(which)
            .and(behind(request.after()))
            .orderBy(AGREEMENT.VALID_FROM.desc(), AGREEMENT.ID.desc())
            .limit(request.limit())
            .fetch(RecordedAgreements::view);
    int count =
        sql.fetchCount(
            DSL.selectOne()
                .from(AGREEMENT)
                .join(PARTNER)
                .on(PARTNER.ID.eq(AGREEMENT.PARTNER))
                .where(which)
                .limit(Page.MOST_COUNTED));
    return Page.of(found, request, agreement -> agreement.id().value(), count);
  }

  private static Condition behind(@Nullable UUID after) {
    if (after == null) {
      return DSL.noCondition();
    }
    var last = AGREEMENT.as("last");
    return DSL.row(AGREEMENT.VALID_FROM, AGREEMENT.ID)
        .lt(DSL.select(last.VALID_FROM, last.ID).from(last).where(last.ID.eq(after)));
  }

  @Override
  @Transactional
  public Outcome<SharingAgreementView> record(AgreementToRecord agreement, Actor by, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    SharingAgreementId changed = agreement.id();
    Optional<Agreement> before =
        changed == null ? Optional.empty() : rows.findById(changed.value());
    if (changed != null && before.isEmpty()) {
      return Outcome.refused(Refusal.notFound("SharingAgreement", "agreement"));
    }
    Optional<PartnerView> partner = hold(agreement.partner());
    if (partner.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Partner", "partner"));
    }
    var reasons = new Reasons();
    reasons.addIf(partner.get().sandbox(), "PARTNER_IS_SANDBOX", "partner");
    reasons.version(before.map(Agreement::version).orElse(null), agreement.expectedVersion());
    before.ifPresent(old -> sameBond(old, agreement, reasons));
    reasons.addIf(agreement.limbs().isEmpty(), "LIMB_MISSING", "limbs");
    reasons.addIf(
        agreement.lawfulBasis().needsLegalPower() && agreement.legalPower() == null,
        "LEGAL_POWER_MISSING",
        "legalPower");
    reasons.optionalTitle(agreement.legalPower(), "legalPower");
    reasons.optionalTitle(agreement.extraConditions(), "extraConditions");
    reasons.title(agreement.reference(), "reference");
    exports(agreement, before.map(Agreement::exports).orElse(""), partner.get(), reasons);
    days(agreement, before.isEmpty(), partner.get(), today, reasons);
    if (!reasons.none()) {
      return reasons.refused();
    }
    Agreement kept =
        rows.save(
            new Agreement(
                before.map(Agreement::id).orElseGet(Ids::next),
                before.map(Agreement::version).orElse(null),
                agreement.partner().value(),
                agreement.purpose().name(),
                agreement.limbs().stream()
                    .sorted()
                    .map(Enum::name)
                    .collect(Collectors.joining(",")),
                agreement.lawfulBasis().name(),
                agreement.legalPower(),
                agreement.extraConditions(),
                agreement.reference(),
                agreement.from(),
                agreement.until(),
                agreement.exports().stream()
                    .sorted()
                    .map(TypeId::value)
                    .collect(Collectors.joining(","))));
    var id = new SharingAgreementId(kept.id());
    events.publishEvent(
        new SharingAgreementRecorded(
            id,
            agreement.partner(),
            agreement.purpose(),
            agreement.from(),
            agreement.until(),
            now,
            by.id()));
    return Outcome.done(find(id).orElseThrow());
  }

  /** The partner, kept from changing and from other agreements until this act is over. */
  private Optional<PartnerView> hold(PartnerId id) {
    return sql.selectFrom(PARTNER)
        .where(PARTNER.ID.eq(id.value()))
        .forUpdate()
        .fetchOptional(RecordedPartners::view);
  }

  private static void sameBond(Agreement old, AgreementToRecord agreement, Reasons reasons) {
    reasons.addIf(
        !old.partner().equals(agreement.partner().value()), "AGREEMENT_PARTNER_FIXED", "partner");
    reasons.addIf(
        !old.purpose().equals(agreement.purpose().name()), "AGREEMENT_PURPOSE_FIXED", "purpose");
  }

  /** Forms that it did not pin before have to be there, for this kind of partner and purpose. */
  private void exports(
      AgreementToRecord agreement, String before, PartnerView partner, Reasons reasons) {
    Set<TypeId> added = new TreeSet<>(agreement.exports());
    added.removeAll(exports(before));
    for (TypeId export : added) {
      Optional<ReferralExport> form = forms.find(export);
      if (form.isEmpty()) {
        reasons.add(Refusal.notFound("ReferralExport", "exports"));
      } else {
        reasons.addIf(
            !ReferralForms.isFor(form.get(), partner.kind()), "FORM_FOR_ANOTHER_KIND", "exports");
        reasons.addIf(
            !form.get().purposes().contains(agreement.purpose()),
            "FORM_NOT_FOR_PURPOSE",
            "exports");
      }
    }
  }

  private static Set<TypeId> exports(String names) {
    return Arrays.stream(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(TypeId::of)
        .collect(Collectors.toSet());
  }

  private void days(
      AgreementToRecord agreement,
      boolean isNew,
      PartnerView partner,
      LocalDate today,
      Reasons reasons) {
    if (!reasons.day(agreement.from(), "from") || !reasons.day(agreement.until(), "until")) {
      return;
    }
    if (agreement.until().isBefore(agreement.from())) {
      reasons.addIf(true, "DAYS_REVERSED", "until");
      return;
    }
    if (!partner.standing().mayReceive()) {
      reasons.addIf(isNew || agreement.until().isAfter(today), "PARTNER_NOT_SIGNATORY", "partner");
    } else if (partner.lapsed(today)) {
      reasons.addIf(isNew || agreement.until().isAfter(today), "PARTNER_LAPSED", "partner");
    } else {
      LocalDate last = partner.validUntil();
      reasons.addIf(
          last != null && agreement.until().isAfter(last),
          "AGREEMENT_OUTLIVES_SIGNATURE",
          Map.of("last", String.valueOf(last)),
          "until");
    }
    reasons.addIf(isNew && agreement.until().isBefore(today), "AGREEMENT_ENDED_ALREADY", "until");
    reasons.addIf(overlaps(agreement), "AGREEMENT_OVERLAPS", "from");
  }

  private boolean overlaps(AgreementToRecord agreement) {
    SharingAgreementId changed = agreement.id();
    return sql.fetchExists(
        DSL.selectOne()
            .from(AGREEMENT)
            .where(
                AGREEMENT.PARTNER.eq(agreement.partner().value()),
                AGREEMENT.PURPOSE.eq(agreement.purpose().name()),
                AGREEMENT.VALID_FROM.le(agreement.until()),
                AGREEMENT.VALID_UNTIL.ge(agreement.from()))
            .and(changed == null ? DSL.noCondition() : AGREEMENT.ID.ne(changed.value())));
  }

  private static SharingAgreementView view(Record row) {
    return new SharingAgreementView(
        new SharingAgreementId(row.get(AGREEMENT.ID)),
        row.get(AGREEMENT.VERSION),
        new PartnerId(row.get(AGREEMENT.PARTNER)),
        SharingPurpose.valueOf(row.get(AGREEMENT.PURPOSE)),
        Arrays.stream(row.get(AGREEMENT.LIMBS).split(","))
            .map(SafetyLimb::valueOf)
            .collect(Collectors.toSet()),
        LawfulBasis.valueOf(row.get(AGREEMENT.LAWFUL_BASIS)),
        row.get(AGREEMENT.LEGAL_POWER),
        row.get(AGREEMENT.EXTRA_CONDITIONS),
        row.get(AGREEMENT.REFERENCE),
        row.get(AGREEMENT.VALID_FROM),
        row.get(AGREEMENT.VALID_UNTIL),
        exports(row.get(AGREEMENT.EXPORTS)),
        ProtocolStanding.valueOf(row.get(PARTNER.STANDING)),
        row.get(PARTNER.VALID_UNTIL));
  }
}
