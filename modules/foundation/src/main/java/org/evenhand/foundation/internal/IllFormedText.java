package org.evenhand.foundation.internal;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.foundation.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds text that is none: U+0000, which no PostgreSQL text can hold, half of a surrogate pair,
 * which no encoding can, and control characters. They would otherwise become a fault wherever they
 * are first written or printed. Nor may a text turn round what follows it: a letter, a list or a
 * log would be read differently from what was written (F7). The marks that a language written from
 * right to left needs stay.
 */
public final class IllFormedText {

  private static final JsonMapper TREE = JsonMapper.builder().build();

  private IllFormedText() {}

  /** A refusal for each such text anywhere in an act's input, with its path; empty if none. */
  public static List<Refusal> in(Object input) {
    var found = new ArrayList<Refusal>();
    walk(TREE.valueToTree(input), new ArrayList<>(), found);
    return found;
  }

  private static void walk(JsonNode node, List<String> path, List<Refusal> found) {
    if (node.isString()) {
      if (illFormed(node.asString())) {
        found.add(Refusal.at("TEXT_ILL_FORMED", path.toArray(String[]::new)));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        into(node.get(i), Integer.toString(i), path, found);
      }
    } else if (node.isObject()) {
      node.properties().forEach(part -> into(part.getValue(), part.getKey(), path, found));
    }
  }

  private static void into(JsonNode node, String name, List<String> path, List<Refusal> found) {
    path.add(name);
    walk(node, path, found);
    path.removeLast();
  }

  static boolean illFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (turnsRound(c) || (Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0)) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** Embeddings and overrides of direction, and what ends them. */
  private static boolean turnsRound(char c) {
    return c >= '\u202A' && c <= '\u202E';
  }
}
