package org.evenhand.foundation;

import graphql.relay.Connection;
import graphql.relay.ConnectionCursor;
import graphql.relay.DefaultConnectionCursor;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a Relay connection, forward only. A cursor holds the id of the row it points at and
 * nothing else: seek by reading that row's sort values again, so a cursor tells nobody anything and
 * never expires.
 *
 * @param totalCount how many there are, up to {@link #MOST_COUNTED}; null if it was not counted
 */
public record Page<T>(List<Edge<T>> edges, PageInfo pageInfo, @Nullable Integer totalCount)
    implements Connection<T> {

  /** The largest page. */
  public static final int MOST = 100;

  /** The page when nothing is asked for. */
  public static final int USUAL = 20;

  /** Beyond this many nobody counts. */
  public static final int MOST_COUNTED = 10_000;

  /**
   * What the caller asked for, put within bounds.
   *
   * @param after the row to go on behind; null for the first page
   */
  public record Request(int first, @Nullable UUID after) {

    /** One more than the page, to know whether there is a next one. */
    public int limit() {
      return first + 1;
    }
  }

  /** Sizes above {@link #MOST} are cut to it; a cursor that is none of ours starts from the top. */
  public static Request request(@Nullable Integer first, @Nullable String after) {
    int size = first == null ? USUAL : Math.clamp(first, 0, MOST);
    return new Request(size, after == null ? null : decode(after).orElse(null));
  }

  /** A page of rows that were read with {@link Request#limit()}. */
  public static <T> Page<T> of(
      List<T> rows, Request request, Function<? super T, UUID> id, @Nullable Integer totalCount) {
    boolean more = rows.size() > request.first();
    List<Edge<T>> edges =
        rows.stream()
            .limit(request.first())
            .<Edge<T>>map(row -> new DefaultEdge<>(row, cursor(id.apply(row))))
            .toList();
    ConnectionCursor start = edges.isEmpty() ? null : edges.getFirst().getCursor();
    ConnectionCursor end = edges.isEmpty() ? null : edges.getLast().getCursor();
    return new Page<>(
        edges, new DefaultPageInfo(start, end, request.after() != null, more), totalCount);
  }

  /** The rows alone. */
  public List<T> nodes() {
    return edges.stream().map(Edge::getNode).toList();
  }

  @Override
  public List<Edge<T>> getEdges() {
    return edges;
  }

  @Override
  public PageInfo getPageInfo() {
    return pageInfo;
  }

  private static ConnectionCursor cursor(UUID id) {
    return new DefaultConnectionCursor(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array()));
  }

  private static Optional<UUID> decode(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length != 16) {
        return Optional.empty();
      }
      var buffer = ByteBuffer.wrap(bytes);
      return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
