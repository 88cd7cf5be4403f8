package org.evenhand.spi;

import java.util.Arrays;
import java.util.Objects;

/**
 * A document an export made: a form, a message. The house seals it before it goes anywhere.
 *
 * @param name file name without a path
 * @param mediaType such as {@code application/pdf}
 * @param content copied in and out
 */
@SuppressWarnings("ArrayRecordComponent")
public record Artefact(String name, String mediaType, byte[] content) {
  public Artefact {
    if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("An artefact has a plain file name");
    }
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Artefact that
        && name.equals(that.name)
        && mediaType.equals(that.mediaType)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, mediaType, Arrays.hashCode(content));
  }

  @Override
  public String toString() {
    return "Artefact[" + name + ", " + content.length + " bytes]";
  }
}
