package org.evenhand.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;

/**
 * Saying what is about a matter, so that what we owe there is weighed with it (F16, P6.3a).
 *
 * <p>Refused: a matter or thing that does not exist or that the caller may not see (NOT_FOUND);
 * somebody else's (LINK_TO_ANOTHER_CUSTOMER); one about a person nobody named yet
 * (CUSTOMER_NOT_IDENTIFIED); a contact that is about another matter (CONTACT_HAS_MATTER); the same
 * link twice (LINKED_ALREADY).
 */
public interface LinkingMatters {

  /**
   * @param linked of a consideration, whoever calls has made sure that it is the same customer's
   */
  record LinkToMake(MatterId matterId, LinkedKind kind, UUID linked) {}

  Outcome<MatterLinkView> link(LinkToMake command, Actor actor, Instant now);

  /** Undoes a link with the reason. Refused besides: what is not linked (NOT_LINKED). */
  Outcome<MatterLinkView> unlink(LinkToMake command, String reason, Actor actor, Instant now);

  /** Of these matters, those in place, in the order in which they were made. */
  List<MatterLinkView> of(Collection<MatterId> matters);

  /** The matters to which these things are linked, contacts left out: they name theirs. */
  List<MatterLinkView> to(LinkedKind kind, Collection<UUID> linked);

  MatterLinkView find(UUID id);
}
