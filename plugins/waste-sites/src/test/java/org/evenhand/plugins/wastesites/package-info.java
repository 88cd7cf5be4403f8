/** The recycling sites' types, held to their contracts. */
@NullMarked
package org.evenhand.plugins.wastesites;

import org.jspecify.annotations.NullMarked;
