package org.evenhand.appeals;

import java.util.UUID;

/** Identifies one complaint to an Ombudsman. */
public record OmbudsmanComplaintId(UUID value) {}
