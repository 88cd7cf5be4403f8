package org.evenhand.appeals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.Outcome;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;

/**
 * What an Ombudsman asks of the council, from the complaint to the last remedy (P10, F4). The Head
 * of Customer Services or Legal deals with the scheme. Nothing here changes a restriction or a
 * decision: a remedy names the act by which a person does that. Call within an act.
 */
public interface AnsweringOmbudsmen {

  /**
   * A complaint that the council heard of. Exactly one of notice, appeal and consideration says
   * what it is about.
   *
   * @param schemeReference what the scheme quotes it by, at most 100 characters
   * @param about what the scheme says that it is about
   */
  record RecordComplaint(
      Ombudsman scheme,
      String schemeReference,
      @Nullable NoticeId notice,
      @Nullable AppealId appeal,
      @Nullable ConsiderationId consideration,
      LocalDate receivedOn,
      String about) {}

  /** Something that the scheme wants an answer to by a day of its own. */
  record RecordRequest(
      OmbudsmanComplaintId complaint,
      @Nullable Integer expectedVersion,
      OmbudsmanRequestKind kind,
      LocalDate receivedOn,
      LocalDate dueOn,
      String words,
      List<FileId> files) {
    public RecordRequest {
      files = List.copyOf(files);
    }
  }

  /** What the council answered. */
  record SendReply(
      OmbudsmanComplaintId complaint,
      @Nullable Integer expectedVersion,
      UUID request,
      LocalDate sentOn,
      String words,
      List<FileId> files) {
    public SendReply {
      files = List.copyOf(files);
    }
  }

  /**
   * A remedy as the decision names it.
   *
   * @param ordered only by the Housing Ombudsman
   * @param amountPence only, and always, of a payment
   * @param restriction only, and always, where it is about one
   * @param owner null for the Head of Customer Services
   */
  record RemedyToRecord(
      RemedyKind kind,
      boolean ordered,
      String what,
      @Nullable Integer amountPence,
      @Nullable RestrictionId restriction,
      @Nullable OfficerId owner,
      LocalDate dueOn) {}

  /** How the scheme ended it. */
  record RecordDecision(
      OmbudsmanComplaintId complaint,
      @Nullable Integer expectedVersion,
      LocalDate decidedOn,
      OmbudsmanFinding finding,
      String words,
      List<RemedyToRecord> remedies,
      List<FileId> files) {
    public RecordDecision {
      remedies = List.copyOf(remedies);
      files = List.copyOf(files);
    }
  }

  /** Somebody else sees to a remedy from now on. */
  record AssignRemedy(
      OmbudsmanComplaintId complaint,
      @Nullable Integer expectedVersion,
      UUID remedy,
      OfficerId owner) {}

  /** That a remedy was done, and what shows it. */
  record CompleteRemedy(
      OmbudsmanComplaintId complaint,
      @Nullable Integer expectedVersion,
      UUID remedy,
      LocalDate doneOn,
      String proof,
      List<FileId> files) {
    public CompleteRemedy {
      files = List.copyOf(files);
    }
  }

  /**
   * Puts a complaint on record. Refused: {@code OMBUDSMAN_ABOUT_ONE}, {@code
   * OMBUDSMAN_REFERENCE_KNOWN}, {@code OMBUDSMAN_NOT_YOURS}, {@code DATE_IN_FUTURE}, {@code
   * NOT_FOUND}, {@code TEXT_MISSING}.
   */
  Outcome<OmbudsmanComplaintView> record(RecordComplaint complaint);

  /**
   * Records an enquiry or a draft decision, and opens the duty to answer by the scheme's day.
   * Refused: {@code OMBUDSMAN_DECIDED}, {@code OMBUDSMAN_DUE_BEFORE_ASKED}, {@code
   * OMBUDSMAN_BEFORE_COMPLAINT}.
   */
  Outcome<OmbudsmanComplaintView> request(RecordRequest request);

  /**
   * Records the council's answer. Warns of one after the scheme's day ({@code
   * OMBUDSMAN_REPLIED_LATE}). Refused: {@code OMBUDSMAN_NOTHING_TO_ANSWER}, {@code
   * OMBUDSMAN_BEFORE_REQUEST}.
   */
  Outcome<OmbudsmanComplaintView> reply(SendReply reply);

  /**
   * Records the decision with its remedies, and opens a duty for each of them. Refused: {@code
   * OMBUDSMAN_DECIDED}, {@code OMBUDSMAN_FINDING_OF_OTHER_SCHEME}, and of a remedy {@code
   * REMEDY_ORDERED_BY_HOUSING_ONLY}, {@code REMEDY_AMOUNT}, {@code REMEDY_RESTRICTION}, {@code
   * REMEDY_RESTRICTION_NOT_THEIRS}, {@code REMEDY_DUE_BEFORE_DECISION}.
   */
  Outcome<OmbudsmanComplaintView> decide(RecordDecision decision);

  /** Names who sees to a remedy. Refused: {@code REMEDY_NOT_OPEN}, {@code OFFICER_LEFT}. */
  Outcome<OmbudsmanComplaintView> assign(AssignRemedy assignment);

  /**
   * Records that a remedy was done, by its owner or whoever deals with the scheme. Warns of one
   * after its day ({@code REMEDY_LATE}). Refused: {@code REMEDY_NOT_OPEN}, and {@code
   * REMEDY_RESTRICTION_STANDS} while the restriction that is to end has not: ending it is a
   * person's act, {@code restrictionLift}, never this one's.
   */
  Outcome<OmbudsmanComplaintView> complete(CompleteRemedy completion);
}
