/** What a plugin author compiles against. */
@NullMarked
package org.evenhand.spi;

import org.jspecify.annotations.NullMarked;
