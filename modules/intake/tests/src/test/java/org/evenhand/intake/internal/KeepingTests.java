package org.evenhand.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.KeptRecords.Kept;
import org.evenhand.foundation.RecordClass;
import org.evenhand.intake.CustomerRecords.Entry;
import org.evenhand.intake.KeptState;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a record is past its period, and what holds it back (T26). */
class KeepingTests {

  private static final LocalDate TODAY = LocalDate.of(2030, 3, 1);
  private static final UUID PERSON = new UUID(1, 1);

  private final Keeping keeping = new Keeping(Figures.standard(), TODAY);

  private static Kept kept(
      int n, RecordClass recordClass, @Nullable LocalDate endedOn, Integer... restsOn) {
    var ids = new HashSet<UUID>();
    for (int one : restsOn) {
      ids.add(new UUID(0, one));
    }
    return Kept.of(new GlobalId("Thing", new UUID(0, n)), PERSON, recordClass, endedOn, ids);
  }

  /** Of the first of them. */
  private KeptState state(Set<UUID> held, Kept... all) {
    return keeping.judge(List.of(all), held).stream()
        .filter(entry -> entry.record().equals(all[0].record()))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  @DisplayName(
      "what is kept of a person is listed by class, then in the order in which it came to be")
  void listedByClass() {
    assertThat(
            keeping
                .judge(
                    List.of(
                        kept(1, RecordClass.CUSTOMER, TODAY),
                        kept(4, RecordClass.CONTACT, TODAY),
                        kept(3, RecordClass.DECISION, TODAY),
                        kept(2, RecordClass.CONTACT, TODAY)),
                    Set.of())
                .stream()
                .map(entry -> entry.record().id()))
        .containsExactly(
            kept(2, RecordClass.CONTACT, TODAY).record().id(),
            kept(4, RecordClass.CONTACT, TODAY).record().id(),
            kept(3, RecordClass.DECISION, TODAY).record().id(),
            kept(1, RecordClass.CUSTOMER, TODAY).record().id());
  }

  @ParameterizedTest(name = "{0} that ended on {1} is {2} on 1 March 2030")
  @DisplayName("T26: a record is due on the day after its period, which is that of its class")
  @CsvSource({
    "UNFOUNDED, 2029-08-31, DUE",
    "UNFOUNDED, 2029-09-01, NOT_DUE_YET",
    "CONTACT, 2028-02-29, DUE",
    "CONTACT, 2028-03-01, NOT_DUE_YET",
    "INCIDENT, 2027-02-28, DUE",
    "INCIDENT, 2027-03-01, NOT_DUE_YET",
    "DECISION, 2024-02-29, DUE",
    "DECISION, 2024-03-01, NOT_DUE_YET",
    "CUSTOMER, 2028-02-29, DUE",
    "CUSTOMER, 2028-03-01, NOT_DUE_YET"
  })
  void periodsOfClasses(RecordClass recordClass, LocalDate endedOn, KeptState expected) {
    assertThat(state(Set.of(), kept(1, recordClass, endedOn))).isEqualTo(expected);
  }

  @Test
  @DisplayName("T26: a council's own figures hold, those of the version in force")
  void figuresOfTheCouncil() {
    var shorter = new Keeping(Figures.of(Map.of(FigureKey.KEEP_CONTACT_MONTHS, 12)), TODAY);
    Kept contact = kept(1, RecordClass.CONTACT, TODAY.minusMonths(13));

    assertThat(keeping.judge(List.of(contact), Set.of()).getFirst().state())
        .isEqualTo(KeptState.NOT_DUE_YET);
    assertThat(shorter.judge(List.of(contact), Set.of()).getFirst().state())
        .isEqualTo(KeptState.DUE);
  }

  @Test
  @DisplayName("T26, T17: a marker is kept for as long as its category says")
  void aMarkerHasItsOwnPeriod() {
    var id = new GlobalId("StaffSafetyMarker", new UUID(0, 1));
    LocalDate ended = TODAY.minusYears(20);

    assertThat(state(Set.of(), new Kept(id, PERSON, RecordClass.MARKER, ended, TODAY, Set.of())))
        .isEqualTo(KeptState.NOT_DUE_YET);
    assertThat(
            state(
                Set.of(),
                new Kept(id, PERSON, RecordClass.MARKER, ended, TODAY.minusDays(1), Set.of())))
        .isEqualTo(KeptState.DUE);
  }

  @Test
  @DisplayName("T26: while something goes on, or is still to be done, nothing of it is due")
  void whatGoesOnIsNeverDue() {
    Kept open = kept(1, RecordClass.CONTACT, null);
    Kept old = kept(1, RecordClass.CONTACT, TODAY.minusYears(30));

    assertThat(state(Set.of(), open)).isEqualTo(KeptState.STILL_OPEN);
    assertThat(state(Set.of(new UUID(0, 1)), old)).isEqualTo(KeptState.STILL_NEEDED);
  }

  @Test
  @DisplayName("T26: what something kept rests on is kept with it, however many steps away")
  void neededByWhatIsKept() {
    LocalDate longAgo = TODAY.minusYears(30);
    Kept concern = kept(1, RecordClass.INCIDENT, longAgo);
    Kept incident = kept(2, RecordClass.INCIDENT, longAgo, 1);
    Kept decision = kept(3, RecordClass.DECISION, TODAY.minusYears(1), 2);

    assertThat(state(Set.of(), concern, incident, decision)).isEqualTo(KeptState.STILL_NEEDED);
    assertThat(state(Set.of(), concern, incident, kept(3, RecordClass.DECISION, longAgo, 2)))
        .isEqualTo(KeptState.DUE);
  }

  @Test
  @DisplayName("T26: who somebody is stays while anything else of them does, on all their records")
  void theCustomerGoesLast() {
    Kept customer = kept(1, RecordClass.CUSTOMER, TODAY.minusYears(30));

    assertThat(state(Set.of(), customer, kept(2, RecordClass.CONTACT, TODAY)))
        .isEqualTo(KeptState.STILL_NEEDED);
    assertThat(state(Set.of(), customer, kept(2, RecordClass.CONTACT, TODAY.minusYears(3))))
        .isEqualTo(KeptState.DUE);
  }

  @Property(tries = 300)
  void exactlyWhatIsPastUnheldAndUnneededIsDue(@ForAll long seed) {
    var random = new Random(seed);
    var all = new ArrayList<Kept>();
    var held = new HashSet<UUID>();
    int count = 1 + random.nextInt(12);
    for (int i = 1; i <= count; i++) {
      var rests = new ArrayList<Integer>();
      for (int j = 1; j <= count; j++) {
        if (j != i && random.nextInt(6) == 0) {
          rests.add(j);
        }
      }
      RecordClass recordClass = RecordClass.values()[random.nextInt(RecordClass.values().length)];
      LocalDate ended = random.nextInt(5) == 0 ? null : TODAY.minusMonths(random.nextInt(100));
      all.add(kept(i, recordClass, ended, rests.toArray(Integer[]::new)));
      if (random.nextInt(8) == 0) {
        held.add(new UUID(0, i));
      }
    }

    List<Entry> judged = keeping.judge(all, held);

    var due = new HashMap<UUID, Boolean>();
    judged.forEach(e -> due.put(e.record().id(), e.state() == KeptState.DUE));
    for (Kept one : all) {
      UUID id = one.record().id();
      LocalDate until = keeping.keepUntil(one);
      boolean past = until != null && TODAY.isAfter(until) && !held.contains(id);
      boolean needed =
          all.stream()
              .filter(other -> !due.getOrDefault(other.record().id(), false))
              .filter(other -> other.recordClass() != RecordClass.CUSTOMER)
              .anyMatch(
                  other ->
                      other.restsOn().contains(id) || one.recordClass() == RecordClass.CUSTOMER);
      assertThat(due.get(id)).as("%s of %s", one, judged).isEqualTo(past && !needed);
    }
  }

  @Property(tries = 300)
  void whoHasSomethingPastItsPeriodIsLookedAt(@ForAll long seed) {
    var random = new Random(seed);
    LocalDate today = TODAY.plusDays(random.nextInt(800));
    var then = new Keeping(Figures.standard(), today);
    RecordClass recordClass = RecordClass.values()[random.nextInt(RecordClass.values().length)];
    Kept one = kept(1, recordClass, today.minusDays(random.nextInt(3_000)));

    if (then.judge(List.of(one), Set.of()).getFirst().state() == KeptState.DUE) {
      assertThat(one.endedOn()).isBefore(then.endedBefore().get(recordClass));
    }
  }
}
