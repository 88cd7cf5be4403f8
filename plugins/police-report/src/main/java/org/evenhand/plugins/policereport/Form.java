package org.evenhand.plugins.policereport;

import java.util.Set;
import java.util.TreeSet;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.SharingPurpose;

/**
 * What the police ask for each kind of report. A question that a kind of report does not ask is
 * forbidden in it: no strand of hate in an assault, no injury in harassment.
 */
enum Form {
  ASSAULT("assault-1", Set.of("injury", "immediate-danger"), Set.of("medical-treatment", "weapon")),

  /** Reported after whoever heads the service was consulted (P9.4). */
  HARASSMENT(
      "harassment-1",
      Set.of("course-of-conduct", "consultation"),
      Set.of("warnings-given", "effect-on-staff")),

  /** A strand is what somebody perceived, and whoever perceived it is named as such. */
  HATE_INCIDENT(
      "hate-incident-1",
      Set.of("hate-strands", "perceived-by", "crime-or-incident", "affected"),
      Set.of("injury", "support-offered", "reporting-route"));

  private static final Set<String> REQUIRED =
      Set.of(
          "council-reference",
          "reference-back-to",
          "referrer-name",
          "referrer-role",
          "referrer-telephone",
          "referrer-email",
          "what-happened",
          "when",
          "where",
          "person-reported",
          "wish-of-person-affected");

  private static final Set<String> OPTIONAL =
      Set.of(
          "person-affected",
          "person-reported-address",
          "person-reported-date-of-birth",
          "witnesses",
          "evidence-held",
          "earlier-police-reference",
          "safe-contact");

  /** What a report of one event does not tell, whoever it is about. */
  private static final Set<String> NEVER =
      Set.of(
          "adjustments",
          "appeals-made",
          "complaints-made",
          "disability",
          "legal-advice",
          "nhs-number",
          "payment-details",
          "restrictions-in-force",
          "school");

  private final String id;
  private final Set<String> required;
  private final Set<String> optional;

  Form(String id, Set<String> required, Set<String> optional) {
    this.id = id;
    this.required = required;
    this.optional = optional;
  }

  String id() {
    return id;
  }

  /** The same for every purpose that it supports. */
  FieldRules fields(SharingPurpose purpose) {
    var needed = new TreeSet<>(REQUIRED);
    needed.addAll(required);
    var useful = new TreeSet<>(OPTIONAL);
    useful.addAll(optional);
    var forbidden = new TreeSet<>(NEVER);
    for (Form other : values()) {
      forbidden.addAll(other.required);
      forbidden.addAll(other.optional);
    }
    forbidden.removeAll(needed);
    forbidden.removeAll(useful);
    return new FieldRules(needed, useful, forbidden);
  }
}
