package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.intake.RecordingEqualityData;
import org.evenhand.intake.RecordingEqualityData.AnswersToRecord;
import org.evenhand.intake.RecordingEqualityData.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Equality data: taken down, erased, and never shown. */
@Controller
class EqualityController {

  private final RecordingEqualityData equality;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  EqualityController(RecordingEqualityData equality, Reader reader, Acts acts, Clock clock) {
    this.equality = equality;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record EqualityAnswerInput(EqualityCharacteristic characteristic, String answer) {}

  record EqualityAnswersRecordInput(
      @Nullable String idempotencyKey,
      String customer,
      List<EqualityAnswerInput> answers,
      @Nullable LocalDate saidOn,
      boolean saidByCustomer) {}

  record EqualityAnswersEraseInput(@Nullable String idempotencyKey, String customer, String why) {}

  /** What came of it; the answers themselves are in no answer. */
  record EqualityPayload(boolean done, List<Refusal> refusals, List<Warning> warnings) {
    static EqualityPayload of(Outcome<Held> outcome) {
      return new EqualityPayload(outcome.orNull() != null, outcome.refusals(), outcome.warnings());
    }
  }

  record EqualityQuestion(EqualityCharacteristic characteristic, List<String> answers) {}

  record EqualityDataHeld(boolean held, @Nullable LocalDate saidOn) {}

  @QueryMapping
  List<EqualityQuestion> equalityQuestions() {
    return Arrays.stream(EqualityCharacteristic.values())
        .map(c -> new EqualityQuestion(c, c.answers()))
        .toList();
  }

  @QueryMapping
  @Nullable EqualityDataHeld equalityDataHeld(@Argument String customer) {
    Held held =
        GlobalId.uuid("Customer", customer)
            .map(CustomerId::new)
            .flatMap(equality::held)
            .orElse(null);
    if (held == null) {
      return null;
    }
    reader.log("equalityDataHeld", "Customer", List.of(held.customerId()));
    return new EqualityDataHeld(held.saidOn() != null, held.saidOn());
  }

  @MutationMapping
  EqualityPayload equalityAnswersRecord(@Argument EqualityAnswersRecordInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    Outcome<Held> refused = given.refused();
    if (refused != null) {
      return EqualityPayload.of(refused);
    }
    Map<EqualityCharacteristic, String> answers = new EnumMap<>(EqualityCharacteristic.class);
    input.answers().forEach(a -> answers.put(a.characteristic(), a.answer()));
    LocalDate saidOn =
        input.saidOn() == null
            ? LocalDate.ofInstant(clock.instant(), WorkingDays.LONDON)
            : input.saidOn();
    return EqualityPayload.of(
        act("equalityAnswersRecord", input.idempotencyKey(), input)
            .perform(
                () ->
                    equality.record(
                        new AnswersToRecord(customer, answers, saidOn, input.saidByCustomer()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  EqualityPayload equalityAnswersErase(@Argument EqualityAnswersEraseInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    Outcome<Held> refused = given.refused();
    if (refused != null) {
      return EqualityPayload.of(refused);
    }
    return EqualityPayload.of(
        act("equalityAnswersErase", input.idempotencyKey(), input)
            .perform(() -> equality.erase(customer, input.why(), reader.actor(), clock.instant())));
  }

  private Acts.ActOn<Held> act(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<Held>on(
            "Customer",
            h -> h.customerId().value(),
            id -> equality.held(new CustomerId(id)).orElseThrow())
        .about(h -> h.customerId().value());
  }
}
