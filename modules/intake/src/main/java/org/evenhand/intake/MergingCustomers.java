package org.evenhand.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Holding two records to be about one person, and taking that back. A merge is a dated link:
 * nothing is moved or rewritten, so taking it back loses nothing (T21, T27).
 */
public interface MergingCustomers {

  /**
   * Two records to be held for one person.
   *
   * @param kept the record on which everything goes on
   * @param ground what it rests on; anything but agreeing identifiers needs evidence in words
   */
  record Merge(
      CustomerId kept,
      CustomerId merged,
      MergeGround ground,
      Confidence confidence,
      String why,
      @Nullable String evidence) {}

  record Unmerge(CustomerMergeId id, int expectedVersion, String why) {}

  /**
   * Merges two records. The head of customer services may; a head of service may where everything
   * on both records belongs to their own areas.
   *
   * <p>Refused: a record into itself (MERGED_INTO_ITSELF); one that is merged already, naming the
   * kept one (CUSTOMER_MERGED); the kept one into what was merged into it (MERGE_WOULD_CIRCLE);
   * different kinds of customer (KINDS_DIFFER); fewer than two independent identifiers that agree
   * without another ground (IDENTITY_NOT_SURE); dates of birth that differ without another ground
   * (IDENTITY_CONTRADICTED); no evidence for such a ground; a confidence that is uncertain
   * (MERGE_UNCERTAIN); somebody else's areas (NOT_YOURS_TO_MERGE).
   */
  Outcome<CustomerMergeView> merge(Merge command, Actor actor, Instant now);

  /** Takes a merge back. Refused: one that has ended (MERGE_ENDED), others' areas as above. */
  Outcome<CustomerMergeView> unmerge(Unmerge command, Actor actor, Instant now);

  Optional<CustomerMergeView> find(CustomerMergeId id);

  /** Those in which these records are kept or merged, ended ones included, oldest first. */
  List<CustomerMergeView> of(Collection<CustomerId> customers);
}
