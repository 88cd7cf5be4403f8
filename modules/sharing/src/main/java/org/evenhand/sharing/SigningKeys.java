package org.evenhand.sharing;

/** The council's own keys, whose private halves are sealed with a secret from its settings. */
public interface SigningKeys {

  /** Whether the secret opens every key that was drawn; true where none was drawn yet. */
  boolean open();
}
