@NullMarked
package org.evenhand.designation.internal.web;

import org.jspecify.annotations.NullMarked;
