/** The customer record system, told over HTTPS (P4.2). */
@NullMarked
package org.evenhand.plugins.crmwebhook;

import org.jspecify.annotations.NullMarked;
