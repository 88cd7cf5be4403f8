package org.evenhand.correspondence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A letter in one form, byte for byte as it was issued (F7).
 *
 * @param digest SHA-256 of the content, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent")
public record LetterDocument(LetterFormat format, byte[] content, String digest) {

  public static LetterDocument of(LetterFormat format, byte[] content) {
    try {
      return new LetterDocument(
          format,
          content,
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
