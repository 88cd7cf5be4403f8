package org.evenhand.designation.internal.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considering;
import org.evenhand.designation.internal.CaseSight;
import org.evenhand.designation.internal.web.Inputs.AdviceAcknowledgeInput;
import org.evenhand.designation.internal.web.Inputs.BoundMemberInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationAdviseInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationAssessInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationCheckRecordInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationCloseInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationDetermineInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationIncidentsNameInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationOpenInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationProtectionRecordInput;
import org.evenhand.designation.internal.web.Inputs.ConsiderationScopeChangeInput;
import org.evenhand.designation.internal.web.Inputs.InvolvementRecordInput;
import org.evenhand.designation.internal.web.Inputs.RepresentationRecordInput;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** The acts on a consideration, as the schema offers them. */
@Controller
class ConsiderationActs {

  private static final String TYPE = "Consideration";

  private final Acts acts;
  private final Considering considering;
  private final CaseSight sight;

  ConsiderationActs(Acts acts, Considering considering, CaseSight sight) {
    this.acts = acts;
    this.considering = considering;
    this.sight = sight;
  }

  @MutationMapping
  ConsiderationPayload considerationOpen(@Argument ConsiderationOpenInput input) {
    return act(
        "considerationOpen",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.Open(
                given.id("Customer", input.customer(), CustomerId::new, "customer"),
                given.area(input.leadService(), "leadService"),
                given.areas(input.otherServices(), "otherServices"),
                new LinkedHashSet<>(input.buildings()),
                input.wholeCouncil(),
                input.organisationRisk(),
                given.ids("Concern", input.concerns(), ConcernId::new, "concerns"),
                given.ids("Incident", input.incidents(), IncidentId::new, "incidents"),
                boundMembers(given, input.boundMembers()),
                input.why()),
        considering::open);
  }

  private static List<BoundMember> boundMembers(Given given, List<BoundMemberInput> inputs) {
    var members = new ArrayList<BoundMember>();
    for (int i = 0; i < inputs.size(); i++) {
      String at = Integer.toString(i);
      members.add(
          new BoundMember(
              given.id(
                  "Customer",
                  inputs.get(i).member(),
                  CustomerId::new,
                  "boundMembers",
                  at,
                  "member"),
              given.ids(
                  "Incident",
                  inputs.get(i).incidents(),
                  IncidentId::new,
                  "boundMembers",
                  at,
                  "incidents")));
    }
    return members;
  }

  @MutationMapping
  ConsiderationPayload considerationScopeChange(@Argument ConsiderationScopeChangeInput input) {
    return act(
        "considerationScopeChange",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.ChangeScope(
                consideration(given, input.consideration()),
                given.areas(input.otherServices(), "otherServices"),
                new LinkedHashSet<>(input.buildings()),
                input.wholeCouncil(),
                input.organisationRisk(),
                input.expectedVersion()),
        considering::changeScope);
  }

  @MutationMapping
  ConsiderationPayload considerationIncidentsName(@Argument ConsiderationIncidentsNameInput input) {
    return act(
        "considerationIncidentsName",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.NameIncidents(
                consideration(given, input.consideration()),
                given.ids("Incident", input.incidents(), IncidentId::new, "incidents"),
                input.expectedVersion()),
        considering::nameIncidents);
  }

  @MutationMapping
  ConsiderationPayload considerationCheckRecord(@Argument ConsiderationCheckRecordInput input) {
    return act(
        "considerationCheckRecord",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.RecordCheck(
                consideration(given, input.consideration()),
                input.check(),
                input.stage(),
                input.answer(),
                input.evidence(),
                input.reason(),
                given.actor(input.decidedBy(), "decidedBy"),
                given.list("File", input.files(), FileId::new, "files"),
                input.expectedVersion()),
        considering::recordCheck);
  }

  @MutationMapping
  ConsiderationPayload representationRecord(@Argument RepresentationRecordInput input) {
    return act(
        "representationRecord",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.RecordRepresentation(
                consideration(given, input.consideration()),
                input.kind(),
                input.on(),
                input.byDate(),
                input.account(),
                input.reason(),
                input.expectedVersion()),
        considering::recordRepresentation);
  }

  @MutationMapping
  ConsiderationPayload considerationAssess(@Argument ConsiderationAssessInput input) {
    return act(
        "considerationAssess",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.Assess(
                consideration(given, input.consideration()),
                input.couldArise(),
                input.circumstances(),
                Set.copyOf(input.affected()),
                input.othersAffected(),
                input.warningDispensedBecause(),
                unrelated(given, input),
                input.expectedVersion()),
        considering::assess);
  }

  private static List<Assessment.UnrelatedMatter> unrelated(
      Given given, ConsiderationAssessInput input) {
    var matters = new ArrayList<Assessment.UnrelatedMatter>();
    for (int i = 0; i < input.unrelatedMatters().size(); i++) {
      var matter = input.unrelatedMatters().get(i);
      matters.add(
          new Assessment.UnrelatedMatter(
              given.id(
                  "Matter",
                  matter.matter(),
                  MatterId::new,
                  "unrelatedMatters",
                  Integer.toString(i),
                  "matter"),
              matter.reason()));
    }
    return matters;
  }

  @MutationMapping
  ConsiderationPayload considerationProtectionRecord(
      @Argument ConsiderationProtectionRecordInput input) {
    return act(
        "considerationProtectionRecord",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.RecordProtection(
                consideration(given, input.consideration()),
                input.safeguardingLead(),
                input.mayProceed(),
                input.reasons(),
                input.noticeTo(),
                input.noticeOn(),
                input.expectedVersion()),
        considering::recordProtection);
  }

  @MutationMapping
  ConsiderationPayload considerationAdvise(@Argument ConsiderationAdviseInput input) {
    return act(
        "considerationAdvise",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.Advise(
                consideration(given, input.consideration()),
                input.kind(),
                input.note(),
                input.expectedVersion()),
        considering::advise);
  }

  @MutationMapping
  ConsiderationPayload adviceAcknowledge(@Argument AdviceAcknowledgeInput input) {
    return act(
        "adviceAcknowledge",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.Acknowledge(
                consideration(given, input.consideration()), input.kind(), input.expectedVersion()),
        considering::acknowledge);
  }

  @MutationMapping
  ConsiderationPayload involvementRecord(@Argument InvolvementRecordInput input) {
    return act(
        "involvementRecord",
        input.idempotencyKey(),
        input,
        given -> {
          ActorId person = given.actor(input.person(), "person");
          return new Considering.Involve(
              consideration(given, input.consideration()),
              person == null ? ActorId.SYSTEM : person,
              input.kind(),
              input.note(),
              input.expectedVersion());
        },
        considering::involve);
  }

  @MutationMapping
  ConsiderationPayload considerationDetermine(@Argument ConsiderationDetermineInput input) {
    return act(
        "considerationDetermine",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.Determine(
                consideration(given, input.consideration()),
                input.category(),
                input.grievance(),
                input.grievanceReasons(),
                input.hinders(),
                input.hindrance(),
                input.pattern(),
                input.ourShare(),
                input.manner(),
                input.restrictiveAllowed(),
                input.reasons(),
                input.expectedVersion()),
        considering::determine);
  }

  @MutationMapping
  ConsiderationPayload considerationClose(@Argument ConsiderationCloseInput input) {
    return act(
        "considerationClose",
        input.idempotencyKey(),
        input,
        given ->
            new Considering.Close(
                consideration(given, input.consideration()),
                input.cause(),
                input.reason(),
                input.expectedVersion()),
        considering::close);
  }

  private static ConsiderationId consideration(Given given, String id) {
    return given.id(TYPE, id, ConsiderationId::new, "consideration");
  }

  private <C> ConsiderationPayload act(
      String name,
      @Nullable String idempotencyKey,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<ConsiderationView>> doing) {
    return ConsiderationPayload.of(
        acts.act(name, idempotencyKey, input)
            .<ConsiderationView>on(TYPE, view -> view.id().value(), sight::get)
            .about(view -> view.customerId().value())
            .perform(
                () -> {
                  var given = new Given();
                  C wanted = command.apply(given);
                  List<Refusal> malformed = given.refusals();
                  return malformed.isEmpty() ? doing.apply(wanted) : Outcome.refused(malformed);
                }));
  }
}
