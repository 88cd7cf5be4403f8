package org.evenhand.pluginhost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenhandtest.As;
import org.evenhandtest.ModuleTest;
import org.evenhandtest.PluginJar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The module against the real schema and a real database; one context for all its tests. */
@ModuleTest
@AutoConfigureGraphQlTester
@Import(PluginHostModuleTest.OpenWorkInTheTest.class)
@TestPropertySource(
    properties = {
      "evenhand.sweeps.enabled=false",
      "evenhand.plugins.key-secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
      "spring.graphql.schema.locations=classpath:none-but-this-module/",
      "spring.graphql.schema.additional-files="
          + "classpath:graphql/foundation.graphqls,classpath:graphql/plugins.graphqls"
    })
public abstract class PluginHostModuleTest {

  /** What a module to the right would say is open. */
  @TestConfiguration
  static class OpenWorkInTheTest {
    @Bean
    OpenPluginWork openWorkInTheTest() {
      return plugins ->
          OPEN.stream().filter(i -> plugins.contains(i.extension().namespace())).toList();
    }
  }

  protected static final List<OpenPluginWork.Item> OPEN = new CopyOnWriteArrayList<>();

  @Autowired protected GraphQlTester graphQl;
  @Autowired protected PluginExtensions extensions;
  @Autowired protected Plugins plugins;

  @DynamicPropertySource
  protected static void twoPlugins(DynamicPropertyRegistry properties) throws IOException {
    Path folder = Files.createTempDirectory("plugins");
    PluginJar.plugin("parks", "1.2.0")
        .manifest("Plugin-Requires", "^1.0.0")
        .source(
            "parks.Quiet",
            """
            package parks;

            import java.time.Period;
            import java.util.List;
            import java.util.Set;
            import org.evenhand.spi.*;

            @org.pf4j.Extension
            public class Quiet implements RestrictionType {
              public TypeId id() { return TypeId.of("parks.quiet"); }
              public Texts name() { return Texts.enCy("Quiet", "Tawel"); }
              public Texts description() { return Texts.en("Quiet in the parks."); }
              public Set<Nature> natures() { return Set.of(Nature.SUPPORTIVE); }
              public Axis axis() { return Axis.HOW; }
              public Appealability appealability() { return Appealability.NOT_APPEALABLE; }
              public AuthorityAction authority() { return AuthorityAction.OFFER_SUPPORT; }
              public Period reviewInterval() { return Period.ofMonths(6); }
              public List<SettingDescriptor> settings() { return List.of(); }
              public int settingsVersion() { return 1; }
              public List<Rule> compile(Settings settings) { return List.of(); }
              public LetterWording letter(Settings settings) {
                return new LetterWording(Texts.en("Quiet, please."), Texts.none(), Texts.none(),
                    Texts.en("All parks stay open to you."), Texts.none());
              }
              public StaffWording staffWording(Settings settings) {
                return new StaffWording(Texts.en("Quiet"), Texts.en("Ask for quiet."));
              }
            }
            """)
        .writeTo(folder);
    Path certificate = PluginJar.Signer.SERVICE_AREA.writeCertificate(folder);
    properties.add("evenhand.plugins.trusted", certificate::toString);
    properties.add("evenhand.plugins.folder", folder::toString);
    properties.add("evenhand.plugins.enabled", () -> "parks,gone");
  }

  protected GraphQlTester.Response ask(As who, String document, Map<String, Object> input) {
    return who.call(() -> graphQl.document(document).variable("input", input).execute());
  }

  protected static List<String> codes(GraphQlTester.Response answer, String mutation) {
    return answer.path(mutation + ".refusals[*].code").entityList(String.class).get();
  }
}
