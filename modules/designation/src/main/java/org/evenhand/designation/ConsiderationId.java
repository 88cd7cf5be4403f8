package org.evenhand.designation;

import java.util.UUID;

/** Names one consideration, and with it the case: all that follows from it carries this id. */
public record ConsiderationId(UUID value) {}
