package org.evenhand.foundation.internal;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers, in the act's own transaction, what a key was used for. */
@Component
public class IdempotentActs {

  /** What a key stands for. */
  public sealed interface Claim {
    /** Nobody used it yet; it is ours if this transaction commits. */
    record New() implements Claim {}

    /** The same act was done before. */
    record DoneBefore(UUID resultId, List<String> warnings) implements Claim {}

    /** It was used for another input. */
    record OtherBody() implements Claim {}
  }

  private record Row(byte[] digest, @Nullable UUID resultId, List<String> warnings) {}

  private final JdbcClient jdbc;

  IdempotentActs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for an unfinished act under the same key, so that two at once do not both act. */
  public Claim claim(ActorId actor, String act, String key, byte[] body, Instant now) {
    byte[] digest = sha256(body);
    int added =
        jdbc.sql(
                """
                insert into foundation.idempotent_act (actor, act, key, body_digest, at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(actor.value(), act, key, digest, Timestamp.from(now))
            .update();
    if (added == 1) {
      return new Claim.New();
    }
    Row row =
        jdbc.sql(
                """
                select body_digest, result_id, warnings from foundation.idempotent_act
                 where actor = ? and act = ? and key = ?
                """)
            .params(actor.value(), act, key)
            .query(
                (r, n) ->
                    new Row(
                        r.getBytes(1),
                        r.getObject(2, UUID.class),
                        List.of((String[]) r.getArray(3).getArray())))
            .single();
    if (!Arrays.equals(row.digest(), digest) || row.resultId() == null) {
      return new Claim.OtherBody();
    }
    return new Claim.DoneBefore(row.resultId(), row.warnings());
  }

  public void remember(ActorId actor, String act, String key, UUID result, List<String> warnings) {
    jdbc.sql(
            """
            update foundation.idempotent_act set result_id = ?, warnings = ?
             where actor = ? and act = ? and key = ?
            """)
        .params(result, warnings.toArray(String[]::new), actor.value(), act, key)
        .update();
  }

  /** Forgets keys whose lifetime is over. */
  public int forgetBefore(Instant instant) {
    return jdbc.sql("delete from foundation.idempotent_act where at < ?")
        .param(Timestamp.from(instant))
        .update();
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
