/** The housing service's types, held to their contracts. */
@NullMarked
package org.evenhand.plugins.housing;

import org.jspecify.annotations.NullMarked;
