package org.evenhand.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody records about serving a notice.
 *
 * @param method how it went
 * @param sentAt when it left us; null only where the record adds to the attempt recorded last
 * @param outcome what is known now
 * @param deliveredAt when it arrived; needed for {@link ServiceOutcome#DELIVERED}, else null
 * @param evidence receipt, witness, photograph, returned envelope; needed for email, for an actual
 *     delivery, for a return or refusal, and for every attempt after one that failed
 * @param address where it went, if not to the address the notice was planned for
 * @param version the version that went; null for the one that was issued. One made elsewhere is
 *     always named: nothing else notifies a customer who reads Braille (F3, T9)
 */
public record ServiceRecord(
    ServiceMethod method,
    @Nullable Instant sentAt,
    ServiceOutcome outcome,
    @Nullable Instant deliveredAt,
    @Nullable String evidence,
    @Nullable String address,
    @Nullable LetterVariant version) {

  public ServiceRecord(
      ServiceMethod method,
      @Nullable Instant sentAt,
      ServiceOutcome outcome,
      @Nullable Instant deliveredAt,
      @Nullable String evidence,
      @Nullable String address) {
    this(method, sentAt, outcome, deliveredAt, evidence, address, null);
  }

  public ServiceRecord(
      ServiceMethod method,
      @Nullable Instant sentAt,
      ServiceOutcome outcome,
      @Nullable Instant deliveredAt,
      @Nullable String evidence) {
    this(method, sentAt, outcome, deliveredAt, evidence, null, null);
  }
}
