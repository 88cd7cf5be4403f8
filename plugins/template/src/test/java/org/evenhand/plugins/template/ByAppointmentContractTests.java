package org.evenhand.plugins.template;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.ContactVector;
import org.evenhand.kit.RestrictionTypeContractTests;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;

class ByAppointmentContractTests extends RestrictionTypeContractTests {

  private static final Ref OFFICE = Ref.building("office");
  private static final Instant MORNING = at(MONDAY, 10, 30);
  private static final Settings USUAL =
      Settings.of(ByAppointment.OFFICES, new SettingValue.BuildingSetValue(Set.of(OFFICE)));

  @Override
  protected RestrictionType type() {
    return new ByAppointment();
  }

  @Override
  protected List<Settings> examples() {
    return List.of(USUAL);
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "at the office there is an appointment",
            USUAL,
            ContactFacts.ordinary(MORNING, Channel.FACE_TO_FACE).building(OFFICE).build(),
            Verdict.ALLOWED_WITH_CONDITIONS,
            LineCode.REQUIRED),
        ContactVector.of(
            "somebody in danger is helped there at once",
            USUAL,
            ContactFacts.ordinary(MORNING, Channel.FACE_TO_FACE)
                .building(OFFICE)
                .topic("danger-to-life")
                .build(),
            Verdict.ALLOWED,
            LineCode.HELP_HERE_AND_NOW),
        ContactVector.of(
            "the telephone is as it was",
            USUAL,
            ContactFacts.ordinary(MORNING, Channel.PHONE).build(),
            Verdict.ALLOWED));
  }
}
