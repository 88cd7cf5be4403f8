package org.evenhand.spi;

/**
 * What came of trying a configuration without changing anything at the other end.
 *
 * @param passed true when it would work
 * @param message what was found, for the plugin administrator; holds no secret
 */
public record Probe(boolean passed, Texts message) {}
