/**
 * Notices and letters: what must stand in them (P9.2, F4, F12), when they count as received (P10.3,
 * T9), until when they can be challenged, and their recording on the corporate CRM (P4.2).
 */
@ApplicationModule(
    displayName = "Correspondence",
    allowedDependencies = {"foundation", "policy", "spi", "pluginhost", "intake"})
@NullMarked
package org.evenhand.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
