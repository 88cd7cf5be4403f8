/** The customer record system, reached by files. */
@NullMarked
package org.evenhand.plugins.crmfiledrop;

import org.jspecify.annotations.NullMarked;
