package org.evenhand.spi;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rule language and its stored names. A stored rule or setting says what it is by a {@code
 * kind} from here, never by the name of a class, so that classes can move and stored rules cannot.
 */
public final class RuleLanguage {
  /** Raised when a rule written before could be read differently. */
  public static final int VERSION = 1;

  /** Every date and time of day in rules is meant here. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** Most rules one restriction may have. */
  public static final int MOST_RULES = 100;

  /** Deepest nesting of conditions. */
  public static final int DEEPEST = 8;

  private static final Map<Class<?>, Map<String, Class<?>>> FAMILIES = families0();
  private static final Map<Class<?>, String> KINDS = kinds0();

  private RuleLanguage() {}

  /**
   * Every concrete record of a sealed type that is stored, with its kind. Kinds are unique within
   * one sealed type.
   */
  public static Map<Class<?>, String> kinds() {
    return KINDS;
  }

  /** The sealed types that are stored, each with its records by kind. */
  public static Map<Class<?>, Map<String, Class<?>>> families() {
    return FAMILIES;
  }

  /** The kind of a stored value; refuses one that has none. */
  public static String kindOf(Object value) {
    String kind = KINDS.get(value.getClass());
    if (kind == null) {
      throw new IllegalArgumentException(value.getClass().getSimpleName() + " has no kind");
    }
    return kind;
  }

  static int depth(Condition condition) {
    return switch (condition) {
      case Condition.AllOf all ->
          1 + all.conditions().stream().mapToInt(RuleLanguage::depth).max().orElse(0);
      case Condition.AnyOf any ->
          1 + any.conditions().stream().mapToInt(RuleLanguage::depth).max().orElse(0);
      case Condition.Not not -> 1 + depth(not.condition());
      default -> 1;
    };
  }

  private static Map<Class<?>, Map<String, Class<?>>> families0() {
    var families = new LinkedHashMap<Class<?>, Map<String, Class<?>>>();
    families.put(
        Condition.class,
        family(
            "always", Condition.Always.class,
            "direction", Condition.DirectionIs.class,
            "channel", Condition.ChannelIn.class,
            "counterpart", Condition.CounterpartIn.class,
            "speaker", Condition.SpeakerIn.class,
            "place", Condition.PlaceIn.class,
            "building", Condition.BuildingIn.class,
            "zone", Condition.ZoneIn.class,
            "activity", Condition.ActivityIn.class,
            "service-area", Condition.ServiceAreaIn.class,
            "topic", Condition.TopicIn.class,
            "matter", Condition.MatterIn.class,
            "slots", Condition.WithinSlots.class,
            "recurrence", Condition.OnRecurrence.class,
            "dates", Condition.WithinDates.class,
            "recent-contacts", Condition.RecentContacts.class,
            "all", Condition.AllOf.class,
            "any", Condition.AnyOf.class,
            "not", Condition.Not.class));
    families.put(
        Effect.class,
        family(
            "decline", Effect.Decline.class,
            "redirect", Effect.Redirect.class,
            "require", Effect.Require.class,
            "advise", Effect.Advise.class,
            "limit", Effect.Limit.class,
            "answer-on", Effect.AnswerOn.class,
            "ask", Effect.Ask.class));
    families.put(
        Target.class,
        family(
            "endpoint", Target.ToEndpoint.class,
            "building", Target.ToBuilding.class,
            "officer", Target.ToOfficer.class,
            "channel", Target.ToChannel.class,
            "team", Target.ToTeam.class));
    families.put(
        Requirement.class,
        family(
            "staff-at-least", Requirement.StaffAtLeast.class,
            "witness", Requirement.Witness.class,
            "supervision", Requirement.Supervision.class,
            "booking", Requirement.Booking.class,
            "appointment", Requirement.Appointment.class,
            "maximum-duration", Requirement.MaximumDuration.class,
            "place", Requirement.AtPlace.class));
    families.put(
        Schedule.class, family("days", Schedule.OnDays.class, "slots", Schedule.InSlots.class));
    families.put(
        SettingValue.class,
        family(
            "text", SettingValue.TextValue.class,
            "long-text", SettingValue.LongTextValue.class,
            "choice", SettingValue.ChoiceValue.class,
            "number", SettingValue.NumberValue.class,
            "flag", SettingValue.FlagValue.class,
            "date", SettingValue.DateValue.class,
            "duration", SettingValue.DurationValue.class,
            "period", SettingValue.PeriodValue.class,
            "weekly-slots", SettingValue.WeeklySlotsValue.class,
            "recurrence", SettingValue.RecurrenceValue.class,
            "channel-set", SettingValue.ChannelSetValue.class,
            "building-set", SettingValue.BuildingSetValue.class,
            "zone", SettingValue.ZoneValue.class,
            "service-area", SettingValue.ServiceAreaValue.class,
            "matter", SettingValue.MatterValue.class,
            "officer", SettingValue.OfficerValue.class,
            "team", SettingValue.TeamValue.class,
            "party", SettingValue.PartyValue.class,
            "endpoint", SettingValue.EndpointValue.class,
            "list", SettingValue.ListValue.class,
            "url", SettingValue.UrlValue.class,
            "secret", SettingValue.SecretValue.class));
    families.put(
        SettingDescriptor.class,
        family(
            "text", SettingDescriptor.TextSetting.class,
            "long-text", SettingDescriptor.LongTextSetting.class,
            "choice", SettingDescriptor.ChoiceSetting.class,
            "number", SettingDescriptor.NumberSetting.class,
            "flag", SettingDescriptor.FlagSetting.class,
            "date", SettingDescriptor.DateSetting.class,
            "duration", SettingDescriptor.DurationSetting.class,
            "period", SettingDescriptor.PeriodSetting.class,
            "weekly-slots", SettingDescriptor.WeeklySlotsSetting.class,
            "recurrence", SettingDescriptor.RecurrenceSetting.class,
            "channel-set", SettingDescriptor.ChannelSetSetting.class,
            "building-set", SettingDescriptor.BuildingSetSetting.class,
            "zone", SettingDescriptor.ZoneSetting.class,
            "service-area", SettingDescriptor.ServiceAreaSetting.class,
            "matter", SettingDescriptor.MatterSetting.class,
            "officer", SettingDescriptor.OfficerSetting.class,
            "team", SettingDescriptor.TeamSetting.class,
            "party", SettingDescriptor.PartySetting.class,
            "endpoint", SettingDescriptor.EndpointSetting.class,
            "list", SettingDescriptor.ListSetting.class,
            "url", SettingDescriptor.UrlSetting.class,
            "secret", SettingDescriptor.SecretSetting.class));
    return Collections.unmodifiableMap(families);
  }

  private static Map<Class<?>, String> kinds0() {
    var kinds = new LinkedHashMap<Class<?>, String>();
    FAMILIES.values().forEach(family -> family.forEach((kind, type) -> kinds.put(type, kind)));
    return Collections.unmodifiableMap(kinds);
  }

  private static Map<String, Class<?>> family(Object... kindsAndTypes) {
    var family = new LinkedHashMap<String, Class<?>>();
    for (int i = 0; i < kindsAndTypes.length; i += 2) {
      family.put((String) kindsAndTypes[i], (Class<?>) kindsAndTypes[i + 1]);
    }
    return Collections.unmodifiableMap(family);
  }
}
