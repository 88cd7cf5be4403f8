/** Sealed referrals to a partner's own interface, over HTTPS (P8.2, T22). */
@NullMarked
package org.evenhand.plugins.httpsdelivery;

import org.jspecify.annotations.NullMarked;
