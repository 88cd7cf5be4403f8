/** Where Spring looks for the application in a module's own tests. */
@NullMarked
package org.evenhand;

import org.jspecify.annotations.NullMarked;
