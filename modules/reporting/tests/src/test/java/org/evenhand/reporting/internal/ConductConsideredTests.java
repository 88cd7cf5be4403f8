package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.Affected;
import org.evenhand.intake.Assault;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Impact;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.IncidentVoiding;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.SourceGrade;
import org.evenhand.reporting.internal.ConductConsidered.Conduct;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

/** By what cases are alike: what the incidents say that a decision was about (P8.1, T15, T27). */
class ConductConsideredTests {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Impact HINDERED = new Impact(30, false, true, false, null);
  private static final Impact DISTRESSING = new Impact(5, false, false, true, null);
  private static final Impact STRESSFUL = new Impact(5, true, false, false, null);

  private final ConsiderationId id = new ConsiderationId(UUID.randomUUID());
  private final List<IncidentView> onRecord = new ArrayList<>();
  private final Considerations considerations = mock();
  private final Incidents incidents = mock();
  private final BehaviourCatalogue catalogue = mock();

  private IncidentId incident(
      Impact impact, @Nullable Assault assault, boolean voided, String... behaviours) {
    var incident = IncidentId.next();
    onRecord.add(
        new IncidentView(
            incident,
            0,
            new ConcernId(UUID.randomUUID()),
            new CustomerId(UUID.randomUUID()),
            new ServiceAreaCode("housing"),
            LocalDate.of(2026, 11, 2),
            null,
            Channel.PHONE,
            List.of(behaviours),
            null,
            null,
            Set.of(Affected.values()[0]),
            null,
            impact,
            true,
            "Called nine times in an hour.",
            SourceGrade.values()[0],
            Confidence.values()[0],
            true,
            assault,
            Set.of(),
            null,
            new ActorId("officer-1"),
            NOW,
            voided ? new IncidentVoiding(NOW, new ActorId("officer-1"), "Wrong day.") : null));
    return incident;
  }

  private Conduct considered(Set<IncidentId> own, BoundMember... members) {
    ConsiderationView view = mock();
    when(view.incidentIds()).thenReturn(own);
    when(view.boundMembers()).thenReturn(List.of(members));
    when(considerations.find(id)).thenReturn(Optional.of(view));
    doAnswer(
            asked ->
                onRecord.stream()
                    .filter(i -> asked.<Collection<IncidentId>>getArgument(0).contains(i.id()))
                    .toList())
        .when(incidents)
        .find(ArgumentMatchers.<Collection<IncidentId>>any());
    Map<String, ConductFamily> known =
        Map.of(
            "SHOUTING", ConductFamily.MANNER,
            "INSISTING", ConductFamily.DEMANDS,
            "REPEATING", ConductFamily.PERSISTENCE);
    doAnswer(
            asked ->
                asked.<Collection<String>>getArgument(0).stream()
                    .filter(known::containsKey)
                    .collect(
                        Collectors.toMap(
                            code -> code,
                            code -> BehaviourView.ofPolicy(code, known.get(code), false, false))))
        .when(catalogue)
        .named(ArgumentMatchers.anyCollection());
    return new ConductConsidered(considerations, incidents, catalogue).of(id);
  }

  @Test
  @DisplayName("families of all incidents considered, and the gravest of what they did")
  void putsTheIncidentsTogether() {
    IncidentId one = incident(HINDERED, null, false, "INSISTING", "REPEATING");
    IncidentId two = incident(DISTRESSING, null, false, "SHOUTING");
    incident(STRESSFUL, Assault.values()[0], false, "SHOUTING");

    assertThat(considered(Set.of(one)))
        .as("another person's assault is no part of it")
        .isEqualTo(new Conduct(Set.of("DEMANDS", "PERSISTENCE"), "HINDRANCE"));
    assertThat(considered(Set.of(one, two)))
        .isEqualTo(new Conduct(Set.of("DEMANDS", "PERSISTENCE", "MANNER"), "DISTRESS"));
    assertThat(considered(Set.of(one, incident(HINDERED, Assault.values()[0], false, "PLUGIN_S"))))
        .as("a behaviour without a family says nothing of one")
        .isEqualTo(new Conduct(Set.of("DEMANDS", "PERSISTENCE"), "ASSAULT"));
    assertThat(considered(Set.of(incident(STRESSFUL, null, false, "SHOUTING"))).impact())
        .isEqualTo("DISTRESS");
    assertThat(considered(Set.of(incident(Impact.NOT_SAID, null, false, "SHOUTING"))).impact())
        .as("T25: the customer's own distress is no impact")
        .isEqualTo("NOT_SAID");
  }

  @Test
  @DisplayName("T27: a void incident counts for nothing; T15: a bound member's conduct is counted")
  void followsCorrectionsAndGroups() {
    IncidentId gone = incident(DISTRESSING, Assault.values()[0], true, "SHOUTING");
    IncidentId members = incident(HINDERED, null, false, "REPEATING");
    var bound = new BoundMember(new CustomerId(UUID.randomUUID()), Set.of(members));

    assertThat(considered(Set.of(gone), bound))
        .isEqualTo(new Conduct(Set.of("PERSISTENCE"), "HINDRANCE"));
    assertThat(considered(Set.of(gone))).isEqualTo(new Conduct(Set.of(), "NOT_SAID"));
    assertThat(considered(Set.of())).isEqualTo(new Conduct(Set.of(), "NOT_SAID"));
  }
}
