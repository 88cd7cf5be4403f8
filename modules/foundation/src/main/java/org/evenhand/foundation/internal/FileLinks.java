package org.evenhand.foundation.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.DownloadLinks;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tokens of download links: the instant until which they are good, and a signature over it, the
 * file and the actor. The actor is not in the token, so whoever else brings it has another one.
 */
@Component
class FileLinks implements DownloadLinks {

  private static final String HMAC = "HmacSHA256";
  private static final int MAC_BYTES = 32;

  private final JdbcClient jdbc;
  private final FileSettings settings;
  private volatile @Nullable SecretKeySpec key;

  FileLinks(JdbcClient jdbc, FileSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  @Override
  public FileLink link(String path, UUID thing, Actor by, Instant now) {
    Instant until = Instant.ofEpochSecond(now.plus(settings.linkFor()).getEpochSecond());
    return new FileLink(path + "?token=" + token(new FileId(thing), by.id(), until), until);
  }

  @Override
  public @Nullable Refusal refusal(UUID thing, String token, Actor by, Instant now) {
    Optional<Instant> until = until(new FileId(thing), by.id(), token);
    if (until.isEmpty()) {
      return Refusal.of("FILE_LINK_INVALID");
    }
    return now.isBefore(until.get()) ? null : Refusal.of("FILE_LINK_EXPIRED");
  }

  String token(FileId file, ActorId actor, Instant until) {
    byte[] signature = sign(file, actor, until.getEpochSecond());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(Long.BYTES + MAC_BYTES)
                .putLong(until.getEpochSecond())
                .put(signature)
                .array());
  }

  /** Until when this token is good; empty if it was not given to this actor for this file. */
  Optional<Instant> until(FileId file, ActorId actor, String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != Long.BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    long until = ByteBuffer.wrap(bytes).getLong();
    byte[] given = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    return MessageDigest.isEqual(given, sign(file, actor, until))
        ? Optional.of(Instant.ofEpochSecond(until))
        : Optional.empty();
  }

  private byte[] sign(FileId file, ActorId actor, long until) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key());
      mac.update(
          ByteBuffer.allocate(3 * Long.BYTES)
              .putLong(file.value().getMostSignificantBits())
              .putLong(file.value().getLeastSignificantBits())
              .putLong(until)
              .array());
      return mac.doFinal(actor.value().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      known =
          new SecretKeySpec(
              jdbc.sql("select key from foundation.file_link_key").query(byte[].class).single(),
              HMAC);
      key = known;
    }
    return known;
  }
}
