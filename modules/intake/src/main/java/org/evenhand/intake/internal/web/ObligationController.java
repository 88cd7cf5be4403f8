package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.ConsultationAdvice;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.ObligationView;
import org.evenhand.intake.ReportingOnward;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is needed before something is reported onward, or shows that it need not be. */
@Controller
class ObligationController {

  private final ReportingOnward onward;
  private final Incidents incidents;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  ObligationController(
      ReportingOnward onward, Incidents incidents, Reader reader, Acts acts, Clock clock) {
    this.onward = onward;
    this.incidents = incidents;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record ObligationConsultInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      ConsultationAdvice advice,
      String words) {}

  record ObligationAbsenceRecordInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      boolean neverAbsent,
      @Nullable LocalDate absentFrom,
      @Nullable LocalDate backOn) {}

  record ObligationPayload(
      @Nullable ObligationView obligation, List<Refusal> refusals, List<Warning> warnings) {
    static ObligationPayload of(Outcome<ObligationView> outcome) {
      return new ObligationPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @MutationMapping
  ObligationPayload obligationConsult(@Argument ObligationConsultInput input) {
    var given = new Given();
    ObligationId id = given.id("Obligation", ObligationId::new, input.id(), "id");
    Outcome<ObligationView> refused = given.refused();
    if (refused != null) {
      return ObligationPayload.of(refused);
    }
    return ObligationPayload.of(
        seenTo("obligationConsult", input.idempotencyKey(), input)
            .perform(
                () ->
                    onward.advise(
                        new ReportingOnward.Advice(
                            id, input.expectedVersion(), input.advice(), input.words()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  ObligationPayload obligationAbsenceRecord(@Argument ObligationAbsenceRecordInput input) {
    var given = new Given();
    ObligationId id = given.id("Obligation", ObligationId::new, input.id(), "id");
    Outcome<ObligationView> refused = given.refused();
    if (refused != null) {
      return ObligationPayload.of(refused);
    }
    return ObligationPayload.of(
        seenTo("obligationAbsenceRecord", input.idempotencyKey(), input)
            .perform(
                () ->
                    onward.recordAbsence(
                        new ReportingOnward.Absence(
                            id,
                            input.expectedVersion(),
                            input.neverAbsent(),
                            input.absentFrom(),
                            input.backOn()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<ObligationView> seenTo(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<ObligationView>on(
            "Obligation",
            o -> o.id().value(),
            uuid -> onward.find(new ObligationId(uuid)).orElseThrow())
        .about(this::person);
  }

  private @Nullable UUID person(ObligationView obligation) {
    CustomerId customer = incidents.find(List.of(obligation.incidentId())).getFirst().customerId();
    return customer == null ? null : customer.value();
  }

  @SchemaMapping(typeName = "Obligation", field = "overdue")
  boolean overdue(ObligationView obligation) {
    return obligation.answeredAt() == null && !clock.instant().isBefore(obligation.dueAt());
  }

  @SchemaMapping(typeName = "ObligationConsultation", field = "by")
  String by(ObligationView.Consultation consultation) {
    return consultation.by().value();
  }
}
