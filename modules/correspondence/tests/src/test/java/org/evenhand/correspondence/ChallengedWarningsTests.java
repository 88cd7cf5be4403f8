package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.AccuracyChallengeView;
import org.evenhand.intake.AccuracyOutcome;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CustomerId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** T27, F20: a warning can be challenged on its facts. */
class ChallengedWarningsTests extends Story {

  @Autowired CorrectingRecords correcting;
  @Autowired PolicyShares shares;

  @Test
  @DisplayName(
      "T27: that the policy was shared is challenged, and decided by somebody who did not record it")
  void aSharingIsChallenged() {
    UUID customer = customer("Wanda Warned");
    As head = As.headOfService("housing");
    PolicyShareView share =
        head.call(
            () ->
                done(
                    () ->
                        shares.share(
                            new PolicyToShare(
                                customer,
                                null,
                                PolicyShareMethod.EXPLAINED,
                                clock.instant(),
                                null))));
    AccuracyChallengeView challenge =
        head.call(
            () ->
                done(
                    () ->
                        correcting.challenge(
                            new CorrectingRecords.Challenge(
                                new CustomerId(customer),
                                new GlobalId("PolicyShare", share.id().value()),
                                "Nobody explained it to me.",
                                clock.instant().atZone(clock.getZone()).toLocalDate()),
                            currentActor.get(),
                            clock.instant())));

    assertThat(challenge.recordedBy()).isEqualTo(share.recordedBy());
    assertThat(duties.openFor(challenge.id().value()))
        .extracting(DutyView::ownerRole)
        .containsExactly(Role.HEAD_OF_CUSTOMER_SERVICES);
    var decide =
        new CorrectingRecords.Decide(
            challenge.id(), 0, AccuracyOutcome.NOTED_BESIDE, "Two accounts stand.");
    assertThat(
            head.call(
                () ->
                    refused(() -> correcting.decide(decide, currentActor.get(), clock.instant()))))
        .containsExactlyInAnyOrder("NOT_YOURS_TO_SETTLE", "OWN_RECORD");
    assertThat(
            As.headOfCustomerServices()
                .call(
                    () ->
                        done(() -> correcting.decide(decide, currentActor.get(), clock.instant())))
                .outcome())
        .isEqualTo(AccuracyOutcome.NOTED_BESIDE);
  }

  @Test
  @DisplayName("T27, P9.2: a warning is challenged in one way only, its own")
  void aWarningHasAWayOfItsOwn() {
    UUID customer = customer("Willa Warned");
    As head = As.headOfService("housing");
    PolicyShareView warning =
        head.call(
            () ->
                done(
                    () ->
                        shares.share(
                            new PolicyToShare(
                                customer,
                                null,
                                PolicyShareMethod.EXPLAINED,
                                clock.instant(),
                                "If calls like this go on, we may set times for them."))));
    assertThat(
            head.call(
                () ->
                    refused(
                        () ->
                            correcting.challenge(
                                new CorrectingRecords.Challenge(
                                    new CustomerId(customer),
                                    new GlobalId("PolicyShare", warning.id().value()),
                                    "Nobody warned me.",
                                    clock.instant().atZone(clock.getZone()).toLocalDate()),
                                currentActor.get(),
                                clock.instant()))))
        .containsExactly("CHALLENGED_ANOTHER_WAY");
  }
}
