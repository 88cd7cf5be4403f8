/** The Template service's types, held to their contracts. */
@NullMarked
package org.evenhand.plugins.template;

import org.jspecify.annotations.NullMarked;
