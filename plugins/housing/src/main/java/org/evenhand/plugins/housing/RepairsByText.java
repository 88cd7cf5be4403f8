package org.evenhand.plugins.housing;

import static org.evenhand.plugins.housing.HousingWords.say;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Field;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.Upgrade;
import org.pf4j.Extension;

/**
 * Ordinary repairs are reported by text message only (P9.1). It speaks about the topic {@code
 * repairs} and about nothing else: an emergency repair is another topic, which no rule touches
 * (F8), and all other business with the council goes on as before. Whoever cannot send a text
 * message cannot be asked to (F3).
 */
@Extension
public final class RepairsByText implements RestrictionType {

  static final String TEXT_NUMBER = "text-number";
  static final String REPLY_WITHIN = "reply-within";

  /** Version 1 held the number as it was typed. */
  static final String OLD_NUMBER = "number";

  private static final BigDecimal SOONEST = BigDecimal.ONE;
  private static final BigDecimal LATEST = BigDecimal.valueOf(5);
  private static final BigDecimal USUAL = BigDecimal.TWO;

  @Override
  public TypeId id() {
    return TypeId.of("housing.repairs-by-text");
  }

  @Override
  public Texts name() {
    return say("repairs.name");
  }

  @Override
  public Texts description() {
    return say("repairs.description");
  }

  @Override
  public Set<Nature> natures() {
    return Set.of(Nature.RESTRICTIVE);
  }

  @Override
  public Axis axis() {
    return Axis.HOW;
  }

  @Override
  public Appealability appealability() {
    return Appealability.APPEALABLE;
  }

  @Override
  public AuthorityAction authority() {
    return AuthorityAction.RESTRICT_CONTACT;
  }

  @Override
  public Period reviewInterval() {
    return Period.ofMonths(6);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.EndpointSetting(
            Field.required(TEXT_NUMBER, say("repairs.text-number"))
                .help(say("repairs.text-number.help")),
            Set.of(Channel.TEXT_MESSAGE)),
        new SettingDescriptor.NumberSetting(
            Field.required(REPLY_WITHIN, say("repairs.reply-within"))
                .help(say("repairs.reply-within.help"))
                .defaultValue(new SettingValue.NumberValue(USUAL)),
            SOONEST,
            LATEST,
            true));
  }

  @Override
  public int settingsVersion() {
    return 2;
  }

  @Override
  public Assessment assess(Settings settings, AssessmentFacts facts) {
    if (facts.unusableChannels().contains(Channel.TEXT_MESSAGE)) {
      return Assessment.refused("cannot-text", say("repairs.refused.cannot-text"));
    }
    if (!facts.tenant()) {
      return Assessment.refused("not-a-tenant", say("repairs.refused.not-a-tenant"));
    }
    return Assessment.accepted();
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(
        new Rule(
            "repairs-by-text",
            Condition.allOf(
                Condition.inbound(),
                Condition.topicIn("repairs"),
                Condition.channelAllExcept(Channel.TEXT_MESSAGE)),
            Effect.redirect(new Target.ToEndpoint(settings.ref(TEXT_NUMBER))),
            HousingWords.rule("repairs.rule", "days", days(settings)),
            Citation.policy("9.1"),
            RuleSource.POLICY));
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        say("repairs.letter.what"),
        Texts.none(),
        Texts.none(),
        say("repairs.letter.still-served", "days", days(settings)),
        say("repairs.letter.ends-sooner"));
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(say("repairs.staff.summary"), say("repairs.staff.in-practice"));
  }

  /** Somebody has to say which of the recorded numbers version 1's typed one was. */
  @Override
  public Upgrade upgrade(int fromVersion, Settings settings) {
    if (fromVersion == settingsVersion()) {
      return new Upgrade.Upgraded(settings);
    }
    return new Upgrade.NeedsDecision(
        fromVersion == 1 && settings.has(OLD_NUMBER)
            ? say("repairs.upgrade.number", "number", settings.text(OLD_NUMBER))
            : say("upgrade.unknown"));
  }

  private static String days(Settings settings) {
    return settings.number(REPLY_WITHIN).toPlainString();
  }
}
