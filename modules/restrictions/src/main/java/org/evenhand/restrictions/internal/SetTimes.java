package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.WeeklySlots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the council owes whoever may call at set times only: where it fails to take a contact in
 * one, another within two working days, which the front desk honours like the set times (P8.3.2).
 */
@Service
public class SetTimes {

  private static final int LONGEST = 2_000;

  private final ImposedActions actions;
  private final MissedSlots missed;
  private final FrontDeskWriter frontDesk;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final Clock clock;

  SetTimes(
      ImposedActions actions,
      MissedSlots missed,
      FrontDeskWriter frontDesk,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays workingDays,
      Clock clock) {
    this.actions = actions;
    this.missed = missed;
    this.frontDesk = frontDesk;
    this.duties = duties;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * A contact that was not taken.
   *
   * @param missedAt a moment in the set time, or in another time that was offered for one
   * @param replacement the other time, where the customer was told of one already
   */
  public record ToRecord(
      RestrictionId restriction,
      Instant missedAt,
      String because,
      MissedSlot.@Nullable Replacement replacement) {}

  /**
   * Records that a contact was not taken in its time, and opens the duty to offer another (P8.3.2).
   *
   * <p>Refused: another kind of action, one that is not in force; a moment to come
   * (MISSED_IN_THE_FUTURE) or in none of its times (NOT_A_SET_TIME); a time recorded before
   * (SLOT_MISSED_RECORDED); a replacement that is none, see {@link #offer}.
   */
  @Transactional
  public Outcome<MissedSlot> missed(ToRecord wanted) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(wanted.restriction().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    var refusals = new ArrayList<Refusal>(guard(action, now));
    Refusal because = Acts.text(wanted.because(), LONGEST, "because");
    if (because != null) {
      refusals.add(because);
    }
    if (!ActOfKind.RECORD_MISSED_SLOT.isFor(TypeId.of(action.decided().typeId()))) {
      return Outcome.refused(refusals);
    }
    SlotOnce slot = timeAt(action, wanted.missedAt());
    if (wanted.missedAt().isAfter(now)) {
      refusals.add(Refusal.at("MISSED_IN_THE_FUTURE", "missedAt"));
    } else if (slot == null) {
      refusals.add(Refusal.at("NOT_A_SET_TIME", "missedAt"));
    } else if (of(List.of(action.id())).values().stream()
        .flatMap(List::stream)
        .anyMatch(one -> one.missedFrom().equals(slot.from()))) {
      refusals.add(Refusal.at("SLOT_MISSED_RECORDED", "missedAt"));
    }
    MissedSlot record = slot == null ? null : begun(action, slot, wanted.because(), now);
    MissedSlot.Replacement replacement = wanted.replacement();
    if (record != null && replacement != null) {
      refusals.addAll(unfair(replacement, record, action, now));
    }
    if (!refusals.isEmpty() || record == null) {
      return Outcome.refused(refusals);
    }
    MissedSlot saved = missed.save(record);
    if (replacement != null) {
      return offered(saved, replacement, action, now);
    }
    duties.open(
        DutyKinds.toOwner(
            DutyKinds.OFFER_ANOTHER_TIME, action, firstOwed(action, saved.replaceBy())),
        now);
    return Outcome.done(saved);
  }

  /**
   * Records the other time that the customer was offered; the contact check takes their contact in
   * it (P8.3.2). It can be moved until it begins.
   *
   * <p>Refused: one in the past, shorter than the time that was missed, over midnight, on a day on
   * which the council is closed, in a set time anyway, or after two working days (REPLACEMENT_…);
   * one that has begun (REPLACEMENT_BEGUN).
   */
  @Transactional
  public Outcome<MissedSlot> offer(
      UUID missedSlot, @Nullable Integer expectedVersion, MissedSlot.Replacement replacement) {
    Instant now = clock.instant();
    Optional<MissedSlot> found = missed.findById(missedSlot);
    Optional<ImposedAction> of = found.flatMap(one -> actions.findById(one.restrictionId()));
    if (found.isEmpty() || of.isEmpty()) {
      return Outcome.refused(Refusal.notFound("MissedSlot", "missedSlot"));
    }
    MissedSlot record = found.get();
    var refusals = new ArrayList<Refusal>(guard(of.get(), now));
    Refusal stale = Acts.stale(expectedVersion, record.version() == null ? 0 : record.version());
    if (stale != null) {
      refusals.add(stale);
    }
    if (record.begun(now)) {
      refusals.add(Refusal.of("REPLACEMENT_BEGUN"));
    }
    refusals.addAll(unfair(replacement, record, of.get(), now));
    return refusals.isEmpty()
        ? offered(record, replacement, of.get(), now)
        : Outcome.refused(refusals);
  }

  /** Of each of these restrictions, the first missed first; in one statement. */
  public Map<UUID, List<MissedSlot>> of(Collection<UUID> restrictions) {
    Map<UUID, List<MissedSlot>> each = new HashMap<>();
    if (!restrictions.isEmpty()) {
      missed
          .of(restrictions)
          .forEach(
              one ->
                  each.computeIfAbsent(one.restrictionId(), ignored -> new ArrayList<>()).add(one));
    }
    return each;
  }

  public Optional<MissedSlot> find(UUID id) {
    return missed.findById(id);
  }

  private Outcome<MissedSlot> offered(
      MissedSlot record, MissedSlot.Replacement replacement, ImposedAction action, Instant now) {
    MissedSlot saved = missed.save(record.offered(replacement, currentActor.get().id(), now));
    boolean allOffered =
        missed.of(List.of(action.id())).stream().allMatch(one -> one.offeredAt() != null);
    if (allOffered) {
      duties.discharge(
          DutyKinds.OFFER_ANOTHER_TIME, action.id(), action.decided().reference(), null, now);
    }
    frontDesk.person(new CustomerId(action.decided().customerId()));
    return Outcome.done(
        saved, replacement.late(record) ? List.of(Warning.of("REPLACEMENT_IS_LATE")) : List.of());
  }

  /** The day by which the first time that is still owed is due. */
  private LocalDate firstOwed(ImposedAction action, LocalDate atLatest) {
    return missed.of(List.of(action.id())).stream()
        .filter(one -> one.offeredAt() == null)
        .map(MissedSlot::replaceBy)
        .min(LocalDate::compareTo)
        .orElse(atLatest);
  }

  private List<Refusal> unfair(
      MissedSlot.Replacement replacement, MissedSlot record, ImposedAction action, Instant now) {
    var refusals =
        new ArrayList<Refusal>(replacement.refusals(record, slots(action), workingDays, now));
    Refusal told = Acts.text(replacement.toldHow(), LONGEST, "replacement", "toldHow");
    if (told != null) {
      refusals.add(told);
    }
    return refusals;
  }

  private MissedSlot begun(ImposedAction action, SlotOnce slot, String because, Instant now) {
    return new MissedSlot(
        Ids.next(),
        null,
        action.id(),
        slot.from(),
        slot.to(),
        because,
        workingDays.plus(
            slot.from().atZone(WorkingDays.LONDON).toLocalDate(), MissedSlot.WORKING_DAYS),
        now,
        currentActor.get().id().value(),
        null,
        null,
        null,
        null,
        null);
  }

  /** The set time, or the other time offered for one, that holds a moment. */
  private @Nullable SlotOnce timeAt(ImposedAction action, Instant moment) {
    SlotOnce set = SlotOnce.of(slots(action), moment);
    if (set != null) {
      return set;
    }
    for (MissedSlot one : missed.of(List.of(action.id()))) {
      Instant from = one.replacementFrom();
      Instant to = one.replacementTo();
      if (from != null && to != null && new SlotOnce(from, to).contains(moment)) {
        return new SlotOnce(from, to);
      }
    }
    return null;
  }

  private static WeeklySlots slots(ImposedAction action) {
    return StoredForm.settings(action.decided().settings()).weeklySlots("slots");
  }

  private List<Refusal> guard(ImposedAction action, Instant now) {
    return ActOfKind.RECORD_MISSED_SLOT.refusals(
        TypeId.of(action.decided().typeId()),
        Standing.at(action, now),
        action.leadService(),
        currentActor.get());
  }
}
