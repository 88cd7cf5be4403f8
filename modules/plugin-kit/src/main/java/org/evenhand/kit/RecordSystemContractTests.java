package org.evenhand.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.rules.SettingsForm;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.Ref;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a record system must keep to (P4.2). Extend it once for each, against something that stands
 * at the other end: a folder, a server in the test. A system may answer with the reference at once
 * or ask to be asked again until {@link #confirm} has happened; both keep the contract.
 */
public abstract class RecordSystemContractTests {

  /** When everything here happens. */
  protected static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static final IdempotencyKey KEY = new IdempotencyKey("crm-0193-first");
  private static final IdempotencyKey OTHER = new IdempotencyKey("crm-0193-second");

  private static final ResponseEntry ENTRY =
      new ResponseEntry(
          "C-7F3K-2M9Q",
          Instant.parse("2026-11-23T09:30:00Z"),
          Channel.LETTER,
          "restrictions-notice",
          "N-2026-000123",
          Set.of(Ref.serviceArea("housing")),
          Ref.officer("officer-7"));

  private final ContractContext handed = new ContractContext();

  /** A new instance, made as the house makes it: without arguments, remembering nothing. */
  protected abstract RecordSystem system();

  /** A configuration that reaches the other end. */
  protected abstract Settings configuration();

  /** A configuration of the right form that reaches nothing. */
  protected abstract Settings unreachable();

  /** Each record that arrived at the other end, as it was written there. */
  protected abstract List<String> arrived() throws Exception;

  /**
   * The other end takes what arrived under this key and gives it this reference; nothing to do
   * where {@code record} answers with the reference itself.
   */
  protected void confirm(IdempotencyKey key, String reference) throws Exception {}

  /** The other end refuses what arrived under this key; false where it cannot. */
  protected boolean refuse(IdempotencyKey key, String code) throws Exception {
    return false;
  }

  /** A secret of the configuration; none unless told. */
  protected Optional<String> secret(String name) {
    return Optional.empty();
  }

  @Test
  @DisplayName("says what it is, and describes its configuration in plain words (T28)")
  final void describesItself() {
    RecordSystem system = system();
    assertThat(system.id().namespace()).as("its own namespace").isNotEqualTo(TypeId.BUILT_IN);
    assertThat(system.name().silent()).as("a name").isFalse();
    assertThat(PlainWords.blame(system.name())).isEmpty();
    List<SettingDescriptor> descriptors = system.configuration();
    assertThat(descriptors).extracting(SettingDescriptor::key).doesNotHaveDuplicates();
    for (SettingDescriptor descriptor : descriptors) {
      assertThat(descriptor.field().label().silent()).as(descriptor.key()).isFalse();
      assertThat(descriptor.field().help().silent()).as("help of " + descriptor.key()).isFalse();
      boolean named =
          List.of("password", "token", "secret").stream().anyMatch(descriptor.key()::contains);
      assertThat(!named || descriptor instanceof SettingDescriptor.SecretSetting)
          .as("%s is kept as a secret", descriptor.key())
          .isTrue();
    }
    assertThat(SettingsForm.problems(descriptors, usual(configuration()))).isEmpty();
    assertThat(SettingsForm.problems(descriptors, usual(unreachable()))).isEmpty();
  }

  @Test
  @DisplayName("a probe records nothing and says whether the configuration would work")
  final void probes() throws Exception {
    Probe good = system().probe(context(configuration()));
    assertThat(good.passed()).isTrue();
    assertThat(good.message().silent()).as("what was found").isFalse();
    assertThat(arrived()).isEmpty();
    assertThat(system().probe(context(unreachable())).passed()).isFalse();
  }

  @Test
  @DisplayName("P4.2: however often it is tried with a key, one record arrives")
  final void recordsOnce() throws Exception {
    PluginContext context = context(configuration());
    record(context, KEY);
    record(context, KEY);
    record(context, KEY);
    assertThat(arrived()).hasSize(1);
    record(context, OTHER);
    assertThat(arrived()).hasSize(2);
    confirm(KEY, "CRM-4711");
    assertThat(system().record(context, ENTRY, KEY)).isInstanceOf(Handover.Accepted.class);
    assertThat(arrived()).hasSize(2);
  }

  @Test
  @DisplayName("P4.2: after a fall what was accepted is found by its key, and nothing else is")
  final void findsByKey() throws Exception {
    PluginContext context = context(configuration());
    assertThat(system().find(context, KEY)).isEmpty();
    Handover first = record(context, KEY);
    confirm(KEY, "CRM-4711");
    Handover.Accepted found = system().find(context, KEY).orElseThrow();
    if (first instanceof Handover.Accepted accepted) {
      assertThat(found.reference()).isEqualTo(accepted.reference());
    } else {
      assertThat(found.reference()).isEqualTo("CRM-4711");
    }
    assertThat(system().find(context, OTHER)).isEmpty();
    assertThat(system().record(context, ENTRY, KEY)).isEqualTo(found);
  }

  @Test
  @DisplayName("an end that cannot be reached is tried later, and nothing is lost by it")
  final void triesLater() throws Exception {
    assertThat(system().record(context(unreachable()), ENTRY, KEY))
        .isInstanceOfSatisfying(
            Handover.TryLater.class, later -> assertThat(later.reason().silent()).isFalse());
    assertThat(system().find(context(unreachable()), KEY)).isEmpty();
    record(context(configuration()), KEY);
    assertThat(arrived()).hasSize(1);
  }

  @Test
  @DisplayName("what the other end refuses is refused here, and is not found as accepted")
  final void refuses() throws Exception {
    PluginContext context = context(configuration());
    record(context, KEY);
    if (refuse(KEY, "UNKNOWN_CUSTOMER")) {
      assertThat(system().record(context, ENTRY, KEY))
          .isInstanceOfSatisfying(
              Handover.Rejected.class,
              rejected -> {
                assertThat(rejected.code()).isEqualTo("UNKNOWN_CUSTOMER");
                assertThat(rejected.reason().silent()).isFalse();
              });
      assertThat(system().find(context, KEY)).isEmpty();
    }
  }

  @Test
  @DisplayName("T20: all of the entry arrives with its key, and nothing of it is logged")
  final void tellsTheEntryAndNothingElse() throws Exception {
    record(context(configuration()), KEY);
    assertThat(arrived())
        .singleElement()
        .asString()
        .contains(
            KEY.value(),
            ENTRY.customerReference(),
            ENTRY.ourReference(),
            ENTRY.kind(),
            ENTRY.channel().name(),
            "housing",
            "officer-7",
            ENTRY.respondedAt().toString());
    assertThat(handed.logged())
        .noneMatch(
            line ->
                line.contains(ENTRY.customerReference()) || line.contains(ENTRY.ourReference()));
  }

  @Test
  @DisplayName("odd characters in a reference or a key cost nothing and reach nothing else")
  final void standsOddCharacters() throws Exception {
    var odd =
        new ResponseEntry(
            "C \"1\"\n,;\\/..", NOW, Channel.EMAIL, "warning", "../../x", Set.of(), null);
    var key = new IdempotencyKey("../a/b:\"*?\u00e9\n");
    PluginContext context = context(configuration());
    assertThat(system().record(context, odd, key)).isNotInstanceOf(Handover.Rejected.class);
    system().record(context, odd, key);
    assertThat(arrived()).hasSize(1);
  }

  private Handover record(PluginContext context, IdempotencyKey key) {
    Handover handover = system().record(context, ENTRY, key);
    assertThat(handover).isNotInstanceOf(Handover.Rejected.class);
    return handover;
  }

  private Settings usual(Settings settings) {
    return SettingsForm.withDefaults(system().configuration(), settings);
  }

  private PluginContext context(Settings settings) {
    return handed.of(usual(settings), NOW, this::secret);
  }
}
