package org.evenhand.foundation;

import java.time.Instant;

/**
 * Where a file can be fetched, for minutes and by one actor only.
 *
 * @param url relative to the server; holds ids and a signature, never a name
 */
public record FileLink(String url, Instant expiresAt) {}
