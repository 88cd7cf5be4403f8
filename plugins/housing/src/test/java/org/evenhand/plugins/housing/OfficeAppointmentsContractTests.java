package org.evenhand.plugins.housing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.ContactVector;
import org.evenhand.kit.RestrictionTypeContractTests;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OfficeAppointmentsContractTests extends RestrictionTypeContractTests {

  private static final Ref OFFICE = Ref.building("tenancy-office");
  private static final Ref ELSEWHERE = Ref.building("town-hall");
  private static final Instant MORNING = at(MONDAY, 10, 30);
  private static final Settings USUAL =
      Settings.of(OfficeAppointments.OFFICES, new SettingValue.BuildingSetValue(Set.of(OFFICE)))
          .with(OfficeAppointments.LONGEST, new SettingValue.DurationValue(Duration.ofMinutes(30)))
          .with(OfficeAppointments.WITH_A_COLLEAGUE, new SettingValue.FlagValue(false));
  private static final Settings WITH_A_COLLEAGUE =
      USUAL.with(OfficeAppointments.WITH_A_COLLEAGUE, new SettingValue.FlagValue(true));

  @Override
  protected RestrictionType type() {
    return new OfficeAppointments();
  }

  @Override
  protected List<Settings> examples() {
    return List.of(USUAL, WITH_A_COLLEAGUE);
  }

  private static ContactFacts.Builder at(Ref building) {
    return ContactFacts.ordinary(MORNING, Channel.FACE_TO_FACE).building(building);
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "at the tenancy office there is an appointment",
            USUAL,
            at(OFFICE).build(),
            Verdict.ALLOWED_WITH_CONDITIONS,
            LineCode.REQUIRED,
            LineCode.REQUIRED_NOTE,
            LineCode.SAY),
        ContactVector.of(
            "and a colleague, if that was decided",
            WITH_A_COLLEAGUE,
            at(OFFICE).build(),
            Verdict.ALLOWED_WITH_CONDITIONS,
            LineCode.REQUIRED),
        ContactVector.of(
            "F8: an emergency repair is taken at that desk at once",
            USUAL,
            at(OFFICE).topic("emergency-repair").build(),
            Verdict.ALLOWED,
            LineCode.HELP_HERE_AND_NOW),
        ContactVector.of(
            "F8: so is somebody who has nowhere to stay tonight",
            USUAL,
            at(OFFICE).topic("homeless-tonight").build(),
            Verdict.ALLOWED,
            LineCode.HELP_HERE_AND_NOW),
        ContactVector.of(
            "another building is as it was", USUAL, at(ELSEWHERE).build(), Verdict.ALLOWED),
        ContactVector.of(
            "so is the telephone",
            USUAL,
            ContactFacts.ordinary(MORNING, Channel.PHONE).build(),
            Verdict.ALLOWED));
  }

  @Test
  @DisplayName("F3: whoever can come in person only is not asked to make an appointment")
  void refusesACustomerWhoCouldNotMakeOne() {
    assertThat(assessed(EnumSet.complementOf(EnumSet.of(Channel.FACE_TO_FACE))))
        .isInstanceOf(Assessment.Refused.class);
    assertThat(assessed(Set.of(Channel.PHONE))).isEqualTo(Assessment.accepted());
  }

  private static Assessment assessed(Set<Channel> unusable) {
    return new OfficeAppointments()
        .assess(
            USUAL,
            new AssessmentFacts(
                MONDAY,
                Nature.RESTRICTIVE,
                Set.of(Ref.serviceArea("housing")),
                true,
                false,
                false,
                false,
                unusable,
                false,
                true,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of()));
  }
}
