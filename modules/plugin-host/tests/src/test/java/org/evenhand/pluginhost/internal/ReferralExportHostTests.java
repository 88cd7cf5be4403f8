package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhand.pluginhost.internal.TryOutPlugins.codes;
import static org.evenhand.pluginhost.internal.TryOutPlugins.loaded;
import static org.evenhand.pluginhost.internal.TryOutPlugins.settings;

import java.nio.file.Path;
import java.util.Map;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.DossierValue;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.evenhandtest.PluginJar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms for referrals of plugins, behind the same fence as restriction types (P8.2). */
class ReferralExportHostTests {

  private static final String USUAL = "return ReferralDocuments.of(this, Map.of(), dossier);";

  private static final Dossier DOSSIER =
      new Dossier(
          "R-2026-000001",
          SharingPurpose.SAFEGUARD,
          TryOutPlugins.NOW,
          Map.of("concern", new DossierValue.NotKnown()));

  @TempDir Path folder;

  @Test
  @DisplayName("what a form says about itself is read once; what it renders comes through")
  void rendersThroughTheGuard() {
    try (var host = hosting("county.child-1", "1.3", USUAL)) {
      assertThat(codes(host)).isEmpty();
      ReferralExport form = host.referralExports().getFirst().export();
      assertThat(form.fields(SharingPurpose.SAFEGUARD).required()).containsExactly("concern");
      assertThat(form.purposes()).containsExactly(SharingPurpose.SAFEGUARD);
      assertThat(new String(form.render(DOSSIER).getFirst().content()))
          .contains("county.child-1", "\"schemaVersion\": \"1.3\"", "not-known");
      assertThat(host.all().getFirst().extensions().getFirst().extensionPoint())
          .isEqualTo("ReferralExport");
      assertThatThrownBy(() -> form.fields(SharingPurpose.MANAGE))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "county.child-1,2.0,TYPE_ILL_DESCRIBED",
    "county.child,1.0,TYPE_ILL_DESCRIBED",
    "county.child-1,one,TYPE_ILL_DESCRIBED",
    "other.child-1,1.0,TYPE_ID_FOREIGN"
  })
  @DisplayName("an id stands for one major version of the schema and belongs to the plugin")
  void oneIdForOneMajorVersion(String id, String schemaVersion, String code) {
    try (var host = hosting(id, schemaVersion, USUAL)) {
      assertThat(codes(host)).containsExactly(code);
      assertThat(host.referralExports()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException(\"Sam Subject\");",
        "return render(dossier);",
        "return List.of();",
        "return null;",
        "var one = new Artefact(\"a\", \"text/csv\", new byte[0]); return List.of(one, one);",
        "return List.of(new Artefact(\"a\", \"text/csv\", new byte[6 << 20]));"
      })
  @DisplayName("whatever is thrown or returned ends with the call, and nothing of it is told")
  void endsWithTheCall(String body) {
    try (var host = hosting("county.child-1", "1.0", body)) {
      ReferralExport form = host.referralExports().getFirst().export();
      assertThatThrownBy(() -> form.render(DOSSIER))
          .isInstanceOf(PluginUnavailableException.class)
          .hasMessage("county: PLUGIN_FAILED");
      assertThat(host.all().getFirst().reasons().toString()).doesNotContain("Subject");
    }
  }

  private PluginHost hosting(String id, String schemaVersion, String body) {
    PluginJar.plugin("county", "1.0.0")
        .manifest("Plugin-Requires", "^1.0.0")
        .source(
            "county.Child",
            """
            package county;

            import java.util.List;
            import java.util.Map;
            import java.util.Set;
            import org.evenhand.spi.*;
            import org.pf4j.Extension;

            @Extension
            public class Child implements ReferralExport {
              public TypeId id() { return TypeId.of("%s"); }
              public Texts name() { return Texts.en("Referral of a child"); }
              public String partnerKind() { return "children-social-care"; }
              public Set<SharingPurpose> purposes() { return Set.of(SharingPurpose.SAFEGUARD); }
              public FieldRules fields(SharingPurpose purpose) {
                return new FieldRules(Set.of("concern"), Set.of(), Set.of("school"));
              }
              public String schemaVersion() { return "%s"; }
              public List<Artefact> render(Dossier dossier) { %s }
            }
            """
                .formatted(id, schemaVersion, body))
        .writeTo(folder);
    return loaded(settings(folder, "county"));
  }
}
