/**
 * Loads what service areas bring: verifies each plugin before a class of it is loaded, keeps it
 * apart from the application, watches every call into it, and says how each one fares.
 */
@ApplicationModule(
    displayName = "Plugin host",
    allowedDependencies = {"foundation", "spi", "rules"})
@NullMarked
package org.evenhand.pluginhost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
