@NullMarked
package org.evenhand;

import org.jspecify.annotations.NullMarked;
