package org.evenhand.correspondence;

/** The forms in which a letter is kept; all hold the same words. */
public enum LetterFormat {
  /** A whole page, its language marked, without scripts or anything loaded from elsewhere. */
  HTML("text/html;charset=UTF-8", "html"),
  /** The same words without markup. */
  TEXT("text/plain;charset=UTF-8", "txt"),
  /** Tagged for assistive technology (PDF/UA-1), set for a window envelope, fonts inside. */
  PDF("application/pdf", "pdf");

  private final String mediaType;
  private final String extension;

  LetterFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Without a dot. */
  public String extension() {
    return extension;
  }
}
