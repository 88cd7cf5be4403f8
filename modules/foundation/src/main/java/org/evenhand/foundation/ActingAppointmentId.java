package org.evenhand.foundation;

import java.util.UUID;

/** Identifies an acting appointment. */
public record ActingAppointmentId(UUID value) {}
