/** Security, limits of the API, the embedded database and issuer of the local profile, start-up. */
@ApplicationModule(displayName = "App")
@NullMarked
package org.evenhand.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
