package org.evenhand.reporting.internal;

import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.Messages;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Measure;
import org.springframework.stereotype.Component;

/** What measures and their parts are called. */
@Component
public class Words {

  private final Messages messages;

  Words(Messages messages) {
    this.messages = messages;
  }

  public String name(Measure measure, Locale locale) {
    return messages.say("measure." + measure + ".name", Map.of(), locale);
  }

  /** What is counted and what is not (T23). */
  public String definition(Measure measure, Locale locale) {
    return messages.say("measure." + measure + ".definition", Map.of(), locale);
  }

  /** What a breakdown is called. */
  public String axis(Axis axis, Locale locale) {
    return messages.say("axis." + axis, Map.of(), locale);
  }

  /** What a chart shows, for whoever does not see it. */
  public String chart(Measure measure, String most, String number, int bars, Locale locale) {
    return messages.say(
        "chart.told",
        Map.of(
            "measure",
            name(measure, locale),
            "most",
            most,
            "number",
            number,
            "bars",
            Integer.toString(bars)),
        locale);
  }

  /** What people were asked about themselves. */
  public String characteristic(EqualityCharacteristic characteristic, Locale locale) {
    return messages.say("equality." + characteristic, Map.of(), locale);
  }

  /** What they said. */
  public String answer(String answer, Locale locale) {
    return messages.say("equality.answer." + answer, Map.of(), locale);
  }

  /** As {@link #part}, with the number by which a fault is known. */
  String numbered(Axis axis, String code, Locale locale) {
    String said = part(axis, code, locale);
    return axis == Axis.FAULT ? code + ": " + said : said;
  }

  /** The words of the module that the code is from; a plugin's own code where it brings none. */
  public String part(Axis axis, String code, Locale locale) {
    String key =
        switch (axis) {
          case BEHAVIOUR -> "behaviour." + code;
          case CHANNEL -> "channel." + code;
          case DUTY, OBLIGATION -> "duty." + code;
          case TYPE -> "type." + code.substring(code.indexOf('.') + 1) + ".name";
          default -> "figure." + axis + "." + code;
        };
    String said = messages.say(key, Map.of(), locale);
    return said.equals(key) ? code : said;
  }
}
