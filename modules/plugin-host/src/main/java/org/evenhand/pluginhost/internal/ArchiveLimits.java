package org.evenhand.pluginhost.internal;

/**
 * How much of a jar is read into memory at most.
 *
 * @param fileBytes size of the jar
 * @param entries number of files in it
 * @param entryBytes size of one of them, unpacked
 * @param totalBytes size of all of them, unpacked
 * @param ratio most times larger than the jar that its content may be
 */
record ArchiveLimits(long fileBytes, int entries, long entryBytes, long totalBytes, int ratio) {
  static final ArchiveLimits USUAL =
      new ArchiveLimits(20L << 20, 10_000, 16L << 20, 64L << 20, 100);
}
