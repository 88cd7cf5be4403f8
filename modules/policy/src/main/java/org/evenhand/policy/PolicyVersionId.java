package org.evenhand.policy;

import java.util.UUID;

/** Names one version of the policy; every decision carries the one it was made under (PP.1). */
public record PolicyVersionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
