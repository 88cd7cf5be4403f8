package org.evenhand.correspondence;

import java.util.UUID;

/** Identifies one recorded sharing of the policy with a customer (P2.2). */
public record PolicyShareId(UUID value) {}
