package org.evenhand.restrictions;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Refusal;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Rule;
import org.evenhand.spi.StaffWording;
import org.jspecify.annotations.Nullable;

/**
 * What imposing an action would mean, before anybody signs (P9.3).
 *
 * @param rules as they would be stored; empty while the settings cannot be compiled
 * @param letter the type's part of the letter; null while it cannot be written
 * @param staffWording null as above
 * @param appealable whether the customer could appeal against it
 * @param corporate whether it is the Head of Customer Services' to decide (T5)
 * @param reviewOn by when it would be reviewed
 * @param effects what the customer could still do, everything in force together
 * @param refusals why {@code impose} would refuse now; empty when it would not
 */
public record RestrictionPreviewView(
    List<Rule> rules,
    @Nullable LetterWording letter,
    @Nullable StaffWording staffWording,
    boolean appealable,
    boolean corporate,
    LocalDate reviewOn,
    List<CumulativeEffectView> effects,
    List<Refusal> refusals) {
  public RestrictionPreviewView {
    rules = List.copyOf(rules);
    effects = List.copyOf(effects);
    refusals = List.copyOf(refusals);
  }
}
