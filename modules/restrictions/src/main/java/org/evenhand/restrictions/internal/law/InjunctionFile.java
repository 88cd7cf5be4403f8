package org.evenhand.restrictions.internal.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.restrictions.AuthorisingInjunctions.InjunctionToAuthorise;
import org.evenhand.restrictions.InjunctionSupport;
import org.evenhand.restrictions.InjunctionSupport.Point;
import org.evenhand.restrictions.InjunctionSupport.State;
import org.evenhand.restrictions.InjunctionView;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * What is on file of an exclusion, and whether it carries an injunction (T11, T19, P8.3.13). The
 * same points refuse the decision and answer Legal's question.
 *
 * @param exclusion the action it would be tied to, original or extended
 * @param customer whom it binds
 * @param breaches those on record that can be proved
 * @param onRecord whether one is authorised already
 */
record InjunctionFile(
    Exclusion exclusion,
    CustomerView customer,
    List<IncidentView> breaches,
    boolean onRecord,
    LocalDate today) {

  private static final TypeId EXCLUSION = TypeId.builtIn("building-exclusion");
  private static final int LONGEST = 10_000;

  /**
   * What counts of the action.
   *
   * @param served whether the customer was told of it, with proof (T9, T10)
   */
  record Exclusion(TypeId type, RestrictionStatus status, boolean served) {
    static Exclusion of(RestrictionView view) {
      return new Exclusion(view.type(), view.status(), view.notifiedAt() != null);
    }
  }

  private boolean isExclusion() {
    return exclusion.type().equals(EXCLUSION);
  }

  private boolean stands() {
    return !exclusion.status().ended() && exclusion.status() != RestrictionStatus.SUSPENDED;
  }

  private boolean served() {
    return exclusion.served();
  }

  private boolean underTen() {
    LocalDate born = customer.dateOfBirth();
    return born != null && today.isBefore(born.plusYears(10));
  }

  private boolean under18() {
    return customer.childOn(today);
  }

  private boolean capacityInDoubt() {
    return customer.circumstances().capacityInDoubt();
  }

  InjunctionSupport support(boolean mayDecide) {
    var points = new ArrayList<Point>();
    points.add(point("EXCLUSION", isExclusion() && stands()));
    points.add(point("EXCLUSION_SERVED", served()));
    points.add(
        new Point(
            "BREACH_WITH_PROOF", breaches.isEmpty() ? State.MISSING : State.DONE, breaches.size()));
    points.add(point("NONE_SOUGHT_YET", !onRecord));
    points.add(point("AUTHORITY", mayDecide));
    points.add(new Point("AGE_OVER_TEN", underTen() ? State.NEVER : State.DONE, null));
    points.add(point("AGE_KNOWN", customer.dateOfBirth() != null));
    points.add(
        new Point(
            "YOUTH_CONSULTATION", under18() ? State.WITH_THE_DECISION : State.NOT_NEEDED, null));
    points.add(
        new Point(
            "CAPACITY_DECISION",
            capacityInDoubt() ? State.WITH_THE_DECISION : State.NOT_NEEDED,
            null));
    points.add(new Point("LEGAL_ADVICE", State.WITH_THE_DECISION, null));
    return new InjunctionSupport(
        points.stream().noneMatch(p -> p.state() == State.MISSING || p.state() == State.NEVER),
        points);
  }

  private static Point point(String code, boolean done) {
    return new Point(code, done ? State.DONE : State.MISSING, null);
  }

  List<Refusal> refusals(InjunctionToAuthorise wanted) {
    var refusals = new ArrayList<Refusal>();
    if (!isExclusion()) {
      refusals.add(Refusal.at("NOT_AN_EXCLUSION", "restriction"));
    } else if (!stands()) {
      refusals.add(Refusal.at("EXCLUSION_ENDED", "restriction"));
    }
    if (!served()) {
      refusals.add(Refusal.at("EXCLUSION_NOT_SERVED", "restriction"));
    }
    if (onRecord) {
      refusals.add(Refusal.at("INJUNCTION_ON_RECORD", "restriction"));
    }
    breaches(wanted, refusals);
    add(refusals, Acts.text(wanted.reasons(), LONGEST, "reasons"));
    add(refusals, Acts.text(wanted.advice().by(), 200, "advice", "by"));
    add(refusals, Acts.text(wanted.advice().advice(), LONGEST, "advice", "advice"));
    past(refusals, wanted.advice().on(), "advice", "on");
    if (underTen()) {
      refusals.add(Refusal.of("NEVER_UNDER_TEN"));
    }
    youth(wanted.youth(), refusals);
    capacity(wanted.capacity(), refusals);
    return refusals;
  }

  private void breaches(InjunctionToAuthorise wanted, List<Refusal> refusals) {
    if (wanted.breaches().isEmpty()) {
      refusals.add(Refusal.at("BREACH_WITH_PROOF_MISSING", "breaches"));
    }
    Set<IncidentId> known = breaches.stream().map(IncidentView::id).collect(Collectors.toSet());
    for (int i = 0; i < wanted.breaches().size(); i++) {
      InjunctionView.Breach breach = wanted.breaches().get(i);
      String place = Integer.toString(i);
      if (!known.contains(breach.incident())) {
        refusals.add(Refusal.at("NOT_A_BREACH", "breaches", place, "incident"));
      }
      add(refusals, Acts.text(breach.proof(), LONGEST, "breaches", place, "proof"));
    }
  }

  private void youth(InjunctionView.@Nullable YouthConsultation youth, List<Refusal> refusals) {
    if (youth == null) {
      if (under18()) {
        refusals.add(Refusal.at("YOUTH_CONSULTATION_MISSING", "youth"));
      }
      return;
    }
    add(refusals, Acts.text(youth.with(), 200, "youth", "with"));
    add(refusals, Acts.text(youth.outcome(), LONGEST, "youth", "outcome"));
    past(refusals, youth.on(), "youth", "on");
  }

  private void capacity(
      InjunctionView.@Nullable CapacityDecision capacity, List<Refusal> refusals) {
    if (capacity == null) {
      if (capacityInDoubt()) {
        refusals.add(Refusal.at("SAFEGUARDING_DECISION_MISSING", "capacity"));
      }
      return;
    }
    add(refusals, Acts.text(capacity.lead(), 200, "capacity", "lead"));
    add(refusals, Acts.text(capacity.reasons(), LONGEST, "capacity", "reasons"));
  }

  private void past(List<Refusal> refusals, LocalDate on, String... path) {
    if (on.isAfter(today)) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", path));
    }
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
