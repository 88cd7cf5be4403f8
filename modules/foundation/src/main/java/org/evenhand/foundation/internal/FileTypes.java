package org.evenhand.foundation.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a file really is, by its first bytes, whatever it is called. */
@Component
class FileTypes {

  /** How much of a file its type is known by. */
  static final int HEAD = 64 * 1024;

  private final MimeTypes known = MimeTypes.getDefaultMimeTypes();

  /** The type in the one form used here; null for something that is no media type. */
  @Nullable String normal(String type) {
    MediaType parsed = MediaType.parse(type.strip().toLowerCase(Locale.ROOT));
    return parsed == null
        ? null
        : known.getMediaTypeRegistry().normalize(parsed.getBaseType()).toString();
  }

  /**
   * What it is. Name and declared type only say which of a family it is (a document is a ZIP to its
   * first bytes); they cannot make one thing of another, nor something of bytes that say nothing.
   */
  String sniff(byte[] head, String name, String declared) {
    var nothing = new Metadata();
    MediaType bare = detect(head, nothing);
    if (bare.equals(MediaType.OCTET_STREAM)) {
      return bare.toString();
    }
    var hints = new Metadata();
    hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    hints.set(Metadata.CONTENT_TYPE, declared);
    return known.getMediaTypeRegistry().normalize(detect(head, hints).getBaseType()).toString();
  }

  private MediaType detect(byte[] head, Metadata metadata) {
    try {
      return known.detect(new ByteArrayInputStream(head), metadata);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }
}
