package org.evenhand.appeals;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/** Looking into an appeal and presenting what was found (P10.4, T3, T6, T7). Call within an act. */
public interface InvestigatingAppeals {

  /**
   * Names who looks into an appeal.
   *
   * @param officer somebody of the council; null for somebody from outside
   * @param outsider somebody from outside; null for an officer
   */
  record Assign(
      AppealId id,
      @Nullable Integer expectedVersion,
      @Nullable OfficerId officer,
      @Nullable Outsider outsider,
      String why) {}

  /**
   * Somebody from outside the council, with an account of their own.
   *
   * @param person the subject of their token
   * @param body where they come from
   */
  record Outsider(ActorId person, String name, String body) {}

  /**
   * @param words what the part consists in; null for none
   */
  record Declare(
      AppealId id, @Nullable Integer expectedVersion, DeclaredPart part, @Nullable String words) {}

  /** See {@link InvestigationEntry}. */
  record Step(
      AppealId id,
      @Nullable Integer expectedVersion,
      InvestigationKind kind,
      @Nullable String about,
      @Nullable LocalDate heldOn,
      String words,
      @Nullable Boolean newInformation,
      List<FileId> files) {
    public Step {
      files = List.copyOf(files);
    }
  }

  /** See {@link PresentedFindings}. */
  record Present(
      AppealId id,
      @Nullable Integer expectedVersion,
      OfficerId presentedTo,
      String customersCase,
      String summary,
      List<GroundFinding> grounds,
      List<DecisionOption> options) {
    public Present {
      grounds = List.copyOf(grounds);
      options = List.copyOf(options);
    }
  }

  /**
   * Names an investigator without a part in the decision (T6). Refused: {@code
   * APPEAL_INVESTIGATOR_INVOLVED} with the reason, {@code APPEAL_INVESTIGATOR_ONE} unless exactly
   * one person is named, {@code NOT_FOUND}, {@code OFFICER_LEFT}, {@code TEXT_MISSING}, and to
   * whoever has a part in the decision themselves.
   */
  Outcome<AppealView> assign(Assign assignment);

  /**
   * Records what the caller says of their own part. A part once declared is not taken back.
   * Refused: {@code TEXT_MISSING} where the part is not described.
   */
  Outcome<AppealView> declare(Declare declaration);

  /** Records a step of the investigation, by the investigator only. */
  Outcome<AppealView> record(Step step);

  /**
   * Presents the findings to a member of the Corporate Management Team who may act, and starts the
   * local clock for deciding (T7).
   *
   * <p>Refused: {@code APPEAL_STEPS_MISSING} without grounds (T7) or without asking for new
   * information (T3), {@code APPEAL_GROUND_WITHOUT_ANSWER}, {@code APPEAL_ANSWER_WITHOUT_GROUND},
   * {@code APPEAL_OPTIONS_MISSING}, {@code NOT_IN_MANAGEMENT_TEAM}, {@code APPEAL_MEMBER_INVOLVED}
   * (T6), to anybody but the investigator, and while another one has to be named.
   */
  Outcome<AppealView> present(Present findings);
}
