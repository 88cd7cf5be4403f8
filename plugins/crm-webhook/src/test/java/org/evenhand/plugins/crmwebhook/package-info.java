/** The record system, held to its contract. */
@NullMarked
package org.evenhand.plugins.crmwebhook;

import org.jspecify.annotations.NullMarked;
