package org.evenhand.spi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The usual documents of a form: JSON for machines, CSV for spreadsheets, a page for people. Each
 * says of a field what is known, or that it is not known, not applicable or withheld, and nothing
 * of a field that the form does not use for the purpose.
 */
public final class ReferralDocuments {

  private ReferralDocuments() {}

  /**
   * All three, named after the form.
   *
   * @param labels what each field is called, by its code; a field without one is called by its code
   */
  public static List<Artefact> of(
      ReferralExport form, Map<String, String> labels, Dossier dossier) {
    Map<String, DossierValue> fields = told(form, dossier);
    String name = form.id().name();
    return List.of(
        new Artefact(name + ".json", "application/json", json(form, dossier, fields)),
        new Artefact(name + ".csv", "text/csv", csv(labels, fields)),
        new Artefact(
            name + ".xhtml", "application/xhtml+xml", page(form, labels, dossier, fields)));
  }

  /** What the form may use and the dossier says something of, required fields first. */
  private static Map<String, DossierValue> told(ReferralExport form, Dossier dossier) {
    FieldRules rules = form.fields(dossier.purpose());
    var fields = new LinkedHashMap<String, DossierValue>();
    for (var some : List.of(rules.required(), rules.optional())) {
      for (String field : new TreeSet<>(some)) {
        DossierValue value = dossier.fields().get(field);
        if (value != null) {
          fields.put(field, value);
        }
      }
    }
    return fields;
  }

  private static String state(DossierValue value) {
    return switch (value) {
      case DossierValue.Known ignored -> "known";
      case DossierValue.NotKnown ignored -> "not-known";
      case DossierValue.NotApplicable ignored -> "not-applicable";
      case DossierValue.Withheld ignored -> "withheld";
    };
  }

  private static List<String> entries(DossierValue value) {
    return value instanceof DossierValue.Known(List<String> entries) ? entries : List.of();
  }

  private static byte[] json(
      ReferralExport form, Dossier dossier, Map<String, DossierValue> fields) {
    String told =
        fields.entrySet().stream()
            .map(field -> Json.quoted(field.getKey()) + ":" + json(field.getValue()))
            .collect(Collectors.joining(",\n    "));
    return """
    {
      "form": %s,
      "schemaVersion": %s,
      "referral": %s,
      "purpose": %s,
      "asOf": %s,
      "fields": {
        %s
      }
    }
    """
        .formatted(
            Json.quoted(form.id().value()),
            Json.quoted(form.schemaVersion()),
            Json.quoted(dossier.referral()),
            Json.quoted(dossier.purpose().name()),
            Json.quoted(dossier.asOf().toString()),
            told)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String json(DossierValue value) {
    String state = "{\"state\":" + Json.quoted(state(value));
    return value instanceof DossierValue.Known(List<String> entries)
        ? entries.stream()
            .map(Json::quoted)
            .collect(Collectors.joining(",", state + ",\"entries\":[", "]}"))
        : state + "}";
  }

  /** One line for each entry, after RFC 4180. */
  private static byte[] csv(Map<String, String> labels, Map<String, DossierValue> fields) {
    var lines = new ArrayList<String>();
    lines.add("field,label,state,entry");
    fields.forEach(
        (field, value) -> {
          String start = field + "," + cell(label(labels, field)) + "," + state(value) + ",";
          List<String> entries = entries(value);
          if (entries.isEmpty()) {
            lines.add(start);
          }
          entries.forEach(entry -> lines.add(start + cell(entry)));
        });
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A spreadsheet shows it and computes nothing: what could be a formula begins with a mark. */
  private static String cell(String text) {
    boolean formula = text.matches("(?s)[=@\\t\\r].*|[+-](?![\\d (]+$).*");
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }

  private static byte[] page(
      ReferralExport form,
      Map<String, String> labels,
      Dossier dossier,
      Map<String, DossierValue> fields) {
    String title = form.name().in("en").value();
    String rows =
        fields.entrySet().stream()
            .map(
                field ->
                    "<tr><th scope=\"row\">"
                        + escaped(label(labels, field.getKey()))
                        + "</th><td>"
                        + said(field.getValue())
                        + "</td></tr>")
            .collect(Collectors.joining("\n"));
    return """
    <html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB">
    <head><meta charset="UTF-8" /><title>%1$s · %2$s</title>
    <meta name="subject" content="%1$s, %2$s, as of %3$s" />
    <meta name="description" content="%1$s, %2$s, as of %3$s" /></head>
    <body><main><h1>%1$s</h1>
    <p>Reference %2$s. Form %4$s, version %5$s. As of %3$s.</p>
    <table><tbody>
    %6$s
    </tbody></table></main></body></html>
    """
        .formatted(
            escaped(title),
            escaped(dossier.referral()),
            dossier.asOf(),
            form.id().value(),
            escaped(form.schemaVersion()),
            rows)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String said(DossierValue value) {
    return switch (value) {
      case DossierValue.Known(List<String> entries) ->
          entries.stream().map(e -> "<p>" + escaped(e) + "</p>").collect(Collectors.joining());
      case DossierValue.NotKnown ignored -> "<p>Not known</p>";
      case DossierValue.NotApplicable ignored -> "<p>Not applicable</p>";
      case DossierValue.Withheld ignored -> "<p>Withheld</p>";
    };
  }

  private static String label(Map<String, String> labels, String field) {
    return labels.getOrDefault(field, field);
  }

  /** XML has no place for control characters, however they are written. */
  private static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> {
                  boolean allowed =
                      c >= ' ' && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                  out.appendCodePoint(allowed ? c : 0xFFFD);
                }
              }
            });
    return out.toString();
  }
}
