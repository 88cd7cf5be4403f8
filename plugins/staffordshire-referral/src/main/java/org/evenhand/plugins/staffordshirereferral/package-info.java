/** Forms of the partners under the One Staffordshire Information Sharing Protocol (P8.2). */
@NullMarked
package org.evenhand.plugins.staffordshirereferral;

import org.jspecify.annotations.NullMarked;
