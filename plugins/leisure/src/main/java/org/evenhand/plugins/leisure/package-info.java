/** Restriction types of the leisure service. */
@NullMarked
package org.evenhand.plugins.leisure;

import org.jspecify.annotations.NullMarked;
