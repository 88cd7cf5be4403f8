package org.evenhand.spi;

import java.util.Arrays;
import java.util.Objects;

/**
 * Something already encrypted for its recipient. A delivery carries it and cannot read it.
 *
 * @param name file name without a path
 * @param mediaType of the ciphertext
 * @param recipient the partner it is sealed for; opaque
 * @param ciphertext copied in and out
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedArtefact(String name, String mediaType, String recipient, byte[] ciphertext) {
  public SealedArtefact {
    if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("An artefact has a plain file name");
    }
    ciphertext = ciphertext.clone();
  }

  @Override
  public byte[] ciphertext() {
    return ciphertext.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedArtefact that
        && name.equals(that.name)
        && mediaType.equals(that.mediaType)
        && recipient.equals(that.recipient)
        && Arrays.equals(ciphertext, that.ciphertext);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, mediaType, recipient, Arrays.hashCode(ciphertext));
  }

  @Override
  public String toString() {
    return "SealedArtefact[" + name + ", " + ciphertext.length + " bytes]";
  }
}
