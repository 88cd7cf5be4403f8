package org.evenhand.foundation.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SHA-256 as {@code Content-Digest} and {@code Repr-Digest} write it (RFC 9530). */
final class ContentDigest {

  private static final Pattern MEMBER =
      Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?=,|$)");
  private static final int LONGEST = 1000;

  private ContentDigest() {}

  /** The SHA-256 among the digests given; empty where there is none. */
  static Optional<byte[]> parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher member = MEMBER.matcher(text);
    return member.find()
        ? Optional.of(Base64.getDecoder().decode(member.group(1)))
        : Optional.empty();
  }

  static String format(byte[] sha256) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
  }

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
