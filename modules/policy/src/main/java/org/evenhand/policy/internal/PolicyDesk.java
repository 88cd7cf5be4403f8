package org.evenhand.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.Acceptance;
import org.evenhand.policy.ApprovalStep;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.CarveOut;
import org.evenhand.policy.CarveOuts;
import org.evenhand.policy.ChangeKind;
import org.evenhand.policy.Consultee;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.policy.MakingPolicy;
import org.evenhand.policy.PolicyApproval;
import org.evenhand.policy.PolicyConsultation;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicyDraft;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyPublication;
import org.evenhand.policy.PolicySection;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionPublished;
import org.evenhand.policy.PolicyVersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where versions of the policy are made (PP.1, T24, F10). */
@Component
class PolicyDesk implements MakingPolicy {

  /** The duty to review the policy itself (PP.1). */
  static final String POLICY_REVIEW = "POLICY_REVIEW";

  private static final String TYPE = "PolicyVersion";
  private static final int LONGEST_LABEL = 50;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_SECTION = 40_000;
  private static final int MOST_SECTIONS = 200;

  private static final Set<ApprovalStep> RECORDED_BY_THE_TEAM =
      EnumSet.of(
          ApprovalStep.SPONSOR, ApprovalStep.CORPORATE_MANAGEMENT_TEAM, ApprovalStep.CABINET);

  private final PolicyVersions versions;
  private final Approvals approvals;
  private final Consultations consultations;
  private final AcceptedFindings acceptedFindings;
  private final PolicyReading reading;
  private final Duties duties;
  private final ApplicationEventPublisher events;

  PolicyDesk(
      PolicyVersions versions,
      Approvals approvals,
      Consultations consultations,
      AcceptedFindings acceptedFindings,
      PolicyReading reading,
      Duties duties,
      ApplicationEventPublisher events) {
    this.versions = versions;
    this.approvals = approvals;
    this.consultations = consultations;
    this.acceptedFindings = acceptedFindings;
    this.reading = reading;
    this.duties = duties;
    this.events = events;
  }

  @Override
  @Transactional
  public Outcome<PolicyVersionView> draft(PolicyDraft draft, Actor actor, Instant now) {
    PolicyVersionView revised = null;
    if (draft.revises() != null) {
      Optional<PolicyVersionView> found = reading.find(draft.revises().value(), now);
      if (found.isEmpty()) {
        return Outcome.refused(Refusal.notFound(TYPE, "policyVersionId"));
      }
      revised = found.get();
      List<Refusal> closed = closed(PolicyAct.REVISE, revised, draft.expectedVersion(), actor);
      if (!closed.isEmpty()) {
        return Outcome.refused(closed);
      }
    }
    Optional<PolicyVersionView> last = reading.lastPublished(now);
    PolicyVersionView base = revised != null ? revised : last.orElse(null);
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(draft.label(), LONGEST_LABEL, "label"));
    if (reading.labelTaken(draft.label(), revised == null ? null : revised.id().value())) {
      refusals.add(Refusal.at("POLICY_LABEL_TAKEN", Map.of("label", draft.label()), "label"));
    }
    if ((draft.changeKind() == ChangeKind.CREATION) == last.isPresent()) {
      refusals.add(
          Refusal.at(
              last.isPresent() ? "POLICY_EXISTS" : "POLICY_NOTHING_TO_CHANGE", "changeKind"));
    }
    refusals.addAll(faults(draft.document()));
    Outcome<Figures> figures =
        (base == null ? Figures.standard() : base.figures()).with(draft.figures());
    refusals.addAll(figures.refusals());
    AuthorityMatrix authority = draft.authority();
    if (authority == null) {
      authority = base == null ? AuthorityMatrix.standard() : base.authority();
    } else {
      refusals.addAll(authority.faults());
    }
    List<CarveOut> carveOuts =
        CarveOuts.merge(base == null ? CarveOuts.standard() : base.carveOuts(), draft.carveOuts());
    refusals.addAll(CarveOuts.faults(draft.carveOuts(), carveOuts));
    Figures agreed = figures.orNull();
    if (!refusals.isEmpty() || agreed == null) {
      return Outcome.refused(refusals);
    }
    var terms = new PolicyTerms(draft.document(), agreed, authority, carveOuts);
    if (revised == null) {
      PolicyVersion saved =
          versions.save(
              PolicyVersion.draft(draft.label(), draft.changeKind(), terms, actor.id(), now));
      return Outcome.done(again(saved.id(), now));
    }
    return revise(revised, draft, terms, actor, now);
  }

  private Outcome<PolicyVersionView> revise(
      PolicyVersionView revised, PolicyDraft draft, PolicyTerms terms, Actor actor, Instant now) {
    UUID id = revised.id().value();
    versions.save(row(id).revised(draft.label(), draft.changeKind(), terms, actor.id(), now));
    boolean agreedBefore =
        !revised.approvals().isEmpty()
            || !revised.consultations().isEmpty()
            || revised.findings().stream().anyMatch(f -> !f.open());
    approvals.deleteByPolicyVersion(id);
    consultations.deleteByPolicyVersion(id);
    acceptedFindings.deleteByPolicyVersion(id);
    return Outcome.done(
        again(id, now), agreedBefore ? List.of(Warning.of("POLICY_APPROVALS_VOID")) : List.of());
  }

  @Override
  @Transactional
  public Outcome<PolicyVersionView> recordApproval(
      PolicyVersionId id,
      @Nullable Integer expectedVersion,
      ApprovalStep step,
      String by,
      LocalDate on,
      @Nullable String reference,
      Actor actor,
      Instant now) {
    Optional<PolicyVersionView> found = reading.find(id.value(), now);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound(TYPE, "policyVersionId"));
    }
    List<Refusal> refusals = closed(PolicyAct.RECORD_APPROVAL, found.get(), expectedVersion, actor);
    if (!actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES) && !RECORDED_BY_THE_TEAM.contains(step)) {
      refusals.add(
          AuthorityRefusal.of("POLICY_NOT_YOURS_TO_DECIDE", Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    add(refusals, Acts.text(by, LONGEST_TITLE, "by"));
    if (reference != null) {
      add(refusals, Acts.text(reference, LONGEST_TITLE, "reference"));
    }
    add(refusals, notInFuture(on, now));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var approval = new PolicyApproval(step, by, on, reference, now, actor.id());
    touch(id);
    approvals.save(
        approvals
            .findByPolicyVersionAndStep(id.value(), step)
            .map(before -> before.replacedBy(approval))
            .orElseGet(() -> ApprovalRecord.of(id.value(), approval)));
    return Outcome.done(again(id.value(), now));
  }

  @Override
  @Transactional
  public Outcome<PolicyVersionView> recordConsultation(
      PolicyVersionId id,
      @Nullable Integer expectedVersion,
      Consultee consultee,
      String answer,
      LocalDate on,
      Actor actor,
      Instant now) {
    Optional<PolicyVersionView> found = reading.find(id.value(), now);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound(TYPE, "policyVersionId"));
    }
    List<Refusal> refusals =
        closed(PolicyAct.RECORD_CONSULTATION, found.get(), expectedVersion, actor);
    if (!actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        && consultee != Consultee.DATA_PROTECTION_OFFICER) {
      refusals.add(
          AuthorityRefusal.of("POLICY_NOT_YOURS_TO_DECIDE", Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    add(refusals, Acts.text(answer, LONGEST_TEXT, "answer"));
    add(refusals, notInFuture(on, now));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var consultation = new PolicyConsultation(consultee, on, answer, now, actor.id());
    touch(id);
    consultations.save(
        consultations
            .findByPolicyVersionAndConsultee(id.value(), consultee)
            .map(before -> before.replacedBy(consultation))
            .orElseGet(() -> ConsultationRecord.of(id.value(), consultation)));
    return Outcome.done(again(id.value(), now));
  }

  @Override
  @Transactional
  public Outcome<PolicyVersionView> acceptFinding(
      PolicyVersionId id,
      @Nullable Integer expectedVersion,
      String code,
      String clause,
      String reason,
      Actor actor,
      Instant now) {
    Optional<PolicyVersionView> found = reading.find(id.value(), now);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound(TYPE, "policyVersionId"));
    }
    List<Refusal> refusals = closed(PolicyAct.ACCEPT_FINDING, found.get(), expectedVersion, actor);
    if (found.get().findings().stream()
        .noneMatch(f -> f.code().equals(code) && f.clause().equals(clause))) {
      refusals.add(
          Refusal.at("POLICY_FINDING_NOT_FOUND", Map.of("code", code, "clause", clause), "code"));
    }
    add(refusals, Acts.text(reason, LONGEST_TEXT, "reason"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var acceptance = new Acceptance(reason, now, actor.id());
    touch(id);
    acceptedFindings.save(
        acceptedFindings
            .findByPolicyVersionAndCodeAndClause(id.value(), code, clause)
            .map(before -> before.replacedBy(acceptance))
            .orElseGet(() -> AcceptedFinding.of(id.value(), code, clause, acceptance)));
    return Outcome.done(again(id.value(), now));
  }

  @Override
  @Transactional
  public Outcome<PolicyVersionView> publish(
      PolicyPublication publication, Actor actor, Instant now) {
    UUID id = publication.id().value();
    Optional<PolicyVersionView> found = reading.find(id, now);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound(TYPE, "policyVersionId"));
    }
    PolicyVersionView draft = found.get();
    Optional<PolicyVersionView> last =
        reading.lastPublished(now).filter(v -> !v.id().equals(draft.id()));
    Instant from = inForceFrom(draft, publication.effectiveFrom(), now);
    PolicyAct act = publication.adopt() ? PolicyAct.ADOPT : PolicyAct.PUBLISH;
    List<Refusal> refusals = closed(act, draft, publication.expectedVersion(), actor);
    if (publication.adopt()) {
      add(refusals, Acts.text(publication.reason(), LONGEST_TEXT, "reason"));
    }
    add(refusals, firstDay(draft, publication.effectiveFrom(), now));
    if (draft.inForceFrom() == null) {
      refusals.addAll(place(draft, last.orElse(null), from));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    LocalDate review = reviewDue(draft, last.orElse(null), from);
    PolicyVersion row = row(id);
    versions.save(
        publication.adopt()
            ? row.adopted(from, review, String.valueOf(publication.reason()), actor.id(), now)
            : row.approved(from, review, actor.id(), now));
    if (draft.inForceFrom() == null) {
      last.ifPresent(
          before -> duties.discharge(POLICY_REVIEW, before.id().value(), draft.label(), null, now));
      duties.open(
          DutyToOpen.byDay(
              POLICY_REVIEW, TYPE, id, null, Role.HEAD_OF_CUSTOMER_SERVICES, null, review),
          now);
    }
    events.publishEvent(
        new PolicyVersionPublished(
            publication.id(), draft.label(), now, actor.id(), publication.adopt(), from));
    return Outcome.done(again(id, now), PolicyInForce.warnings(draft.label(), publication.adopt()));
  }

  /** The moment at which it takes over: never before it was published. */
  private static Instant inForceFrom(
      PolicyVersionView draft, @Nullable LocalDate firstDay, Instant now) {
    if (draft.inForceFrom() != null) {
      return draft.inForceFrom();
    }
    Instant morning =
        firstDay == null ? now : firstDay.atStartOfDay(WorkingDays.LONDON).toInstant();
    return morning.isAfter(now) ? morning : now;
  }

  private static @Nullable Refusal firstDay(
      PolicyVersionView draft, @Nullable LocalDate firstDay, Instant now) {
    if (firstDay == null) {
      return null;
    }
    if (draft.inForceFrom() != null) {
      return firstDay.equals(dayOf(draft.inForceFrom()))
          ? null
          : Refusal.at("POLICY_FIRST_DAY_FIXED", "effectiveFrom");
    }
    return firstDay.isBefore(dayOf(now))
        ? Refusal.at("POLICY_FIRST_DAY_PAST", "effectiveFrom")
        : null;
  }

  /** Whether it fits behind what is published already, and is the kind of change it says. */
  private static List<Refusal> place(
      PolicyVersionView draft, @Nullable PolicyVersionView last, Instant from) {
    var refusals = new ArrayList<Refusal>();
    if ((draft.changeKind() == ChangeKind.CREATION) == (last != null)) {
      refusals.add(Refusal.of(last != null ? "POLICY_EXISTS" : "POLICY_NOTHING_TO_CHANGE"));
    }
    if (last != null && last.inForceFrom() != null && !from.isAfter(last.inForceFrom())) {
      refusals.add(
          Refusal.at(
              "POLICY_FIRST_DAY_TAKEN",
              Map.of("label", last.label(), "day", dayOf(last.inForceFrom()).toString()),
              "effectiveFrom"));
    }
    return refusals;
  }

  /** An update is no review: it leaves the day of the next one where it was. */
  private static LocalDate reviewDue(
      PolicyVersionView draft, @Nullable PolicyVersionView last, Instant from) {
    if (draft.changeKind() == ChangeKind.UPDATE && last != null && last.reviewDue() != null) {
      return last.reviewDue();
    }
    return dayOf(from).plusMonths(draft.figures().get(FigureKey.POLICY_REVIEW_MONTHS));
  }

  private static List<Refusal> faults(PolicyDocument document) {
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(document.title(), LONGEST_TITLE, "title"));
    if (document.sections().isEmpty()) {
      refusals.add(Refusal.at("POLICY_WITHOUT_TEXT", "sections"));
    }
    if (document.sections().size() > MOST_SECTIONS) {
      refusals.add(
          Refusal.at(
              "POLICY_TOO_MANY_SECTIONS",
              Map.of("most", Integer.toString(MOST_SECTIONS)),
              "sections"));
    }
    for (int i = 0; i < document.sections().size(); i++) {
      PolicySection section = document.sections().get(i);
      String place = Integer.toString(i);
      add(refusals, Acts.text(section.title(), LONGEST_TITLE, "sections", place, "title"));
      if (!section.text().isBlank()) {
        add(refusals, Acts.text(section.text(), LONGEST_SECTION, "sections", place, "text"));
      }
    }
    return refusals;
  }

  private static List<Refusal> closed(
      PolicyAct act, PolicyVersionView version, @Nullable Integer expected, Actor actor) {
    var refusals = new ArrayList<Refusal>(act.refusals(version, actor));
    add(refusals, Acts.stale(expected, version.version()));
    return refusals;
  }

  private static @Nullable Refusal notInFuture(LocalDate on, Instant now) {
    return on.isAfter(dayOf(now)) ? Refusal.at("POLICY_DAY_IN_FUTURE", "on") : null;
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private static LocalDate dayOf(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }

  /** Counts the version up, so that two people do not work on it without seeing each other. */
  private void touch(PolicyVersionId id) {
    versions.save(row(id.value()));
  }

  private PolicyVersion row(UUID id) {
    return versions.findById(id).orElseThrow();
  }

  private PolicyVersionView again(UUID id, Instant now) {
    return reading.find(id, now).orElseThrow();
  }
}
