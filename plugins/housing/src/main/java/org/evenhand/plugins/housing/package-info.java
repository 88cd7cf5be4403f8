/** Restriction types of the housing service. */
@NullMarked
package org.evenhand.plugins.housing;

import org.jspecify.annotations.NullMarked;
