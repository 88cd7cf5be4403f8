package org.evenhand.foundation.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.internal.ServiceAreaCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class OfficerController {

  record OfficerFilter(@Nullable String name, @Nullable String serviceArea, boolean includeLeft) {}

  record OfficerAbsenceInput(LocalDate firstDay, LocalDate lastDay) {}

  record OfficerRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String actor,
      String name,
      String post,
      @Nullable String serviceArea,
      @Nullable String telephone,
      @Nullable String email,
      @Nullable String deputy,
      List<OfficerAbsenceInput> absences,
      @Nullable LocalDate leftOn) {

    OfficerToRecord toRecord(@Nullable OfficerId deputyId) {
      return new OfficerToRecord(
          expectedVersion,
          actor,
          name,
          post,
          serviceArea,
          telephone,
          email,
          deputyId,
          absences.stream().map(a -> new OfficerView.Absence(a.firstDay(), a.lastDay())).toList(),
          leftOn);
    }
  }

  record OfficerRecordPayload(
      @Nullable OfficerView officer, List<Refusal> refusals, List<Warning> warnings) {

    static OfficerRecordPayload of(Outcome<OfficerView> outcome) {
      return new OfficerRecordPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  /** Who is asked for on which day. */
  record Answering(OfficerId officer, LocalDate on) {}

  private final Officers officers;
  private final ServiceAreas serviceAreas;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  OfficerController(
      Officers officers,
      ServiceAreas serviceAreas,
      Acts acts,
      CurrentActor currentActor,
      Clock clock,
      BatchLoaderRegistry batches) {
    this.officers = officers;
    this.serviceAreas = serviceAreas;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
    batches
        .forTypePair(Answering.class, OfficerView.class)
        .withName("officerAnswering")
        .registerMappedBatchLoader((asked, ignored) -> Mono.fromSupplier(() -> answering(asked)));
  }

  @QueryMapping
  Page<OfficerView> officers(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable OfficerFilter filter) {
    Page.Request request = Page.request(first, after);
    if (filter == null) {
      return officers.page(null, null, LocalDate.now(clock), request);
    }
    String wanted = filter.serviceArea();
    Optional<ServiceAreaCode> area =
        wanted == null ? Optional.empty() : ServiceAreaCodes.parse(wanted);
    return wanted != null && area.isEmpty()
        ? Page.of(List.of(), request, o -> o.id().value(), 0)
        : officers.page(
            filter.name(),
            area.orElse(null),
            filter.includeLeft() ? null : LocalDate.now(clock),
            request);
  }

  @SchemaMapping(typeName = "Officer", field = "id")
  String id(OfficerView officer) {
    return GlobalId.of("Officer", officer.id().value());
  }

  @BatchMapping(typeName = "Officer", field = "deputy")
  Map<OfficerView, OfficerView> deputy(List<OfficerView> asked) {
    var found =
        officers.named(asked.stream().map(OfficerView::deputy).filter(Objects::nonNull).toList());
    var deputies = new HashMap<OfficerView, OfficerView>();
    for (OfficerView officer : asked) {
      OfficerView deputy = officer.deputy() == null ? null : found.get(officer.deputy());
      if (deputy != null) {
        deputies.put(officer, deputy);
      }
    }
    return deputies;
  }

  @BatchMapping(typeName = "Officer", field = "serviceArea")
  Map<OfficerView, ServiceAreaView> serviceArea(List<OfficerView> asked) {
    var areas =
        serviceAreas.named(
            asked.stream().map(OfficerView::serviceArea).filter(Objects::nonNull).toList());
    var found = new HashMap<OfficerView, ServiceAreaView>();
    for (OfficerView officer : asked) {
      ServiceAreaView area =
          officer.serviceArea() == null ? null : areas.get(officer.serviceArea());
      if (area != null) {
        found.put(officer, area);
      }
    }
    return found;
  }

  @SchemaMapping(typeName = "Officer", field = "answeredBy")
  CompletableFuture<OfficerView> answeredBy(
      OfficerView officer,
      @Argument @Nullable LocalDate on,
      DataLoader<Answering, OfficerView> officerAnswering) {
    return officerAnswering.load(
        new Answering(officer.id(), on == null ? LocalDate.now(clock) : on));
  }

  private Map<Answering, OfficerView> answering(Set<Answering> asked) {
    var found = new HashMap<Answering, OfficerView>();
    asked.stream()
        .collect(Collectors.groupingBy(Answering::on))
        .forEach(
            (on, all) ->
                officers
                    .whoAnswers(all.stream().map(Answering::officer).toList(), on)
                    .forEach((id, who) -> found.put(new Answering(id, on), who)));
    return found;
  }

  @MutationMapping
  OfficerRecordPayload officerRecord(@Argument OfficerRecordInput input) {
    String wanted = input.deputy();
    Optional<UUID> deputy = wanted == null ? Optional.empty() : GlobalId.uuid("Officer", wanted);
    if (wanted != null && deputy.isEmpty()) {
      return OfficerRecordPayload.of(Outcome.refused(Refusal.notFound("Officer", "deputy")));
    }
    return OfficerRecordPayload.of(
        acts.act("officerRecord", input.idempotencyKey(), input)
            .<OfficerView>on(
                "Officer",
                officer -> officer.id().value(),
                id -> officers.find(new OfficerId(id)).orElseThrow())
            .perform(
                () ->
                    officers.record(
                        input.toRecord(deputy.map(OfficerId::new).orElse(null)),
                        currentActor.get(),
                        clock.instant())));
  }
}
