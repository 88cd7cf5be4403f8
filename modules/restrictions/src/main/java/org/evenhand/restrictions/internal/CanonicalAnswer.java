package org.evenhand.restrictions.internal;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.Line;
import org.evenhand.rules.Origin;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An answer as bytes: the same answer gives the same bytes, in whichever order its maps and sets
 * come, on every node and in every release. The house's own sentences are not in it, what a rule
 * says is.
 */
final class CanonicalAnswer {

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private final StringBuilder text = new StringBuilder(1_000);

  private CanonicalAnswer() {}

  static byte[] of(ContactAnswer answer) {
    var canonical = new CanonicalAnswer();
    canonical.answer(answer);
    return canonical.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void answer(ContactAnswer answer) {
    value(answer.verdict());
    value(answer.at());
    value(answer.policyVersion());
    value(answer.appealPending());
    value(answer.reviewOverdue());
    answer.lines().forEach(this::line);
  }

  private void line(Line line) {
    text.append('\n');
    value(line.code());
    map(line.parameters());
    Origin origin = line.origin();
    if (origin != null) {
      value(origin.restrictionId());
      value(origin.ruleId());
      value(origin.source());
      value(origin.citation().document());
      value(origin.citation().clause());
      value(origin.noticeReference());
    }
    texts(line.words().instructions());
    texts(line.words().toSay());
  }

  private void texts(Texts texts) {
    map(texts.values());
  }

  private void map(Map<?, ?> map) {
    text.append('{');
    if (map.size() == 1) {
      map.forEach(this::entry);
    } else if (!map.isEmpty()) {
      var sorted = new TreeMap<String, Object>();
      map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
      sorted.forEach(this::entry);
    }
    text.append('}');
  }

  private void entry(Object key, @Nullable Object value) {
    value(key);
    value(value);
  }

  /** Each value is told from the next one by its length, so that no two answers run together. */
  private void value(@Nullable Object value) {
    switch (value) {
      case null -> text.append('-');
      case Map<?, ?> map -> map(map);
      case Set<?> set -> {
        var sorted = new TreeSet<String>();
        set.forEach(
            one -> {
              var alone = new CanonicalAnswer();
              alone.value(one);
              sorted.add(alone.text.toString());
            });
        all(sorted);
      }
      case Collection<?> all -> all(all);
      case Enum<?> one -> plain(one.name());
      case Record record -> {
        plain(record.getClass().getSimpleName());
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
          value(read(record, component));
        }
      }
      default -> plain(value.toString());
    }
  }

  private void all(Collection<?> all) {
    text.append('[');
    all.forEach(this::value);
    text.append(']');
  }

  private void plain(String value) {
    text.append(value.length()).append(':').append(value);
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
