package org.evenhand.restrictions.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.Speaker;
import org.evenhand.pluginhost.SettingsAsGiven.SettingInput;
import org.evenhand.restrictions.Answering;
import org.evenhand.restrictions.EvidenceKind;
import org.evenhand.restrictions.MeetingOutcome;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.ReviewOutcome;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.PlaceKind;
import org.jspecify.annotations.Nullable;

/** What queries and mutations take in, as the schema names it. */
final class Inputs {

  private Inputs() {}

  record RestrictionScopeInput(List<String> serviceAreas, boolean wholeCouncil) {}

  record RestrictionReasonsInput(
      String conduct, String harm, String whyThis, String whyNothingLess) {}

  record RestrictionImposeInput(
      @Nullable String idempotencyKey,
      String consideration,
      @Nullable String customer,
      String type,
      Nature nature,
      List<SettingInput> settings,
      int settingsVersion,
      RestrictionScopeInput scope,
      RestrictionReasonsInput reasons,
      Answering answering,
      String endsSoonerWhen,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      boolean permanent,
      @Nullable String extremeCaseReason,
      @Nullable String longerTermReason,
      @Nullable LocalDate reviewOn,
      boolean emergency,
      @Nullable String emergencyReason) {}

  record RestrictionConfirmInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable Integer expectedVersion,
      String reasons) {}

  record RestrictionLiftInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable Integer expectedVersion,
      String reason) {}

  record RestrictionVaryInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable Integer expectedVersion,
      @Nullable List<SettingInput> settings,
      @Nullable Integer settingsVersion,
      @Nullable RestrictionScopeInput scope,
      RestrictionReasonsInput reasons,
      @Nullable String endsSoonerWhen,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable LocalDate reviewOn) {}

  record RestrictionEvidenceInput(
      EvidenceKind kind,
      @Nullable String incident,
      @Nullable String reference,
      @Nullable LocalDate on,
      @Nullable String whyNone) {}

  record RestrictionExtendInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable Integer expectedVersion,
      @Nullable LocalDate endsOn,
      boolean permanent,
      @Nullable String extremeCaseReason,
      @Nullable String longerTermReason,
      RestrictionReasonsInput reasons,
      @Nullable String endsSoonerWhen,
      @Nullable LocalDate reviewOn,
      RestrictionEvidenceInput evidence) {}

  record RestrictionSuspendInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable Integer expectedVersion,
      String reason) {}

  record RestrictionResumeInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable Integer expectedVersion,
      String reason) {}

  record RestrictionReviewInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable Integer expectedVersion,
      ReviewOutcome outcome,
      String reasons,
      @Nullable LocalDate nextReviewOn) {}

  record RestrictionReviewRequestInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable String representative,
      LocalDate askedOn,
      String words) {}

  record ReviewMeetingDecisionInput(
      String restriction,
      @Nullable Integer expectedVersion,
      MeetingOutcome outcome,
      String reason,
      @Nullable LocalDate nextReviewOn) {}

  record ReviewMeetingHoldInput(
      @Nullable String idempotencyKey,
      LocalDate heldOn,
      List<String> attendance,
      List<ReviewMeetingDecisionInput> decisions) {}

  record BreachReportInput(
      @Nullable String idempotencyKey,
      String restriction,
      String incident,
      String proofOfService,
      String proofOfBreach) {}

  record PlannedServiceInput(ServiceMethod method, LocalDate sendOn, String address) {}

  record NoticeIssueInput(
      @Nullable String idempotencyKey,
      String consideration,
      @Nullable String customer,
      @Nullable String why,
      @Nullable String howToReachUs,
      List<Ombudsman> ombudsman,
      PlannedServiceInput planned,
      String lang,
      @Nullable LetterVariant variant,
      @Nullable String effectSeen) {}

  record NoticeDraftInput(
      @Nullable String idempotencyKey,
      String consideration,
      @Nullable String customer,
      @Nullable Integer expectedVersion,
      @Nullable String why,
      @Nullable String howToReachUs,
      List<Ombudsman> ombudsman,
      PlannedServiceInput planned,
      String lang,
      @Nullable LetterVariant variant) {

    NoticeIssueInput notice() {
      return new NoticeIssueInput(
          idempotencyKey,
          consideration,
          customer,
          why,
          howToReachUs,
          ombudsman,
          planned,
          lang,
          variant,
          null);
    }
  }

  record RestrictionFilter(
      @Nullable String customer,
      @Nullable String consideration,
      List<RestrictionStatus> statuses,
      @Nullable String serviceArea,
      @Nullable String type,
      @Nullable LocalDate reviewDueBy) {}

  record ContactIdentityInput(
      @Nullable String reference,
      @Nullable String telephone,
      @Nullable String email,
      @Nullable String name,
      @Nullable LocalDate dateOfBirth,
      @Nullable String addressLine,
      @Nullable String postcode,
      @Nullable String uprn) {

    static ContactIdentityInput of(InputObject given) {
      return new ContactIdentityInput(
          given.text("reference"),
          given.text("telephone"),
          given.text("email"),
          given.text("name"),
          given.optional("dateOfBirth", LocalDate.class),
          given.text("addressLine"),
          given.text("postcode"),
          given.text("uprn"));
    }
  }

  record ContactAnswerInput(String question, boolean yes) {

    static ContactAnswerInput of(InputObject given) {
      return new ContactAnswerInput(given.required("question", String.class), given.flag("yes"));
    }
  }

  record ContactCheckInput(
      ContactIdentityInput identity,
      Channel channel,
      ContactDirection direction,
      @Nullable Instant at,
      @Nullable String officer,
      @Nullable String serviceArea,
      Speaker speaker,
      @Nullable PlaceKind place,
      @Nullable String building,
      @Nullable String zone,
      @Nullable String activity,
      @Nullable String topic,
      @Nullable String matter,
      boolean newMatter,
      @Nullable Boolean newInformation,
      List<ContactAnswerInput> answers,
      boolean dangerNow,
      boolean noLetterReceived,
      boolean actsAsMember,
      String lang) {

    static ContactCheckInput of(InputObject given) {
      OffsetDateTime at = given.optional("at", OffsetDateTime.class);
      String place = given.text("place");
      return new ContactCheckInput(
          ContactIdentityInput.of(InputObject.of(given.values().get("identity"))),
          given.one("channel", Channel.class),
          given.one("direction", ContactDirection.class),
          at == null ? null : at.toInstant(),
          given.text("officer"),
          given.text("serviceArea"),
          given.one("speaker", Speaker.class),
          place == null ? null : PlaceKind.valueOf(place),
          given.text("building"),
          given.text("zone"),
          given.text("activity"),
          given.text("topic"),
          given.text("matter"),
          given.flag("newMatter"),
          given.optional("newInformation", Boolean.class),
          given.objects("answers").stream().map(ContactAnswerInput::of).toList(),
          given.flag("dangerNow"),
          given.flag("noLetterReceived"),
          given.flag("actsAsMember"),
          given.required("lang", String.class));
    }
  }
}
