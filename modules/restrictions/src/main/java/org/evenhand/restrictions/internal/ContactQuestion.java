package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.PlaceKind;
import org.evenhand.spi.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * The front line's question as it was put. Whatever is null is not known, and what is not known
 * never turns anybody away.
 *
 * @param at when the contact is or will be; null for now; a moment in the past counts as now
 * @param officer whom the contact is with or asks for; null for whoever asks the question
 * @param zone code of a part of the building
 * @param topic a protected topic's code, or {@code other} for none of these
 * @param newMatter it is about nothing that is on record
 * @param answers to questions of an earlier answer, by code
 * @param noLetterReceived the customer says that no letter came
 * @param actsAsMember an elected member who acts as one (T19)
 */
public record ContactQuestion(
    Identity identity,
    Channel channel,
    @Nullable Direction direction,
    @Nullable Instant at,
    @Nullable UUID officer,
    @Nullable String serviceArea,
    @Nullable Speaker speaker,
    @Nullable PlaceKind place,
    @Nullable UUID building,
    @Nullable String zone,
    @Nullable String activity,
    @Nullable String topic,
    @Nullable UUID matter,
    boolean newMatter,
    Map<String, Boolean> answers,
    boolean dangerNow,
    boolean noLetterReceived,
    boolean actsAsMember) {

  /** What is known of who it is; one alone restricts nobody (T21). */
  public record Identity(
      @Nullable String reference,
      @Nullable String telephone,
      @Nullable String email,
      @Nullable String name,
      @Nullable LocalDate dateOfBirth,
      @Nullable String addressLine,
      @Nullable String postcode,
      @Nullable String uprn) {}

  public ContactQuestion {
    answers = Map.copyOf(answers);
  }
}
