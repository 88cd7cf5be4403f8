package org.evenhand.restrictions.internal.types;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;

/** One medium of contact, exactly one (P8.3.3, T12). */
final class OneMedium extends BuiltInType {

  private static final Set<Channel> MEDIA =
      EnumSet.of(
          Channel.PHONE,
          Channel.EMAIL,
          Channel.LETTER,
          Channel.WEB_FORM,
          Channel.PORTAL,
          Channel.TEXT_MESSAGE,
          Channel.FACE_TO_FACE);

  OneMedium() {
    super(
        "one-medium",
        "8.3.3",
        Set.of(Nature.RESTRICTIVE),
        Axis.HOW,
        Appealability.APPEALABLE,
        AuthorityAction.RESTRICT_CONTACT);
  }

  /** A second one would leave two media, or none. */
  @Override
  public Set<TypeId> conflicts() {
    return Set.of(id());
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(new SettingDescriptor.ChannelSetSetting(required("medium"), 1, 1, MEDIA));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    Channel medium = medium(settings);
    return List.of(
        policyRule(
            "other-medium",
            fromCustomer(Condition.channelAllExcept(medium)),
            Effect.redirect(medium),
            settings));
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of("medium", InWords.channel(medium(settings), language));
  }

  private static Channel medium(Settings settings) {
    return settings.channels("medium").iterator().next();
  }
}
