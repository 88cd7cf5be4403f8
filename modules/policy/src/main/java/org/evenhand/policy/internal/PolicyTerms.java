package org.evenhand.policy.internal;

import java.util.List;
import java.util.Map;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.CarveOut;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.policy.PolicyDocument;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The documents of a version, and how they are written in a row. */
record PolicyTerms(
    PolicyDocument document, Figures figures, AuthorityMatrix authority, List<CarveOut> carveOuts) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  PolicyTerms {
    carveOuts = List.copyOf(carveOuts);
  }

  static PolicyTerms read(String document, String figures, String authority, String carveOuts) {
    return new PolicyTerms(
        JSON.readValue(document, PolicyDocument.class),
        readFigures(figures),
        readAuthority(authority),
        readCarveOuts(carveOuts));
  }

  static Figures readFigures(String text) {
    return Figures.of(JSON.readValue(text, new TypeReference<Map<FigureKey, Integer>>() {}));
  }

  static AuthorityMatrix readAuthority(String text) {
    return JSON.readValue(text, AuthorityMatrix.class);
  }

  static List<CarveOut> readCarveOuts(String text) {
    return JSON.readValue(text, new TypeReference<List<CarveOut>>() {});
  }

  String documentText() {
    return JSON.writeValueAsString(document);
  }

  String figuresText() {
    return JSON.writeValueAsString(figures.values());
  }

  String authorityText() {
    return JSON.writeValueAsString(authority);
  }

  String carveOutsText() {
    return JSON.writeValueAsString(carveOuts);
  }
}
