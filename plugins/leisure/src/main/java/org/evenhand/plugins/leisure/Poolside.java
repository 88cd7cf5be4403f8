package org.evenhand.plugins.leisure;

import static org.evenhand.plugins.leisure.LeisureWords.say;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.BehaviourCode;
import org.evenhand.spi.BehaviourFamily;
import org.evenhand.spi.Behaviours;
import org.evenhand.spi.Obligation;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/** What happens at leisure centres and nowhere else, named as a lifeguard would (P7.1). */
@Extension
public final class Poolside implements Behaviours {

  static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

  @Override
  public TypeId id() {
    return TypeId.of("leisure.poolside");
  }

  @Override
  public List<BehaviourCode> behaviours() {
    return List.of(
        code("instruction-not-followed", BehaviourFamily.NON_COOPERATION, Set.of()),
        code("put-swimmers-at-risk", BehaviourFamily.THREAT, Set.of(Obligation.CONSIDER_HAT)),
        code(
            "watched-or-filmed-children",
            BehaviourFamily.OTHER,
            Set.of(Obligation.TELL_SAFEGUARDING)),
        code("damaged-equipment", BehaviourFamily.THREAT, Set.of()));
  }

  private static BehaviourCode code(String name, BehaviourFamily family, Set<Obligation> opens) {
    return new BehaviourCode(
        TypeId.of("leisure." + name),
        family,
        say("behaviour." + name),
        say("behaviour." + name + ".description"),
        opens,
        false,
        FIRST,
        null);
  }
}
