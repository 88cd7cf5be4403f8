package org.evenhand.rules;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.jspecify.annotations.Nullable;

/**
 * A rule together with what the restriction it belongs to says about its force. Whether it counts
 * at a moment is settled here and nowhere else, so that a rule that has ended, has not begun or was
 * never served cannot change an answer (F2, F9).
 *
 * @param restrictionId the restriction
 * @param rule the stored rule
 * @param nature as the core settled it when imposing; only {@link Nature#SAFETY} may start before
 *     notice and keeps its force when a review is overdue
 * @param startsAt first moment in force
 * @param endsAt first moment no longer in force: passed, lifted or suspended; null while it has no
 *     end in sight
 * @param served the customer was notified (T9)
 * @param reviewOverdue the review date has passed without a decision (F2)
 * @param binds whom it binds
 * @param noticeReference the notice it was announced with; null before there is one
 */
public record RuleInForce(
    UUID restrictionId,
    Rule rule,
    Nature nature,
    Instant startsAt,
    @Nullable Instant endsAt,
    boolean served,
    boolean reviewOverdue,
    Bound binds,
    @Nullable String noticeReference) {

  /** Served, reviewed in time, without an end, binding the customer. */
  public static RuleInForce of(UUID restrictionId, Rule rule, Nature nature, Instant startsAt) {
    return new RuleInForce(
        restrictionId, rule, nature, startsAt, null, true, false, Bound.CUSTOMER, null);
  }

  /** True when its time has come and not passed, and the customer knows or need not yet (F9). */
  public boolean inForce(Instant at) {
    return inTime(at) && (served || nature == Nature.SAFETY);
  }

  /** True when its time has come and not passed, whoever knows. */
  public boolean inTime(Instant at) {
    return !at.isBefore(startsAt) && (endsAt == null || at.isBefore(endsAt));
  }

  /** With what force it enters the combination: a safety measure counts as safety. */
  public RuleSource standing() {
    return rule.source() != RuleSource.COURT && nature == Nature.SAFETY
        ? RuleSource.SAFETY
        : rule.source();
  }

  /**
   * True when an overdue review leaves it only advice where it would decline (F2): unless it is a
   * safety measure or a court's term.
   */
  public boolean advisoryOnly() {
    return reviewOverdue && nature != Nature.SAFETY && rule.source() != RuleSource.COURT;
  }
}
