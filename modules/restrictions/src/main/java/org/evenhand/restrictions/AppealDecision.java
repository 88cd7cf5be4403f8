package org.evenhand.restrictions;

import java.util.UUID;

/**
 * The decision on an appeal, or one for the time until it, that a restriction is changed by
 * (P10.5).
 *
 * @param appealId the appeal
 * @param reason why, as the appeal's decision says
 */
public record AppealDecision(UUID appealId, String reason) {}
