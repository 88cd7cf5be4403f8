package org.evenhand.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.evenhand.rules.SettingsForm;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a delivery must keep to (P8.2, T22): what is sealed arrives whole and once, however often it
 * is tried and wherever the sender fell, and can be found again by its key. Extend it once for each
 * delivery, against a real server at the other end.
 */
public abstract class DeliveryContractTests {

  /** When everything here happens. */
  protected static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  /** The first key that is sent with. */
  protected static final IdempotencyKey KEY = new IdempotencyKey("referral-0193-1");

  /** What is sent. */
  protected static final SealedArtefact SEALED =
      new SealedArtefact(
          "R-2026-000123-1.jwe",
          "application/jose",
          "01938a4e-0000-7000-8000-000000000001",
          "eyJhbGciOiJFQ0RILUVTIn0..cipher\u0000text".getBytes(StandardCharsets.UTF_8));

  private static final IdempotencyKey OTHER = new IdempotencyKey("referral-0193-2");

  private final ContractContext handed = new ContractContext();

  /** A new instance, made as the house makes it: without arguments, remembering nothing. */
  protected abstract Delivery delivery();

  /** A configuration that reaches the other end, with all that is asked of a partner. */
  protected abstract Settings configuration() throws Exception;

  /** A configuration of the right form that reaches nothing. */
  protected abstract Settings unreachable() throws Exception;

  /** What arrived whole at the other end, as it lies there. */
  protected abstract List<byte[]> arrived() throws Exception;

  /** The other end refuses what comes from now on; false where it cannot. */
  protected boolean refuse() throws Exception {
    return false;
  }

  /**
   * The other end takes what comes next and its answer is lost, as when the sender falls; false
   * where that cannot be brought about.
   */
  protected boolean loseTheNextAnswer() throws Exception {
    return false;
  }

  /** A secret of the configuration; none unless told. */
  protected Optional<String> secret(String name) {
    return Optional.empty();
  }

  @Test
  @DisplayName("says what it is, and describes its configuration in plain words (T28)")
  final void describesItself() throws Exception {
    Delivery delivery = delivery();
    assertThat(delivery.id().namespace()).as("its own namespace").isNotEqualTo(TypeId.BUILT_IN);
    assertThat(delivery.name().silent()).as("a name").isFalse();
    assertThat(PlainWords.blame(delivery.name())).isEmpty();
    List<SettingDescriptor> descriptors = form();
    assertThat(descriptors).extracting(SettingDescriptor::key).doesNotHaveDuplicates();
    for (SettingDescriptor descriptor : descriptors) {
      assertThat(descriptor.field().label().silent()).as(descriptor.key()).isFalse();
      assertThat(descriptor.field().help().silent()).as("help of " + descriptor.key()).isFalse();
      boolean named =
          List.of("password", "token", "secret", "private-key").stream()
              .anyMatch(word -> descriptor.key().startsWith(word));
      assertThat(!named || descriptor instanceof SettingDescriptor.SecretSetting)
          .as("%s is kept as a secret", descriptor.key())
          .isTrue();
    }
    assertThat(SettingsForm.problems(descriptors, usual(configuration()))).isEmpty();
    assertThat(SettingsForm.problems(descriptors, usual(unreachable()))).isEmpty();
  }

  @Test
  @DisplayName("a probe sends nothing and says whether the configuration would work")
  final void probes() throws Exception {
    Probe good = delivery().probe(context(configuration()));
    assertThat(good.message().silent()).as("what was found").isFalse();
    assertThat(good.passed()).as("%s", good.message()).isTrue();
    assertThat(arrived()).isEmpty();
    assertThat(delivery().probe(context(unreachable())).passed()).isFalse();
  }

  @Test
  @DisplayName("T22: however often it is tried with a key, it arrives once, byte for byte")
  final void sendsOnce() throws Exception {
    PluginContext context = context(configuration());
    Handover first = delivery().send(context, SEALED, KEY);
    assertThat(first).isInstanceOf(Handover.Accepted.class);
    assertThat(delivery().send(context, SEALED, KEY)).isInstanceOf(Handover.Accepted.class);
    assertThat(arrived()).singleElement().isEqualTo(SEALED.ciphertext());
    delivery().send(context, SEALED, OTHER);
    assertThat(arrived()).hasSize(2);
  }

  @Test
  @DisplayName("T22: two that send the same at once leave one behind")
  final void twoAtOnce() throws Exception {
    PluginContext context = context(configuration());
    Callable<Handover> send = () -> delivery().send(context, SEALED, KEY);
    try (var both = Executors.newFixedThreadPool(2)) {
      for (var answer : both.invokeAll(List.of(send, send))) {
        assertThat(answer.get()).isNotInstanceOf(Handover.Rejected.class);
      }
    }
    assertThat(arrived()).hasSize(1);
  }

  @Test
  @DisplayName("T22: after a fall what arrived is found by its key, and nothing else is")
  final void findsByKey() throws Exception {
    PluginContext context = context(configuration());
    assertThat(delivery().find(context, KEY)).isEmpty();
    if (loseTheNextAnswer()) {
      assertThat(delivery().send(context, SEALED, KEY)).isInstanceOf(Handover.TryLater.class);
    } else {
      delivery().send(context, SEALED, KEY);
    }
    Handover.Accepted found = delivery().find(context, KEY).orElseThrow();
    assertThat(found.reference()).isNotBlank();
    assertThat(delivery().find(context, OTHER)).isEmpty();
    assertThat(delivery().send(context, SEALED, KEY))
        .isInstanceOfSatisfying(
            Handover.Accepted.class,
            again -> assertThat(again.reference()).isEqualTo(found.reference()));
    assertThat(arrived()).hasSize(1);
  }

  @Test
  @DisplayName("an end that cannot be reached is tried later, and nothing is lost by it")
  final void triesLater() throws Exception {
    assertThat(delivery().send(context(unreachable()), SEALED, KEY))
        .isInstanceOfSatisfying(
            Handover.TryLater.class, later -> assertThat(later.reason().silent()).isFalse());
    assertThat(delivery().find(context(unreachable()), KEY)).isEmpty();
    delivery().send(context(configuration()), SEALED, KEY);
    assertThat(arrived()).hasSize(1);
  }

  @Test
  @DisplayName("what the other end refuses is refused here, and is not found as accepted")
  final void refuses() throws Exception {
    PluginContext context = context(configuration());
    if (refuse()) {
      assertThat(delivery().send(context, SEALED, KEY))
          .isInstanceOfSatisfying(
              Handover.Rejected.class,
              rejected -> {
                assertThat(rejected.code()).isNotBlank();
                assertThat(rejected.reason().silent()).isFalse();
              });
      assertThat(delivery().find(context, KEY)).isEmpty();
      assertThat(arrived()).isEmpty();
    }
  }

  @Test
  @DisplayName("odd characters in a name, a recipient or a key cost nothing and reach nothing else")
  final void standsOddCharacters() throws Exception {
    var odd =
        new SealedArtefact("..:*?\u00e9\n.jwe", "application/jose", "../../x y", new byte[] {1});
    PluginContext context = context(configuration());
    assertThat(delivery().send(context, odd, new IdempotencyKey("../a/b:\"*?\u00e9\n")))
        .isInstanceOf(Handover.Accepted.class);
    assertThat(arrived()).hasSize(1);
  }

  @Test
  @DisplayName("T20: neither what is sent nor a secret is logged")
  final void logsNothingOfIt() throws Exception {
    delivery().send(context(configuration()), SEALED, KEY);
    delivery().send(context(unreachable()), SEALED, KEY);
    var never = new java.util.ArrayList<>(List.of("cipher", SEALED.name()));
    for (SettingDescriptor descriptor : form()) {
      if (descriptor instanceof SettingDescriptor.SecretSetting) {
        secret(descriptor.key()).ifPresent(never::add);
      }
    }
    assertThat(handed.logged()).noneMatch(line -> never.stream().anyMatch(line::contains));
  }

  private Settings usual(Settings settings) {
    return SettingsForm.withDefaults(form(), settings);
  }

  /** What is asked once, and what is asked of each partner. */
  private List<SettingDescriptor> form() {
    return Stream.concat(
            delivery().configuration().stream(), delivery().recipientConfiguration().stream())
        .toList();
  }

  private PluginContext context(Settings settings) {
    return handed.of(usual(settings), NOW, this::secret);
  }
}
