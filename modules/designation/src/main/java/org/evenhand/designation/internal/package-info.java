@NullMarked
package org.evenhand.designation.internal;

import org.jspecify.annotations.NullMarked;
