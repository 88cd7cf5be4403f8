package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --verify-pack} needs a file and nothing else (F7). */
class VerifyPackTests {

  @TempDir Path folder;

  @Test
  @DisplayName("F7: an archive without list, signature and key is no pack: the command ends with 1")
  void refusesWhatIsNoPack() throws IOException {
    Path file = folder.resolve("pack.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("letter.txt"));
      zip.write(1);
    }

    assertThat(VerifyPack.run("--verify-pack", file.toString())).isEqualTo(1);
  }

  @Test
  @DisplayName("F7: without a file to read it ends with 2")
  void saysThatThereIsNothingToRead() {
    assertThat(VerifyPack.run("--verify-pack")).isEqualTo(2);
    assertThat(VerifyPack.run("--verify-pack", folder.resolve("gone.zip").toString())).isEqualTo(2);
  }
}
