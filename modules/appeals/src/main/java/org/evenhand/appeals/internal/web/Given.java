package org.evenhand.appeals.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.correspondence.Language;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Ids and codes as a client gave them. One that this API never gave out names nothing: it is
 * refused as not found, at its place in the input.
 */
final class Given {

  private static final UUID NOTHING = new UUID(0, 0);

  private final List<Refusal> refusals = new ArrayList<>();

  List<Refusal> refusals() {
    return refusals;
  }

  <T> T id(String type, String text, Function<UUID, T> as, String... path) {
    Optional<UUID> id = GlobalId.uuid(type, text);
    if (id.isEmpty()) {
      refusals.add(Refusal.notFound(type, path));
    }
    return as.apply(id.orElse(NOTHING));
  }

  <T> @Nullable T idIfAny(
      String type, @Nullable String text, Function<UUID, T> as, String... path) {
    return text == null ? null : id(type, text, as, path);
  }

  /** In the order given; what is wrong is named by its place. */
  <T> List<T> list(String type, List<String> texts, Function<UUID, T> as, String path) {
    var all = new ArrayList<T>();
    for (int i = 0; i < texts.size(); i++) {
      all.add(id(type, texts.get(i), as, path, Integer.toString(i)));
    }
    return all;
  }

  /** A language by its tag; English where there is no such tag, with the refusal. */
  Language language(String tag, String... path) {
    try {
      return new Language(tag);
    } catch (IllegalArgumentException e) {
      refusals.add(Refusal.at("NOTICE_LANGUAGE_WITHOUT_WORDING", path));
      return Language.ENGLISH;
    }
  }

  ActorId actor(String subject, String... path) {
    if (subject.isBlank() || subject.length() > 200) {
      refusals.add(Refusal.notFound("Actor", path));
      return ActorId.SYSTEM;
    }
    return new ActorId(subject);
  }
}
