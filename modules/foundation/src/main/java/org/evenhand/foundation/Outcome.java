package org.evenhand.foundation;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of an act: it was done, or it was refused and nothing was written. */
public sealed interface Outcome<T> {

  /** The act was done. */
  record Done<T>(T value, List<Warning> warnings) implements Outcome<T> {
    public Done {
      warnings = List.copyOf(warnings);
    }
  }

  /** The act was refused, for every reason that could be found, not only the first. */
  record Refused<T>(List<Refusal> refusals) implements Outcome<T> {
    public Refused {
      refusals = List.copyOf(refusals);
      if (refusals.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value, List.of());
  }

  static <T> Outcome<T> done(T value, List<Warning> warnings) {
    return new Done<>(value, warnings);
  }

  static <T> Outcome<T> refused(Refusal... refusals) {
    return new Refused<>(List.of(refusals));
  }

  static <T> Outcome<T> refused(List<? extends Refusal> refusals) {
    return new Refused<>(List.copyOf(refusals));
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> then) {
    return switch (this) {
      case Done<T>(T value, List<Warning> warnings) -> new Done<>(then.apply(value), warnings);
      case Refused<T>(List<Refusal> refusals) -> new Refused<>(refusals);
    };
  }

  /** What was done, or null where the act was refused: for the nullable field of a payload. */
  default @Nullable T orNull() {
    return this instanceof Done<T>(T value, List<Warning> ignored) ? value : null;
  }

  default List<Refusal> refusals() {
    return this instanceof Refused<T>(List<Refusal> all) ? all : List.of();
  }

  default List<Warning> warnings() {
    return this instanceof Done<T>(T ignored, List<Warning> all) ? all : List.of();
  }
}
