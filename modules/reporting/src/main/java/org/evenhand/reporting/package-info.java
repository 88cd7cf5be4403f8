/** Figures for services, leadership and members (P4, PR.1 to PR.4, T23). */
@ApplicationModule(
    displayName = "Reporting",
    allowedDependencies = {
      "foundation",
      "policy",
      "spi",
      "intake",
      "correspondence",
      "designation",
      "restrictions",
      "appeals"
    })
@NullMarked
package org.evenhand.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
