@NullMarked
package org.evenhand.restrictions.internal.web;

import org.jspecify.annotations.NullMarked;
