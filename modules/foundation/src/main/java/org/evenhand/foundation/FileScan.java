package org.evenhand.foundation;

import java.io.IOException;
import java.io.InputStream;

/** Looks for viruses in what was uploaded, before anything of it is kept. */
public interface FileScan {

  /** What the scanner said. */
  sealed interface Result {

    /** Nothing was found. */
    record Clean() implements Result {}

    /**
     * @param signature what the scanner calls it
     */
    record Infected(String signature) implements Result {}

    /** More than the scanner takes. */
    record TooLarge() implements Result {}
  }

  /**
   * @throws IOException if the scanner does not answer; then the file is not taken
   */
  Result scan(InputStream content) throws IOException;
}
