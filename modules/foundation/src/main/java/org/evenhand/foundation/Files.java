package org.evenhand.foundation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files: announced, sent, checked, kept by the record they belong to, and handed out on links that
 * are good for minutes and for one actor. A module that takes a file in an act asks {@link #usable}
 * before it writes and calls {@link #keep} when it does.
 */
public interface Files {

  /**
   * A file that somebody is about to send.
   *
   * @param digest SHA-256 of the whole content, as in RFC 9530: {@code sha-256=:…:}
   */
  record ToUpload(String name, String type, long size, String digest) {}

  /**
   * Announces a file.
   *
   * <p>Refused: a name that is missing or too long, a type that is not taken (TYPE_NOT_TAKEN), no
   * content or too much of it (SIZE_OUT_OF_RANGE), a digest that cannot be read (DIGEST_MALFORMED),
   * and more open uploads or bytes than one person may have (TOO_MANY_UPLOADS).
   */
  Outcome<FileView> start(ToUpload file, Actor by, Instant now);

  /**
   * Takes the content of a file that this actor announced. It is read once, to a place without a
   * name, and only what passed every check is written, in one transaction: a sender that goes away
   * leaves nothing. Content that came before is not asked for again.
   *
   * <p>Refused: nothing announced under this id by this actor (NOT_FOUND), too late
   * (UPLOAD_EXPIRED), another digest than announced (DIGEST_DIFFERS), another size (SIZE_DIFFERS),
   * another type than declared (TYPE_DIFFERS), a virus (FILE_INFECTED; the announcement is ended
   * and audited), a scanner that does not answer (SCAN_UNAVAILABLE) or takes no file of this size
   * (FILE_TOO_LARGE_TO_SCAN).
   *
   * @param digest as the request's header gives it; null if it gives none
   * @throws IOException if the sender goes away
   */
  Outcome<FileView> receive(
      FileId id, @Nullable String digest, InputStream content, Actor by, Instant now)
      throws IOException;

  /**
   * Why this actor cannot use the file in an act; null if they can. Only who sent a file uses it,
   * once it came, and only once.
   */
  @Nullable Refusal usable(FileId id, Actor by, String... path);

  /**
   * Gives the file to the record it belongs to, in the caller's transaction. Ask {@link #usable}
   * first.
   *
   * @param person whose record that is; null for nobody's
   */
  FileView keep(FileId id, GlobalId owner, @Nullable UUID person, Instant now);

  /** The record turned out to be about somebody else (T27): its files follow. */
  void nowAbout(GlobalId owner, @Nullable UUID person);

  Optional<FileView> find(FileId id);

  /** Those that exist. */
  Map<FileId, FileView> named(Collection<FileId> ids);

  /** A link for this actor; whoever hands it out has settled that they may see the file. */
  FileLink link(FileId id, Actor by, Instant now);

  /**
   * Opens a file by a link's token, and logs that before the answer.
   *
   * <p>Refused: a token that was not given to this actor for this file (FILE_LINK_INVALID), one
   * that is over (FILE_LINK_EXPIRED), a file that is not there (NOT_FOUND).
   */
  Outcome<FileContent> open(FileId id, String token, Actor by, Instant now);

  /** What writes the content of a file, from its beginning to its end. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Keeps a file that the product itself makes, in the caller's transaction. It may be of any size:
   * what is written goes on piece by piece. If writing fails nothing of it is left.
   *
   * @param owner the record it belongs to
   * @param person whose record that is; null for nobody's
   */
  FileView make(
      String name,
      String type,
      GlobalId owner,
      @Nullable UUID person,
      Writing content,
      Actor by,
      Instant now);

  /**
   * What is in a kept file, for a module that hands it on within something else; whoever does has
   * settled that it may be seen, and logs that it was. Empty for one that is not kept.
   */
  Optional<FileContent> content(FileId id);

  /**
   * What is in a file that this actor sent and no act has used yet, for an act or a preview that
   * has to look into it first. Empty for any other.
   */
  Optional<FileContent> received(FileId id, Actor by);
}
