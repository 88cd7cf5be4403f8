/**
 * Who the council deals with and what happened: customers with the adjustments they need, their
 * matters elsewhere, each contact with its cause, concerns about behaviour and the incidents behind
 * them, and what an incident obliges the council to report onward (P2.1, P5 to P7, P9.5).
 */
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"foundation", "policy", "pluginhost", "spi"})
@NullMarked
package org.evenhand.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
