package org.evenhand.correspondence;

import java.util.UUID;

/** Identifies one issued notice. */
public record NoticeId(UUID value) {}
