package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.pluginhost.PluginHostModuleTest;
import org.evenhandtest.As;
import org.evenhandtest.PluginJar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** From the seat of a plugin administrator, by the API alone. */
abstract class ManagingPluginsModuleTest extends PluginHostModuleTest {

  static final As PAT = As.pluginAdministrator();
  static final String FIELDS =
      """
      plugin { id revision version state route installedBy previousVersion stagedVersion
        disabledBecause signature { subject } extensions { id } uses
        availableActions { action allowed mutation refusals { code } } }
      refusals { code path
        ... on PluginJarRefusal { problems { code message howToMend } }
        ... on PluginInUseRefusal { work { label about madeWithId madeWith { id } } } }
      """;

  @Autowired Files files;
  @Autowired CurrentActor currentActor;

  String upload(PluginJar jar) {
    return upload(jar.bytes());
  }

  String upload(byte[] content) {
    return PAT.call(
        () -> {
          String digest =
              "sha-256=:"
                  + Base64.getEncoder()
                      .encodeToString(MessageDigest.getInstance("SHA-256").digest(content))
                  + ":";
          FileView started =
              files
                  .start(
                      new Files.ToUpload(
                          "plugin.jar", "application/java-archive", content.length, digest),
                      currentActor.get(),
                      Instant.now())
                  .orNull();
          assertThat(started).isNotNull();
          var received =
              files.receive(
                  started.id(),
                  digest,
                  new ByteArrayInputStream(content),
                  currentActor.get(),
                  Instant.now());
          assertThat(received.refusals()).isEmpty();
          return GlobalId.of("File", started.id().value());
        });
  }

  GraphQlTester.Response does(String act, Map<String, Object> input) {
    String type = Character.toUpperCase(act.charAt(0)) + act.substring(1) + "Input";
    String fields =
        act.equals("pluginUninstall")
            ? FIELDS.substring(FIELDS.indexOf("refusals { code path"))
            : FIELDS;
    return ask(
        PAT,
        "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, act, fields),
        input);
  }

  GraphQlTester.Response done(String act, Map<String, Object> input) {
    var answer = does(act, input);
    assertThat(codes(answer, act)).isEmpty();
    return answer;
  }

  static Map<String, Object> which(String id, int revision, String... more) {
    var input = new HashMap<String, Object>(Map.of("plugin", id, "expectedVersion", revision));
    for (int i = 0; i < more.length; i += 2) {
      input.put(more[i], more[i + 1]);
    }
    return input;
  }

  String installed(PluginJar jar) {
    return done("pluginInstall", Map.of("file", upload(jar)))
        .path("pluginInstall.plugin.id")
        .entity(String.class)
        .get();
  }
}
