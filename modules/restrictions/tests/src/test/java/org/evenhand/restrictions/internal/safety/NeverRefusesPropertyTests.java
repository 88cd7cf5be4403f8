package org.evenhand.restrictions.internal.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.restrictions.MarkerCategory;
import org.evenhand.restrictions.MarkerId;
import org.evenhand.restrictions.MarkerView;
import org.evenhand.restrictions.Precaution;
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.IdentityConfidence;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.PersonPrecaution.About;
import org.evenhand.spi.Channel;

/** T17: a marker tells staff how to stay safe; it never refuses anyone a service. */
class NeverRefusesPropertyTests {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Property(tries = 200)
  @Label("T17: whatever the precautions, the answer is the same but for lines on how to stay safe")
  void changesNothingButPrecautions(
      @ForAll @NotEmpty Set<Precaution> precautions,
      @ForAll MarkerCategory category,
      @ForAll Channel channel,
      @ForAll About about,
      @ForAll boolean sure) {
    CheckInput without =
        CheckInput.of(
                ContactFacts.ordinary(NOW, channel).build(),
                sure
                    ? IdentityConfidence.of(Identifier.REFERENCE, Identifier.DATE_OF_BIRTH)
                    : IdentityConfidence.of(Identifier.NAME))
            .showPrecautions(true)
            .build();

    ContactAnswer before = ContactEvaluator.evaluate(without);
    ContactAnswer with =
        ContactEvaluator.evaluate(
            without
                .but()
                .precautions(MarkerReading.precautions(marker(category, precautions), about))
                .build());

    assertThat(with.verdict()).isEqualTo(before.verdict());
    assertThat(with.lines().stream().filter(l -> l.code() != LineCode.PRECAUTION))
        .isEqualTo(before.lines());
    assertThat(with.has(LineCode.PRECAUTION))
        .as("shown where a channel needs it, and a person's only where the person is sure")
        .isEqualTo(
            (sure || about == About.ADDRESS)
                && precautions.stream().anyMatch(p -> p.channels().contains(channel)));
  }

  private static MarkerView marker(MarkerCategory category, Set<Precaution> precautions) {
    return new MarkerView(
        MarkerId.next(),
        0,
        "M-000001",
        new CustomerId(UUID.randomUUID()),
        null,
        IncidentId.next(),
        category,
        precautions,
        "Stay near the door.",
        Confidence.CONFIRMED,
        new ServiceAreaCode("housing"),
        false,
        null,
        null,
        LocalDate.of(2027, 5, 23),
        false,
        LocalDate.of(2027, 11, 23),
        UUID.randomUUID(),
        NOW,
        new ActorId("hos-housing"),
        Role.HEAD_OF_SERVICE,
        null,
        List.of(),
        List.of(),
        0);
  }
}
