package org.evenhand.intake.internal;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredEvidence extends CrudRepository<Evidence, UUID> {}
