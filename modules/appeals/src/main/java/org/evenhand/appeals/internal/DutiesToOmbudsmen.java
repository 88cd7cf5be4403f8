package org.evenhand.appeals.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.OmbudsmanRemedy;
import org.evenhand.appeals.OmbudsmanRequest;
import org.evenhand.appeals.OmbudsmanRequestKind;
import org.evenhand.appeals.RemedyKind;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyAnswers;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.StaffNoticeKind;
import org.springframework.stereotype.Component;

/** What is due to an Ombudsman, from whom, by the day that the scheme set. */
@Component
class DutiesToOmbudsmen implements DutyAnswers {

  static final String ENQUIRY = "OMBUDSMAN_ENQUIRY";
  static final String DRAFT = "OMBUDSMAN_DRAFT_DECISION";
  static final String REMEDY = "OMBUDSMAN_REMEDY";

  /** A restriction is to end or to change: whose answer is that act of a person. */
  static final String LIFT = "OMBUDSMAN_REMEDY_LIFT";

  static final String CHANGE = "OMBUDSMAN_REMEDY_CHANGE";

  private final Duties duties;

  DutiesToOmbudsmen(Duties duties) {
    this.duties = duties;
  }

  void open(OmbudsmanComplaintView complaint, OmbudsmanRequest request, Instant now) {
    duties.open(
        DutyToOpen.byDay(
            kind(request.kind()),
            "OmbudsmanRequest",
            request.id(),
            complaint.customerId(),
            Role.HEAD_OF_CUSTOMER_SERVICES,
            null,
            request.dueOn()),
        now);
  }

  void open(OmbudsmanComplaintView complaint, OmbudsmanRemedy remedy, Instant now) {
    duties.open(
        new DutyToOpen(
            kind(remedy.kind()),
            "OmbudsmanRemedy",
            remedy.id(),
            complaint.customerId(),
            Role.HEAD_OF_CUSTOMER_SERVICES,
            remedy.owner(),
            null,
            remedy.dueOn(),
            null),
        now);
  }

  void answered(OmbudsmanComplaintView complaint, OmbudsmanRequest request, Instant now) {
    discharge(kind(request.kind()), complaint, request.id(), now);
  }

  void done(OmbudsmanComplaintView complaint, OmbudsmanRemedy remedy, Instant now) {
    discharge(kind(remedy.kind()), complaint, remedy.id(), now);
  }

  private void discharge(String kind, OmbudsmanComplaintView complaint, UUID subject, Instant now) {
    duties.discharge(kind, subject, complaint.schemeReference(), null, now);
  }

  private static String kind(OmbudsmanRequestKind kind) {
    return kind == OmbudsmanRequestKind.ENQUIRY ? ENQUIRY : DRAFT;
  }

  private static String kind(RemedyKind kind) {
    return switch (kind) {
      case RESTRICTION_LIFTED -> LIFT;
      case RESTRICTION_CHANGED -> CHANGE;
      default -> REMEDY;
    };
  }

  @Override
  public Map<String, Answer> byKind() {
    return Map.of(
        ENQUIRY, answer("ombudsmanReplySend"),
        DRAFT, answer("ombudsmanReplySend"),
        REMEDY, answer("ombudsmanRemedyComplete"),
        LIFT, answer(Objects.requireNonNull(RemedyKind.RESTRICTION_LIFTED.mutation())),
        CHANGE, answer(Objects.requireNonNull(RemedyKind.RESTRICTION_CHANGED.mutation())));
  }

  private static Answer answer(String mutation) {
    return new Answer(StaffNoticeKind.DUTY, mutation);
  }
}
