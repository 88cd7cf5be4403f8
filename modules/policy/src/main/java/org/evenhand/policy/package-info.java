/**
 * The council's written policy: its versions and approvals (PP.1, T24), the figures it can
 * configure, who may decide what (F15), what no restriction may cut off (F8), and the linter that
 * finds faults in the text itself (F10).
 */
@ApplicationModule(
    displayName = "Policy",
    allowedDependencies = {"foundation"})
@NullMarked
package org.evenhand.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
