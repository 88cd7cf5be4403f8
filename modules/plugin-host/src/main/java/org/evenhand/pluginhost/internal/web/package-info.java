@NullMarked
package org.evenhand.pluginhost.internal.web;

import org.jspecify.annotations.NullMarked;
