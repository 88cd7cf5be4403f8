package org.evenhand.restrictions.internal.types;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Field;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.Words;

/**
 * What the built-in types share: an id in the house's own namespace, the clause they come from, and
 * words from the bundle under {@code type.<name>.…}. They reach the rest of the house through the
 * SPI only, like any plugin's.
 */
abstract class BuiltInType implements RestrictionType {

  private final TypeId id;
  private final String clause;
  private final Set<Nature> natures;
  private final Axis axis;
  private final Appealability appealability;
  private final AuthorityAction authority;

  BuiltInType(
      String name,
      String clause,
      Set<Nature> natures,
      Axis axis,
      Appealability appealability,
      AuthorityAction authority) {
    this.id = TypeId.builtIn(name);
    this.clause = clause;
    this.natures = Set.copyOf(natures);
    this.axis = axis;
    this.appealability = appealability;
    this.authority = authority;
  }

  @Override
  public final TypeId id() {
    return id;
  }

  @Override
  public final Texts name() {
    return words("name");
  }

  @Override
  public final Texts description() {
    return words("description");
  }

  @Override
  public final Set<Nature> natures() {
    return natures;
  }

  @Override
  public final Axis axis() {
    return axis;
  }

  @Override
  public final Appealability appealability() {
    return appealability;
  }

  @Override
  public final AuthorityAction authority() {
    return authority;
  }

  @Override
  public Period reviewInterval() {
    return Period.ofMonths(12);
  }

  @Override
  public int settingsVersion() {
    return 1;
  }

  @Override
  public final LetterWording letter(Settings settings) {
    return new LetterWording(
        Wording.text(key("letter.what"), language -> parameters(settings, language)),
        Wording.optional(key("letter.where"), language -> parameters(settings, language)),
        Wording.optional(key("letter.when"), language -> parameters(settings, language)),
        Wording.text(key("letter.still"), language -> parameters(settings, language)),
        Wording.optional(key("letter.ends"), language -> parameters(settings, language)));
  }

  @Override
  public final StaffWording staffWording(Settings settings) {
    return new StaffWording(
        Wording.text(key("staff.summary"), language -> parameters(settings, language)),
        Wording.text(key("staff.practice"), language -> parameters(settings, language)));
  }

  /** What the texts of this type say about these settings, in one language. */
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of();
  }

  final Field required(String key) {
    return Field.required(key, words("setting." + key + ".label"))
        .help(Wording.optional(key("setting." + key + ".help")));
  }

  final Field optional(String key) {
    return Field.of(key, words("setting." + key + ".label"))
        .help(Wording.optional(key("setting." + key + ".help")));
  }

  final Texts words(String key) {
    return Wording.text(key(key));
  }

  final Rule policyRule(String ruleId, Condition when, Effect effect, Settings settings) {
    return rule(ruleId, when, effect, settings, RuleSource.POLICY);
  }

  final Rule safetyRule(String ruleId, Condition when, Effect effect, Settings settings) {
    return rule(ruleId, when, effect, settings, RuleSource.SAFETY);
  }

  private Rule rule(
      String ruleId, Condition when, Effect effect, Settings settings, RuleSource source) {
    return new Rule(
        ruleId,
        when,
        effect,
        new Words(
            Wording.optional(
                key("rule." + ruleId + ".say"), language -> parameters(settings, language)),
            Wording.optional(
                key("rule." + ruleId + ".do"), language -> parameters(settings, language))),
        Citation.policy(clause),
        source);
  }

  static Condition fromCustomer(Condition... further) {
    return Condition.allOf(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(Condition.inbound()), List.of(further).stream())
            .toArray(Condition[]::new));
  }

  private String key(String rest) {
    return "type." + id.name() + "." + rest;
  }
}
