/** The record system, held to its contract. */
@NullMarked
package org.evenhand.plugins.crmfiledrop;

import org.jspecify.annotations.NullMarked;
