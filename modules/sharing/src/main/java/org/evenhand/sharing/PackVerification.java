package org.evenhand.sharing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.evenhand.sharing.internal.PackCheck;
import org.jspecify.annotations.Nullable;

/** Looks through an evidence pack without the server, the database or the network (F7). */
public final class PackVerification {

  private PackVerification() {}

  /**
   * What does not hold, one line each; empty when the pack is whole.
   *
   * @param signedBy the thumbprint that the council publishes for its key; null to take the key
   *     that is in the pack, which proves that nothing changed since somebody signed it, not who
   * @throws IOException if the file cannot be read at all
   */
  public static List<String> problems(Path pack, @Nullable String signedBy) throws IOException {
    return PackCheck.problems(pack, signedBy);
  }
}
