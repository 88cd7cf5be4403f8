@NullMarked
package org.evenhand.correspondence.internal;

import org.jspecify.annotations.NullMarked;
