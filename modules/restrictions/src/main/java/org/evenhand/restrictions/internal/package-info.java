@NullMarked
package org.evenhand.restrictions.internal;

import org.jspecify.annotations.NullMarked;
