package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.rules.Bound;
import org.evenhand.rules.RuleInForce;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * A court's terms as rules for one person. They need no notice of ours and stay while somebody is
 * late in asking whether they still hold (F2, F9).
 *
 * @param startsAt first moment in force
 * @param endsAt first moment no longer in force; null while none is in sight
 * @param checkOn by when somebody asks whether it is still so
 */
public record CourtTermsInForce(
    UUID id,
    String reference,
    RuleSet rules,
    Instant startsAt,
    @Nullable Instant endsAt,
    LocalDate checkOn) {

  /** The court and its number of the case, as every line that rests on the terms cites them. */
  Citation citation() {
    return rules.rules().getFirst().citation();
  }

  List<RuleInForce> rulesAt(Instant now) {
    boolean overdue = Standing.reviewOverdue(checkOn, now);
    return rules.rules().stream()
        .map(
            rule ->
                new RuleInForce(
                    id, rule, Nature.SAFETY, startsAt, endsAt, true, overdue, Bound.CUSTOMER, null))
        .toList();
  }
}
