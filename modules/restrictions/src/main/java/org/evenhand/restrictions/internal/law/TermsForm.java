package org.evenhand.restrictions.internal.law;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.evenhand.restrictions.CourtTerm;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** A court's terms as they lie in the database; each says what it is by a name of its own. */
final class TermsForm {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(CourtTerm.class, Kind.class)
          .registerSubtypes(
              new NamedType(CourtTerm.KeepAway.class, "keep-away"),
              new NamedType(CourtTerm.NoContact.class, "no-contact"),
              new NamedType(CourtTerm.OnlyBy.class, "only-by"),
              new NamedType(CourtTerm.NotWith.class, "not-with"),
              new NamedType(CourtTerm.ToKnow.class, "to-know"))
          .build();

  private static final JavaType TERMS =
      JSON.getTypeFactory().constructCollectionType(List.class, CourtTerm.class);

  private TermsForm() {}

  static String write(List<CourtTerm> terms) {
    return JSON.writerFor(TERMS).writeValueAsString(terms);
  }

  static List<CourtTerm> read(String stored) {
    return JSON.readValue(stored, TERMS);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface Kind {}
}
