/**
 * Between <em>something happened</em> and <em>a person decided</em>: considerations, the five
 * checks, representations, the advice to the Head of Customer Services and the determination (P8.0,
 * P8.1).
 *
 * <p>Nothing here designates anybody by itself. The module computes, warns and refuses what is out
 * of order; a person with the power to do so decides, with reasons, under a named policy version.
 */
@ApplicationModule(
    displayName = "Designation",
    allowedDependencies = {"foundation", "policy", "intake", "correspondence"})
@NullMarked
package org.evenhand.designation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
