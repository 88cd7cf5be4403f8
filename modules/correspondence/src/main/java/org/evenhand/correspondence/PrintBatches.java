package org.evenhand.correspondence;

import java.time.LocalDate;
import java.util.Optional;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.jspecify.annotations.Nullable;

/**
 * Printing and posting: letters planned for the post go to the printer in batches, each in exactly
 * one, and count as sent on the day on which somebody says that the batch was posted (P10.3). Acts
 * run inside {@code Acts}.
 */
public interface PrintBatches {

  /**
   * Puts every letter that is due into one batch. Before the cut-off of a working day it is for
   * that day's post, after it for the next working day's.
   *
   * <p>Refused: {@code PRINT_NO_FOLDER}, {@code PRINT_NOTHING_DUE}.
   */
  Outcome<PrintBatchView> make();

  /**
   * Records each of its letters as sent on that day. A letter that was served another way meanwhile
   * keeps that; the answer then carries the warning {@code PRINT_ITEM_SERVED_OTHERWISE}.
   *
   * <p>Refused: {@code NOT_FOUND}, {@code STALE}, {@code PRINT_BATCH_POSTED}, {@code
   * PRINT_POSTED_IN_THE_FUTURE}, {@code PRINT_POSTED_BEFORE_MADE}.
   */
  Outcome<PrintBatchView> confirm(
      PrintBatchId id, @Nullable Integer expectedVersion, LocalDate postedOn);

  /**
   * Puts the same archive into the folder once more; nobody is served by it. Refused: {@code
   * NOT_FOUND}, {@code STALE}, {@code PRINT_NO_FOLDER}.
   */
  Outcome<PrintBatchView> reprint(PrintBatchId id, @Nullable Integer expectedVersion);

  Optional<PrintBatchView> find(PrintBatchId id);

  /** Latest first. */
  Page<PrintBatchView> page(Page.Request request);
}
