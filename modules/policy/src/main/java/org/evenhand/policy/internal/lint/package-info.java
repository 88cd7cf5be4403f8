/** The linter (F10): named rules that find faults in a written policy, and the text they read. */
@NullMarked
package org.evenhand.policy.internal.lint;

import org.jspecify.annotations.NullMarked;
