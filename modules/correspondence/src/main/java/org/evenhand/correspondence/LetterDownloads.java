package org.evenhand.correspondence;

import java.time.Instant;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.Outcome;

/** Handing out the documents of a letter on links that are good for minutes and for one actor. */
public interface LetterDownloads {

  /** A link for this actor; whoever hands it out has settled that they may read the letter. */
  FileLink link(NoticeId notice, LetterFormat format, Actor by, Instant now);

  /**
   * Opens a document by a link's token; whose letter was read is logged before the answer (T20).
   *
   * <p>Refused: FILE_LINK_INVALID, FILE_LINK_EXPIRED, NOT_FOUND, FILE_ERASED.
   */
  Outcome<LetterDocument> open(
      NoticeId notice, LetterFormat format, String token, Actor by, Instant now);
}
