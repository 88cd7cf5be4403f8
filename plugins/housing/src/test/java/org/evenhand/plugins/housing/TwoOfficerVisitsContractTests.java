package org.evenhand.plugins.housing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.ContactVector;
import org.evenhand.kit.RestrictionTypeContractTests;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;

class TwoOfficerVisitsContractTests extends RestrictionTypeContractTests {

  private static final Settings TWO =
      Settings.of(TwoOfficerVisits.OFFICERS, new SettingValue.NumberValue(BigDecimal.TWO));
  private static final Settings THREE_RINGING =
      Settings.of(TwoOfficerVisits.OFFICERS, new SettingValue.NumberValue(BigDecimal.valueOf(3)))
          .with(TwoOfficerVisits.RING_AHEAD, new SettingValue.FlagValue(true));
  private static final Instant AFTERNOON = at(MONDAY, 14, 0);

  @Override
  protected RestrictionType type() {
    return new TwoOfficerVisits();
  }

  @Override
  protected List<Settings> examples() {
    return List.of(TWO, THREE_RINGING);
  }

  @Override
  protected Map<Integer, List<Settings>> stored() {
    return Map.of(1, List.of(TWO));
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "a visit needs two officers",
            TWO,
            ContactFacts.ordinary(AFTERNOON, Channel.HOME_VISIT).direction(Direction.OUT).build(),
            Verdict.ALLOWED_WITH_CONDITIONS,
            LineCode.REQUIRED),
        ContactVector.of(
            "a visit may need three, and a call before",
            THREE_RINGING,
            ContactFacts.ordinary(AFTERNOON, Channel.HOME_VISIT).direction(Direction.OUT).build(),
            Verdict.ALLOWED_WITH_CONDITIONS,
            LineCode.REQUIRED,
            LineCode.ADVICE),
        ContactVector.of(
            "a call is as it was",
            TWO,
            ContactFacts.ordinary(AFTERNOON, Channel.PHONE).build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "so is a visit to the council's office",
            TWO,
            ContactFacts.ordinary(AFTERNOON, Channel.FACE_TO_FACE).build(),
            Verdict.ALLOWED));
  }
}
