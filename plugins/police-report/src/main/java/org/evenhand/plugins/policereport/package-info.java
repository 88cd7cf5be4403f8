/** Reports to the police (P9.4, P9.5): assault, harassment, hate incidents. */
@NullMarked
package org.evenhand.plugins.policereport;

import org.jspecify.annotations.NullMarked;
