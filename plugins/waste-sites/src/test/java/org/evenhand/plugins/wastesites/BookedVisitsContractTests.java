package org.evenhand.plugins.wastesites;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
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
import org.evenhand.spi.Slot;
import org.evenhand.spi.Speaker;
import org.evenhand.spi.WeeklySlots;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BookedVisitsContractTests extends RestrictionTypeContractTests {

  static final Ref SITE = Ref.building("lichfield-road-site");
  private static final Instant MORNING = at(MONDAY, 10, 30);
  private static final Instant AFTERNOON = at(MONDAY, 15, 0);
  private static final Settings USUAL =
      Settings.of(BookedVisits.SITES, new SettingValue.BuildingSetValue(Set.of(SITE)))
          .with(BookedVisits.VISITS, new SettingValue.NumberValue(BigDecimal.TWO));
  private static final Settings MORNINGS =
      USUAL.with(
          BookedVisits.SLOTS,
          new SettingValue.WeeklySlotsValue(
              new WeeklySlots(
                  List.of(new Slot(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON)))));

  @Override
  protected RestrictionType type() {
    return new BookedVisits();
  }

  @Override
  protected List<Settings> examples() {
    return List.of(USUAL, MORNINGS);
  }

  private static ContactFacts.Builder coming(Instant when) {
    return ContactFacts.ordinary(when, Channel.FACE_TO_FACE).building(SITE);
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "a visit goes ahead with a booking",
            USUAL,
            coming(MORNING).build(),
            Verdict.ALLOWED_WITH_CONDITIONS,
            LineCode.REQUIRED,
            LineCode.REQUIRED_NOTE),
        ContactVector.of(
            "in its slot too",
            MORNINGS,
            coming(MORNING).build(),
            Verdict.ALLOWED_WITH_CONDITIONS,
            LineCode.REQUIRED),
        ContactVector.of(
            "outside its slot it waits for the next",
            MORNINGS,
            coming(AFTERNOON).build(),
            Verdict.DECLINE_THIS_CONTACT,
            LineCode.DECLINED,
            LineCode.SAY),
        ContactVector.of(
            "T16, T21: whoever brings waste for the customer uses the site as anybody does",
            MORNINGS,
            coming(AFTERNOON).speaker(Speaker.REPRESENTATIVE).build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "another building is as it was",
            MORNINGS,
            ContactFacts.ordinary(AFTERNOON, Channel.FACE_TO_FACE)
                .building(Ref.building("town-hall"))
                .build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "a booking is made by telephone as by anybody",
            MORNINGS,
            ContactFacts.ordinary(AFTERNOON, Channel.PHONE).build(),
            Verdict.ALLOWED));
  }

  @Test
  @DisplayName("F3: whoever has no way to book is not asked to")
  void refusesACustomerWhoCouldNotBook() {
    assertThat(assessed(EnumSet.complementOf(EnumSet.of(Channel.FACE_TO_FACE))))
        .isInstanceOf(Assessment.Refused.class);
    assertThat(assessed(Set.of(Channel.PHONE, Channel.EMAIL))).isEqualTo(Assessment.accepted());
  }

  private static Assessment assessed(Set<Channel> unusable) {
    return new BookedVisits()
        .assess(
            USUAL,
            new AssessmentFacts(
                MONDAY,
                Nature.RESTRICTIVE,
                Set.of(Ref.serviceArea("waste")),
                true,
                false,
                false,
                false,
                unusable,
                false,
                false,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of()));
  }
}
