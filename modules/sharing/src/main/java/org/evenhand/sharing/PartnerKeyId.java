package org.evenhand.sharing;

import java.util.UUID;

/** A key of a partner. */
public record PartnerKeyId(UUID value) {}
