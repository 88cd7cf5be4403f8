package org.evenhand.plugins.leisure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.plugins.leisure.LeisureExamples.DECIDED;
import static org.evenhand.plugins.leisure.LeisureExamples.OTHER;
import static org.evenhand.plugins.leisure.LeisureExamples.POOL;
import static org.evenhand.plugins.leisure.LeisureExamples.chosen;
import static org.evenhand.plugins.leisure.LeisureExamples.decided;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.evenhand.kit.ContactVector;
import org.evenhand.kit.RestrictionTypeContractTests;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Slot;
import org.evenhand.spi.WeeklySlots;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionExclusionContractTests extends RestrictionTypeContractTests {

  private static final Instant MORNING = at(MONDAY, 10, 30);
  private static final Instant EVENING = at(MONDAY, 19, 0);
  private static final Settings SWIMMING =
      decided(DECIDED).with(SessionExclusion.SESSIONS, chosen("swimming", "sauna"));
  private static final Settings EVENINGS =
      SWIMMING.with(
          SessionExclusion.TIMES,
          new SettingValue.WeeklySlotsValue(
              new WeeklySlots(
                  List.of(new Slot(DayOfWeek.MONDAY, LocalTime.of(18, 0), LocalTime.of(22, 0))))));

  @Override
  protected RestrictionType type() {
    return new SessionExclusion();
  }

  @Override
  protected List<Settings> examples() {
    return List.of(SWIMMING, EVENINGS);
  }

  private static ContactFacts.Builder coming(Ref centre, Instant when) {
    return ContactFacts.ordinary(when, Channel.FACE_TO_FACE).building(centre);
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "the session is not open",
            SWIMMING,
            coming(POOL, MORNING).activity("swimming").build(),
            Verdict.DECLINE_THIS_CONTACT,
            LineCode.DECLINED,
            LineCode.SAY),
        ContactVector.of(
            "everything else at the centre is",
            SWIMMING,
            coming(POOL, MORNING).activity("gym").build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "an enquiry at its desk is taken",
            SWIMMING,
            coming(POOL, MORNING).build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "so is the same session elsewhere",
            SWIMMING,
            coming(OTHER, MORNING).activity("swimming").build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "at other times the session is open",
            EVENINGS,
            coming(POOL, MORNING).activity("swimming").build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "at the times that were named it is not",
            EVENINGS,
            coming(POOL, EVENING).activity("swimming").build(),
            Verdict.DECLINE_THIS_CONTACT),
        ContactVector.of(
            "they may ring the centre",
            SWIMMING,
            ContactFacts.ordinary(MORNING, Channel.PHONE).build(),
            Verdict.ALLOWED));
  }

  @Test
  @DisplayName("F6, F13: what the provider decided is taken over only with its grounds on record")
  void isTakenOverOnlyWithItsGrounds() {
    LeisureExamples.isTakenOverOnlyWithItsGrounds(type(), SWIMMING);
  }

  @Test
  @DisplayName("F6: each rule says that it began with the provider, and by which clause")
  void saysThatItBeganWithTheProvider() {
    assertThat(type().compile(EVENINGS))
        .allSatisfy(rule -> assertThat(rule.source()).isEqualTo(RuleSource.PROVIDER))
        .extracting(Rule::citation)
        .allSatisfy(citation -> assertThat(citation.clause()).isEqualTo("14.2"));
  }
}
