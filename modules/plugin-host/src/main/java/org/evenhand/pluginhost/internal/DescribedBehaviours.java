package org.evenhand.pluginhost.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.evenhand.pluginhost.internal.DescribedType.IllDescribed;
import org.evenhand.spi.BehaviourCode;
import org.evenhand.spi.Behaviours;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * All that a list of behaviours says, read once when it is loaded and never asked again: nothing of
 * the plugin runs when an incident is recorded (P7.1).
 */
record DescribedBehaviours(TypeId id, List<BehaviourCode> behaviours) {

  private static final int MOST = 200;
  private static final int LONGEST_WORDS = 500;
  private static final int LONGEST_DESCRIPTION = 2_000;

  DescribedBehaviours {
    Objects.requireNonNull(id, "id");
    behaviours = List.copyOf(behaviours);
    require(behaviours.size() <= MOST, "at most " + MOST + " behaviours");
    var codes = new HashSet<TypeId>();
    for (BehaviourCode behaviour : behaviours) {
      require(codes.add(behaviour.id()), "one behaviour for each code");
      require(
          behaviour.id().namespace().equals(id.namespace()),
          "codes that begin with the plugin's id");
      require(behaviour.words().values().containsKey("en"), "English words for each behaviour");
      require(brief(behaviour.words(), LONGEST_WORDS), "words of one line");
      require(brief(behaviour.description(), LONGEST_DESCRIPTION), "a short description");
    }
  }

  /** Calls the plugin; anything may be thrown. */
  static DescribedBehaviours read(Behaviours list) {
    return new DescribedBehaviours(list.id(), list.behaviours());
  }

  private static boolean brief(Texts texts, int longest) {
    return texts.values().values().stream().allMatch(words -> words.length() <= longest);
  }

  private static void require(boolean met, String what) {
    if (!met) {
      throw new IllDescribed("a list of behaviours has " + what);
    }
  }
}
