/** Restriction types of the Template service. */
@NullMarked
package org.evenhand.plugins.template;

import org.jspecify.annotations.NullMarked;
