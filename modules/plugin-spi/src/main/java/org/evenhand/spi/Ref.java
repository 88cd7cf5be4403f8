package org.evenhand.spi;

import java.util.UUID;

/**
 * Points at something the core owns: an officer, a building. Rules and settings hold such pointers
 * and never names or numbers, and they are resolved as of the moment of a check, so that a point of
 * contact who leaves or a number that changes needs no new rule (T14).
 *
 * @param kind what it points at
 * @param id the core's identifier; not blank; opaque to a plugin
 */
public record Ref(RefKind kind, String id) implements Comparable<Ref> {
  public Ref {
    if (id.isBlank() || id.length() > 200) {
      throw new IllegalArgumentException(
          "A reference needs an identifier of at most 200 characters");
    }
  }

  public static Ref officer(String id) {
    return new Ref(RefKind.OFFICER, id);
  }

  public static Ref officer(UUID id) {
    return new Ref(RefKind.OFFICER, id.toString());
  }

  public static Ref team(String id) {
    return new Ref(RefKind.TEAM, id);
  }

  public static Ref serviceArea(String id) {
    return new Ref(RefKind.SERVICE_AREA, id);
  }

  public static Ref serviceArea(UUID id) {
    return new Ref(RefKind.SERVICE_AREA, id.toString());
  }

  public static Ref building(String id) {
    return new Ref(RefKind.BUILDING, id);
  }

  public static Ref building(UUID id) {
    return new Ref(RefKind.BUILDING, id.toString());
  }

  public static Ref zone(String id) {
    return new Ref(RefKind.ZONE, id);
  }

  public static Ref matter(String id) {
    return new Ref(RefKind.MATTER, id);
  }

  public static Ref matter(UUID id) {
    return new Ref(RefKind.MATTER, id.toString());
  }

  public static Ref party(String id) {
    return new Ref(RefKind.PARTY, id);
  }

  public static Ref endpoint(String id) {
    return new Ref(RefKind.ENDPOINT, id);
  }

  Ref require(RefKind... kinds) {
    for (RefKind wanted : kinds) {
      if (kind == wanted) {
        return this;
      }
    }
    throw new IllegalArgumentException("A reference to " + kind + " does not belong here");
  }

  @Override
  public int compareTo(Ref other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }
}
