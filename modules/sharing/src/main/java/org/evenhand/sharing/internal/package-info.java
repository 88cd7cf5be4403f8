@NullMarked
package org.evenhand.sharing.internal;

import org.jspecify.annotations.NullMarked;
