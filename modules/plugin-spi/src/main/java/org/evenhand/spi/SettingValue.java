package org.evenhand.spi;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** The value of one setting: one record for each kind of {@link SettingDescriptor}. */
public sealed interface SettingValue {

  /** One line. */
  record TextValue(String text) implements SettingValue {}

  /** Several lines. */
  record LongTextValue(String text) implements SettingValue {}

  /** The code of the option chosen. */
  record ChoiceValue(String code) implements SettingValue {}

  /** A number; 1.0 and 1 are the same. */
  record NumberValue(BigDecimal number) implements SettingValue {
    public NumberValue {
      number = number.stripTrailingZeros();
      if (number.scale() < 0) {
        number = number.setScale(0);
      }
    }
  }

  /** Yes or no. */
  record FlagValue(boolean flag) implements SettingValue {}

  /** A calendar day. */
  record DateValue(LocalDate date) implements SettingValue {}

  /** A length of time by the clock. */
  record DurationValue(Duration duration) implements SettingValue {}

  /** A length of time by the calendar. */
  record PeriodValue(Period period) implements SettingValue {}

  /** Times of the week. */
  record WeeklySlotsValue(WeeklySlots slots) implements SettingValue {}

  /** Days that come back. */
  record RecurrenceValue(Recurrence recurrence) implements SettingValue {}

  /** Channels, perhaps none. */
  record ChannelSetValue(Set<Channel> channels) implements SettingValue {
    public ChannelSetValue {
      channels = Names.enums(channels, Channel.class);
    }
  }

  /** Buildings, perhaps none. */
  record BuildingSetValue(Set<Ref> buildings) implements SettingValue {
    public BuildingSetValue {
      buildings = Names.sorted(buildings);
      buildings.forEach(ref -> ref.require(RefKind.BUILDING));
    }
  }

  /** A zone. */
  record ZoneValue(Ref zone) implements SettingValue {
    public ZoneValue {
      zone.require(RefKind.ZONE);
    }
  }

  /** A service area. */
  record ServiceAreaValue(Ref serviceArea) implements SettingValue {
    public ServiceAreaValue {
      serviceArea.require(RefKind.SERVICE_AREA);
    }
  }

  /** A matter of the customer. */
  record MatterValue(Ref matter) implements SettingValue {
    public MatterValue {
      matter.require(RefKind.MATTER);
    }
  }

  /** An officer. */
  record OfficerValue(Ref officer) implements SettingValue {
    public OfficerValue {
      officer.require(RefKind.OFFICER);
    }
  }

  /** A team. */
  record TeamValue(Ref team) implements SettingValue {
    public TeamValue {
      team.require(RefKind.TEAM);
    }
  }

  /** A person or body outside the council. */
  record PartyValue(Ref party) implements SettingValue {
    public PartyValue {
      party.require(RefKind.PARTY);
    }
  }

  /** A number, mailbox or address. */
  record EndpointValue(Ref endpoint) implements SettingValue {
    public EndpointValue {
      endpoint.require(RefKind.ENDPOINT);
    }
  }

  /** Several values of one kind, in order. */
  record ListValue(List<SettingValue> values) implements SettingValue {
    public ListValue {
      values = List.copyOf(values);
    }
  }

  /** An absolute address. */
  record UrlValue(URI url) implements SettingValue {}

  /** The name under which a secret is kept; never the secret. */
  record SecretValue(String name) implements SettingValue {}
}
