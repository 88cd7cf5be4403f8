/** Sealed referrals to a partner's folder, over SFTP (P8.2, T22). */
@NullMarked
package org.evenhand.plugins.sftpdelivery;

import org.jspecify.annotations.NullMarked;
