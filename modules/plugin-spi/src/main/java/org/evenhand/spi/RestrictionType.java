package org.evenhand.spi;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * A kind of action the council can take (P8.3, P9.1). A type is a compiler: it turns settings into
 * contact rules, once, when the action is imposed or varied. What was compiled is what counts from
 * then on; the type is not asked at the front desk.
 *
 * <p>Built-in types implement this interface too, and nothing asks which is which. Every method is
 * pure: no clock, no input or output, the same answer for the same arguments. Implementations are
 * called from several threads.
 */
public interface RestrictionType extends ExtensionPoint {

  /** Stable id, such as {@code housing.repairs-by-text}; never changes and is never reused. */
  TypeId id();

  /** What it is called. */
  Texts name();

  /** What it does and when it suits, in a sentence or two for the officer who chooses. */
  Texts description();

  /** What it can be; the core settles which for each imposition. At least one. */
  Set<Nature> natures();

  /** Which side of contact it bears on. */
  Axis axis();

  Appealability appealability();

  /** The line of the authority matrix that says who may impose it. */
  AuthorityAction authority();

  /** The longest time to the first review; the policy may ask for a shorter one. */
  Period reviewInterval();

  /** Types that cannot be in force beside this one. */
  default Set<TypeId> conflicts() {
    return Set.of();
  }

  /** What it wants to know, in the order of the form. */
  List<SettingDescriptor> settings();

  /** Raised whenever stored settings could be read differently; from 1. */
  int settingsVersion();

  /**
   * What descriptors cannot say: the house has checked presence, kind and range before. Empty when
   * the settings can be compiled.
   */
  default List<SettingProblem> validate(Settings settings) {
    return List.of();
  }

  /** Whether it suits this customer. */
  default Assessment assess(Settings settings, AssessmentFacts facts) {
    return Assessment.accepted();
  }

  /** The rules of these settings; ids unique. May be empty for an action that rules no contact. */
  List<Rule> compile(Settings settings);

  /** The type's part of the letter. */
  LetterWording letter(Settings settings);

  /** The type's words for officers. */
  StaffWording staffWording(Settings settings);

  /** Settings stored by an earlier version, in this version's form. */
  default Upgrade upgrade(int fromVersion, Settings settings) {
    return fromVersion == settingsVersion()
        ? new Upgrade.Upgraded(settings)
        : new Upgrade.NeedsDecision(
            Texts.en("Settings of version " + fromVersion + " have to be looked at again"));
  }
}
