/**
 * Appeals against a decision to manage behaviour: lodged and tested against the time limit (P10.1
 * to P10.4, T6 to T8). The system records and computes; it never turns an appeal away, and it never
 * decides one.
 */
@ApplicationModule(
    displayName = "Appeals",
    allowedDependencies = {
      "foundation",
      "policy",
      "spi",
      "intake",
      "correspondence",
      "designation",
      "restrictions"
    })
@NullMarked
package org.evenhand.appeals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
