package org.evenhand.restrictions;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.spi.Channel;

/** One thing that a court's terms say, as far as contact with the council goes. */
public sealed interface CourtTerm {

  /** Not to come to these buildings. */
  record KeepAway(Set<UUID> buildings) implements CourtTerm {
    public KeepAway {
      buildings = java.util.Collections.unmodifiableSet(new TreeSet<>(buildings));
    }
  }

  /** No contact on these channels. */
  record NoContact(Set<Channel> channels) implements CourtTerm {
    public NoContact {
      var copy = EnumSet.noneOf(Channel.class);
      copy.addAll(channels);
      channels = java.util.Collections.unmodifiableSet(copy);
    }
  }

  /** Contact on this channel only. */
  record OnlyBy(Channel channel) implements CourtTerm {}

  /** No contact with these officers. */
  record NotWith(Set<UUID> officers) implements CourtTerm {
    public NotWith {
      officers = java.util.Collections.unmodifiableSet(new TreeSet<>(officers));
    }
  }

  /** Anything else, that staff have to know. */
  record ToKnow(String words) implements CourtTerm {}
}
