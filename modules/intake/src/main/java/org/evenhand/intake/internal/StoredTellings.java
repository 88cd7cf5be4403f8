package org.evenhand.intake.internal;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredTellings extends CrudRepository<CorrectionTelling, UUID> {}
