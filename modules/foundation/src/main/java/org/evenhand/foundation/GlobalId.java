package org.evenhand.foundation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * An identifier as the GraphQL API gives it out: opaque, and good for {@code node}.
 *
 * @param type the GraphQL type's name
 */
public record GlobalId(String type, UUID id) {

  @Override
  public String toString() {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes =
        ByteBuffer.allocate(16 + name.length)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(name)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static String of(String type, UUID id) {
    return new GlobalId(type, id).toString();
  }

  /** Empty for anything that this API never gave out. */
  public static Optional<GlobalId> parse(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length < 17 || bytes.length > 80) {
      return Optional.empty();
    }
    String type =
        new String(Arrays.copyOfRange(bytes, 16, bytes.length), StandardCharsets.US_ASCII);
    if (!type.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    return Optional.of(new GlobalId(type, new UUID(buffer.getLong(), buffer.getLong())));
  }

  /** The UUID of an identifier that must be of this type; empty for any other. */
  public static Optional<UUID> uuid(String type, String text) {
    return parse(text).filter(g -> g.type().equals(type)).map(GlobalId::id);
  }
}
