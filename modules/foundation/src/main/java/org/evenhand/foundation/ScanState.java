package org.evenhand.foundation;

/** What a virus scanner said of a file. One that is infected is never kept. */
public enum ScanState {
  /** No scanner is set up: whoever opens the file is told so. */
  NOT_SCANNED,
  CLEAN
}
