package org.evenhand.sharing;

import java.time.Instant;
import java.util.Optional;
import org.evenhand.intake.CustomerId;

/**
 * A person's own data, for an access request (question 21): who they are to us, what was recorded,
 * decided and written to them, and to whom it was disclosed. Whatever restricts contact with them
 * restricts nothing here. What they said of themselves for equality reports is in it, and the files
 * that were handed in about them; of their household and their groups, that there is one. Third
 * parties are withheld where a field tells of them, and stand under pseudonyms where we know them
 * by name; free text wants a person's look before it goes out.
 */
public interface SubjectExports {

  /** Everybody whose record is in it is logged as read; empty where there is no such person. */
  Optional<SubjectExportView> of(CustomerId customer, Instant now);
}
