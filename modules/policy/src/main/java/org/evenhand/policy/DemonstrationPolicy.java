package org.evenhand.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.policy.internal.lint.PolicyTextImport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The council's policy, retold for demonstrations and tests with the faults that the original has
 * (T24): it calls itself a draft, its numbers disagree, its approvals are incomplete. So it can
 * only be adopted, every finding knowingly accepted, and every decision under it carries the
 * warning.
 */
@Component
public class DemonstrationPolicy {

  /** The label of the demonstration version. */
  public static final String LABEL = "01.01.04";

  private static final String TEXT = "/policy/demonstration-policy.txt";
  private static final LocalDate TEAM_APPROVED_ON = LocalDate.of(2017, 11, 8);

  private final MakingPolicy makingPolicy;
  private final Policies policies;
  private final Messages messages;

  DemonstrationPolicy(MakingPolicy makingPolicy, Policies policies, Messages messages) {
    this.makingPolicy = makingPolicy;
    this.policies = policies;
    this.messages = messages;
  }

  /** The text as a document, read as any council's text would be. */
  public static PolicyDocument document() {
    try (InputStream in = DemonstrationPolicy.class.getResourceAsStream(TEXT)) {
      if (in == null) {
        throw new IllegalStateException("the demonstration policy is missing");
      }
      return PolicyTextImport.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Drafts the demonstration version and adopts it, by the same acts that anybody would use. Safe
   * to repeat: where it is in use already nothing is done.
   *
   * @param actor a Head of Customer Services
   * @param now when it is done and comes into force; a past moment for a council with a past
   */
  @Transactional
  public Outcome<PolicyVersionView> adopt(Actor actor, Instant now) {
    Optional<PolicyVersionView> known = policies.findByLabel(LABEL, now);
    if (known.isPresent() && known.get().inForceFrom() != null) {
      return Outcome.done(known.get());
    }
    Outcome<PolicyVersionView> drafted =
        known.isPresent()
            ? Outcome.done(known.get())
            : makingPolicy.draft(
                PolicyDraft.of(LABEL, ChangeKind.CREATION, document()), actor, now);
    if (!(drafted instanceof Outcome.Done<PolicyVersionView>(PolicyVersionView draft, var w))) {
      return drafted;
    }
    Outcome<PolicyVersionView> seen =
        makingPolicy.recordApproval(
            draft.id(),
            null,
            ApprovalStep.CORPORATE_MANAGEMENT_TEAM,
            say("demonstration.policy.team"),
            TEAM_APPROVED_ON,
            null,
            actor,
            now);
    List<Finding> open =
        seen instanceof Outcome.Done<PolicyVersionView>(PolicyVersionView version, var x)
            ? version.findings().stream().filter(Finding::open).toList()
            : List.of();
    for (Finding finding : open) {
      makingPolicy.acceptFinding(
          draft.id(),
          null,
          finding.code(),
          finding.clause(),
          say("demonstration.policy.finding"),
          actor,
          now);
    }
    return makingPolicy.publish(
        new PolicyPublication(draft.id(), null, null, true, say("demonstration.policy.adoption")),
        actor,
        now);
  }

  private String say(String code) {
    return messages.say(code, Map.of(), Locale.ENGLISH);
  }
}
