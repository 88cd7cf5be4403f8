@NullMarked
package org.evenhand.foundation.internal.web;

import org.jspecify.annotations.NullMarked;
