@NullMarked
package org.evenhand.foundation.internal;

import org.jspecify.annotations.NullMarked;
