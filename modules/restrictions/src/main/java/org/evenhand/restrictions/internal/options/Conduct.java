package org.evenhand.restrictions.internal.options;

import java.util.Comparator;
import org.evenhand.intake.ConductFamily;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, as it was coded: conduct of one family on one channel. It says nothing
 * about the person, and nothing in here ranks anybody.
 *
 * @param family null for conduct that no family names
 * @param grave an assault or a threat was part of it, so that help alone does not answer it
 */
public record Conduct(@Nullable ConductFamily family, Channel channel, boolean grave)
    implements Comparable<Conduct> {

  private static final Comparator<Conduct> ORDER =
      Comparator.<Conduct>comparingInt(c -> c.grave ? 0 : 1)
          .thenComparing(c -> c.family == null ? "" : c.family.name())
          .thenComparing(Conduct::channel);

  @Override
  public int compareTo(Conduct other) {
    return ORDER.compare(this, other);
  }
}
