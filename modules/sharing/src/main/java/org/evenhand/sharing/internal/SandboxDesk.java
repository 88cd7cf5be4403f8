package org.evenhand.sharing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.sharing.AnswerState;
import org.evenhand.sharing.Consent;
import org.evenhand.sharing.Controllers;
import org.evenhand.sharing.FieldAnswer;
import org.evenhand.sharing.LawfulBasis;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerKeyView;
import org.evenhand.sharing.PartnerKeys;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.ReferralId;
import org.evenhand.sharing.ReferralScopes;
import org.evenhand.sharing.ReferralStatus;
import org.evenhand.sharing.ReferralVersionId;
import org.evenhand.sharing.ReferralVersionView;
import org.evenhand.sharing.ReferralView;
import org.evenhand.sharing.SafetyLimb;
import org.evenhand.sharing.Sandbox;
import org.evenhand.sharing.SharingGrounds;
import org.evenhand.sharing.VersionKind;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.ReferralExport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SandboxDesk implements Sandbox {

  private static final String MADE_UP = "Synthetic: made up to try out a machine.";
  private static final int MOST_A_DAY = 200;
  private static final int DAYS = 30;

  private final ReferralRows rows;
  private final ReferralDesk desk;
  private final ReferralForms forms;
  private final Partners partners;
  private final PartnerClients clients;
  private final PartnerKeys keys;

  SandboxDesk(
      ReferralRows rows,
      ReferralDesk desk,
      ReferralForms forms,
      Partners partners,
      PartnerClients clients,
      PartnerKeys keys) {
    this.rows = rows;
    this.desk = desk;
    this.forms = forms;
    this.partners = partners;
    this.clients = clients;
    this.keys = keys;
  }

  @Override
  @Transactional
  public Outcome<ReferralVersionView> tell(Wanted wanted, Actor client, Instant now) {
    Optional<PartnerId> bound = clients.partnerOf(client);
    if (bound.isEmpty()) {
      return Outcome.refused(Refusal.of("CLIENT_NOT_BOUND"));
    }
    PartnerView partner = partners.find(bound.get()).orElseThrow();
    if (!partner.sandbox()) {
      return Outcome.refused(Refusal.of("PARTNER_NOT_SANDBOX"));
    }
    var reasons = new Reasons();
    reasons.addIf(
        rows.syntheticSince(partner.id(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY,
        "SANDBOX_USED_UP");
    Optional<PartnerKeyView> key = keys.toSealWith(partner.id(), today(now));
    reasons.addIf(key.isEmpty(), "NO_KEY_OF_PARTNER");
    Optional<ReferralView> referral =
        switch (wanted) {
          case Wanted.First first -> Optional.of(first(first, partner, client, now, reasons));
          case Wanted.Correction(ReferralVersionId of) -> before(of, client, reasons);
          case Wanted.Withdrawal(ReferralVersionId of) -> before(of, client, reasons);
        };
    if (!reasons.none() || referral.isEmpty()) {
      return reasons.refused();
    }
    try {
      return Outcome.done(told(wanted, referral.get(), key.orElseThrow(), client, now));
    } catch (PluginUnavailableException e) {
      return Outcome.refused(e.refusal());
    }
  }

  private Optional<ReferralView> before(ReferralVersionId of, Actor client, Reasons reasons) {
    Optional<ReferralView> found =
        rows.version(of)
            .filter(
                version -> clients.partnerOf(client).filter(version.partner()::equals).isPresent())
            .flatMap(version -> rows.told(version.referral()))
            .filter(one -> ReferralScopes.purposes(client).contains(one.purpose()));
    if (found.isEmpty()) {
      reasons.add(Refusal.notFound("ReferralVersion", "referralVersion"));
    }
    reasons.addIf(
        found.filter(one -> one.status() != ReferralStatus.SHARED).isPresent(),
        "REFERRAL_NOT_IN_THIS_STATE",
        "referralVersion");
    return found;
  }

  private ReferralView first(
      Wanted.First asked, PartnerView partner, Actor client, Instant now, Reasons reasons) {
    Optional<ReferralExport> form = forms.find(asked.export());
    if (form.isEmpty()) {
      reasons.add(Refusal.notFound("ReferralExport", "export"));
    }
    form.ifPresent(
        one -> {
          reasons.addIf(
              !ReferralForms.isFor(one, partner.kind()), "FORM_FOR_ANOTHER_KIND", "export");
          reasons.addIf(
              !one.purposes().contains(asked.purpose()), "FORM_NOT_FOR_PURPOSE", "purpose");
        });
    reasons.addIf(
        !ReferralScopes.purposes(client).contains(asked.purpose()),
        "PURPOSE_OUTSIDE_SCOPE",
        "purpose");
    LocalDate today = today(now);
    String reference = rows.nextSyntheticReference(today.getYear());
    return new ReferralView(
        new ReferralId(Ids.next()),
        0,
        reference,
        null,
        partner.id(),
        null,
        asked.export(),
        form.map(ReferralExport::schemaVersion).orElse(""),
        asked.purpose(),
        Set.of(SafetyLimb.PERSON),
        LawfulBasis.CONSENT,
        null,
        false,
        Consent.GIVEN,
        null,
        false,
        grounds(),
        form.filter(one -> reasons.none())
            .map(one -> answers(one.fields(asked.purpose()), reference, ""))
            .orElse(List.of()),
        today.plusDays(DAYS),
        ReferralStatus.SHARED,
        now,
        client.id(),
        null,
        null,
        null);
  }

  private ReferralVersionView told(
      Wanted wanted, ReferralView referral, PartnerKeyView key, Actor client, Instant now) {
    VersionKind kind =
        switch (wanted) {
          case Wanted.First ignored -> VersionKind.FIRST;
          case Wanted.Correction ignored -> VersionKind.CORRECTION;
          case Wanted.Withdrawal ignored -> VersionKind.WITHDRAWAL;
        };
    List<FieldAnswer> answers =
        switch (kind) {
          case FIRST -> referral.answers();
          case CORRECTION ->
              answers(
                  forms.find(referral.export()).orElseThrow().fields(referral.purpose()),
                  referral.reference(),
                  ", corrected");
          case WITHDRAWAL -> List.of();
        };
    List<Artefact> documents =
        kind == VersionKind.WITHDRAWAL ? List.of() : desk.documents(referral, answers, now);
    switch (kind) {
      case FIRST -> rows.add(referral);
      case CORRECTION -> rows.corrected(referral, answers);
      case WITHDRAWAL -> rows.withdrawn(referral, MADE_UP, client.id(), now);
    }
    return desk.release(
        referral,
        kind,
        answers,
        documents,
        kind == VersionKind.FIRST ? null : MADE_UP,
        key,
        client,
        now);
  }

  /** Each of the four things that can be said of a field, in turn. */
  private static List<FieldAnswer> answers(FieldRules rules, String reference, String more) {
    var answers = new ArrayList<FieldAnswer>();
    var fields = new TreeSet<>(rules.required());
    fields.addAll(rules.optional());
    for (String field : fields) {
      AnswerState state =
          switch (answers.size() % 5) {
            case 2 -> AnswerState.NOT_KNOWN;
            case 3 -> AnswerState.NOT_APPLICABLE;
            case 4 -> AnswerState.WITHHELD;
            default -> AnswerState.KNOWN;
          };
      answers.add(
          new FieldAnswer(
              field,
              state,
              state == AnswerState.KNOWN
                  ? List.of("Synthetic " + field.replace('-', ' ') + ", " + reference + more)
                  : List.of()));
    }
    return answers;
  }

  private static SharingGrounds grounds() {
    return new SharingGrounds(
        null,
        null,
        null,
        MADE_UP,
        MADE_UP,
        MADE_UP,
        MADE_UP,
        MADE_UP,
        Controllers.SEPARATE,
        null,
        null,
        MADE_UP,
        MADE_UP,
        MADE_UP,
        MADE_UP,
        MADE_UP);
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
