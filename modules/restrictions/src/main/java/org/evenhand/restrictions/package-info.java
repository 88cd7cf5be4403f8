/**
 * What the council does about behaviour: the kinds of action there are, the actions imposed on a
 * customer, the notices they are told by, their reviews and ends, and the front line's question
 * <em>what may I do now?</em> (P3, P8.3, P9).
 */
@ApplicationModule(
    displayName = "Restrictions",
    allowedDependencies = {
      "foundation",
      "policy",
      "pluginhost",
      "spi",
      "rules",
      "intake",
      "correspondence",
      "designation"
    })
@NullMarked
package org.evenhand.restrictions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
