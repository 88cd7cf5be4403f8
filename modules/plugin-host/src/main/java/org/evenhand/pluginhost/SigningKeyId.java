package org.evenhand.pluginhost;

import java.util.UUID;

/** Which certificate. */
public record SigningKeyId(UUID value) {}
