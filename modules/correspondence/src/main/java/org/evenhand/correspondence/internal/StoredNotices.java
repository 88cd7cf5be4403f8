package org.evenhand.correspondence.internal;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredNotices extends CrudRepository<NoticeRow, UUID> {}
