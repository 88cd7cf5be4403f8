/**
 * What a plugin author compiles against: the extension points, the settings a restriction type is
 * described by, and the rule language its settings are compiled into.
 *
 * <p>Records, enums and interfaces only. Beside the JDK it knows two PF4J annotations and JSpecify.
 * Nothing here reads a clock, does input or output, or knows how anything is stored: the core adds
 * that. Unless marked {@code @Nullable}, nothing here may be null.
 */
@NullMarked
package org.evenhand.spi;

import org.jspecify.annotations.NullMarked;
