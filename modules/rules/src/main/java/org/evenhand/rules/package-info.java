/**
 * The front line's question, answered from rules alone: carve-outs, adjustments, precautions, rules
 * and how they combine, and whether a customer keeps a way to reach the council.
 *
 * <p>Pure Java on the records of the rule language. No clock, no database, no plugin: every instant
 * is handed in, and the same input gives the same answer for ever. Unless marked {@code @Nullable},
 * nothing here may be null.
 */
@NullMarked
package org.evenhand.rules;

import org.jspecify.annotations.NullMarked;
