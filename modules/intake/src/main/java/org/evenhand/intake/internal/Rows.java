package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/** Column values as the model writes them. */
final class Rows {

  private Rows() {}

  static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  static @Nullable ActorId actor(@Nullable String id) {
    return id == null ? null : new ActorId(id);
  }

  static @Nullable ServiceAreaCode area(@Nullable String code) {
    return code == null ? null : new ServiceAreaCode(code);
  }

  static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  static <E extends Enum<E>> Set<E> set(Class<E> type, String[] names) {
    Set<E> values = EnumSet.noneOf(type);
    Arrays.stream(names).forEach(name -> values.add(Enum.valueOf(type, name)));
    return values;
  }

  /** Names in the order of the enumeration. */
  static <E extends Enum<E>> List<String> names(Set<E> values) {
    return values.stream().sorted().map(Enum::name).toList();
  }
}
