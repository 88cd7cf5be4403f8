/**
 * With whom the council shares what, and under which agreement (P8.2, T22): partners of the
 * information-sharing protocol and the agreements with each of them; and the file of a case as one
 * archive that proves itself (F7).
 */
@ApplicationModule(
    displayName = "Sharing",
    allowedDependencies = {
      "foundation",
      "policy",
      "spi",
      "pluginhost",
      "intake",
      "correspondence",
      "designation"
    })
@NullMarked
package org.evenhand.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
