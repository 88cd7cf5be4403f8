package org.evenhand.foundation;

/** Who acted: the subject of the token, stable and without meaning. */
public record ActorId(String value) {

  /** The council's own clockwork: sweeps, the sealer, lapses. It never decides about a person. */
  public static final ActorId SYSTEM = new ActorId("system");

  public ActorId {
    if (value.isBlank() || value.length() > 200) {
      throw new IllegalArgumentException("an actor has an id of 1 to 200 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
