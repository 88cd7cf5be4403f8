/** The module's words, from its bundles. */
@NullMarked
package org.evenhand.restrictions.internal.words;

import org.jspecify.annotations.NullMarked;
