package org.evenhand.restrictions.internal.types;

import java.time.Duration;
import java.time.LocalTime;
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
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Slot;

/** Calls and other live contact at set times of the week only (P8.3.2). */
final class TimeSlot extends BuiltInType {

  private static final Set<Channel> LIVE =
      EnumSet.of(Channel.PHONE, Channel.WEB_CHAT, Channel.VIDEO, Channel.FACE_TO_FACE);

  private static final Duration SHORTEST = Duration.ofMinutes(15);

  TimeSlot() {
    super(
        "time-slot",
        "8.3.2",
        Set.of(Nature.RESTRICTIVE),
        Axis.WHEN,
        Appealability.APPEALABLE,
        AuthorityAction.RESTRICT_CONTACT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.WeeklySlotsSetting(required("slots")),
        new SettingDescriptor.ChannelSetSetting(
            required("channels")
                .defaultValue(new SettingValue.ChannelSetValue(Set.of(Channel.PHONE))),
            1,
            LIVE.size(),
            LIVE));
  }

  /** A slot too short for a conversation is no slot. */
  @Override
  public List<SettingProblem> validate(Settings settings) {
    var slots = settings.weeklySlots("slots").slots();
    return java.util.stream.IntStream.range(0, slots.size())
        .filter(i -> length(slots.get(i)).compareTo(SHORTEST) < 0)
        .mapToObj(
            i -> new SettingProblem("slots[" + i + "]", "slot-too-short", words("slot-too-short")))
        .toList();
  }

  @Override
  public List<Rule> compile(Settings settings) {
    var channels = settings.channels("channels").toArray(Channel[]::new);
    return List.of(
        policyRule(
            "outside-slot",
            fromCustomer(
                Condition.channelIn(channels),
                Condition.not(Condition.within(settings.weeklySlots("slots")))),
            Effect.decline(),
            settings));
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of(
        "slots", InWords.slots(settings.weeklySlots("slots"), language),
        "channels", InWords.channels(settings.channels("channels"), language));
  }

  private static Duration length(Slot slot) {
    return slot.to().equals(LocalTime.MIDNIGHT)
        ? Duration.between(slot.from(), LocalTime.MAX).plusNanos(1)
        : Duration.between(slot.from(), slot.to());
  }
}
