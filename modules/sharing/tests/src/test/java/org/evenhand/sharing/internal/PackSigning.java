package org.evenhand.sharing.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Signs a pack again with a key that is not the council's. */
public final class PackSigning {

  private PackSigning() {}

  public static boolean opensWith(String sealed, String secret) {
    return KeySafe.opened(sealed, Base64.getDecoder().decode(secret)).isPresent();
  }

  /** The same pieces under a new list of contents, a new signature and a new key. */
  public static Map<String, byte[]> signed(Map<String, byte[]> pieces, KeyPair key)
      throws GeneralSecurityException {
    var own = new LinkedHashMap<>(pieces);
    own.keySet().removeAll(Set.of("manifest.json", "manifest.jws", "key.json"));
    var archive = new PackArchive(new ByteArrayOutputStream(), Instant.EPOCH);
    own.forEach(
        (path, content) -> {
          try {
            archive.add(path, content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    byte[] manifest = PackPages.json(PackPages.tree(Map.of("pieces", archive.pieces())));
    String jwk = PackSignature.jwk(key.getPublic().getEncoded());
    own.put("manifest.json", manifest);
    own.put(
        "manifest.jws",
        PackSignature.sign(manifest, key.getPrivate(), PackSignature.thumbprint(jwk))
            .getBytes(StandardCharsets.US_ASCII));
    own.put("key.json", jwk.getBytes(StandardCharsets.UTF_8));
    return own;
  }
}
