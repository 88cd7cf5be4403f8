package org.evenhand.policy.internal;

import static org.evenhand.policy.internal.jooq.Tables.ACCEPTED_FINDING;
import static org.evenhand.policy.internal.jooq.Tables.POLICY_APPROVAL;
import static org.evenhand.policy.internal.jooq.Tables.POLICY_CONSULTATION;
import static org.evenhand.policy.internal.jooq.Tables.POLICY_VERSION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Page;
import org.evenhand.policy.Acceptance;
import org.evenhand.policy.ApprovalStep;
import org.evenhand.policy.ChangeKind;
import org.evenhand.policy.Consultee;
import org.evenhand.policy.Finding;
import org.evenhand.policy.PolicyApproval;
import org.evenhand.policy.PolicyConsultation;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.policy.internal.jooq.tables.PolicyVersion;
import org.evenhand.policy.internal.lint.LintedPolicy;
import org.evenhand.policy.internal.lint.PolicyLinter;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads versions whole, one statement for a page. */
@Component
class PolicyReading {

  private static final PolicyVersion LATER = POLICY_VERSION.as("later");
  private static final PolicyVersion BEFORE = POLICY_VERSION.as("before");

  private record AcceptedRow(String code, String clause, Acceptance acceptance) {}

  /** The terms of the version that this one changes. */
  private record Predecessor(String figures, String authority, String carveOuts) {}

  private static final Field<OffsetDateTime> UNTIL =
      field(
              select(min(LATER.IN_FORCE_FROM))
                  .from(LATER)
                  .where(LATER.IN_FORCE_FROM.gt(POLICY_VERSION.IN_FORCE_FROM)))
          .as("in_force_until");

  private static final Field<List<PolicyApproval>> APPROVALS =
      multiset(
              select(
                      POLICY_APPROVAL.STEP,
                      POLICY_APPROVAL.GIVEN_BY,
                      POLICY_APPROVAL.GIVEN_ON,
                      POLICY_APPROVAL.REFERENCE,
                      POLICY_APPROVAL.RECORDED_AT,
                      POLICY_APPROVAL.RECORDED_BY)
                  .from(POLICY_APPROVAL)
                  .where(POLICY_APPROVAL.POLICY_VERSION.eq(POLICY_VERSION.ID))
                  .orderBy(POLICY_APPROVAL.GIVEN_ON, POLICY_APPROVAL.ID))
          .as("approvals")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new PolicyApproval(
                              ApprovalStep.valueOf(r.value1()),
                              r.value2(),
                              r.value3(),
                              r.value4(),
                              r.value5().toInstant(),
                              new ActorId(r.value6()))));

  private static final Field<List<PolicyConsultation>> CONSULTATIONS =
      multiset(
              select(
                      POLICY_CONSULTATION.CONSULTEE,
                      POLICY_CONSULTATION.ANSWERED_ON,
                      POLICY_CONSULTATION.ANSWER,
                      POLICY_CONSULTATION.RECORDED_AT,
                      POLICY_CONSULTATION.RECORDED_BY)
                  .from(POLICY_CONSULTATION)
                  .where(POLICY_CONSULTATION.POLICY_VERSION.eq(POLICY_VERSION.ID))
                  .orderBy(POLICY_CONSULTATION.ANSWERED_ON, POLICY_CONSULTATION.ID))
          .as("consultations")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new PolicyConsultation(
                              Consultee.valueOf(r.value1()),
                              r.value2(),
                              r.value3(),
                              r.value4().toInstant(),
                              new ActorId(r.value5()))));

  private static final Field<List<AcceptedRow>> ACCEPTED =
      multiset(
              select(
                      ACCEPTED_FINDING.CODE,
                      ACCEPTED_FINDING.CLAUSE,
                      ACCEPTED_FINDING.REASON,
                      ACCEPTED_FINDING.ACCEPTED_AT,
                      ACCEPTED_FINDING.ACCEPTED_BY)
                  .from(ACCEPTED_FINDING)
                  .where(ACCEPTED_FINDING.POLICY_VERSION.eq(POLICY_VERSION.ID)))
          .as("accepted")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new AcceptedRow(
                              r.value1(),
                              r.value2(),
                              new Acceptance(
                                  r.value3(), r.value4().toInstant(), new ActorId(r.value5())))));

  private static final Field<List<Predecessor>> PREDECESSOR =
      multiset(
              select(BEFORE.FIGURES, BEFORE.AUTHORITY, BEFORE.CARVE_OUTS)
                  .from(BEFORE)
                  .where(
                      BEFORE
                          .IN_FORCE_FROM
                          .lt(POLICY_VERSION.IN_FORCE_FROM)
                          .or(POLICY_VERSION.IN_FORCE_FROM.isNull()))
                  .and(BEFORE.IN_FORCE_FROM.isNotNull())
                  .orderBy(BEFORE.IN_FORCE_FROM.desc())
                  .limit(1))
          .as("predecessor")
          .convertFrom(rows -> rows.map(r -> new Predecessor(r.value1(), r.value2(), r.value3())));

  private final DSLContext jooq;

  PolicyReading(DSLContext jooq) {
    this.jooq = jooq;
  }

  Optional<PolicyVersionView> find(UUID id, Instant now) {
    return all(POLICY_VERSION.ID.eq(id)).fetchOptional().map(row -> view(row, now));
  }

  Optional<PolicyVersionView> inForce(Instant at) {
    return all(POLICY_VERSION.IN_FORCE_FROM.le(offset(at)))
        .orderBy(POLICY_VERSION.IN_FORCE_FROM.desc())
        .limit(1)
        .fetchOptional()
        .map(row -> view(row, at));
  }

  Optional<PolicyVersionView> byLabel(String label, Instant now) {
    return all(POLICY_VERSION.LABEL.eq(label)).fetchOptional().map(row -> view(row, now));
  }

  boolean labelTaken(String label, @Nullable UUID except) {
    return jooq.fetchExists(
        POLICY_VERSION,
        POLICY_VERSION
            .LABEL
            .eq(label)
            .and(except == null ? noCondition() : POLICY_VERSION.ID.ne(except)));
  }

  /** The version that comes into force last of all that are published. */
  Optional<PolicyVersionView> lastPublished(Instant now) {
    return all(POLICY_VERSION.IN_FORCE_FROM.isNotNull())
        .orderBy(POLICY_VERSION.IN_FORCE_FROM.desc())
        .limit(1)
        .fetchOptional()
        .map(row -> view(row, now));
  }

  Page<PolicyVersionView> page(
      List<PolicyVersionStatus> statuses,
      @Nullable ChangeKind changeKind,
      Page.Request request,
      Instant now) {
    Condition wanted =
        statuses.stream()
            .map(status -> in(status, now))
            .reduce(Condition::or)
            .orElse(noCondition())
            .and(
                changeKind == null
                    ? noCondition()
                    : POLICY_VERSION.CHANGE_KIND.eq(changeKind.name()));
    Result<Record> rows =
        all(wanted)
            .and(request.after() == null ? noCondition() : POLICY_VERSION.ID.lt(request.after()))
            .orderBy(POLICY_VERSION.ID.desc())
            .limit(request.limit())
            .fetch();
    int total =
        jooq.fetchCount(
            select(POLICY_VERSION.ID).from(POLICY_VERSION).where(wanted).limit(Page.MOST_COUNTED));
    return Page.of(rows.map(row -> view(row, now)), request, v -> v.id().value(), total);
  }

  private static Condition in(PolicyVersionStatus status, Instant now) {
    Condition superseded =
        exists(
            selectOne()
                .from(LATER)
                .where(LATER.IN_FORCE_FROM.gt(POLICY_VERSION.IN_FORCE_FROM))
                .and(LATER.IN_FORCE_FROM.le(offset(now))));
    return status == PolicyVersionStatus.SUPERSEDED
        ? superseded
        : POLICY_VERSION.STATUS.eq(status.name()).and(not(superseded));
  }

  private SelectConditionStep<Record> all(Condition wanted) {
    return jooq.select(POLICY_VERSION.fields())
        .select(UNTIL, APPROVALS, CONSULTATIONS, ACCEPTED, PREDECESSOR)
        .from(POLICY_VERSION)
        .where(wanted);
  }

  private static PolicyVersionView view(Record row, Instant now) {
    ChangeKind kind = ChangeKind.valueOf(row.get(POLICY_VERSION.CHANGE_KIND));
    PolicyTerms terms =
        PolicyTerms.read(
            row.get(POLICY_VERSION.DOCUMENT),
            row.get(POLICY_VERSION.FIGURES),
            row.get(POLICY_VERSION.AUTHORITY),
            row.get(POLICY_VERSION.CARVE_OUTS));
    List<PolicyApproval> approvals = row.get(APPROVALS);
    List<PolicyConsultation> consultations = row.get(CONSULTATIONS);
    List<String> missing = missing(kind, approvals, consultations);
    Instant until = instant(row.get(UNTIL));
    String label = row.get(POLICY_VERSION.LABEL);
    Instant adoptedAt = instant(row.get(POLICY_VERSION.ADOPTED_AT));
    Instant approvedAt = instant(row.get(POLICY_VERSION.APPROVED_AT));
    boolean adoptedOnly = adoptedAt != null && (approvedAt == null || now.isBefore(approvedAt));
    var linted =
        new LintedPolicy(
            terms.document(),
            label,
            missing,
            kind == ChangeKind.UPDATE && changes(terms, row.get(PREDECESSOR)));
    return new PolicyVersionView(
        new PolicyVersionId(row.get(POLICY_VERSION.ID)),
        row.get(POLICY_VERSION.VERSION),
        label,
        kind,
        status(row, until, adoptedOnly, now),
        terms.document(),
        terms.figures(),
        terms.authority(),
        terms.carveOuts(),
        instant(row.get(POLICY_VERSION.IN_FORCE_FROM)),
        until,
        row.get(POLICY_VERSION.REVIEW_DUE),
        adoptedAt,
        row.get(POLICY_VERSION.ADOPTION_REASON),
        approvedAt,
        adoptedOnly,
        row.get(POLICY_VERSION.DRAFTED_AT).toInstant(),
        new ActorId(row.get(POLICY_VERSION.DRAFTED_BY)),
        approvals,
        consultations,
        missing,
        findings(linted, row.get(ACCEPTED)));
  }

  private static PolicyVersionStatus status(
      Record row, @Nullable Instant until, boolean adoptedOnly, Instant now) {
    if (until != null && !until.isAfter(now)) {
      return PolicyVersionStatus.SUPERSEDED;
    }
    return adoptedOnly
        ? PolicyVersionStatus.ADOPTED
        : PolicyVersionStatus.valueOf(row.get(POLICY_VERSION.STATUS));
  }

  private static boolean changes(PolicyTerms terms, List<Predecessor> before) {
    return before.stream()
        .anyMatch(
            p ->
                !PolicyTerms.readFigures(p.figures()).equals(terms.figures())
                    || !PolicyTerms.readAuthority(p.authority()).equals(terms.authority())
                    || !PolicyTerms.readCarveOuts(p.carveOuts()).equals(terms.carveOuts()));
  }

  private static List<String> missing(
      ChangeKind kind, List<PolicyApproval> approvals, List<PolicyConsultation> consultations) {
    var missing = new ArrayList<String>();
    for (ApprovalStep step : ApprovalStep.values()) {
      if (kind.approvalsNeeded().contains(step)
          && approvals.stream().noneMatch(a -> a.step() == step)) {
        missing.add(step.missingCode());
      }
    }
    for (Consultee consultee : Consultee.values()) {
      if (kind.consultationsNeeded().contains(consultee)
          && consultations.stream().noneMatch(c -> c.consultee() == consultee)) {
        missing.add(consultee.missingCode());
      }
    }
    return missing;
  }

  private static List<Finding> findings(LintedPolicy linted, List<AcceptedRow> accepted) {
    Map<List<String>, Acceptance> acceptances = new HashMap<>();
    accepted.forEach(a -> acceptances.put(List.of(a.code(), a.clause()), a.acceptance()));
    return PolicyLinter.findings(linted).stream()
        .map(
            f ->
                new Finding(
                    f.code(),
                    f.clause(),
                    f.excerpt(),
                    acceptances.get(List.of(f.code(), f.clause()))))
        .toList();
  }

  private static OffsetDateTime offset(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
