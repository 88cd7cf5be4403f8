package org.evenhand.correspondence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.correspondence.NoticeStatus.ISSUED;
import static org.evenhand.correspondence.NoticeStatus.RETURNED;
import static org.evenhand.correspondence.NoticeStatus.SERVED;
import static org.evenhand.correspondence.ServiceMethod.EMAIL;
import static org.evenhand.correspondence.ServiceMethod.FIRST_CLASS;
import static org.evenhand.correspondence.ServiceMethod.HAND;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.correspondence.NoticeStatus;
import org.evenhand.correspondence.Notification;
import org.evenhand.correspondence.ServiceEntry;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.Figures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be recorded about serving a notice, and what then holds (P10.3, T9). */
class ServingTests {

  private static final WorkingDays CALENDAR = new WorkingDays();
  private static final Instant ISSUED_AT = london("2026-11-23T10:00");
  private static final Instant NOW = london("2026-12-14T12:00");
  private static final ActorId BY = new ActorId("officer-1");

  private NoticeStatus status = ISSUED;
  private final List<ServiceEntry> history = new ArrayList<>();

  @Test
  @DisplayName("T9: first class sent is notified on the deemed day, from 00:00")
  void sentIsDeemed() {
    Serving.Step step = done(sent(FIRST_CLASS, "2026-11-24T11:00"));
    assertThat(step.status()).isEqualTo(SERVED);
    assertThat(step.notification())
        .isEqualTo(new Notification(london("2026-11-26T00:00"), LocalDate.of(2026, 11, 26), false));
    assertThat(step.entry().attempt()).isEqualTo(1);
    assertThat(step.entry().address()).isEqualTo("1 Test Way");
  }

  @Test
  @DisplayName(
      "T9: the customer can rebut the presumption: the actual date replaces the deemed one")
  void actualReplacesDeemed() {
    done(sent(FIRST_CLASS, "2026-11-24T11:00"));
    Serving.Step step =
        done(delivered(FIRST_CLASS, null, "2026-12-03T14:20", "Customer's neighbour signed."));
    assertThat(step.notification())
        .isEqualTo(new Notification(london("2026-12-03T14:20"), LocalDate.of(2026, 12, 3), true));
    assertThat(step.entry().attempt()).isEqualTo(1);
    assertThat(step.entry().sentAt()).isEqualTo(london("2026-11-24T11:00"));
  }

  @Test
  @DisplayName("T9: returned or not accepted: no notification")
  void returnedOrRefusedTakesNotificationAway() {
    done(sent(FIRST_CLASS, "2026-11-24T11:00"));
    Serving.Step step = done(failed(FIRST_CLASS, ServiceOutcome.RETURNED, null));
    assertThat(step.status()).isEqualTo(RETURNED);
    assertThat(step.notification()).isNull();
  }

  @Test
  @DisplayName("T9: not accepted at the first attempt is no notification, by hand either")
  void refusedAtFirstIsNoNotification() {
    Serving.Step step = done(failed(HAND, ServiceOutcome.REFUSED, "2026-11-24T11:00"));
    assertThat(step.status()).isEqualTo(RETURNED);
    assertThat(step.notification()).isNull();
  }

  @Test
  @DisplayName("T9: a recorded refusal to accept is service once the notice had come back")
  void refusalToAcceptIsAlternativeService() {
    done(failed(FIRST_CLASS, ServiceOutcome.RETURNED, "2026-11-24T11:00"));
    Serving.Step step = done(failed(HAND, ServiceOutcome.REFUSED, "2026-12-01T10:15"));
    assertThat(step.status()).isEqualTo(SERVED);
    assertThat(step.notification())
        .isEqualTo(new Notification(london("2026-12-01T10:15"), LocalDate.of(2026, 12, 1), false));
    assertThat(step.entry().attempt()).isEqualTo(2);
  }

  @Test
  @DisplayName("T9: after a return it must go another way, with evidence")
  void alternativeServiceIsAnotherWay() {
    done(failed(FIRST_CLASS, ServiceOutcome.RETURNED, "2026-11-24T11:00"));
    assertThat(refusals(sent(FIRST_CLASS, "2026-12-01T10:00")))
        .containsExactlyInAnyOrder("NOTICE_NOT_ALTERNATIVE", "NOTICE_EVIDENCE_MISSING");
    Serving.Step elsewhere =
        done(
            new ServiceRecord(
                FIRST_CLASS,
                london("2026-12-01T10:00"),
                ServiceOutcome.SENT,
                null,
                "The address the tenancy was moved to.",
                "2 New Road"));
    assertThat(elsewhere.status()).isEqualTo(SERVED);
    assertThat(elsewhere.notification())
        .extracting(Notification::on)
        .isEqualTo(LocalDate.of(2026, 12, 3));
  }

  @Test
  @DisplayName("F9: not sent before it was issued")
  void refusesSendingBeforeIssue() {
    assertThat(refusals(sent(HAND, "2026-11-23T09:59")))
        .containsExactly("NOTICE_SENT_BEFORE_ISSUE");
  }

  @Test
  void refusesTimesThatLieAhead() {
    assertThat(refusals(sent(HAND, "2026-12-14T12:01")))
        .containsExactly("NOTICE_SENT_IN_THE_FUTURE");
    assertThat(refusals(delivered(HAND, "2026-11-24T11:00", "2026-12-14T12:01", "receipt")))
        .containsExactly("NOTICE_DELIVERED_IN_THE_FUTURE");
    assertThat(refusals(delivered(HAND, "2026-11-24T11:00", "2026-11-24T10:59", "receipt")))
        .containsExactly("NOTICE_DELIVERED_BEFORE_SENT");
  }

  @Test
  void refusesTheSecondSendingWhileTheFirstStands() {
    done(sent(FIRST_CLASS, "2026-11-24T11:00"));
    assertThat(refusals(sent(HAND, "2026-11-25T11:00"))).containsExactly("NOTICE_ALREADY_SERVED");
  }

  @ParameterizedTest
  @EnumSource(ServiceOutcome.class)
  @DisplayName("T9: what is proven to have arrived is not recorded again")
  void refusesAnythingAfterProvenDelivery(ServiceOutcome outcome) {
    done(delivered(HAND, "2026-11-24T11:00", "2026-11-24T11:05", "receipt"));
    assertThat(
            refusals(
                new ServiceRecord(
                    HAND,
                    null,
                    outcome,
                    outcome == ServiceOutcome.DELIVERED ? NOW : null,
                    "receipt")))
        .containsExactly("NOTICE_DELIVERY_PROVEN");
  }

  @Test
  @DisplayName("T9: email only to an address shown to be in current use")
  void emailNeedsEvidence() {
    assertThat(refusals(sent(EMAIL, "2026-11-24T11:00")))
        .containsExactly("NOTICE_EVIDENCE_MISSING");
    Serving.Step step =
        done(
            new ServiceRecord(
                EMAIL,
                london("2026-11-24T11:00"),
                ServiceOutcome.SENT,
                null,
                "Wrote to us from it on 20 November."));
    assertThat(step.notification())
        .isEqualTo(new Notification(london("2026-11-24T11:00"), LocalDate.of(2026, 11, 24), false));
  }

  @Test
  @DisplayName("T9: a bounced email is no notification")
  void bouncedEmailIsNoNotification() {
    done(
        new ServiceRecord(
            EMAIL, london("2026-11-24T11:00"), ServiceOutcome.SENT, null, "In use last week."));
    Serving.Step step = done(failed(EMAIL, ServiceOutcome.RETURNED, null));
    assertThat(step.status()).isEqualTo(RETURNED);
    assertThat(step.notification()).isNull();
  }

  @Test
  void refusesAnAnswerToAnotherAttempt() {
    done(sent(FIRST_CLASS, "2026-11-24T11:00"));
    assertThat(refusals(delivered(HAND, "2026-11-25T11:00", "2026-11-25T11:05", "receipt")))
        .containsExactly("NOTICE_NO_SUCH_ATTEMPT", "NOTICE_NO_SUCH_ATTEMPT");
  }

  @Test
  void refusesAttemptsOutOfOrder() {
    done(failed(HAND, ServiceOutcome.REFUSED, "2026-11-25T11:00"));
    assertThat(refusals(failed(HAND, ServiceOutcome.REFUSED, "2026-11-24T11:00")))
        .containsExactly("NOTICE_SENT_BEFORE_LAST_ATTEMPT");
  }

  @Test
  void asksForWhatIsMissing() {
    assertThat(refusals(new ServiceRecord(HAND, null, ServiceOutcome.SENT, null, null)))
        .containsExactly("NOTICE_SENT_AT_MISSING");
    assertThat(
            refusals(
                new ServiceRecord(
                    HAND, london("2026-11-24T11:00"), ServiceOutcome.DELIVERED, null, "receipt")))
        .containsExactly("NOTICE_DELIVERY_TIME_MISSING");
    assertThat(
            refusals(
                new ServiceRecord(
                    HAND, london("2026-11-24T11:00"), ServiceOutcome.SENT, NOW, null)))
        .containsExactly("NOTICE_DELIVERY_TIME_NOT_EXPECTED");
  }

  private Serving.Step done(ServiceRecord record) {
    Outcome<Serving.Step> outcome = record(record);
    assertThat(outcome.refusals()).isEmpty();
    Serving.Step step = java.util.Objects.requireNonNull(outcome.orNull());
    status = step.status();
    history.add(step.entry());
    return step;
  }

  private List<String> refusals(ServiceRecord record) {
    return record(record).refusals().stream().map(Refusal::code).toList();
  }

  private Outcome<Serving.Step> record(ServiceRecord record) {
    return new Serving(status, ISSUED_AT, "1 Test Way", history)
        .record(record, BY, NOW, Figures.standard(), CALENDAR);
  }

  private static ServiceRecord sent(ServiceMethod method, String at) {
    return new ServiceRecord(method, london(at), ServiceOutcome.SENT, null, null);
  }

  private static ServiceRecord delivered(
      ServiceMethod method, @Nullable String sentAt, String at, String evidence) {
    return new ServiceRecord(
        method,
        sentAt == null ? null : london(sentAt),
        ServiceOutcome.DELIVERED,
        london(at),
        evidence);
  }

  private static ServiceRecord failed(
      ServiceMethod method, ServiceOutcome outcome, @Nullable String sentAt) {
    return new ServiceRecord(
        method, sentAt == null ? null : london(sentAt), outcome, null, "Marked gone away.");
  }

  private static Instant london(String local) {
    return LocalDateTime.parse(local).atZone(WorkingDays.LONDON).toInstant();
  }
}
