package org.evenhand.designation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which steps of the policy are missing behind action that limits a customer already (F1). */
public interface UnmetSteps {

  /**
   * For each of these cases with a step missing, which ones, each with a text {@code step.<CODE>}
   * in the bundles. Undetermined, every step before a determination on which restrictive action may
   * rest, and the determination itself. Determined, what had to follow or fell away since: the
   * customer heard whom safety did not let be heard before (F5), the Head of Customer Services told
   * (T4), a warning that still stands (F20). One statement for each kind of thing, however many
   * cases.
   */
  Map<ConsiderationId, List<String>> of(Collection<ConsiderationId> cases);
}
