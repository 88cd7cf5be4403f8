package org.evenhand.spi;

/**
 * The stable name of something a plugin or the house provides, such as {@code
 * housing.repairs-by-text}: a namespace and a name, each lower-case words joined by hyphens.
 * Built-in things live in {@link #BUILT_IN}. Ids are stored with what they made and never reused
 * for something else.
 *
 * @param value namespace, a dot, name; refused in any other shape
 */
public record TypeId(String value) implements Comparable<TypeId> {
  /** The namespace of everything the house itself provides; plugins may not use it. */
  public static final String BUILT_IN = "evenhand";

  public TypeId {
    int dot = value.indexOf('.');
    if (dot < 0
        || !Names.kebab(value.substring(0, dot))
        || !Names.kebab(value.substring(dot + 1))) {
      throw new IllegalArgumentException(
          "An id is namespace.name in lower-case words joined by hyphens, not \"" + value + "\"");
    }
  }

  public static TypeId of(String value) {
    return new TypeId(value);
  }

  /** A built-in id: {@code evenhand.<name>}. */
  public static TypeId builtIn(String name) {
    return new TypeId(BUILT_IN + "." + name);
  }

  public String namespace() {
    return value.substring(0, value.indexOf('.'));
  }

  public String name() {
    return value.substring(value.indexOf('.') + 1);
  }

  @Override
  public int compareTo(TypeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
