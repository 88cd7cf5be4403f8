@NullMarked
package org.evenhand.correspondence.internal.web;

import org.jspecify.annotations.NullMarked;
