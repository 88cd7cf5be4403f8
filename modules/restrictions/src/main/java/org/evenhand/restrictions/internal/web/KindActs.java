package org.evenhand.restrictions.internal.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.ContactId;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.internal.EndedContacts;
import org.evenhand.restrictions.internal.LeftAgreements;
import org.evenhand.restrictions.internal.MissedSlot;
import org.evenhand.restrictions.internal.RefusedRegistrations;
import org.evenhand.restrictions.internal.SetTimes;
import org.evenhand.restrictions.internal.web.KindInputs.AgreementWithdrawInput;
import org.evenhand.restrictions.internal.web.KindInputs.ContactEndRecordInput;
import org.evenhand.restrictions.internal.web.KindInputs.RegistrationRefuseInput;
import org.evenhand.restrictions.internal.web.KindInputs.SlotMissedRecordInput;
import org.evenhand.restrictions.internal.web.KindInputs.SlotReplacementInput;
import org.evenhand.restrictions.internal.web.KindInputs.SlotReplacementOfferInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** The acts that belong to single kinds of action, as the schema offers them (P8.3). */
@Controller
class KindActs {

  private final Acts acts;
  private final SetTimes setTimes;
  private final RefusedRegistrations registrations;
  private final EndedContacts endedContacts;
  private final LeftAgreements agreements;
  private final Restrictions restrictions;

  KindActs(
      Acts acts,
      SetTimes setTimes,
      RefusedRegistrations registrations,
      EndedContacts endedContacts,
      LeftAgreements agreements,
      Restrictions restrictions) {
    this.acts = acts;
    this.setTimes = setTimes;
    this.registrations = registrations;
    this.endedContacts = endedContacts;
    this.agreements = agreements;
    this.restrictions = restrictions;
  }

  record MissedSlotPayload(
      @Nullable MissedSlot missedSlot, List<Refusal> refusals, List<Warning> warnings) {
    static MissedSlotPayload of(Outcome<MissedSlot> outcome) {
      return new MissedSlotPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record RegistrationPayload(
      RefusedRegistrations.@Nullable Refused refused,
      List<Refusal> refusals,
      List<Warning> warnings) {}

  record EndedContactPayload(
      EndedContacts.@Nullable Ended endedContact, List<Refusal> refusals, List<Warning> warnings) {}

  record AgreementPayload(
      LeftAgreements.@Nullable Left withdrawal, List<Refusal> refusals, List<Warning> warnings) {}

  @MutationMapping
  MissedSlotPayload slotMissedRecord(@Argument SlotMissedRecordInput input) {
    return MissedSlotPayload.of(
        acts.act("slotMissedRecord", input.idempotencyKey(), input)
            .<MissedSlot>on("MissedSlot", MissedSlot::id, this::missedSlot)
            .about(missed -> whose(missed.restrictionId()))
            .perform(
                () -> {
                  var given = new Given();
                  RestrictionId id = restriction(given, input.restriction());
                  return given.refusals().isEmpty()
                      ? setTimes.missed(
                          new SetTimes.ToRecord(
                              id,
                              input.missedAt(),
                              input.because(),
                              replacement(input.replacement())))
                      : Outcome.refused(given.refusals());
                }));
  }

  @MutationMapping
  MissedSlotPayload slotReplacementOffer(@Argument SlotReplacementOfferInput input) {
    return MissedSlotPayload.of(
        acts.act("slotReplacementOffer", input.idempotencyKey(), input)
            .<MissedSlot>on("MissedSlot", MissedSlot::id, this::missedSlot)
            .about(missed -> whose(missed.restrictionId()))
            .perform(
                () -> {
                  var given = new Given();
                  UUID id = given.id("MissedSlot", input.missedSlot(), uuid -> uuid, "missedSlot");
                  var other = input.replacement();
                  return given.refusals().isEmpty()
                      ? setTimes.offer(
                          id,
                          input.expectedVersion(),
                          new MissedSlot.Replacement(other.from(), other.to(), other.toldHow()))
                      : Outcome.refused(given.refusals());
                }));
  }

  @MutationMapping
  RegistrationPayload registrationRefuse(@Argument RegistrationRefuseInput input) {
    Outcome<RefusedRegistrations.Refused> outcome =
        acts.act("registrationRefuse", input.idempotencyKey(), input)
            .<RefusedRegistrations.Refused>on(
                "RefusedRegistration",
                RefusedRegistrations.Refused::id,
                id -> registrations.find(id).orElseThrow())
            .about(refused -> refused.customerId().value())
            .perform(() -> refuse(input));
    return new RegistrationPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private Outcome<RefusedRegistrations.Refused> refuse(RegistrationRefuseInput input) {
    var given = new Given();
    RestrictionId id = restriction(given, input.restriction());
    ContactId contact = given.id("Contact", input.contact(), ContactId::new, "contact");
    if (!given.refusals().isEmpty()) {
      return Outcome.refused(given.refusals());
    }
    if (Locale.forLanguageTag(input.lang()).getLanguage().isEmpty()) {
      return Outcome.refused(Refusal.at("NOTICE_LANGUAGE_WITHOUT_WORDING", "lang"));
    }
    return registrations.refuse(
        new RefusedRegistrations.ToRefuse(
            id,
            contact,
            input.reasons(),
            Set.copyOf(input.readFor()),
            Set.copyOf(input.found()),
            Set.copyOf(input.ombudsman()),
            new PlannedService(
                input.planned().method(), input.planned().sendOn(), input.planned().address()),
            new Language(input.lang())));
  }

  @MutationMapping
  EndedContactPayload contactEndRecord(@Argument ContactEndRecordInput input) {
    Outcome<EndedContacts.Ended> outcome =
        acts.act("contactEndRecord", input.idempotencyKey(), input)
            .<EndedContacts.Ended>on(
                "EndedContact", EndedContacts.Ended::id, id -> endedContacts.find(id).orElseThrow())
            .about(ended -> ended.customerId().value())
            .perform(
                () -> {
                  var given = new Given();
                  RestrictionId id = restriction(given, input.restriction());
                  ContactId contact =
                      given.id("Contact", input.contact(), ContactId::new, "contact");
                  return given.refusals().isEmpty()
                      ? endedContacts.ended(
                          new EndedContacts.ToRecord(
                              id, contact, input.warnedAt(), input.wordsSaid(), input.endedAt()))
                      : Outcome.refused(given.refusals());
                });
    return new EndedContactPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  AgreementPayload agreementWithdraw(@Argument AgreementWithdrawInput input) {
    Outcome<LeftAgreements.Left> outcome =
        acts.act("agreementWithdraw", input.idempotencyKey(), input)
            .<LeftAgreements.Left>on(
                "AgreementWithdrawal",
                LeftAgreements.Left::id,
                id -> agreements.find(id).orElseThrow())
            .about(left -> left.customerId().value())
            .perform(
                () -> {
                  var given = new Given();
                  RestrictionId id = restriction(given, input.restriction());
                  return given.refusals().isEmpty()
                      ? agreements.leave(
                          new LeftAgreements.ToLeave(
                              id, input.expectedVersion(), input.toldOn(), input.toldHow()))
                      : Outcome.refused(given.refusals());
                });
    return new AgreementPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private static MissedSlot.@Nullable Replacement replacement(
      @Nullable SlotReplacementInput given) {
    return given == null
        ? null
        : new MissedSlot.Replacement(given.from(), given.to(), given.toldHow());
  }

  private static RestrictionId restriction(Given given, String id) {
    return given.id("Restriction", id, RestrictionId::new, "restriction");
  }

  private MissedSlot missedSlot(UUID id) {
    return setTimes.find(id).orElseThrow();
  }

  private @Nullable UUID whose(UUID restriction) {
    return restrictions
        .find(new RestrictionId(restriction))
        .map(RestrictionView::customerId)
        .map(customer -> customer.value())
        .orElse(null);
  }
}
