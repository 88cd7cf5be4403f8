package org.evenhand.plugins.housing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.kit.ContactVector;
import org.evenhand.kit.RestrictionTypeContractTests;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RepairsByTextContractTests extends RestrictionTypeContractTests {

  private static final Settings USUAL = within(2);
  private static final Instant MORNING = at(MONDAY, 10, 30);

  private static Settings within(int days) {
    return Settings.of(
            RepairsByText.TEXT_NUMBER,
            new SettingValue.EndpointValue(Ref.endpoint("repairs-texts")))
        .with(RepairsByText.REPLY_WITHIN, new SettingValue.NumberValue(BigDecimal.valueOf(days)));
  }

  @Override
  protected RestrictionType type() {
    return new RepairsByText();
  }

  @Override
  protected List<Settings> examples() {
    return List.of(USUAL, within(5));
  }

  @Override
  protected Map<Integer, List<Settings>> stored() {
    return Map.of(
        1,
        List.of(Settings.of(RepairsByText.OLD_NUMBER, new SettingValue.TextValue("07700 900123"))));
  }

  private static ContactFacts.Builder about(String topic, Channel channel) {
    return ContactFacts.ordinary(MORNING, channel).topic(topic);
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "a call about a repair is pointed at the number for texts",
            USUAL,
            about("repairs", Channel.PHONE).build(),
            Verdict.REDIRECT,
            LineCode.REDIRECTED,
            LineCode.SAY),
        ContactVector.of(
            "so is a visit to the desk",
            USUAL,
            about("repairs", Channel.FACE_TO_FACE).build(),
            Verdict.REDIRECT,
            LineCode.REDIRECTED),
        ContactVector.of(
            "an email about a repair is read and passed on",
            USUAL,
            about("repairs", Channel.EMAIL).build(),
            Verdict.REDIRECT,
            LineCode.READ_THEN_PASS_ON),
        ContactVector.of(
            "a text about a repair is taken as usual",
            USUAL,
            about("repairs", Channel.TEXT_MESSAGE).build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "an emergency repair is taken by telephone",
            USUAL,
            about("emergency-repair", Channel.PHONE).build(),
            Verdict.ALLOWED,
            LineCode.HELP_HERE_AND_NOW),
        ContactVector.of(
            "an emergency repair is taken at the desk",
            USUAL,
            about("emergency-repair", Channel.FACE_TO_FACE).build(),
            Verdict.ALLOWED,
            LineCode.HELP_HERE_AND_NOW),
        ContactVector.of(
            "the rent is paid by telephone as ever",
            USUAL,
            about("payments", Channel.PHONE).build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "other business goes on by telephone",
            USUAL,
            ContactFacts.ordinary(MORNING, Channel.PHONE).build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "the council may ring about a repair",
            USUAL,
            about("repairs", Channel.PHONE).direction(Direction.OUT).build(),
            Verdict.ALLOWED));
  }

  @Test
  @DisplayName("F3: nobody who cannot text is asked to text")
  void refusesACustomerWhoCannotText() {
    assertThat(assessed(Set.of(Channel.TEXT_MESSAGE), true))
        .isInstanceOfSatisfying(
            Assessment.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Assessment.Reason::code)
                    .containsExactly("cannot-text"));
  }

  @Test
  void refusesACustomerWhoRentsNothingFromTheCouncil() {
    assertThat(assessed(Set.of(), false))
        .isInstanceOfSatisfying(
            Assessment.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Assessment.Reason::code)
                    .containsExactly("not-a-tenant"));
  }

  @Test
  void suitsATenantWhoCanText() {
    assertThat(assessed(Set.of(Channel.PHONE), true)).isEqualTo(Assessment.accepted());
  }

  private static Assessment assessed(Set<Channel> unusable, boolean tenant) {
    return new RepairsByText()
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
                tenant,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of()));
  }
}
