/** The thirteen kinds of action of the policy's section 8, and the open one of section 9 (P8.3). */
@NullMarked
package org.evenhand.restrictions.internal.types;

import org.jspecify.annotations.NullMarked;
