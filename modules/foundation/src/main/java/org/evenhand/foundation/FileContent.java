package org.evenhand.foundation;

import java.io.IOException;
import java.io.OutputStream;

/** What is in a file, handed out piece by piece so that its size costs no memory. */
public interface FileContent {

  FileView file();

  /**
   * Writes all of it.
   *
   * @throws IOException if the reader goes away, or the content was erased meanwhile
   */
  void writeTo(OutputStream out) throws IOException;
}
