package org.evenhand.designation;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * What a person with the power to do so decided (P8.0, F15, F17). It never changes.
 *
 * @param grievance is the grievance justified? (T1)
 * @param grievanceReasons why that is found
 * @param hinders does the contact unreasonably hinder officers in serving this customer or others?
 *     (P6.2, T1)
 * @param hindrance how, and with what impact; or why it does not
 * @param pattern isolated or an accumulation (P6.1)
 * @param ourShare why the finding stands in the light of the contact that the council caused
 *     (P6.3a); null unless the category is unreasonably persistent
 * @param manner the separate finding about abuse or threats (P6.3b); null if none was made
 * @param restrictiveAllowed whether restrictive action may rest on it
 * @param reasons from conduct to harm to category (F17)
 * @param policyVersionId the version in force when it was made (T24)
 * @param policyAdoptedOnly whether that version still lacked approvals (T24)
 * @param decidedAs the post in which it was decided
 */
public record Determination(
    Category category,
    GrievanceFinding grievance,
    String grievanceReasons,
    boolean hinders,
    String hindrance,
    ConductPattern pattern,
    @Nullable String ourShare,
    @Nullable String manner,
    boolean restrictiveAllowed,
    String reasons,
    PolicyVersionId policyVersionId,
    boolean policyAdoptedOnly,
    ActorId by,
    Role decidedAs,
    Instant at) {

  /** Restrictive action may answer the manner of contact only, never its volume (P6.3b). */
  public boolean mannerOnly() {
    return restrictiveAllowed && category == Category.PERSISTENT_WITH_CAUSE;
  }
}
