@NullMarked
package org.evenhand.intake.internal;

import org.jspecify.annotations.NullMarked;
