package org.evenhand.plugins.wastesites;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.ContactVector;
import org.evenhand.kit.RestrictionTypeContractTests;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VehicleLimitContractTests extends RestrictionTypeContractTests {

  private static final Instant MORNING = at(MONDAY, 10, 30);

  private static Settings largest(String vehicle) {
    return Settings.of(
            VehicleLimit.SITES,
            new SettingValue.BuildingSetValue(Set.of(BookedVisitsContractTests.SITE)))
        .with(VehicleLimit.LARGEST, new SettingValue.ChoiceValue(vehicle))
        .with(VehicleLimit.LONGEST, new SettingValue.DurationValue(Duration.ofMinutes(45)));
  }

  @Override
  protected RestrictionType type() {
    return new VehicleLimit();
  }

  @Override
  protected List<Settings> examples() {
    return VehicleLimit.VEHICLES.stream().map(VehicleLimitContractTests::largest).toList();
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "a visit goes ahead with such a vehicle, and ends in time",
            largest("car"),
            ContactFacts.ordinary(MORNING, Channel.FACE_TO_FACE)
                .building(BookedVisitsContractTests.SITE)
                .build(),
            Verdict.ALLOWED_WITH_CONDITIONS,
            LineCode.REQUIRED,
            LineCode.REQUIRED_NOTE,
            LineCode.SAY),
        ContactVector.of(
            "everything else is as it was",
            largest("car"),
            ContactFacts.ordinary(MORNING, Channel.PHONE).build(),
            Verdict.ALLOWED));
  }

  @Test
  @DisplayName("T21: no vehicle is named by it: a number plate has nowhere to go")
  void namesNoVehicle() {
    assertThat(type().settings())
        .noneMatch(SettingDescriptor.TextSetting.class::isInstance)
        .noneMatch(SettingDescriptor.LongTextSetting.class::isInstance);
  }
}
