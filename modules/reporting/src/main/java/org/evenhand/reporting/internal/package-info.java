@NullMarked
package org.evenhand.reporting.internal;

import org.jspecify.annotations.NullMarked;
