/** Which kinds of action would stop what went wrong, with the least said against anybody (P8.3). */
@NullMarked
package org.evenhand.restrictions.internal.options;

import org.jspecify.annotations.NullMarked;
