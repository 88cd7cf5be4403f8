/** The forms, held to their contract. */
@NullMarked
package org.evenhand.plugins.staffordshirereferral;

import org.jspecify.annotations.NullMarked;
