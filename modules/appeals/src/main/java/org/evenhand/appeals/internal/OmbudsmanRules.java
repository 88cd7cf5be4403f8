package org.evenhand.appeals.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.appeals.AnsweringOmbudsmen.RecordComplaint;
import org.evenhand.appeals.AnsweringOmbudsmen.RecordDecision;
import org.evenhand.appeals.AnsweringOmbudsmen.RecordRequest;
import org.evenhand.appeals.AnsweringOmbudsmen.RemedyToRecord;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.RemedyKind;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Refusal;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;

/** What must hold of a complaint to an Ombudsman, apart from who records it. */
final class OmbudsmanRules {

  private static final int LONGEST_REFERENCE = 100;
  private static final int MOST_REMEDIES = 30;

  private OmbudsmanRules() {}

  static List<Refusal> complaint(RecordComplaint complaint, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    long about =
        Stream.of(complaint.notice(), complaint.appeal(), complaint.consideration())
            .filter(Objects::nonNull)
            .count();
    if (about != 1) {
      refusals.add(Refusal.at("OMBUDSMAN_ABOUT_ONE", "notice"));
    }
    add(refusals, Acts.text(complaint.schemeReference(), LONGEST_REFERENCE, "schemeReference"));
    add(refusals, Acts.text(complaint.about(), FindingsRules.LONGEST_TEXT, "about"));
    past(refusals, complaint.receivedOn(), today, "receivedOn");
    return refusals;
  }

  static List<Refusal> request(
      RecordRequest request, OmbudsmanComplaintView complaint, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(request.words(), FindingsRules.LONGEST_TEXT, "words"));
    past(refusals, request.receivedOn(), today, "receivedOn");
    notBefore(
        refusals,
        "OMBUDSMAN_BEFORE_COMPLAINT",
        request.receivedOn(),
        complaint.receivedOn(),
        "receivedOn");
    notBefore(
        refusals, "OMBUDSMAN_DUE_BEFORE_ASKED", request.dueOn(), request.receivedOn(), "dueOn");
    return refusals;
  }

  /**
   * @param theirs the restrictions of the customer, ended ones too
   */
  static List<Refusal> decision(
      RecordDecision decision,
      OmbudsmanComplaintView complaint,
      Set<RestrictionId> theirs,
      LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(decision.words(), FindingsRules.LONGEST_TEXT, "words"));
    past(refusals, decision.decidedOn(), today, "decidedOn");
    notBefore(
        refusals,
        "OMBUDSMAN_BEFORE_COMPLAINT",
        decision.decidedOn(),
        complaint.receivedOn(),
        "decidedOn");
    if (!decision.finding().isOf(complaint.scheme())) {
      refusals.add(Refusal.at("OMBUDSMAN_FINDING_OF_OTHER_SCHEME", "finding"));
    }
    if (decision.remedies().size() > MOST_REMEDIES) {
      refusals.add(
          Refusal.at("LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_REMEDIES)), "remedies"));
      return refusals;
    }
    for (int i = 0; i < decision.remedies().size(); i++) {
      remedy(
          refusals, decision.remedies().get(i), Integer.toString(i), decision, complaint, theirs);
    }
    return refusals;
  }

  private static void remedy(
      List<Refusal> refusals,
      RemedyToRecord remedy,
      String at,
      RecordDecision decision,
      OmbudsmanComplaintView complaint,
      Set<RestrictionId> theirs) {
    add(refusals, Acts.text(remedy.what(), FindingsRules.LONGEST_TEXT, "remedies", at, "what"));
    if (remedy.ordered() && complaint.scheme() != Ombudsman.HOUSING) {
      refusals.add(Refusal.at("REMEDY_ORDERED_BY_HOUSING_ONLY", "remedies", at, "ordered"));
    }
    Integer amount = remedy.amountPence();
    if ((remedy.kind() == RemedyKind.PAYMENT) != (amount != null)
        || (amount != null && amount <= 0)) {
      refusals.add(Refusal.at("REMEDY_AMOUNT", "remedies", at, "amountPence"));
    }
    RestrictionId restriction = remedy.restriction();
    if (remedy.kind().aboutRestriction() != (restriction != null)) {
      refusals.add(Refusal.at("REMEDY_RESTRICTION", "remedies", at, "restriction"));
    } else if (restriction != null && !theirs.contains(restriction)) {
      refusals.add(Refusal.at("REMEDY_RESTRICTION_NOT_THEIRS", "remedies", at, "restriction"));
    }
    if (remedy.dueOn().isBefore(decision.decidedOn())) {
      refusals.add(Refusal.at("REMEDY_DUE_BEFORE_DECISION", "remedies", at, "dueOn"));
    }
  }

  static void past(List<Refusal> refusals, LocalDate day, LocalDate today, String path) {
    if (day.isAfter(today)) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", path));
    }
  }

  static void notBefore(
      List<Refusal> refusals, String code, LocalDate day, LocalDate earliest, String path) {
    if (day.isBefore(earliest)) {
      refusals.add(Refusal.at(code, path));
    }
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
