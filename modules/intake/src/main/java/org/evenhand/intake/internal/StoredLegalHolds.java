package org.evenhand.intake.internal;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredLegalHolds extends CrudRepository<LegalHold, UUID> {}
