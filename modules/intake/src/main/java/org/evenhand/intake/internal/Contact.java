package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.Speaker;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "contact")
record Contact(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID customer,
    @Nullable UUID matter,
    String serviceArea,
    Channel channel,
    ContactDirection direction,
    Instant at,
    ContactCause cause,
    @Nullable StatutoryTopic statutoryTopic,
    @Nullable Integer minutesSpent,
    Speaker speaker,
    @Nullable UUID representative,
    @Nullable String speakerAuthority,
    @Nullable String note,
    boolean offersNewInformation,
    boolean disclosedDisability,
    String loggedBy,
    Instant loggedAt,
    boolean topicRecognised,
    @Nullable String notARightBecause) {

  Contact about(@Nullable UUID which) {
    return with(which, statutoryTopic, topicRecognised, notARightBecause, offersNewInformation);
  }

  /** Somebody said which right was used, or why none was (F18). */
  Contact settled(@Nullable StatutoryTopic right, @Nullable String none) {
    return with(matter, right, false, none, offersNewInformation);
  }

  Contact bringingNews() {
    return with(matter, statutoryTopic, topicRecognised, notARightBecause, true);
  }

  private Contact with(
      @Nullable UUID which,
      @Nullable StatutoryTopic right,
      boolean recognised,
      @Nullable String none,
      boolean news) {
    return new Contact(
        id,
        version,
        customer,
        which,
        serviceArea,
        channel,
        direction,
        at,
        cause,
        right,
        minutesSpent,
        speaker,
        representative,
        speakerAuthority,
        note,
        news,
        disclosedDisability,
        loggedBy,
        loggedAt,
        recognised,
        none);
  }
}
