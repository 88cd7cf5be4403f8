@NullMarked
package org.evenhand.reporting.internal.web;

import org.jspecify.annotations.NullMarked;
