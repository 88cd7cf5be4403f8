package org.evenhand.correspondence;

import java.util.UUID;

/** Names a mark that an address is unsafe for somebody's post. */
public record UnsafeAddressId(UUID value) {}
