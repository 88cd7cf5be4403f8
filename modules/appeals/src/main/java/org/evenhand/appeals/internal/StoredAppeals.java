package org.evenhand.appeals.internal;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredAppeals extends CrudRepository<AppealRow, UUID> {}
