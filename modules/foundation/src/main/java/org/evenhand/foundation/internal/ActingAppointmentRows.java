package org.evenhand.foundation.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ActingAppointmentRows extends Repository<ActingAppointment, UUID> {
  ActingAppointment save(ActingAppointment appointment);

  Optional<ActingAppointment> findById(UUID id);
}
