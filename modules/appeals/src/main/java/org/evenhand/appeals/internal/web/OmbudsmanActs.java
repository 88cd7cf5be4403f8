package org.evenhand.appeals.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.evenhand.appeals.AnsweringOmbudsmen;
import org.evenhand.appeals.AnsweringOmbudsmen.RemedyToRecord;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.OmbudsmanComplaintId;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.internal.OmbudsmanReads;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanComplaintRecordInput;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanDecisionRecordInput;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanPayload;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanRemedyAssignInput;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanRemedyCompleteInput;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanRemedyInput;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanReplySendInput;
import org.evenhand.appeals.internal.web.OmbudsmanInputs.OmbudsmanRequestRecordInput;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.Outcome;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class OmbudsmanActs {

  private final Acts acts;
  private final AnsweringOmbudsmen answering;
  private final OmbudsmanReads reads;

  OmbudsmanActs(Acts acts, AnsweringOmbudsmen answering, OmbudsmanReads reads) {
    this.acts = acts;
    this.answering = answering;
    this.reads = reads;
  }

  @MutationMapping
  OmbudsmanPayload ombudsmanComplaintRecord(@Argument OmbudsmanComplaintRecordInput input) {
    return act(
        "ombudsmanComplaintRecord",
        input.idempotencyKey(),
        input,
        given ->
            new AnsweringOmbudsmen.RecordComplaint(
                input.scheme(),
                input.schemeReference(),
                given.idIfAny("Notice", input.notice(), NoticeId::new, "notice"),
                given.idIfAny("Appeal", input.appeal(), AppealId::new, "appeal"),
                given.idIfAny(
                    "Consideration", input.consideration(), ConsiderationId::new, "consideration"),
                input.receivedOn(),
                input.about()),
        answering::record);
  }

  @MutationMapping
  OmbudsmanPayload ombudsmanRequestRecord(@Argument OmbudsmanRequestRecordInput input) {
    return act(
        "ombudsmanRequestRecord",
        input.idempotencyKey(),
        input,
        given ->
            new AnsweringOmbudsmen.RecordRequest(
                complaint(given, input.complaint()),
                input.expectedVersion(),
                input.kind(),
                input.receivedOn(),
                input.dueOn(),
                input.words(),
                given.list("File", input.files(), FileId::new, "files")),
        answering::request);
  }

  @MutationMapping
  OmbudsmanPayload ombudsmanReplySend(@Argument OmbudsmanReplySendInput input) {
    return act(
        "ombudsmanReplySend",
        input.idempotencyKey(),
        input,
        given ->
            new AnsweringOmbudsmen.SendReply(
                complaint(given, input.complaint()),
                input.expectedVersion(),
                given.id("OmbudsmanRequest", input.request(), Function.identity(), "request"),
                input.sentOn(),
                input.words(),
                given.list("File", input.files(), FileId::new, "files")),
        answering::reply);
  }

  @MutationMapping
  OmbudsmanPayload ombudsmanDecisionRecord(@Argument OmbudsmanDecisionRecordInput input) {
    return act(
        "ombudsmanDecisionRecord",
        input.idempotencyKey(),
        input,
        given ->
            new AnsweringOmbudsmen.RecordDecision(
                complaint(given, input.complaint()),
                input.expectedVersion(),
                input.decidedOn(),
                input.finding(),
                input.words(),
                remedies(given, input.remedies()),
                given.list("File", input.files(), FileId::new, "files")),
        answering::decide);
  }

  private static List<RemedyToRecord> remedies(Given given, List<OmbudsmanRemedyInput> inputs) {
    var remedies = new ArrayList<RemedyToRecord>();
    for (int i = 0; i < inputs.size(); i++) {
      OmbudsmanRemedyInput input = inputs.get(i);
      String at = Integer.toString(i);
      remedies.add(
          new RemedyToRecord(
              input.kind(),
              input.ordered(),
              input.what(),
              input.amountPence(),
              given.idIfAny(
                  "Restriction",
                  input.restriction(),
                  RestrictionId::new,
                  "remedies",
                  at,
                  "restriction"),
              given.idIfAny("Officer", input.owner(), OfficerId::new, "remedies", at, "owner"),
              input.dueOn()));
    }
    return remedies;
  }

  @MutationMapping
  OmbudsmanPayload ombudsmanRemedyAssign(@Argument OmbudsmanRemedyAssignInput input) {
    return act(
        "ombudsmanRemedyAssign",
        input.idempotencyKey(),
        input,
        given ->
            new AnsweringOmbudsmen.AssignRemedy(
                complaint(given, input.complaint()),
                input.expectedVersion(),
                given.id("OmbudsmanRemedy", input.remedy(), Function.identity(), "remedy"),
                given.id("Officer", input.owner(), OfficerId::new, "owner")),
        answering::assign);
  }

  @MutationMapping
  OmbudsmanPayload ombudsmanRemedyComplete(@Argument OmbudsmanRemedyCompleteInput input) {
    return act(
        "ombudsmanRemedyComplete",
        input.idempotencyKey(),
        input,
        given ->
            new AnsweringOmbudsmen.CompleteRemedy(
                complaint(given, input.complaint()),
                input.expectedVersion(),
                given.id("OmbudsmanRemedy", input.remedy(), Function.identity(), "remedy"),
                input.doneOn(),
                input.proof(),
                given.list("File", input.files(), FileId::new, "files")),
        answering::complete);
  }

  private static OmbudsmanComplaintId complaint(Given given, String id) {
    return given.id("OmbudsmanComplaint", id, OmbudsmanComplaintId::new, "complaint");
  }

  private <C> OmbudsmanPayload act(
      String name,
      @Nullable String key,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<OmbudsmanComplaintView>> doing) {
    var given = new Given();
    C asked = command.apply(given);
    if (!given.refusals().isEmpty()) {
      return OmbudsmanPayload.of(Outcome.refused(given.refusals()));
    }
    return OmbudsmanPayload.of(
        acts.act(name, key, input)
            .<OmbudsmanComplaintView>on(
                "OmbudsmanComplaint",
                c -> c.id().value(),
                again -> reads.find(new OmbudsmanComplaintId(again)).orElseThrow())
            .about(OmbudsmanComplaintView::customerId)
            .perform(() -> doing.apply(asked)));
  }
}
