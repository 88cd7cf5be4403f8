package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.foundation.WorkingDays;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * What front-end teams consume is what the server does: the printed schema, and the story's
 * operations, each run in its role over HTTP, with the answers that stand in {@code
 * frontend-contract/answers}. {@code -Dcontract.update=true} writes them anew.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FrontEndContractTests extends RunningEvenhand {

  private static final Path CONTRACT =
      Path.of(System.getProperty("evenhand.root"), "frontend-contract");
  private static final boolean UPDATE = Boolean.getBoolean("contract.update");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)\\}\\}");

  @Autowired GraphQlSource source;

  @Test
  @Order(1)
  void thePrintedSchemaIsTheOneTheServerRuns() throws IOException {
    String printed =
        new SchemaPrinter(
                SchemaPrinter.Options.defaultOptions()
                    .includeScalarTypes(true)
                    .includeDirectiveDefinitions(true)
                    .includeSchemaDefinition(false))
            .print(source.schema());
    Path file = CONTRACT.resolve("schema.graphql");
    if (UPDATE) {
      Files.writeString(file, printed);
    }

    assertThat(printed).isEqualTo(Files.readString(file));
  }

  @Test
  @Order(2)
  void everyOperationIsValid() throws IOException {
    List<Path> operations;
    try (var files = Files.list(CONTRACT.resolve("operations"))) {
      operations = files.filter(f -> f.toString().endsWith(".graphql")).sorted().toList();
    }
    assertThat(operations).isNotEmpty();

    for (Path operation : operations) {
      var result =
          ParseAndValidate.parseAndValidate(
              source.schema(),
              ExecutionInput.newExecutionInput(Files.readString(operation)).build());
      assertThat(result.getErrors()).as(operation.getFileName().toString()).isEmpty();
    }
  }

  @Test
  @Order(3)
  void theStoryRunsAsItIsWritten() throws IOException {
    JsonNode story = JSON.readTree(Files.readString(CONTRACT.resolve("story.json")));
    LocalDate today = LocalDate.ofInstant(WEDNESDAY_AT_TEN, WorkingDays.LONDON);
    clock.set(WEDNESDAY_AT_TEN);
    Map<String, String> kept = new HashMap<>();
    kept.put("today", today.toString());
    kept.put("now", WEDNESDAY_AT_TEN.toString());
    kept.put("inSixMonths", today.plusMonths(6).toString());
    int number = 0;
    for (JsonNode step : story.get("steps")) {
      number++;
      String operation = step.get("operation").asString();
      String name = String.format(Locale.ROOT, "%02d-%s", number, operation);
      String document =
          Files.readString(CONTRACT.resolve("operations").resolve(operation + ".graphql"));
      ObjectNode body = JSON.createObjectNode();
      body.put("query", document);
      body.set("variables", fill(step.path("variables"), kept));

      JsonNode answer = post(token(step.get("as").asString()), JSON.writeValueAsString(body));

      assertThat(answer.path("errors").isMissingNode())
          .as("%s: %s", name, answer.path("errors"))
          .isTrue();
      step.path("keep")
          .properties()
          .forEach(
              keep -> {
                JsonNode value = answer.at("/data/" + keep.getValue().asString().replace('.', '/'));
                assertThat(value.isValueNode() && !value.isNull())
                    .as("%s keeps %s: %s", name, keep.getKey(), answer)
                    .isTrue();
                kept.put(keep.getKey(), value.asString());
              });
      Path recorded = CONTRACT.resolve("answers").resolve(name + ".json");
      if (UPDATE) {
        Files.createDirectories(recorded.getParent());
        Files.writeString(
            recorded,
            JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(answer)
                + "\n");
      }
      String expected = comparable(JSON.readTree(Files.readString(recorded)));
      if (step.path("eventually").asBoolean(false)) {
        // What listeners keep is current a moment after the act.
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(
                            comparable(
                                post(
                                    token(step.get("as").asString()),
                                    JSON.writeValueAsString(body))))
                        .as(name)
                        .isEqualTo(expected));
      } else {
        assertThat(comparable(answer)).as(name).isEqualTo(expected);
      }
    }
  }

  private static JsonNode fill(JsonNode variables, Map<String, String> kept) {
    String text = JSON.writeValueAsString(variables);
    Matcher matcher = PLACEHOLDER.matcher(text);
    var filled = new StringBuilder();
    while (matcher.find()) {
      String value = kept.get(matcher.group(1));
      assertThat(value).as("kept value %s", matcher.group(1)).isNotNull();
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return JSON.readTree(matcher.appendTail(filled).toString());
  }

  /**
   * Ids, cursors, references, digests and what else the council counted differ from run to run;
   * everything else must not.
   */
  private static String comparable(JsonNode answer) {
    return JSON.writeValueAsString(answer)
        .replaceAll(
            "\"(id|restriction|record|cursor|endCursor)\":\"[A-Za-z0-9_-]{22,}\"", "\"$1\":\"…\"")
        .replaceAll("\"(incidents|people|contacts|contactsCausedByUs)\":[1-9][0-9]*", "\"$1\":…")
        .replaceAll("\"digest\":\"[^\"]*\"", "\"digest\":\"…\"")
        .replaceAll("\\b[A-Z]{1,4}(-[0-9A-Z]{4,6}){1,2}\\b", "…");
  }
}
