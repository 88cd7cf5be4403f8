package org.evenhand.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.DossierValue;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a form for referrals must keep to (P8.2, T22): it uses what it says it uses, tells what it
 * was told and nothing else, never leaves a blank, and keeps to the schema that partners were
 * given. Extend it once for each form. Dossiers are made up here, with more in them than a form
 * would ever be handed.
 */
public abstract class ReferralExportContractTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant AS_OF = Instant.parse("2026-11-23T10:00:00Z");
  private static final int DOSSIERS = 200;

  /** Characters that mean something to JSON, CSV, XML or a spreadsheet. */
  private static final List<String> ODD =
      List.of(
          "=1+1",
          "+44 1632 960001",
          "a\"b,c;d",
          "<script>x</script> & ]]>",
          "line\nline\ttab",
          "Siân Ŵyn \uD83D\uDE00",
          "{\"state\":\"known\"}",
          "'; --");

  /** A new instance, made as the house makes it: without arguments. */
  protected abstract ReferralExport export();

  /** The published JSON Schema (2020-12) of the form's JSON document. */
  protected abstract String schema() throws Exception;

  @Test
  @DisplayName("says what it is, in plain words, with an id that stands for one major schema (T28)")
  final void describesItself() {
    ReferralExport form = export();
    assertThat(form.id().namespace()).as("its own namespace").isNotEqualTo(TypeId.BUILT_IN);
    assertThat(form.name().silent()).as("a name").isFalse();
    assertThat(PlainWords.blame(form.name())).isEmpty();
    assertThat(form.partnerKind()).matches("[a-z]+(-[a-z]+)*");
    assertThat(form.purposes()).isNotEmpty();
    assertThat(form.schemaVersion()).matches("\\d+\\.\\d+");
    String major = form.schemaVersion().substring(0, form.schemaVersion().indexOf('.'));
    assertThat(form.id().name()).as("a new major version is a new form").endsWith("-" + major);
    for (SharingPurpose purpose : form.purposes()) {
      assertThat(form.fields(purpose).required()).as("what it asks for %s", purpose).isNotEmpty();
      assertThat(form.fields(purpose)).isEqualTo(export().fields(purpose));
    }
  }

  @Test
  @DisplayName("P8.2, T22: nothing that is forbidden or unnamed gets into any document")
  final void keepsOutWhatItMayNotUse() {
    each(
        new Random(1),
        false,
        dossier -> {
          Set<String> allowed = allowed(dossier.purpose());
          String all = text(export().render(dossier));
          dossier
              .fields()
              .forEach(
                  (field, value) -> {
                    if (!allowed.contains(field)
                        && value instanceof DossierValue.Known(List<String> entries)) {
                      assertThat(all).doesNotContain(entries).doesNotContain("\"" + field + "\"");
                    }
                  });
        });
  }

  @Test
  @DisplayName("T22: it says known, not known, not applicable or withheld, and invents nothing")
  final void tellsWhatItWasTold() {
    each(
        new Random(2),
        false,
        dossier -> {
          JsonNode fields = json(dossier).get("fields");
          var expected = new TreeSet<>(dossier.fields().keySet());
          expected.retainAll(allowed(dossier.purpose()));
          assertThat(names(fields)).containsExactlyInAnyOrderElementsOf(expected);
          expected.forEach(
              field -> assertThat(fields.get(field)).isEqualTo(tagged(dossier, field)));
        });
  }

  private static JsonNode tagged(Dossier dossier, String field) {
    Map<String, Object> said = new HashMap<>();
    switch (dossier.fields().get(field)) {
      case DossierValue.Known(List<String> entries) -> {
        said.put("state", "known");
        said.put("entries", entries);
      }
      case DossierValue.NotKnown ignored -> said.put("state", "not-known");
      case DossierValue.NotApplicable ignored -> said.put("state", "not-applicable");
      case DossierValue.Withheld ignored -> said.put("state", "withheld");
      case null -> throw new IllegalStateException(field);
    }
    return JSON.valueToTree(said);
  }

  @Test
  @DisplayName("what it renders keeps to the published schema, and the schema refuses blanks")
  final void keepsToItsSchema() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema(), InputFormat.JSON);
    var spoilt = new HashSet<SharingPurpose>();
    each(
        new Random(3),
        true,
        dossier -> {
          String whole = json(dossier).toString();
          assertThat(problems(schema, whole)).isEmpty();
          if (!spoilt.add(dossier.purpose())) {
            return;
          }
          for (String field : export().fields(dossier.purpose()).required()) {
            var less = new TreeMap<>(dossier.fields());
            less.remove(field);
            String without = json(with(dossier, less)).toString();
            assertThat(problems(schema, without)).as("without %s", field).isNotEmpty();
          }
          assertThat(
                  problems(schema, whole.replaceFirst("\"state\":\"[a-z-]+\"", "\"state\":\"\"")))
              .as("a blank")
              .isNotEmpty();
          var others = new ArrayList<>(export().fields(dossier.purpose()).forbidden());
          others.add("unheard-of");
          for (String other : others) {
            String more =
                whole.replaceFirst(
                    "\"fields\":\\{", "$0\"" + other + "\":{\"state\":\"not-known\"},");
            assertThat(problems(schema, more)).as("with %s", other).isNotEmpty();
          }
        });
  }

  private static List<Error> problems(Schema schema, String document) {
    return schema.validate(document, InputFormat.JSON);
  }

  @Test
  @DisplayName("pages are whole, have a language and a title, and run nothing")
  final void rendersPlainPages() {
    each(
        new Random(4),
        true,
        dossier -> {
          for (Artefact document : export().render(dossier)) {
            if (document.mediaType().equals("application/xhtml+xml")) {
              Document page = xml(document.content());
              assertThat(page.getDocumentElement().getAttribute("lang")).isNotBlank();
              assertThat(page.getElementsByTagName("title").getLength()).isEqualTo(1);
              for (String never : List.of("script", "img", "link", "iframe", "object")) {
                assertThat(page.getElementsByTagName(never).getLength()).as(never).isZero();
              }
            }
          }
        });
  }

  @Test
  @DisplayName("no cell of a CSV document is a formula")
  final void computesNothing() {
    each(
        new Random(5),
        true,
        dossier -> {
          for (Artefact document : export().render(dossier)) {
            if (document.mediaType().equals("text/csv")) {
              assertThat(new String(document.content(), StandardCharsets.UTF_8))
                  .doesNotContainPattern("(^|[,\\n])\"?[=@]");
            }
          }
        });
  }

  @Test
  @DisplayName("the same dossier gives the same documents")
  final void isPure() {
    each(
        new Random(6),
        false,
        dossier -> assertThat(export().render(dossier)).isEqualTo(export().render(dossier)));
  }

  private interface Check {
    void on(Dossier dossier);
  }

  /**
   * @param fitting whether the dossier is one that the house would hand over: every required field,
   *     and nothing that the form may not use
   */
  private void each(Random random, boolean fitting, Check check) {
    List<SharingPurpose> purposes = export().purposes().stream().sorted().toList();
    for (int i = 0; i < DOSSIERS; i++) {
      SharingPurpose purpose = purposes.get(i % purposes.size());
      FieldRules rules = export().fields(purpose);
      var fields = new TreeMap<String, DossierValue>();
      for (String field : rules.required()) {
        if (fitting || random.nextInt(4) > 0) {
          fields.put(field, value(field, random));
        }
      }
      var maybe = new TreeSet<>(rules.optional());
      if (!fitting) {
        maybe.addAll(rules.forbidden());
        maybe.addAll(Set.of("unheard-of", "shoe-size"));
      }
      for (String field : maybe) {
        if (random.nextBoolean()) {
          fields.put(field, value(field, random));
        }
      }
      check.on(new Dossier("R-2026-00" + i, purpose, AS_OF, fields));
    }
  }

  private static Dossier with(Dossier dossier, Map<String, DossierValue> fields) {
    return new Dossier(dossier.referral(), dossier.purpose(), dossier.asOf(), fields);
  }

  private static DossierValue value(String field, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new DossierValue.NotKnown();
      case 1 -> new DossierValue.NotApplicable();
      case 2 -> new DossierValue.Withheld();
      default -> {
        var entries = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(3); i++) {
          entries.add(ODD.get(random.nextInt(ODD.size())) + " canary:" + field + "." + i);
        }
        yield new DossierValue.Known(entries);
      }
    };
  }

  private Set<String> allowed(SharingPurpose purpose) {
    var allowed = new HashSet<>(export().fields(purpose).required());
    allowed.addAll(export().fields(purpose).optional());
    return allowed;
  }

  private JsonNode json(Dossier dossier) {
    List<Artefact> documents =
        export().render(dossier).stream()
            .filter(one -> one.mediaType().equals("application/json"))
            .toList();
    assertThat(documents).as("one document for machines").hasSize(1);
    return JSON.readTree(documents.getFirst().content());
  }

  private static Collection<String> names(JsonNode fields) {
    return fields.propertyNames();
  }

  private static String text(List<Artefact> documents) {
    var all = new StringBuilder();
    documents.forEach(one -> all.append(new String(one.content(), StandardCharsets.UTF_8)));
    return all.toString();
  }

  private static Document xml(byte[] content) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
    } catch (Exception e) {
      throw new AssertionError("a page is well-formed XML", e);
    }
  }
}
