@NullMarked
package org.evenhand.sharing.internal.web;

import org.jspecify.annotations.NullMarked;
