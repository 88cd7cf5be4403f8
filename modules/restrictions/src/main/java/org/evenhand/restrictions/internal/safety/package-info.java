/** Staff-safety markers: the second register (T17). */
@NullMarked
package org.evenhand.restrictions.internal.safety;

import org.jspecify.annotations.NullMarked;
