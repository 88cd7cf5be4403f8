package org.evenhand.restrictions.internal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.policy.CarveOut;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.Strength;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.spi.Text;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * What an elected member may do for a resident who says that the council restricts them (question
 * 18). It is the same whoever the resident is: nobody's record is looked at, so that nothing is
 * told of anybody, not even that there is nothing (T20, T21).
 */
@Controller
class MemberAdviceController {

  private static final List<String> LINES =
      List.of(
          "NOT_SAFE",
          "NOTHING_TOLD",
          "ASK_FOR_THE_LETTER",
          "NO_LETTER",
          "SPEAK_FOR_THEM",
          "CHALLENGE",
          "OMBUDSMAN",
          "THEIR_RIGHT",
          "CONDUCT_TO_YOU");

  private final Policies policies;
  private final Clock clock;

  MemberAdviceController(Policies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  record MemberAdvice(
      List<MemberAdviceLine> lines,
      List<OpenTopic> staysOpen,
      @Nullable String policyVersion,
      Instant asOf) {}

  record MemberAdviceLine(String code, Text text) {}

  record OpenTopic(String topic, Strength strength, Text words) {}

  @QueryMapping
  MemberAdvice memberAdvice(@Argument String lang) {
    Instant now = clock.instant();
    Optional<PolicyInForce> policy = policies.inForce(now);
    return new MemberAdvice(
        LINES.stream()
            .map(code -> new MemberAdviceLine(code, Wording.text("member." + code).in(lang)))
            .toList(),
        policy.map(PolicyInForce::carveOuts).orElse(List.of()).stream()
            .map(carveOut -> open(carveOut, lang))
            .toList(),
        policy.map(PolicyInForce::label).orElse(null),
        now);
  }

  private static OpenTopic open(CarveOut carveOut, String lang) {
    return new OpenTopic(
        carveOut.topic(), carveOut.strength(), new Texts(carveOut.route().words()).in(lang));
  }
}
