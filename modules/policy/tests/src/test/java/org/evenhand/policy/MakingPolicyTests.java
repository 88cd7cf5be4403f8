package org.evenhand.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.PolicyVersionInForce;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.policy.internal.lint.PolicyTexts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How versions are made, approved, adopted and published (PP.1, T24, F10). */
class MakingPolicyTests extends PolicyModuleTest {

  @Autowired Duties duties;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired PolicyVersionInForce versionInForce;
  @Autowired DemonstrationPolicy demonstration;

  private static List<String> codes(Outcome<PolicyVersionView> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("PP.1: a creation needs every approval and consultation, and the refusal names them")
  void refusesPublicationWhileApprovalsAreMissing() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);
    approved(draft, ApprovalStep.OWNER_AGREEMENT);
    approved(draft, ApprovalStep.CABINET);

    Outcome<PolicyVersionView> outcome = publish(draft, null);

    assertThat(outcome.refusals())
        .contains(
            new MissingStepsRefusal(
                "POLICY_APPROVALS_MISSING",
                List.of(
                    "POLICY_APPROVAL_SUBMISSION",
                    "POLICY_APPROVAL_SPONSOR",
                    "POLICY_APPROVAL_CORPORATE_MANAGEMENT_TEAM",
                    "POLICY_CONSULTATION_TRADE_UNION_LIAISON_GROUP",
                    "POLICY_CONSULTATION_DATA_PROTECTION_OFFICER",
                    "POLICY_CONSULTATION_HEADS_OF_SERVICE")));
    assertThat(policies.inForce(NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ApprovalStep.class)
  @DisplayName("PP.1: a major change lacks no approval")
  void refusesAMajorChangeWithoutAnyOneApproval(ApprovalStep left) {
    inForce("1.0");
    clock.advance(Duration.ofDays(1));
    PolicyVersionView draft = drafted("2.0", ChangeKind.MAJOR);
    for (ApprovalStep step : ApprovalStep.values()) {
      if (step != left) {
        approved(draft, step);
      }
    }

    assertThat(publish(draft, null).refusals())
        .filteredOn(MissingStepsRefusal.class::isInstance)
        .singleElement()
        .satisfies(r -> assertThat(((MissingStepsRefusal) r).steps()).contains(left.missingCode()));
  }

  @Test
  @DisplayName("PP.1: an update needs the owner's agreement and nothing else")
  void publishesAnUpdateOnTheOwnersAgreement() {
    inForce("1.0");
    clock.advance(Duration.ofDays(1));
    PolicyVersionView draft = drafted("1.1", ChangeKind.UPDATE);
    assertThat(draft.stepsMissing()).containsExactly("POLICY_APPROVAL_OWNER_AGREEMENT");

    approved(draft, ApprovalStep.OWNER_AGREEMENT);
    PolicyVersionView version = done(publish(draft, null));

    assertThat(version.status()).isEqualTo(PolicyVersionStatus.APPROVED);
    assertThat(policies.inForce(clock.instant()).orElseThrow().label()).isEqualTo("1.1");
  }

  @Test
  @DisplayName("PP.1: an update cannot be the first policy, nor a creation the second")
  void refusesTheWrongKindOfChange() {
    assertThat(codes(draftOf("1.0", ChangeKind.UPDATE)))
        .containsExactly("POLICY_NOTHING_TO_CHANGE");
    assertThat(codes(draftOf("1.0", ChangeKind.MAJOR))).containsExactly("POLICY_NOTHING_TO_CHANGE");
    PolicyVersionView other = drafted("0.9", ChangeKind.CREATION);
    inForce("1.0");

    assertThat(codes(draftOf("2.0", ChangeKind.CREATION))).containsExactly("POLICY_EXISTS");
    clock.advance(Duration.ofDays(1));
    assertThat(codes(publish(agreed(other), null))).containsExactly("POLICY_EXISTS");
  }

  @Test
  @DisplayName("PP.1: an update that changes what decides about people is a finding")
  void findsAnUpdateThatChangesFigures() {
    inForce("1.0");
    PolicyVersionView draft =
        drafted(
            "1.1",
            ChangeKind.UPDATE,
            new Figure(FigureKey.APPEAL_DECIDE, 20, FigureUnit.WORKING_DAYS));
    PolicyVersionView same = drafted("1.2", ChangeKind.UPDATE);

    assertThat(draft.findings()).extracting(Finding::code).contains("UPDATE_CHANGES_TERMS");
    assertThat(same.findings()).extracting(Finding::code).doesNotContain("UPDATE_CHANGES_TERMS");
  }

  @Test
  @DisplayName("PP.1: reviewed every three years; the duty is the Head of Customer Services'")
  void opensTheDutyToReviewThePolicy() {
    PolicyVersionView version = inForce("1.0");

    assertThat(version.reviewDue()).isEqualTo(LocalDate.of(2029, 11, 23));
    assertThat(duties.openFor(version.id().value()))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.kind()).isEqualTo("POLICY_REVIEW");
              assertThat(d.dueOn()).isEqualTo(LocalDate.of(2029, 11, 23));
            });
  }

  @Test
  @DisplayName("PP.1: an update is no review, a major change is")
  void anUpdateLeavesTheReviewWhereItWas() {
    PolicyVersionView first = inForce("1.0");
    clock.advance(Duration.ofDays(100));
    PolicyVersionView update =
        done(
            publish(
                approved(drafted("1.1", ChangeKind.UPDATE), ApprovalStep.OWNER_AGREEMENT), null));
    clock.advance(Duration.ofDays(100));
    PolicyVersionView major = done(publish(agreed(drafted("2.0", ChangeKind.MAJOR)), null));

    assertThat(update.reviewDue()).isEqualTo(first.reviewDue());
    assertThat(major.reviewDue()).isEqualTo(TODAY.plusDays(200).plusMonths(36));
    assertThat(duties.openFor(first.id().value())).isEmpty();
    assertThat(duties.openFor(update.id().value())).isEmpty();
    assertThat(duties.openFor(major.id().value())).hasSize(1);
  }

  @Test
  @DisplayName("T24: adopted before its approvals are complete, every decision carries the warning")
  void adoptsWithAWarning() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);
    acceptAll(draft);

    Outcome<PolicyVersionView> outcome = adopt(draft);

    assertThat(done(outcome).status()).isEqualTo(PolicyVersionStatus.ADOPTED);
    assertThat(outcome.warnings()).extracting(Warning::code).containsExactly("POLICY_ADOPTED_ONLY");
    PolicyInForce inForce = policies.inForce(NOW).orElseThrow();
    assertThat(inForce.adoptedOnly()).isTrue();
    assertThat(inForce.warnings()).extracting(Warning::code).containsExactly("POLICY_ADOPTED_ONLY");
    assertThat(published.all())
        .containsExactly(new PolicyVersionPublished(draft.id(), "1.0", NOW, HEAD.id(), true, NOW));
  }

  @Test
  @DisplayName("T24: adoption is a decision with a reason")
  void refusesAdoptionWithoutAReason() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);
    acceptAll(draft);

    Outcome<PolicyVersionView> outcome =
        makingPolicy.publish(new PolicyPublication(draft.id(), null, null, true, " "), HEAD, NOW);

    assertThat(outcome.refusals()).containsExactly(Refusal.at("TEXT_MISSING", "reason"));
  }

  @Test
  @DisplayName(
      "T24: an adopted version can be approved later; what was decided before keeps the warning")
  void approvesAnAdoptedVersionLater() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);
    acceptAll(draft);
    done(adopt(draft));
    clock.advance(Duration.ofDays(10));
    agreed(draft);

    Outcome<PolicyVersionView> outcome = publish(draft, null);

    PolicyVersionView version = done(outcome);
    assertThat(outcome.warnings()).isEmpty();
    assertThat(version.status()).isEqualTo(PolicyVersionStatus.APPROVED);
    assertThat(version.inForceFrom()).isEqualTo(NOW);
    assertThat(policies.inForce(NOW.plusSeconds(1)).orElseThrow().adoptedOnly()).isTrue();
    assertThat(policies.versionInForce(NOW).orElseThrow().status())
        .isEqualTo(PolicyVersionStatus.ADOPTED);
    assertThat(policies.inForce(clock.instant()).orElseThrow().adoptedOnly()).isFalse();
    assertThat(published.all())
        .extracting(PolicyVersionPublished::adoptedOnly)
        .containsExactly(true, false);
    assertThat(codes(publish(draft, null))).containsExactly("POLICY_VERSION_WRONG_STATUS");
    assertThat(codes(adopt(draft))).containsExactly("POLICY_VERSION_WRONG_STATUS");
  }

  @Test
  @DisplayName("F10: findings are mended or accepted with a reason, or it is not published")
  void refusesPublicationWithOpenFindings() {
    PolicyDocument faulty =
        PolicyDocument.of(
            "Fair Contact Policy", List.of(new PolicySection("1", "All", "We are fair.")));
    PolicyVersionView draft =
        done(makingPolicy.draft(PolicyDraft.of("1.0", ChangeKind.CREATION, faulty), HEAD, NOW));
    agreed(draft);

    Outcome<PolicyVersionView> refused = publish(draft, null);
    assertThat(refused.refusals())
        .singleElement()
        .isInstanceOfSatisfying(
            OpenFindingsRefusal.class,
            r ->
                assertThat(r.findings())
                    .extracting(Finding::code)
                    .contains("OMBUDSMAN_NOT_NAMED", "ADJUSTMENTS_MISSING"));

    acceptAll(draft);
    PolicyVersionView version = done(publish(draft, null));
    assertThat(version.findings()).isNotEmpty().noneMatch(Finding::open);
    assertThat(policies.findingsInForce(NOW)).isEqualTo(version.findings());
  }

  @Test
  void refusesToAcceptWhatTheLinterDidNotFindAndWithoutAReason() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);

    assertThat(
            codes(
                makingPolicy.acceptFinding(
                    draft.id(), null, "OMBUDSMAN_NOT_NAMED", "", "why not", HEAD, NOW)))
        .containsExactly("POLICY_FINDING_NOT_FOUND");
    assertThat(
            codes(
                makingPolicy.acceptFinding(
                    draft.id(), null, "APPROVALS_INCOMPLETE", "", "", HEAD, NOW)))
        .containsExactly("TEXT_MISSING");
  }

  @Test
  @DisplayName("PP.1: agreement is to a text; revising the text takes it back")
  void revisingADraftTakesApprovalsBack() {
    PolicyVersionView draft = agreed(drafted("1.0", ChangeKind.CREATION));

    Outcome<PolicyVersionView> revised =
        makingPolicy.draft(
            new PolicyDraft(
                draft.id(),
                draft.version(),
                "1.0",
                ChangeKind.CREATION,
                PolicyDocument.of("Fairer Contact Policy", PolicyTexts.good().sections()),
                List.of(),
                null,
                List.of()),
            HEAD,
            NOW);

    assertThat(done(revised).approvals()).isEmpty();
    assertThat(done(revised).consultations()).isEmpty();
    assertThat(done(revised).document().title()).isEqualTo("Fairer Contact Policy");
    assertThat(revised.warnings())
        .extracting(Warning::code)
        .containsExactly("POLICY_APPROVALS_VOID");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from policy.policy_approval_history where policy_version = ?",
                Integer.class,
                draft.id().value()))
        .as("F7: what was given is still known")
        .isEqualTo(ApprovalStep.values().length);
  }

  @Test
  void refusesToReviseOnAStaleReading() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);
    approved(draft, ApprovalStep.SPONSOR);

    Outcome<PolicyVersionView> outcome =
        makingPolicy.draft(
            new PolicyDraft(
                draft.id(),
                draft.version(),
                "1.0",
                ChangeKind.CREATION,
                draft.document(),
                List.of(),
                null,
                List.of()),
            HEAD,
            NOW);

    assertThat(codes(outcome)).containsExactly("STALE");
  }

  @Test
  void aVersionInUseIsNotRevised() {
    PolicyVersionView version = inForce("1.0");

    Outcome<PolicyVersionView> outcome =
        makingPolicy.draft(
            new PolicyDraft(
                version.id(),
                null,
                "1.0",
                ChangeKind.CREATION,
                version.document(),
                List.of(),
                null,
                List.of()),
            HEAD,
            NOW);

    assertThat(codes(outcome)).containsExactly("POLICY_VERSION_WRONG_STATUS");
  }

  @Test
  @DisplayName("F7: not even the database lets a version in use change")
  void theDatabaseKeepsWhatIsInUse() {
    PolicyVersionView version = inForce("1.0");

    for (String attempt :
        List.of(
            "update policy.policy_version set figures = '{}' where id = ?",
            "update policy.policy_version set status = 'DRAFT', in_force_from = null, review_due = null,"
                + " approved_at = null where id = ?",
            "update policy.policy_version set in_force_from = in_force_from - interval '1 year' where id = ?",
            "delete from policy.policy_version where id = ?")) {
      assertThatThrownBy(() -> jdbc.update(attempt, version.id().value()))
          .as(attempt)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void refusesALabelInUseAndTextThatIsMissingOrTooLong() {
    drafted("1.0", ChangeKind.CREATION);

    assertThat(codes(draftOf("1.0", ChangeKind.CREATION))).containsExactly("POLICY_LABEL_TAKEN");
    assertThat(codes(draftOf(" ", ChangeKind.CREATION))).containsExactly("TEXT_MISSING");
    assertThat(codes(draftOf("x".repeat(51), ChangeKind.CREATION)))
        .containsExactly("TEXT_TOO_LONG");
    assertThat(
            codes(
                makingPolicy.draft(
                    PolicyDraft.of("1.1", ChangeKind.CREATION, PolicyDocument.of("", List.of())),
                    HEAD,
                    NOW)))
        .containsExactly("TEXT_MISSING", "POLICY_WITHOUT_TEXT");
  }

  @Test
  void refusesApprovalsOfTheFutureAndForUnknownVersions() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);

    assertThat(
            makingPolicy
                .recordApproval(
                    draft.id(),
                    null,
                    ApprovalStep.CABINET,
                    "Cabinet",
                    TODAY.plusDays(1),
                    null,
                    HEAD,
                    NOW)
                .refusals())
        .containsExactly(Refusal.at("POLICY_DAY_IN_FUTURE", "on"));
    assertThat(
            codes(
                makingPolicy.recordApproval(
                    new PolicyVersionId(new java.util.UUID(1, 1)),
                    null,
                    ApprovalStep.CABINET,
                    "Cabinet",
                    TODAY,
                    null,
                    HEAD,
                    NOW)))
        .containsExactly("NOT_FOUND");
  }

  @Test
  void anApprovalRecordedAgainReplacesTheFirst() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);
    approved(draft, ApprovalStep.CABINET);

    PolicyVersionView after =
        done(
            makingPolicy.recordApproval(
                draft.id(),
                null,
                ApprovalStep.CABINET,
                "Cabinet",
                TODAY.minusDays(3),
                "M-2",
                HEAD,
                NOW));

    assertThat(after.approvals())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.by()).isEqualTo("Cabinet");
              assertThat(a.on()).isEqualTo(TODAY.minusDays(3));
              assertThat(a.reference()).isEqualTo("M-2");
            });
  }

  @Test
  @DisplayName("PP.1: one version in force at a time, at every instant")
  void aVersionPublishedAheadTakesOverOnItsFirstDay() {
    PolicyVersionView first = inForce("1.0");
    PolicyVersionView second =
        done(publish(agreed(drafted("2.0", ChangeKind.MAJOR)), LocalDate.of(2027, 4, 1)));

    Instant takesOver = Instant.parse("2027-03-31T23:00:00Z");
    assertThat(second.inForceFrom()).as("British Summer Time").isEqualTo(takesOver);
    assertThat(policies.inForce(NOW.minusSeconds(1))).isEmpty();
    assertThat(policies.inForce(NOW).orElseThrow().label()).isEqualTo("1.0");
    assertThat(policies.inForce(takesOver.minusMillis(1)).orElseThrow().label()).isEqualTo("1.0");
    assertThat(policies.inForce(takesOver).orElseThrow().label()).isEqualTo("2.0");
    assertThat(policies.find(first.id(), takesOver).orElseThrow().status())
        .isEqualTo(PolicyVersionStatus.SUPERSEDED);
    assertThat(policies.find(first.id(), NOW).orElseThrow())
        .satisfies(
            v -> {
              assertThat(v.status()).isEqualTo(PolicyVersionStatus.APPROVED);
              assertThat(v.inForceUntil()).isEqualTo(takesOver);
            });
    assertThat(policies.terms(first.id()).orElseThrow().label()).isEqualTo("1.0");
  }

  @Test
  @DisplayName("PP.1: no version begins in the past, nor before one that is published already")
  void refusesAFirstDayOutOfOrder() {
    inForce("1.0");
    done(publish(agreed(drafted("2.0", ChangeKind.MAJOR)), TODAY.plusDays(30)));
    PolicyVersionView third = agreed(drafted("3.0", ChangeKind.MAJOR));

    assertThat(codes(publish(third, TODAY.minusDays(1))))
        .containsExactly("POLICY_FIRST_DAY_PAST", "POLICY_FIRST_DAY_TAKEN");
    assertThat(codes(publish(third, TODAY.plusDays(30)))).containsExactly("POLICY_FIRST_DAY_TAKEN");
    assertThat(codes(publish(third, null))).containsExactly("POLICY_FIRST_DAY_TAKEN");
    assertThat(done(publish(third, TODAY.plusDays(31))).label()).isEqualTo("3.0");
  }

  @Test
  void whatIsLeftOutIsTakenFromTheVersionInForce() {
    PolicyVersionView first =
        drafted(
            "1.0",
            ChangeKind.CREATION,
            new Figure(FigureKey.HATE_REPORT, 2, FigureUnit.WORKING_DAYS));
    done(publish(agreed(first), null));

    PolicyVersionView next = drafted("1.1", ChangeKind.UPDATE);

    assertThat(next.figures().get(FigureKey.HATE_REPORT)).isEqualTo(2);
    assertThat(next.authority()).isEqualTo(first.authority());
    assertThat(next.carveOuts()).isEqualTo(first.carveOuts());
  }

  @Test
  @DisplayName("an act that writes knows the version it is part of; the audit trail asks too")
  void aWritingTransactionSeesWhatItPublished() {
    PolicyVersionView draft = agreed(drafted("1.0", ChangeKind.CREATION));
    assertThat(policies.inForce(NOW)).isEmpty();

    transactions.executeWithoutResult(
        status -> {
          done(publish(draft, null));

          assertThat(policies.inForce(NOW).orElseThrow().id()).isEqualTo(draft.id());
          assertThat(versionInForce.at(NOW)).contains(draft.id().value());
          status.setRollbackOnly();
        });

    assertThat(policies.inForce(NOW)).as("it was rolled back").isEmpty();
    assertThat(versionInForce.at(NOW)).isEmpty();
  }

  @Test
  @DisplayName("F7: what a draft said before is kept with who and when")
  void keepsTheHistoryOfADraft() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);
    approved(draft, ApprovalStep.SPONSOR);

    assertThat(
            jdbc.queryForObject(
                "select count(*) from policy.policy_version_history where id = ?",
                Integer.class,
                draft.id().value()))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("T24: the demonstration is adopted with all its faults known, and once only")
  void adoptsTheDemonstration() {
    Instant then = Instant.parse("2024-11-04T09:00:00Z");

    PolicyVersionView version = done(demonstration.adopt(HEAD, then));
    PolicyVersionView again = done(demonstration.adopt(HEAD, NOW));

    assertThat(again.id()).isEqualTo(version.id());
    assertThat(version.adoptedOnly()).isTrue();
    assertThat(version.inForceFrom()).isEqualTo(then);
    assertThat(version.findings()).hasSizeGreaterThanOrEqualTo(8).noneMatch(Finding::open);
    assertThat(version.stepsMissing())
        .contains("POLICY_APPROVAL_CABINET")
        .doesNotContain("POLICY_APPROVAL_CORPORATE_MANAGEMENT_TEAM");
    assertThat(policies.inForce(then).orElseThrow().carveOuts()).isEqualTo(CarveOuts.standard());
  }

  private Outcome<PolicyVersionView> draftOf(String label, ChangeKind kind) {
    return makingPolicy.draft(
        PolicyDraft.of(label, kind, PolicyDocument.of("A policy", PolicyTexts.good().sections())),
        HEAD,
        clock.instant());
  }
}
