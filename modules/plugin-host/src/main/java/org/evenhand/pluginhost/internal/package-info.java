@NullMarked
package org.evenhand.pluginhost.internal;

import org.jspecify.annotations.NullMarked;
