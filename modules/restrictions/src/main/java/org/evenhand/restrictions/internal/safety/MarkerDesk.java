package org.evenhand.restrictions.internal.safety;

import static org.evenhand.restrictions.internal.jooq.Sequences.MARKER_NUMBER;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER_ACKNOWLEDGEMENT;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER_CHALLENGE;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER_REVIEW;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.Matters;
import org.evenhand.intake.PropertyView;
import org.evenhand.intake.VisitedProperties;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.MarkerEndCause;
import org.evenhand.restrictions.MarkerId;
import org.evenhand.restrictions.MarkerView;
import org.evenhand.restrictions.PlacingMarkers;
import org.evenhand.restrictions.internal.DeskChanged;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Placing, reviewing, ending, challenging and acknowledging markers. */
@Service
class MarkerDesk implements PlacingMarkers {

  /** Local. */
  private static final int WORKING_DAYS_TO_ANSWER = 10;

  private final MarkerReading reading;
  private final MarkerDuties due;
  private final Customers customers;
  private final Incidents incidents;
  private final Matters matters;
  private final VisitedProperties properties;
  private final ServiceAreas serviceAreas;
  private final Policies policies;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final ApplicationEventPublisher events;
  private final DSLContext dsl;
  private final Clock clock;

  MarkerDesk(
      MarkerReading reading,
      MarkerDuties due,
      Customers customers,
      Incidents incidents,
      Matters matters,
      VisitedProperties properties,
      ServiceAreas serviceAreas,
      Policies policies,
      CurrentActor currentActor,
      WorkingDays workingDays,
      ApplicationEventPublisher events,
      DSLContext dsl,
      Clock clock) {
    this.reading = reading;
    this.due = due;
    this.customers = customers;
    this.incidents = incidents;
    this.matters = matters;
    this.properties = properties;
    this.serviceAreas = serviceAreas;
    this.policies = policies;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.events = events;
    this.dsl = dsl;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<MarkerView> place(MarkerToPlace marker) {
    Instant now = clock.instant();
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (policy.isEmpty()) {
      return Outcome.refused(Policies.noneInForce());
    }
    Optional<PropertyView> property =
        marker.property() != null
            ? properties.find(marker.property())
            : Optional.ofNullable(marker.uprn()).flatMap(properties::byUprn);
    String uprn =
        property
            .map(PropertyView::uprn)
            .or(() -> Optional.ofNullable(marker.uprn()).flatMap(IdentifierForm::uprn))
            .orElse(null);
    var around = around(marker, policy.get(), property, uprn, now);
    List<Refusal> refusals = MarkerRules.refusals(marker, around);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    MarkerId id = insert(marker, around, property, policy.get(), now);
    MarkerView placed = get(id);
    due.runs(placed, now);
    if (placed.owesTelling()) {
      due.telling(placed, now);
    }
    changed(placed);
    return Outcome.done(placed, policy.get().warnings());
  }

  private MarkerRules.Around around(
      MarkerToPlace marker,
      PolicyInForce policy,
      Optional<PropertyView> property,
      @Nullable String uprn,
      Instant now) {
    CustomerView customer =
        Optional.ofNullable(marker.customerId()).flatMap(customers::find).orElse(null);
    List<CustomerId> records = customer == null ? List.of() : customers.recordsOf(customer.id());
    boolean placeFound =
        uprn != null
            && (marker.property() == null || property.isPresent())
            && (marker.uprn() == null
                || IdentifierForm.uprn(marker.uprn()).filter(uprn::equals).isPresent());
    boolean alike =
        reading.restingOn(marker.incidentId()).stream()
            .anyMatch(
                m ->
                    m.place() == null
                        ? records.contains(m.customerId())
                        : m.place().uprn().equals(uprn));
    return new MarkerRules.Around(
        currentActor.get(),
        MarkerDuties.today(now),
        policy.authority(),
        customer,
        customers.find(records),
        records,
        uprn,
        placeFound,
        incidents.find(List.of(marker.incidentId())).stream().findFirst().orElse(null),
        Optional.ofNullable(marker.tenancy()).flatMap(matters::find).orElse(null),
        serviceAreas.find(marker.leadService()).isPresent(),
        alike);
  }

  private MarkerId insert(
      MarkerToPlace marker,
      MarkerRules.Around around,
      Optional<PropertyView> property,
      PolicyInForce policy,
      Instant now) {
    MarkerId id = MarkerId.next();
    LocalDate today = around.today();
    Actor actor = around.actor();
    CustomerView customer = around.customer();
    var row = dsl.newRecord(MARKER);
    row.setId(id.value());
    row.setVersion(0);
    row.setReference(String.format(Locale.ROOT, "M-%06d", dsl.nextval(MARKER_NUMBER)));
    row.setCustomerId(customer == null ? null : customer.id().value());
    row.setUprn(around.uprn());
    row.setPropertyId(property.map(p -> p.id().value()).orElse(null));
    row.setAddressKey(
        property.flatMap(p -> IdentifierForm.address(p.addressLine(), p.postcode())).orElse(null));
    row.setTenancyId(marker.tenancy() == null ? null : marker.tenancy().value());
    row.setIncidentId(marker.incidentId().value());
    row.setCategory(marker.category().name());
    row.setPrecautions(
        EnumSet.copyOf(marker.precautions()).stream().map(Enum::name).toArray(String[]::new));
    row.setNote(marker.note().strip());
    row.setIdentification(marker.identification().name());
    row.setLeadService(marker.leadService().value());
    row.setAboutChild(customer != null && customer.childOn(today));
    MarkerView.SafeguardingDecision protection = marker.protection();
    if (protection != null) {
      row.setSafeguardingLead(protection.lead());
      row.setSafeguardingReasons(protection.reasons());
      row.setSafeguardingNoticeTo(protection.noticeTo());
    }
    Telling told = marker.told();
    if (told != null) {
      row.setToldOn(told.on());
      row.setToldHow(told.how());
      row.setNotToldBecause(told.notBecause());
      row.setNotToldBy(told.notBecause() == null ? null : actor.id().value());
      row.setNotToldReviewOn(told.reviewOn());
    }
    row.setReviewOn(
        marker.reviewOn() == null
            ? today.plusMonths(marker.category().reviewMonths())
            : marker.reviewOn());
    row.setEndsOn(today.plusMonths(marker.category().termMonths()));
    row.setPolicyVersion(policy.id().value());
    row.setPlacedAt(now.atOffset(ZoneOffset.UTC));
    row.setPlacedBy(actor.id().value());
    row.setPlacedAs(seat(actor).name());
    row.insert();
    return id;
  }

  @Override
  @Transactional
  public Outcome<MarkerView> review(MarkerReviewToRecord review) {
    Instant now = clock.instant();
    LocalDate today = MarkerDuties.today(now);
    Optional<MarkerView> found = reading.find(review.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Marker", "marker"));
    }
    MarkerView marker = found.get();
    var refusals = guard(MarkerAct.REVIEW, marker, review.expectedVersion(), now);
    MarkerRules.add(refusals, Acts.text(review.reasons(), MarkerRules.LONGEST_TEXT, "reasons"));
    LocalDate next =
        review.nextReviewOn() == null
            ? today.plusMonths(marker.category().reviewMonths())
            : review.nextReviewOn();
    if (review.keep()) {
      refusals.addAll(
          MarkerRules.review(
              next, today, today.plusMonths(marker.category().reviewMonths()), "nextReviewOn"));
      if (due.owes(marker, MarkerDuties.GROUND_GONE)) {
        refusals.add(Refusal.at("NOTHING_LEFT_TO_REST_ON", "keep"));
      }
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Actor actor = currentActor.get();
    dsl.insertInto(MARKER_REVIEW)
        .set(MARKER_REVIEW.ID, Ids.next())
        .set(MARKER_REVIEW.MARKER_ID, marker.id().value())
        .set(MARKER_REVIEW.OUTCOME, review.keep() ? "KEEP" : "END")
        .set(MARKER_REVIEW.REASONS, review.reasons())
        .set(MARKER_REVIEW.NEXT_REVIEW_ON, review.keep() ? next : null)
        .set(MARKER_REVIEW.BY_ACTOR, actor.id().value())
        .set(MARKER_REVIEW.BY_ROLE, seat(actor).name())
        .set(MARKER_REVIEW.AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    if (!review.keep()) {
      return Outcome.done(end(marker, MarkerEndCause.REVIEW, review.reasons(), actor.id(), now));
    }
    change(
        marker,
        Map.of(
            MARKER.REVIEW_ON,
            next,
            MARKER.ENDS_ON,
            today.plusMonths(marker.category().termMonths())));
    MarkerView kept = get(marker.id());
    due.discharge(
        kept,
        review.reasons(),
        now,
        MarkerDuties.REVIEW,
        MarkerDuties.REVIEW_OVERDUE,
        MarkerDuties.GROUND_CORRECTED);
    due.runs(kept, now);
    changed(kept);
    return Outcome.done(kept);
  }

  @Override
  @Transactional
  public Outcome<MarkerView> end(MarkerId id, @Nullable Integer expectedVersion, String reason) {
    Instant now = clock.instant();
    Optional<MarkerView> found = reading.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Marker", "marker"));
    }
    var refusals = guard(MarkerAct.END, found.get(), expectedVersion, now);
    MarkerRules.add(refusals, Acts.text(reason, MarkerRules.LONGEST_TEXT, "reason"));
    return refusals.isEmpty()
        ? Outcome.done(
            end(found.get(), MarkerEndCause.DECIDED, reason, currentActor.get().id(), now))
        : Outcome.refused(refusals);
  }

  /** Ends it, keeps the record for its class's period, and has those told who hold it (F11). */
  @Transactional
  MarkerView end(
      MarkerView marker, MarkerEndCause cause, @Nullable String reason, ActorId by, Instant now) {
    var row = new java.util.HashMap<org.jooq.Field<?>, @Nullable Object>();
    row.put(MARKER.ENDED_AT, now.atOffset(ZoneOffset.UTC));
    row.put(MARKER.ENDED_BY_ACTOR, by.value());
    row.put(MARKER.END_CAUSE, cause.name());
    row.put(MARKER.END_REASON, reason);
    row.put(MARKER.KEEP_UNTIL, MarkerDuties.today(now).plusMonths(marker.category().keepMonths()));
    change(marker, row);
    MarkerView ended = get(marker.id());
    MarkerView.Told told = ended.told();
    due.ended(
        ended, (told != null && told.on() != null) || !reading.holders(ended.id()).isEmpty(), now);
    changed(ended);
    return ended;
  }

  @Override
  @Transactional
  public Outcome<MarkerView> recordTelling(
      MarkerId id, @Nullable Integer expectedVersion, Telling telling) {
    Instant now = clock.instant();
    Optional<MarkerView> found = reading.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Marker", "marker"));
    }
    MarkerView marker = found.get();
    var refusals = guard(MarkerAct.RECORD_TELLING, marker, expectedVersion, now);
    refusals.addAll(
        MarkerRules.telling(telling, MarkerDuties.today(now), !marker.stands(), "told"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var row = new java.util.HashMap<org.jooq.Field<?>, @Nullable Object>();
    if (!marker.stands()) {
      row.put(MARKER.END_TOLD_ON, telling.on());
      row.put(MARKER.END_TOLD_HOW, telling.how());
      change(marker, row);
      due.discharge(marker, telling.how(), now, MarkerDuties.TELL_END);
      return Outcome.done(get(id));
    }
    row.put(MARKER.TOLD_ON, telling.on());
    row.put(MARKER.TOLD_HOW, telling.how());
    row.put(MARKER.NOT_TOLD_BECAUSE, telling.notBecause());
    row.put(
        MARKER.NOT_TOLD_BY, telling.notBecause() == null ? null : currentActor.get().id().value());
    row.put(MARKER.NOT_TOLD_REVIEW_ON, telling.reviewOn());
    change(marker, row);
    MarkerView told = get(id);
    due.telling(told, now);
    return Outcome.done(told);
  }

  @Override
  @Transactional
  public Outcome<MarkerView.Challenge> challenge(
      MarkerId id, String grounds, LocalDate receivedOn) {
    Instant now = clock.instant();
    LocalDate today = MarkerDuties.today(now);
    Optional<MarkerView> found = reading.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Marker", "marker"));
    }
    MarkerView marker = found.get();
    var refusals = guard(MarkerAct.CHALLENGE, marker, null, now);
    MarkerRules.add(refusals, Acts.text(grounds, MarkerRules.LONGEST_TEXT, "grounds"));
    if (receivedOn.isAfter(today)) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "receivedOn"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    LocalDate answerBy = workingDays.plus(receivedOn, WORKING_DAYS_TO_ANSWER);
    var row = dsl.newRecord(MARKER_CHALLENGE);
    row.setId(Ids.next());
    row.setVersion(0);
    row.setMarkerId(id.value());
    row.setGrounds(grounds.strip());
    row.setReceivedOn(receivedOn);
    row.setAnswerBy(answerBy);
    row.setRecordedBy(currentActor.get().id().value());
    row.setRecordedAt(now.atOffset(ZoneOffset.UTC));
    row.insert();
    due.open(MarkerDuties.ANSWER, marker, answerBy, now);
    return Outcome.done(reading.challenge(row.getId()).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<MarkerView.Challenge> answer(ChallengeToAnswer answer) {
    Instant now = clock.instant();
    Optional<MarkerView.Challenge> waiting = reading.challenge(answer.challenge());
    if (waiting.isEmpty()) {
      return Outcome.refused(Refusal.notFound("MarkerChallenge", "challenge"));
    }
    MarkerView.Challenge challenge = waiting.get();
    MarkerView marker = get(challenge.markerId());
    var refusals = guard(MarkerAct.ANSWER_CHALLENGE, marker, null, now);
    MarkerRules.add(refusals, Acts.stale(answer.expectedVersion(), challenge.version()));
    if (challenge.stands() != null && refusals.isEmpty()) {
      refusals.add(Refusal.of("NO_CHALLENGE_WAITS"));
    }
    MarkerRules.add(refusals, Acts.text(answer.reasons(), MarkerRules.LONGEST_TEXT, "reasons"));
    if (answer.stands() && due.owes(marker, MarkerDuties.GROUND_GONE)) {
      refusals.add(Refusal.at("NOTHING_LEFT_TO_REST_ON", "stands"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Actor actor = currentActor.get();
    dsl.update(MARKER_CHALLENGE)
        .set(MARKER_CHALLENGE.VERSION, challenge.version() + 1)
        .set(MARKER_CHALLENGE.OUTCOME, answer.stands() ? "STANDS" : "ENDS")
        .set(MARKER_CHALLENGE.REASONS, answer.reasons())
        .set(MARKER_CHALLENGE.ANSWERED_BY, actor.id().value())
        .set(
            MARKER_CHALLENGE.ANSWERED_AS,
            actor
                .actsAs(
                    Role.DATA_PROTECTION_OFFICER,
                    Role.HEAD_OF_CUSTOMER_SERVICES,
                    Role.HEAD_OF_SERVICE)
                .orElse(Role.HEAD_OF_SERVICE)
                .name())
        .set(MARKER_CHALLENGE.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
        .where(MARKER_CHALLENGE.ID.eq(challenge.id()))
        .execute();
    due.discharge(marker, answer.reasons(), now, MarkerDuties.ANSWER);
    if (!answer.stands() && marker.stands()) {
      end(marker, MarkerEndCause.CHALLENGE, answer.reasons(), actor.id(), now);
    }
    return Outcome.done(reading.challenge(challenge.id()).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<MarkerView> acknowledge(MarkerId id) {
    Instant now = clock.instant();
    Optional<MarkerView> found = reading.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Marker", "marker"));
    }
    var refusals = guard(MarkerAct.ACKNOWLEDGE, found.get(), null, now);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    dsl.insertInto(MARKER_ACKNOWLEDGEMENT)
        .set(MARKER_ACKNOWLEDGEMENT.MARKER_ID, id.value())
        .set(MARKER_ACKNOWLEDGEMENT.MARKER_VERSION, found.get().version())
        .set(MARKER_ACKNOWLEDGEMENT.ACTOR, currentActor.get().id().value())
        .set(MARKER_ACKNOWLEDGEMENT.AT, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
    return Outcome.done(get(id));
  }

  // Small things

  private List<Refusal> guard(
      MarkerAct act, MarkerView marker, @Nullable Integer expectedVersion, Instant now) {
    var refusals = new ArrayList<>(act.refusals(marker, currentActor.get(), policies.inForce(now)));
    MarkerRules.add(refusals, Acts.stale(expectedVersion, marker.version()));
    return refusals;
  }

  private void change(MarkerView marker, Map<? extends org.jooq.Field<?>, ?> values) {
    int changed =
        dsl.update(MARKER)
            .set(values)
            .set(MARKER.VERSION, marker.version() + 1)
            .where(MARKER.ID.eq(marker.id().value()))
            .and(MARKER.VERSION.eq(marker.version()))
            .execute();
    if (changed == 0) {
      throw new OptimisticLockingFailureException("the marker was changed meanwhile");
    }
  }

  private void changed(MarkerView marker) {
    CustomerId customer = marker.customerId();
    events.publishEvent(
        new DeskChanged(
            customer == null ? Set.of() : Collections.singleton(customer.value()),
            reading.keysOf(marker)));
  }

  private MarkerView get(MarkerId id) {
    return reading.find(id).orElseThrow();
  }

  private static Role seat(Actor actor) {
    return actor
        .actsAs(Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES)
        .orElse(Role.HEAD_OF_CUSTOMER_SERVICES);
  }
}
