/** The forms, held to their contract. */
@NullMarked
package org.evenhand.plugins.policereport;

import org.jspecify.annotations.NullMarked;
