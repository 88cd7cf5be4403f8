/** The delivery, held to their contract. */
@NullMarked
package org.evenhand.plugins.httpsdelivery;

import org.jspecify.annotations.NullMarked;
