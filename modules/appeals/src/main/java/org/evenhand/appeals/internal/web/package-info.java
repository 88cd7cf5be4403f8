@NullMarked
package org.evenhand.appeals.internal.web;

import org.jspecify.annotations.NullMarked;
