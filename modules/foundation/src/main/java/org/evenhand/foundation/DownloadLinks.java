package org.evenhand.foundation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links to what a module keeps by itself and hands out, good for minutes and for one actor, as
 * those of {@link Files} are.
 */
public interface DownloadLinks {

  /**
   * A link for this actor; whoever hands it out has settled that they may see the thing.
   *
   * @param path where it is fetched, relative to the server; holds ids and never a name
   * @param thing what the link opens
   */
  FileLink link(String path, UUID thing, Actor by, Instant now);

  /**
   * Why a link's token does not open the thing for this actor: FILE_LINK_INVALID,
   * FILE_LINK_EXPIRED; null if it does.
   */
  @Nullable Refusal refusal(UUID thing, String token, Actor by, Instant now);
}
