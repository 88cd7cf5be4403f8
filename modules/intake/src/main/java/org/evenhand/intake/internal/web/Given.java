package org.evenhand.intake.internal.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/** Reads ids and codes of an input; what cannot be one is refused like what does not exist. */
final class Given {

  private static final UUID NOBODY = new UUID(0, 0);

  private final List<Refusal> refusals = new ArrayList<>();

  /** The id of something of this type; the refusal is kept if it cannot be one. */
  <I> I id(String type, Function<UUID, I> as, String text, String... path) {
    Optional<UUID> uuid = GlobalId.uuid(type, text);
    if (uuid.isEmpty()) {
      refusals.add(Refusal.notFound(type, path));
    }
    return as.apply(uuid.orElse(NOBODY));
  }

  /** As {@link #id} for one that may be missing. */
  <I> @Nullable I idOrNull(
      String type, Function<UUID, I> as, @Nullable String text, String... path) {
    return text == null ? null : id(type, as, text, path);
  }

  <I> List<I> ids(String type, Function<UUID, I> as, List<String> texts, String path) {
    var ids = new ArrayList<I>();
    for (int i = 0; i < texts.size(); i++) {
      ids.add(id(type, as, texts.get(i), path, Integer.toString(i)));
    }
    return ids;
  }

  ServiceAreaCode area(String code, String... path) {
    try {
      return new ServiceAreaCode(code);
    } catch (IllegalArgumentException malformed) {
      refusals.add(Refusal.notFound("ServiceArea", path));
      return new ServiceAreaCode("none");
    }
  }

  @Nullable ServiceAreaCode areaOrNull(@Nullable String code, String... path) {
    return code == null ? null : area(code, path);
  }

  @Nullable ActorId actorOrNull(@Nullable String subject, String... path) {
    if (subject == null) {
      return null;
    }
    if (subject.isBlank() || subject.length() > 200) {
      refusals.add(Refusal.notFound("Officer", path));
      return null;
    }
    return new ActorId(subject.strip());
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** The refusal of the whole input; null when everything could be read. */
  <T> @Nullable Outcome<T> refused() {
    return refusals.isEmpty() ? null : Outcome.refused(refusals);
  }
}
