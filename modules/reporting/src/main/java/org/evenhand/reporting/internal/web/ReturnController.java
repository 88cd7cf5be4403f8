package org.evenhand.reporting.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.QuarterlyReportView;
import org.evenhand.reporting.ServiceReturnId;
import org.evenhand.reporting.ServiceReturnView;
import org.evenhand.reporting.ServiceReturns;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Returns of commissioned services (PR.3). */
@Controller
class ReturnController {

  static final String TYPE = "ServiceReturn";

  private final ServiceReturns returns;
  private final ServiceAreas serviceAreas;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  ReturnController(
      ServiceReturns returns,
      ServiceAreas serviceAreas,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.returns = returns;
    this.serviceAreas = serviceAreas;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record ServiceReturnSubmitInput(
      @Nullable String idempotencyKey,
      String serviceReturn,
      int contacts,
      int contactsCausedByUs,
      int incidents,
      int warnings,
      int restrictions,
      int appeals,
      boolean policyAdopted,
      String words,
      @Nullable Integer expectedVersion) {}

  record ServiceReturnSubmitPayload(
      @Nullable ServiceReturnView serviceReturn, List<Refusal> refusals, List<Warning> warnings) {}

  @QueryMapping
  List<ServiceReturnView> serviceReturns(@Argument @Nullable LocalDate quarter) {
    return returns.of(quarter == null ? null : Quarter.of(quarter), currentActor.get());
  }

  @MutationMapping
  ServiceReturnSubmitPayload serviceReturnSubmit(@Argument ServiceReturnSubmitInput input) {
    Outcome<ServiceReturnView> outcome =
        acts.act("serviceReturnSubmit", input.idempotencyKey(), input)
            .<ServiceReturnView>on(
                TYPE,
                view -> view.id().value(),
                done -> returns.find(new ServiceReturnId(done), currentActor.get()).orElseThrow())
            .perform(
                () ->
                    returns.submit(
                        new ServiceReturns.Submit(
                            new ServiceReturnId(
                                GlobalId.uuid(TYPE, input.serviceReturn()).orElse(new UUID(0, 0))),
                            input.contacts(),
                            input.contactsCausedByUs(),
                            input.incidents(),
                            input.warnings(),
                            input.restrictions(),
                            input.appeals(),
                            input.policyAdopted(),
                            input.words(),
                            input.expectedVersion()),
                        currentActor.get(),
                        clock.instant()));
    return new ServiceReturnSubmitPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "serviceReturns")
  List<ServiceReturnView> ofReport(QuarterlyReportView report) {
    return returns.of(report.quarter(), currentActor.get());
  }

  @SchemaMapping(typeName = "ServiceReturn", field = "id")
  String id(ServiceReturnView view) {
    return GlobalId.of(TYPE, view.id().value());
  }

  @SchemaMapping(typeName = "ServiceReturn", field = "missing")
  boolean missing(ServiceReturnView view) {
    return view.missing(clock.instant().atZone(WorkingDays.LONDON).toLocalDate());
  }

  @SchemaMapping(typeName = "ServiceReturnAnswer", field = "by")
  String by(ServiceReturnView.Answer answer) {
    return answer.by().value();
  }

  @BatchMapping(typeName = "ServiceReturn", field = "serviceArea")
  Map<ServiceReturnView, ServiceAreaView> serviceArea(List<ServiceReturnView> all) {
    var areas =
        serviceAreas.named(all.stream().map(ServiceReturnView::serviceArea).distinct().toList());
    return all.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), r -> Objects.requireNonNull(areas.get(r.serviceArea()))));
  }
}
