/**
 * What every module shares: who acts, where, when, what was refused and why, what is due, what was
 * done, and the roots of the GraphQL schema.
 */
@ApplicationModule(
    displayName = "Foundation",
    allowedDependencies = {})
@NullMarked
package org.evenhand.foundation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
