package org.evenhand.sharing.internal;

import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.AboutOthers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** What is in a pack, as data for machines and as plain pages for people: the same twice. */
final class PackPages {

  /** What stands where something tells of third parties. */
  static final String WITHHELD = "withheld: about somebody else";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .annotationIntrospector(
              AnnotationIntrospector.pair(
                  new OthersWithheld(), new JacksonAnnotationIntrospector()))
          .build();

  /** Puts the reason in the place of whatever is marked {@link AboutOthers}. */
  private static final class OthersWithheld extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated one) {
      return one.hasAnnotation(AboutOthers.class) ? new Reason() : null;
    }
  }

  private static final class Reason extends StdSerializer<Object> {
    Reason() {
      super(Object.class);
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
      json.writeString(WITHHELD);
    }
  }

  private PackPages() {}

  /** As a tree; an id is its value, not an object around it. */
  static JsonNode tree(Object content) {
    return flat(JSON.valueToTree(content));
  }

  static byte[] json(JsonNode content) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
  }

  /** One value on one line. */
  static String line(Object content) {
    return JSON.writeValueAsString(content);
  }

  private static JsonNode flat(JsonNode node) {
    if (node.isObject()) {
      if (node.size() == 1 && node.has("value") && node.get("value").isValueNode()) {
        return node.get("value");
      }
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(field -> copy.set(field.getKey(), flat(field.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(flat(item)));
      return copy;
    }
    return node;
  }

  /** A whole page without scripts and without anything loaded from elsewhere. */
  static String html(String title, JsonNode content) {
    var page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(title))
        .append("</title><style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;")
        .append(
            "padding:0 1rem}dt{font-weight:bold}li{margin:0 0 1rem}</style></head><body><main><h1>")
        .append(escaped(title))
        .append("</h1>\n");
    write(page, content);
    return page.append("</main></body></html>\n").toString();
  }

  private static void write(StringBuilder page, JsonNode node) {
    if (node.isObject()) {
      page.append("<dl>");
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        JsonNode value = field.getValue();
        if (value.isNull()) {
          continue;
        }
        page.append("<dt>").append(escaped(label(field.getKey()))).append("</dt><dd>");
        if (field.getKey().equals("path")) {
          String path = escaped(value.asString());
          page.append("<a href=\"").append(path).append("\">").append(path).append("</a>");
        } else {
          write(page, value);
        }
        page.append("</dd>\n");
      }
      page.append("</dl>");
    } else if (node.isArray()) {
      if (node.isEmpty()) {
        page.append("—");
        return;
      }
      page.append("<ol>");
      for (JsonNode item : node) {
        page.append("<li>");
        write(page, item);
        page.append("</li>\n");
      }
      page.append("</ol>");
    } else if (!node.isNull()) {
      page.append(escaped(node.asString()));
    }
  }

  /** {@code openedAt} is read as “Opened at”. */
  private static String label(String name) {
    String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
