@NullMarked
package org.evenhand.intake.internal.web;

import org.jspecify.annotations.NullMarked;
