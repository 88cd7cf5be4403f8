package org.evenhand.foundation;

import java.util.Optional;
import java.util.UUID;

/**
 * How a module finds one of its things for {@code node}, by the same reading rules as elsewhere.
 */
public interface NodeSource {

  /** The GraphQL type's name, as in {@link GlobalId#type()}. */
  String type();

  /** Empty if there is none, or none that the caller may see. */
  Optional<?> find(UUID id);
}
