package org.evenhand.rules;

import java.util.UUID;
import org.evenhand.spi.Citation;
import org.evenhand.spi.RuleSource;
import org.jspecify.annotations.Nullable;

/**
 * The rule that produced a line.
 *
 * @param source as the rule says, not as it ranks
 * @param noticeReference the notice it was announced with; null before there is one
 */
public record Origin(
    UUID restrictionId,
    String ruleId,
    Citation citation,
    RuleSource source,
    @Nullable String noticeReference) {

  static Origin of(RuleInForce inForce) {
    return new Origin(
        inForce.restrictionId(),
        inForce.rule().id(),
        inForce.rule().citation(),
        inForce.rule().source(),
        inForce.noticeReference());
  }
}
