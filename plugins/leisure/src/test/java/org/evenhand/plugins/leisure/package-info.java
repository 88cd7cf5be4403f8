/** The leisure service's types, held to their contracts. */
@NullMarked
package org.evenhand.plugins.leisure;

import org.jspecify.annotations.NullMarked;
