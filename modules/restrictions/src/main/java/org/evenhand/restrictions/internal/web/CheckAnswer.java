package org.evenhand.restrictions.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.rules.Availability;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Text;
import org.jspecify.annotations.Nullable;

/** The answer of a contact check, as the schema shows it. */
record CheckAnswer(
    String check,
    List<CheckLine> danger,
    CheckedIdentity identity,
    List<CheckLine> topic,
    List<CheckLine> adjustments,
    List<CheckLine> precautions,
    Verdict verdict,
    List<CheckLine> conditions,
    @Nullable Instant nextOpening,
    @Nullable Reach contactOfficer,
    List<Text> wordsToSay,
    List<CheckLine> nextSteps,
    Instant asOf,
    @Nullable String policyVersion,
    boolean appealPending,
    boolean reviewOverdue,
    List<CheckLine> guidance) {

  /** How sure it is who this is. */
  record CheckedIdentity(
      boolean confirmed,
      @Nullable Identifier ask,
      @Nullable UUID customerId,
      List<CheckLine> lines) {}

  /** One line, with the rule behind it. */
  record CheckLine(
      String code,
      Text text,
      @Nullable Text instructions,
      @Nullable RuleBehind because,
      @Nullable Text why,
      @Nullable Instant next,
      @Nullable LocalDate answerBy,
      @Nullable Reach reach,
      @Nullable String requirement,
      @Nullable Integer number,
      @Nullable String question,
      @Nullable String fact,
      @Nullable String marker) {}

  /** Somebody or something to turn to. */
  record Reach(
      String kind,
      @Nullable Channel channel,
      @Nullable String name,
      @Nullable String reachAt,
      @Nullable Availability available,
      @Nullable String deputyName,
      @Nullable String deputyReachAt,
      @Nullable Availability deputyAvailable) {}

  /** The rule that a line comes from. */
  record RuleBehind(
      String restriction,
      @Nullable String reference,
      String rule,
      RuleSource source,
      String document,
      String clause,
      @Nullable String noticeReference) {}
}
