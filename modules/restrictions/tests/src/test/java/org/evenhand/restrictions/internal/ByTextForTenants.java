package org.evenhand.restrictions.internal;

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
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.Words;

/** A type as a plugin might bring it: for tenants only, and with a form that asks for a channel. */
final class ByTextForTenants implements RestrictionType {

  static final TypeId ID = TypeId.of("housing.by-text-for-tenants");

  private boolean fails;

  ByTextForTenants failing() {
    fails = true;
    return this;
  }

  @Override
  public TypeId id() {
    return ID;
  }

  @Override
  public Texts name() {
    return Texts.en("Repairs by text");
  }

  @Override
  public Texts description() {
    return Texts.en("Ordinary repairs are reported by text message.");
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
            Field.required("number", Texts.en("Number")), Set.of(Channel.TEXT_MESSAGE)));
  }

  @Override
  public int settingsVersion() {
    return 1;
  }

  @Override
  public Assessment assess(Settings settings, AssessmentFacts facts) {
    return facts.tenant()
        ? Assessment.accepted()
        : Assessment.refused("not-a-tenant", Texts.en("For tenants only."));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    if (fails) {
      throw new IllegalStateException("a fault in the plugin");
    }
    return List.of(
        new Rule(
            "by-text",
            Condition.allOf(
                Condition.inbound(),
                Condition.topicIn("repairs"),
                Condition.channelAllExcept(Channel.TEXT_MESSAGE)),
            Effect.redirect(new Target.ToEndpoint(settings.ref("number"))),
            Words.say("Please text us about repairs."),
            Citation.policy("9.1"),
            RuleSource.POLICY));
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        Texts.en("Please text us about repairs."),
        Texts.none(),
        Texts.none(),
        Texts.en("Everything else goes on as before."),
        Texts.none());
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(Texts.en("Repairs by text"), Texts.en("Point to the number."));
  }
}
