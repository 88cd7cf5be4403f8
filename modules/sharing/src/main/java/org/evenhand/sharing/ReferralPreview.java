package org.evenhand.sharing;

import java.util.List;
import java.util.Set;

/**
 * What the partner would be given, and nothing more.
 *
 * @param fields the fields handed to the form
 * @param artefacts the documents
 */
public record ReferralPreview(Set<String> fields, List<Document> artefacts) {

  /** One document, as text. */
  public record Document(String name, String mediaType, String text) {}

  public ReferralPreview {
    fields = Set.copyOf(fields);
    artefacts = List.copyOf(artefacts);
  }
}
