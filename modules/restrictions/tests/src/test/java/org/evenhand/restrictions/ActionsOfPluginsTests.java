package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.CustomerView;
import org.evenhand.pluginhost.ImpactOfPlugins.Change;
import org.evenhand.pluginhost.ManagingPlugins;
import org.evenhand.pluginhost.ManagingPlugins.Which;
import org.evenhand.pluginhost.PluginInUseRefusal;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.pluginhost.SigningKeys;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.evenhandtest.PluginJar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands that a plugin's type made, when the plugin changes or is to go (P8.3, T9). */
class ActionsOfPluginsTests extends Story {

  private static final As HEAD = As.headOfService("housing");
  private static final TypeId QUIET = TypeId.of("allotments.quiet");

  @Autowired SigningKeys keys;
  @Autowired ManagingPlugins managing;
  @Autowired Plugins plugins;
  @Autowired Files files;

  /** The second version has settings of another form and turns telephone calls away too. */
  private static PluginJar version(int settingsVersion) {
    return PluginJar.plugin("allotments", settingsVersion + ".0.0")
        .manifest("Plugin-Requires", "^1.0.0")
        .source(
            "allotments.Quiet",
"""
            package allotments;

            import java.time.Period;
            import java.util.ArrayList;
            import java.util.List;
import java.util.Map;
            import java.util.Set;
            import org.evenhand.spi.*;

            @org.pf4j.Extension
            public class Quiet implements RestrictionType {
              public TypeId id() { return TypeId.of("allotments.quiet"); }
              public Texts name() { return Texts.en("Quiet"); }
              public Texts description() { return Texts.en("Quiet on the allotments."); }
              public Set<Nature> natures() { return Set.of(Nature.RESTRICTIVE); }
              public Axis axis() { return Axis.WHAT; }
              public Appealability appealability() { return Appealability.APPEALABLE; }
              public AuthorityAction authority() { return AuthorityAction.RESTRICT_CONTACT; }
              public Period reviewInterval() { return Period.ofMonths(6); }
              public List<SettingDescriptor> settings() { return List.of(); }
              public int settingsVersion() { return %d; }
              public Upgrade upgrade(int from, Settings settings) { return new Upgrade.Upgraded(settings); }
              public List<Rule> compile(Settings settings) {
                var rules = new ArrayList<Rule>();
                rules.add(new Rule("music", Condition.activityIn("music"), Effect.decline(),
                    Words.say("Please turn it off."), Citation.policy("9.1"), RuleSource.POLICY));
                if (settingsVersion() > 1) {
                  rules.add(new Rule("calls",
                      Condition.allOf(Condition.inbound(), Condition.channelIn(Channel.PHONE)),
                      Effect.decline(), Words.say("Please write to us."), Citation.policy("9.1"),
                      RuleSource.POLICY));
                }
                return rules;
              }
              public LetterWording letter(Settings settings) {
                return new LetterWording(Texts.en("Please play no music on the allotments."),
                    Texts.none(), Texts.none(), Texts.en("The allotments stay open to you."),
                    Texts.none());
              }
              public StaffWording staffWording(Settings settings) {
                return new StaffWording(Texts.en("Quiet"), Texts.en("Ask for it to be turned off."));
              }
            }
            """
                .formatted(settingsVersion));
  }

  @Test
  @DisplayName(
      "P8.3, T9: made under version 1 it is right, explained and reviewed under version 2, and the"
          + " impact names it; the plugin is not removed while it stands")
  void standsWhateverBecomesOfItsPlugin() throws Exception {
    UUID plugin = enabled();
    CustomerView customer = customer("Quentin Quiet");
    RestrictionView made =
        inForce(
            action(determined(customer), QUIET, Settings.empty()).endsOn(today().plusMonths(3)));
    isExplained(customer, made);
    assertThat(made.pluginVersion()).isEqualTo("1.0.0");
    var rules = made.rules();

    FileId newer = uploaded(version(2));
    var impact =
        As.pluginAdministrator()
            .call(
                () ->
                    done(
                        () -> managing.impact(plugin, newer, currentActor.get(), clock.instant())));
    assertThat(impact.fromVersion()).isEqualTo("1.0.0");
    assertThat(impact.toVersion()).isEqualTo("2.0.0");
    assertThat(impact.looked()).isEqualTo(1);
    assertThat(impact.different())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.about().id()).isEqualTo(made.id().value());
              assertThat(item.extension()).isEqualTo(QUIET);
              assertThat(item.change()).isEqualTo(Change.TIGHTENS);
            });

    decide(() -> managing.upgrade(which(plugin), newer, currentActor.get(), clock.instant()));
    RestrictionView after = restrictions.find(made.id()).orElseThrow();
    assertThat(after.rules()).isEqualTo(rules);
    assertThat(after.settingsVersion()).isEqualTo(1);
    assertThat(after.status()).isEqualTo(RestrictionStatus.IN_FORCE);
    isExplained(customer, made);
    assertThat(verdict(check(call(customer)))).as("version 2 would decline").isEqualTo("ALLOWED");

    Outcome<UUID> refused =
        As.pluginAdministrator()
            .call(
                () ->
                    managing.uninstall(
                        which(plugin), "Nobody uses it.", currentActor.get(), clock.instant()));
    assertThat(refused.refusals())
        .singleElement()
        .isInstanceOfSatisfying(
            PluginInUseRefusal.class,
            inUse -> assertThat(inUse.work().getFirst().about().id()).isEqualTo(made.id().value()));

    As.headOfService("housing")
        .call(
            () ->
                done(
                    () ->
                        reviewing.review(
                            new ReviewToRecord(
                                made.id(), null, ReviewOutcome.LIFT, "It is quiet now.", null))));
    assertThat(restrictions.find(made.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.LIFTED);
    decide(
        () ->
            managing.uninstall(
                which(plugin), "Nobody uses it.", currentActor.get(), clock.instant()));
    assertThat(restrictions.find(made.id()).orElseThrow().rules()).isEqualTo(rules);
  }

  @Test
  @DisplayName(
      "P8.3, P9.1: without its plugin it stays in force, is explained, set aside and lifted; nobody"
          + " imposes, varies or extends it")
  void staysWithoutItsType() throws Exception {
    UUID plugin = enabled();
    CustomerView customer = customer("Gwen Gone");
    RestrictionView made =
        inForce(
            action(determined(customer), QUIET, Settings.empty()).endsOn(today().plusMonths(3)));

    decide(
        () ->
            managing.disable(
                which(plugin), "Until it is mended.", currentActor.get(), clock.instant()));

    isExplained(customer, made);
    assertThat(restrictions.find(made.id()).orElseThrow())
        .returns(RestrictionStatus.IN_FORCE, RestrictionView::status)
        .returns(made.rules(), RestrictionView::rules);
    assertThat(refusedAs(HEAD, action(determined(customer("Nora New")), QUIET, Settings.empty())))
        .contains("TYPE_NOT_INSTALLED");
    HEAD.run(
        () -> {
          assertThat(
                  refused(() -> changing.vary(Changes.endsOn(made, made.endsOn().minusDays(10)))))
              .contains("TYPE_NOT_INSTALLED");
          assertThat(
                  refused(
                      () ->
                          changing.extend(
                              Changes.until(made, today().plusMonths(5), Changes.police(today())))))
              .contains("TYPE_NOT_INSTALLED");
          done(() -> changing.suspend(made.id(), null, "In hospital"));
          assertThat(verdict(check(music(customer)))).isEqualTo("ALLOWED");
          assertThat(
                  done(() ->
                          reviewing.review(
                              new ReviewToRecord(
                                  made.id(), null, ReviewOutcome.LIFT, "Quiet now.", null)))
                      .status())
              .isEqualTo(RestrictionStatus.LIFTED);
        });
    decide(
        () ->
            managing.uninstall(
                which(plugin), "Nobody uses it.", currentActor.get(), clock.instant()));
  }

  private Map<String, Object> music(CustomerView customer) {
    return with(call(customer), "activity", "music");
  }

  /** What version 1 compiled answers the desk, in its words and with what stands behind it. */
  private void isExplained(CustomerView customer, RestrictionView made) {
    var answer = check(music(customer));
    assertThat(verdict(answer)).isEqualTo("DECLINE_THIS_CONTACT");
    answer
        .path("contactCheck.wordsToSay[*].value")
        .entityList(String.class)
        .contains("Please turn it off.");
    answer
        .path("contactCheck.conditions[?(@.because.rule == 'music')].because.clause")
        .entityList(String.class)
        .containsExactly("9.1");
    answer
        .path("contactCheck.conditions[?(@.because.rule == 'music')].because.restriction")
        .entityList(String.class)
        .containsExactly(gid("Restriction", made.id().value()));
  }

  private Which which(UUID plugin) {
    return new Which(plugin, managing.find(plugin).orElseThrow().revision());
  }

  private UUID decide(java.util.function.Supplier<Outcome<UUID>> deciding) {
    return As.pluginAdministrator()
        .call(
            () -> {
              UUID id = done(deciding);
              plugins.takeUp();
              return id;
            });
  }

  private UUID enabled() throws Exception {
    Certificate certificate = PluginJar.Signer.SERVICE_AREA.certificate();
    if (keys.all().isEmpty()) {
      As.pluginAdministrator()
          .call(
              () ->
                  done(
                      () ->
                          keys.trust(
                              new SigningKeys.ToTrust(
                                  pem(certificate),
                                  thumbprint(certificate),
                                  List.of("allotments"),
                                  null),
                              currentActor.get(),
                              clock.instant())));
    }
    FileId file = uploaded(version(1));
    UUID plugin = decide(() -> managing.install(file, currentActor.get(), clock.instant()));
    return decide(() -> managing.enable(which(plugin), currentActor.get(), clock.instant()));
  }

  private FileId uploaded(PluginJar jar) throws Exception {
    byte[] content = jar.bytes();
    String digest =
        "sha-256=:"
            + Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content))
            + ":";
    return As.pluginAdministrator()
        .call(
            () -> {
              FileView started =
                  done(
                      () ->
                          files.start(
                              new Files.ToUpload(
                                  "quiet.jar", "application/java-archive", content.length, digest),
                              currentActor.get(),
                              clock.instant()));
              assertThat(
                      files
                          .receive(
                              started.id(),
                              digest,
                              new ByteArrayInputStream(content),
                              currentActor.get(),
                              clock.instant())
                          .refusals())
                  .isEmpty();
              return started.id();
            });
  }

  private static String pem(Certificate certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(encoded(certificate))
        + "\n-----END CERTIFICATE-----\n";
  }

  private static String thumbprint(Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
