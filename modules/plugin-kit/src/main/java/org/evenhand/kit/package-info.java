/**
 * What a plugin's author tests with: contracts to extend, a place to try rules out in, and a
 * command that answers a contact check against a jar.
 */
@NullMarked
package org.evenhand.kit;

import org.jspecify.annotations.NullMarked;
