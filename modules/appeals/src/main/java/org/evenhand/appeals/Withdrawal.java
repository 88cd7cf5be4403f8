package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;

/**
 * An appeal that the customer took back.
 *
 * @param words what they said
 */
public record Withdrawal(LocalDate receivedOn, String words, ActorId by, Instant at) {}
