@NullMarked
package org.evenhand.appeals.internal;

import org.jspecify.annotations.NullMarked;
