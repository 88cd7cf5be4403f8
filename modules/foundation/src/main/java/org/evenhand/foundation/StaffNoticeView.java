package org.evenhand.foundation;

import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it lies in somebody's inbox. Null fields as in {@link StaffNotice}, and besides:
 *
 * @param officer the one person whom it is for; null where it is for a post
 * @param post the post that it is for; null where it is for one person
 * @param areas the service areas for which the post is meant; empty for all
 * @param readAt when this reader first read it; null if they did not
 * @param settledAt when what it asks for was done; null until then
 */
public record StaffNoticeView(
    UUID id,
    @Nullable ActorId officer,
    @Nullable Role post,
    Set<ServiceAreaCode> areas,
    StaffNoticeKind kind,
    String code,
    SortedMap<String, StaffNoticeValue> values,
    @Nullable GlobalId about,
    @Nullable UUID person,
    StaffNoticeUrgency urgency,
    @Nullable String answeredBy,
    Instant toldAt,
    @Nullable Instant readAt,
    @Nullable Instant settledAt) {
  public StaffNoticeView {
    areas = Set.copyOf(areas);
  }

  /** Whether it still wants to be read: neither read nor settled. */
  public boolean unread() {
    return readAt == null && settledAt == null;
  }
}
