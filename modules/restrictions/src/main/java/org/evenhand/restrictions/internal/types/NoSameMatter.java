package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Question;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;

/**
 * No further complaint or request is registered about one matter that has been decided and
 * explained (P8.3.5, T13, F16). Every other matter is taken as usual, and whatever comes is read
 * for news.
 */
final class NoSameMatter extends BuiltInType {

  NoSameMatter() {
    super(
        "no-same-matter",
        "8.3.5",
        Set.of(Nature.RESTRICTIVE),
        Axis.WHAT,
        Appealability.APPEALABLE,
        AuthorityAction.RESTRICT_CONTACT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(new SettingDescriptor.MatterSetting(required("matter")));
  }

  @Override
  public Assessment assess(Settings settings, AssessmentFacts facts) {
    return facts.concludedMatters().contains(settings.ref("matter"))
        ? Assessment.accepted()
        : Assessment.refused("matter-not-concluded", words("matter-not-concluded"));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(
        policyRule(
            "same-matter",
            fromCustomer(Condition.matterIn(settings.ref("matter"))),
            new Effect.Ask(
                new Question(Question.NEW_INFORMATION, words("question.new-information")),
                Effect.advise(),
                Effect.decline()),
            settings));
  }
}
