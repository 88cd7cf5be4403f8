package org.evenhand.foundation;

import java.time.Instant;
import java.util.UUID;

/** What was due was seen to, or there is nothing left to see to. */
public record DutyDischarged(UUID dutyId, String kind, UUID subject, Instant at) {}
