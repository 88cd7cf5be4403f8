package org.evenhand.sharing.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Third parties whom the case knows by name. Wherever one is named in what somebody wrote, a
 * pseudonym stands that means the same person throughout this pack and nothing outside it.
 */
final class KnownOthers {

  private static final int SHORTEST = 3;

  private final Map<String, String> pseudonyms = new HashMap<>();
  private final List<Pattern> patterns;

  /**
   * @param others names as they were written
   * @param own names of those whom the case is about, which stay
   */
  KnownOthers(Collection<String> others, Collection<String> own) {
    Set<String> keep =
        own.stream()
            .flatMap(name -> words(name).stream())
            .map(KnownOthers::key)
            .collect(Collectors.toCollection(HashSet::new));
    own.forEach(name -> keep.add(key(name)));
    var named = new LinkedHashMap<String, String>();
    int n = 0;
    for (String other : others.stream().map(String::strip).distinct().sorted().toList()) {
      if (keep.contains(key(other)) || other.length() < SHORTEST) {
        continue;
      }
      String pseudonym = "[person " + ++n + "]";
      named.put(other, pseudonym);
      List<String> words = words(other);
      String last = words.getLast();
      if (words.size() > 1
          && last.length() >= SHORTEST
          && Character.isUpperCase(last.charAt(0))
          && !keep.contains(key(last))) {
        named.putIfAbsent(last, pseudonym);
      }
    }
    patterns =
        named.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(
                name ->
                    Pattern.compile(
                        "(?<![\\p{L}\\p{N}])"
                            + words(name).stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("\\s+"))
                            + "(?![\\p{L}\\p{N}])",
                        words(name).size() > 1
                            ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
                            : 0))
            .toList();
    named.forEach((name, pseudonym) -> pseudonyms.put(key(name), pseudonym));
  }

  String redacted(String text) {
    String redacted = text;
    for (Pattern pattern : patterns) {
      redacted =
          pattern
              .matcher(redacted)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          pseudonyms.getOrDefault(key(found.group()), "[person]")));
    }
    return redacted;
  }

  /** Every text in it; names of fields and numbers stay. */
  JsonNode redacted(JsonNode node) {
    if (node.isString()) {
      return JsonNodeFactory.instance.stringNode(redacted(node.asString()));
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(field -> copy.set(field.getKey(), redacted(field.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(redacted(item)));
      return copy;
    }
    return node;
  }

  private static List<String> words(String name) {
    return List.of(name.strip().split("\\s+"));
  }

  private static String key(String name) {
    return String.join(" ", words(name)).toLowerCase(Locale.UK);
  }
}
