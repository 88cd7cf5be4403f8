package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Question;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;

/**
 * A live contact about one matter is ended, courteously and after a warning, once it is clear that
 * nothing new is offered (P8.3.6). Written contact is read and filed.
 */
final class EndContact extends BuiltInType {

  EndContact() {
    super(
        "end-contact",
        "8.3.6",
        Set.of(Nature.RESTRICTIVE),
        Axis.WHAT,
        Appealability.APPEALABLE,
        AuthorityAction.RESTRICT_CONTACT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.MatterSetting(required("matter")),
        new SettingDescriptor.ChoiceSetting(
            required("state"),
            List.of(
                new ChoiceOption("being-investigated", words("option.being-investigated")),
                new ChoiceOption("persistently-repeated", words("option.persistently-repeated")))));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    Condition aboutIt = Condition.matterIn(settings.ref("matter"));
    return List.of(
        policyRule(
            "nothing-new",
            fromCustomer(
                aboutIt,
                Condition.channelIn(
                    Channel.PHONE,
                    Channel.WEB_CHAT,
                    Channel.VIDEO,
                    Channel.FACE_TO_FACE,
                    Channel.HOME_VISIT)),
            new Effect.Ask(
                new Question(Question.NEW_INFORMATION, words("question.new-information")),
                Effect.advise(),
                Effect.decline()),
            settings),
        policyRule(
            "read-and-file",
            fromCustomer(
                aboutIt,
                Condition.channelIn(
                    Channel.EMAIL,
                    Channel.LETTER,
                    Channel.WEB_FORM,
                    Channel.PORTAL,
                    Channel.TEXT_MESSAGE,
                    Channel.SOCIAL_MEDIA)),
            Effect.advise(),
            settings));
  }
}
