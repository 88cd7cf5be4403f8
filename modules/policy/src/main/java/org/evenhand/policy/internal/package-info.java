/** Versions as they are kept, and how they come to be. */
@NullMarked
package org.evenhand.policy.internal;

import org.jspecify.annotations.NullMarked;
