package org.evenhand.sharing.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.foundation.Refusal;
import org.evenhand.sharing.AnswerState;
import org.evenhand.sharing.FieldAnswer;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.DossierValue;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.SharingPurpose;

/**
 * Only what a form may use for a purpose reaches it (P8.2, T22): what is forbidden or not named is
 * refused when it is proposed, and is not handed over whatever was recorded. Refusals name fields,
 * never what is in them.
 */
final class DossierRules {

  private static final int MOST_ENTRIES = 50;
  private static final int LONGEST_ENTRY = 5_000;

  private DossierRules() {}

  static List<Refusal> problems(FieldRules rules, List<FieldAnswer> answers) {
    var outside = new TreeSet<String>();
    var forbidden = new TreeSet<String>();
    var twice = new TreeSet<String>();
    var malformed = new TreeSet<String>();
    Set<String> answered = new HashSet<>();
    for (FieldAnswer answer : answers) {
      String field = answer.field();
      if (rules.forbidden().contains(field)) {
        forbidden.add(field);
      } else if (!rules.required().contains(field) && !rules.optional().contains(field)) {
        outside.add(field.matches("[a-z0-9-]{1,60}") ? field : "?");
      } else if (!answered.add(field)) {
        twice.add(field);
      } else if (!wellFormed(answer)) {
        malformed.add(field);
      }
    }
    var missing = new TreeSet<>(rules.required());
    missing.removeAll(answered);
    var refusals = new ArrayList<Refusal>();
    add(refusals, "FIELDS_FORBIDDEN", forbidden);
    add(refusals, "FIELDS_OUTSIDE_FORM", outside);
    add(refusals, "FIELDS_TWICE", twice);
    add(refusals, "FIELDS_MALFORMED", malformed);
    add(refusals, "FIELDS_MISSING", missing);
    return refusals;
  }

  private static void add(List<Refusal> refusals, String code, Set<String> fields) {
    if (!fields.isEmpty()) {
      refusals.add(Refusal.at(code, Map.of("fields", String.join(", ", fields)), "answers"));
    }
  }

  private static boolean wellFormed(FieldAnswer answer) {
    return answer.state() == AnswerState.KNOWN
        ? !answer.entries().isEmpty()
            && answer.entries().size() <= MOST_ENTRIES
            && answer.entries().stream().allMatch(e -> !e.isBlank() && e.length() <= LONGEST_ENTRY)
        : answer.entries().isEmpty();
  }

  /** By construction without anything that the form may not use for this purpose. */
  static Dossier minimal(
      String reference,
      SharingPurpose purpose,
      Instant asOf,
      FieldRules rules,
      List<FieldAnswer> answers) {
    var fields = new TreeMap<String, DossierValue>();
    for (FieldAnswer answer : answers) {
      String field = answer.field();
      if ((rules.required().contains(field) || rules.optional().contains(field))
          && !rules.forbidden().contains(field)) {
        fields.put(field, value(answer));
      }
    }
    return new Dossier(reference, purpose, asOf, fields);
  }

  private static DossierValue value(FieldAnswer answer) {
    return switch (answer.state()) {
      case KNOWN -> new DossierValue.Known(answer.entries());
      case NOT_KNOWN -> new DossierValue.NotKnown();
      case NOT_APPLICABLE -> new DossierValue.NotApplicable();
      case WITHHELD -> new DossierValue.Withheld();
    };
  }
}
