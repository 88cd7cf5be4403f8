/** Restriction types of the recycling sites. */
@NullMarked
package org.evenhand.plugins.wastesites;

import org.jspecify.annotations.NullMarked;
