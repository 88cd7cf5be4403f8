/** What the tests of every module share; outside the base package so that it is no module. */
@NullMarked
package org.evenhandtest;

import org.jspecify.annotations.NullMarked;
