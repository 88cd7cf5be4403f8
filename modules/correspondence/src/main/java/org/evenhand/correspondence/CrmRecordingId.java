package org.evenhand.correspondence;

import java.util.UUID;

/** Identifies the obligation to record one response on the corporate CRM (P4.2). */
public record CrmRecordingId(UUID value) {}
