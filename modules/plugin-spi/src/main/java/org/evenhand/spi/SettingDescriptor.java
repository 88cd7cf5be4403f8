package org.evenhand.spi;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes one setting: its kind, what it is called and what it accepts. Front ends draw forms
 * from it, the house checks values against it, and it is stored with a restriction as it was when
 * the form was drawn.
 */
public sealed interface SettingDescriptor {

  /** What all kinds have in common. */
  Field field();

  /** The record of {@link SettingValue} that belongs to this kind. */
  Class<? extends SettingValue> valueType();

  default String key() {
    return field().key();
  }

  private static void requireDefault(Field field, Class<? extends SettingValue> type) {
    if (field.defaultValue() != null && !type.isInstance(field.defaultValue())) {
      throw new IllegalArgumentException("The default of " + field.key() + " is of another kind");
    }
  }

  /**
   * One line of text.
   *
   * @param maxLength characters, positive
   */
  record TextSetting(Field field, int maxLength) implements SettingDescriptor {
    public TextSetting {
      requireDefault(field, SettingValue.TextValue.class);
      if (maxLength < 1) {
        throw new IllegalArgumentException("A text may be at least one character long");
      }
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.TextValue.class;
    }
  }

  /**
   * Several lines of text.
   *
   * @param maxLength characters, positive
   */
  record LongTextSetting(Field field, int maxLength) implements SettingDescriptor {
    public LongTextSetting {
      requireDefault(field, SettingValue.LongTextValue.class);
      if (maxLength < 1) {
        throw new IllegalArgumentException("A text may be at least one character long");
      }
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.LongTextValue.class;
    }
  }

  /**
   * One of several options.
   *
   * @param options at least one; codes unique
   */
  record ChoiceSetting(Field field, List<ChoiceOption> options) implements SettingDescriptor {
    public ChoiceSetting {
      requireDefault(field, SettingValue.ChoiceValue.class);
      options = Names.nonEmpty(options, "Options");
      if (options.stream().map(ChoiceOption::code).distinct().count() != options.size()) {
        throw new IllegalArgumentException("Two options have one code");
      }
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.ChoiceValue.class;
    }
  }

  /**
   * A number.
   *
   * @param minimum inclusive; null for none
   * @param maximum inclusive; null for none
   * @param wholeOnly true when fractions are refused
   */
  record NumberSetting(
      Field field, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, boolean wholeOnly)
      implements SettingDescriptor {
    public NumberSetting {
      requireDefault(field, SettingValue.NumberValue.class);
      if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
        throw new IllegalArgumentException("The least number is above the greatest");
      }
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.NumberValue.class;
    }
  }

  /** Yes or no. */
  record FlagSetting(Field field) implements SettingDescriptor {
    public FlagSetting {
      requireDefault(field, SettingValue.FlagValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.FlagValue.class;
    }
  }

  /** A calendar day. */
  record DateSetting(Field field) implements SettingDescriptor {
    public DateSetting {
      requireDefault(field, SettingValue.DateValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.DateValue.class;
    }
  }

  /**
   * A length of time by the clock.
   *
   * @param minimum inclusive; null for none
   * @param maximum inclusive; null for none
   */
  record DurationSetting(Field field, @Nullable Duration minimum, @Nullable Duration maximum)
      implements SettingDescriptor {
    public DurationSetting {
      requireDefault(field, SettingValue.DurationValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.DurationValue.class;
    }
  }

  /** A length of time by the calendar. */
  record PeriodSetting(Field field) implements SettingDescriptor {
    public PeriodSetting {
      requireDefault(field, SettingValue.PeriodValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.PeriodValue.class;
    }
  }

  /** Times of the week. */
  record WeeklySlotsSetting(Field field) implements SettingDescriptor {
    public WeeklySlotsSetting {
      requireDefault(field, SettingValue.WeeklySlotsValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.WeeklySlotsValue.class;
    }
  }

  /** Days that come back. */
  record RecurrenceSetting(Field field) implements SettingDescriptor {
    public RecurrenceSetting {
      requireDefault(field, SettingValue.RecurrenceValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.RecurrenceValue.class;
    }
  }

  /**
   * Channels.
   *
   * @param fewest least number to choose
   * @param most greatest number to choose
   * @param offered what can be chosen; empty means all
   */
  record ChannelSetSetting(Field field, int fewest, int most, Set<Channel> offered)
      implements SettingDescriptor {
    public ChannelSetSetting {
      requireDefault(field, SettingValue.ChannelSetValue.class);
      offered = Names.enums(offered, Channel.class);
      if (fewest < 0 || most < fewest) {
        throw new IllegalArgumentException("The fewest channels are more than the most");
      }
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.ChannelSetValue.class;
    }
  }

  /**
   * Buildings.
   *
   * @param fewest least number to choose
   * @param most greatest number to choose
   */
  record BuildingSetSetting(Field field, int fewest, int most) implements SettingDescriptor {
    public BuildingSetSetting {
      requireDefault(field, SettingValue.BuildingSetValue.class);
      if (fewest < 0 || most < fewest) {
        throw new IllegalArgumentException("The fewest buildings are more than the most");
      }
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.BuildingSetValue.class;
    }
  }

  /** A named part of a building, or an area. */
  record ZoneSetting(Field field) implements SettingDescriptor {
    public ZoneSetting {
      requireDefault(field, SettingValue.ZoneValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.ZoneValue.class;
    }
  }

  /** A service area. */
  record ServiceAreaSetting(Field field) implements SettingDescriptor {
    public ServiceAreaSetting {
      requireDefault(field, SettingValue.ServiceAreaValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.ServiceAreaValue.class;
    }
  }

  /** A matter of the customer. */
  record MatterSetting(Field field) implements SettingDescriptor {
    public MatterSetting {
      requireDefault(field, SettingValue.MatterValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.MatterValue.class;
    }
  }

  /** An officer. */
  record OfficerSetting(Field field) implements SettingDescriptor {
    public OfficerSetting {
      requireDefault(field, SettingValue.OfficerValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.OfficerValue.class;
    }
  }

  /** A team. */
  record TeamSetting(Field field) implements SettingDescriptor {
    public TeamSetting {
      requireDefault(field, SettingValue.TeamValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.TeamValue.class;
    }
  }

  /** A person or body outside the council, such as an advocate. */
  record PartySetting(Field field) implements SettingDescriptor {
    public PartySetting {
      requireDefault(field, SettingValue.PartyValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.PartyValue.class;
    }
  }

  /**
   * A number, mailbox or address.
   *
   * @param channels what the endpoint must be for; empty means any
   */
  record EndpointSetting(Field field, Set<Channel> channels) implements SettingDescriptor {
    public EndpointSetting {
      requireDefault(field, SettingValue.EndpointValue.class);
      channels = Names.enums(channels, Channel.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.EndpointValue.class;
    }
  }

  /**
   * Several of one other kind; no list of lists.
   *
   * @param element describes each
   * @param fewest least number
   * @param most greatest number
   */
  record ListSetting(Field field, SettingDescriptor element, int fewest, int most)
      implements SettingDescriptor {
    public ListSetting {
      requireDefault(field, SettingValue.ListValue.class);
      if (element instanceof ListSetting) {
        throw new IllegalArgumentException("A list of lists is refused");
      }
      if (fewest < 0 || most < fewest) {
        throw new IllegalArgumentException("The fewest entries are more than the most");
      }
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.ListValue.class;
    }
  }

  /**
   * An absolute address.
   *
   * @param schemes such as {@code https}; empty means any
   */
  record UrlSetting(Field field, Set<String> schemes) implements SettingDescriptor {
    public UrlSetting {
      requireDefault(field, SettingValue.UrlValue.class);
      schemes = Names.sorted(schemes);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.UrlValue.class;
    }
  }

  /** A secret, written once and never shown; configuration of a plugin only. */
  record SecretSetting(Field field) implements SettingDescriptor {
    public SecretSetting {
      requireDefault(field, SettingValue.SecretValue.class);
    }

    @Override
    public Class<? extends SettingValue> valueType() {
      return SettingValue.SecretValue.class;
    }
  }
}
