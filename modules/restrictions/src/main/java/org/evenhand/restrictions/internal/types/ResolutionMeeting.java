package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;

/** A meeting to look for a resolution and to explain how the conduct is seen (P8.3.7). */
final class ResolutionMeeting extends BuiltInType {

  ResolutionMeeting() {
    super(
        "meeting",
        "8.3.7",
        Set.of(Nature.SUPPORTIVE),
        Axis.HOW,
        Appealability.NOT_APPEALABLE,
        AuthorityAction.OFFER_SUPPORT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.DateSetting(required("on")),
        new SettingDescriptor.TextSetting(required("at"), 40),
        new SettingDescriptor.BuildingSetSetting(required("where"), 1, 1),
        new SettingDescriptor.OfficerSetting(required("officer")),
        new SettingDescriptor.LongTextSetting(required("explanation"), 4_000),
        new SettingDescriptor.LongTextSetting(optional("outcome"), 4_000));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(
        policyRule(
            "meeting-arranged",
            Condition.counterpartIn(settings.ref("officer")),
            Effect.advise(),
            settings));
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of(
        "on", InWords.date(settings.date("on"), language),
        "at", settings.text("at"),
        "explanation", settings.longText("explanation"));
  }
}
