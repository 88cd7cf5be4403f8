/** The delivery, held to its contract. */
@NullMarked
package org.evenhand.plugins.sftpdelivery;

import org.jspecify.annotations.NullMarked;
