/** Courts, injunctions and other legal action (P8.3.13, P9.5, T11). */
@NullMarked
package org.evenhand.restrictions.internal.law;

import org.jspecify.annotations.NullMarked;
