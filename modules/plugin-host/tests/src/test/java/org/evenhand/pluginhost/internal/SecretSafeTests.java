package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class SecretSafeTests {

  private static final SecretSafe SAFE =
      SecretSafe.with("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  private static final SecretSafe ANOTHER =
      SecretSafe.with("ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=");

  @Property(tries = 200)
  void opensInItsOwnPlaceWithItsOwnKeyAndNowhereElse(
      @ForAll @NotEmpty byte[] random, @ForAll int flipped) {
    String secret = new String(random, StandardCharsets.ISO_8859_1);
    byte[] sealed = SAFE.sealed(secret, "one/token");

    assertThat(SAFE.opened(sealed, "one/token")).contains(secret);
    assertThat(SAFE.opened(sealed, "two/token")).isEmpty();
    assertThat(SAFE.opened(sealed, "one/password")).isEmpty();
    assertThat(ANOTHER.opened(sealed, "one/token")).isEmpty();
    assertThat(SecretSafe.with(" ").opened(sealed, "one/token")).isEmpty();
    assertThat(SAFE.sealed(secret, "one/token")).isNotEqualTo(sealed);

    byte[] changed = sealed.clone();
    changed[Math.floorMod(flipped, changed.length)] ^= 1;
    assertThat(SAFE.opened(changed, "one/token")).isEmpty();
    assertThat(SAFE.fingerprint(secret))
        .isEqualTo(SAFE.fingerprint(secret))
        .isNotEqualTo(ANOTHER.fingerprint(secret));
  }
}
