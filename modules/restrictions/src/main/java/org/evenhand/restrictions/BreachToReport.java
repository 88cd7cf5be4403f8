package org.evenhand.restrictions;

import org.evenhand.intake.IncidentId;

/**
 * A restriction that was not kept to (T10).
 *
 * @param incident what happened, as recorded
 * @param proofOfService what shows that the customer was served before
 * @param proofOfBreach what shows that it was not kept to
 */
public record BreachToReport(
    RestrictionId id, IncidentId incident, String proofOfService, String proofOfBreach) {}
