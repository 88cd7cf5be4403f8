package org.evenhand.plugins.staffordshirereferral;

import java.util.Set;
import java.util.TreeSet;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.SharingPurpose;

/** Which partner asks what. What another of these forms uses and this one does not is forbidden. */
enum Form {
  CHILD(
      "child-1",
      "children-social-care",
      Set.of(SharingPurpose.SAFEGUARD),
      Set.of(
          "urgency",
          "subject-name",
          "subject-date-of-birth",
          "subject-address",
          "parents-and-carers",
          "consent-informed",
          "consent-given",
          "concern-category",
          "concern",
          "child-voice"),
      Set.of(
          "subject-aliases",
          "subject-age-estimate",
          "subject-gender",
          "subject-ethnicity",
          "subject-religion",
          "subject-language",
          "interpreter-needed",
          "disability",
          "school",
          "gp",
          "nhs-number",
          "unique-pupil-number",
          "siblings",
          "significant-adults",
          "person-alleged",
          "consent-by-whom",
          "no-consent-reason",
          "threshold-level",
          "risk",
          "history",
          "help-so-far",
          "professionals-involved")),

  ADULT(
      "adult-1",
      "adult-social-care",
      Set.of(SharingPurpose.SAFEGUARD),
      Set.of(
          "urgency",
          "subject-name",
          "subject-date-of-birth",
          "subject-address",
          "care-and-support-needs",
          "source-of-risk",
          "consent-given",
          "concern",
          "duty-needs",
          "duty-risk",
          "duty-unable-to-protect"),
      Set.of(
          "subject-aliases",
          "subject-gender",
          "subject-ethnicity",
          "subject-religion",
          "subject-language",
          "interpreter-needed",
          "disability",
          "gp",
          "nhs-number",
          "safe-to-call",
          "safe-times",
          "mental-capacity",
          "wishes",
          "consent-by-whom",
          "no-consent-reason",
          "history",
          "help-so-far",
          "care-providers")),

  DOMESTIC_ABUSE(
      "domestic-abuse-1",
      "domestic-abuse-service",
      Set.of(SharingPurpose.SAFEGUARD),
      Set.of(
          "subject-name",
          "subject-date-of-birth",
          "subject-address",
          "safe-to-call",
          "safe-times",
          "person-alleged",
          "relationship-to-person-alleged",
          "consent-informed",
          "consent-given",
          "concern",
          "risk-checklist-score",
          "referral-criterion",
          "repeat-within-year"),
      Set.of(
          "emergency-meeting",
          "subject-aliases",
          "subject-gender",
          "subject-ethnicity",
          "subject-religion",
          "subject-language",
          "interpreter-needed",
          "disability",
          "housing",
          "children",
          "children-school",
          "who-is-feared",
          "safe-to-talk-to",
          "not-safe-to-talk-to",
          "no-consent-reason",
          "professional-judgement",
          "escalation",
          "history",
          "adviser",
          "other-meetings")),

  COMMUNITY_SAFETY(
      "community-safety-1",
      "community-safety-hub",
      Set.of(SharingPurpose.MANAGE, SharingPurpose.IDENTIFY_WIDER_ISSUES),
      Set.of("persons", "places", "pattern", "tried-so-far", "asked-of-whom"),
      Set.of(
          "subject-name",
          "subject-aliases",
          "subject-date-of-birth",
          "subject-address",
          "concern",
          "professionals-involved"));

  /** Who refers; asked by every form. */
  private static final Set<String> REFERRER =
      Set.of(
          "referrer-name",
          "referrer-role",
          "referrer-agency",
          "referrer-telephone",
          "referrer-email");

  private static final String REFERRER_RELATIONSHIP = "referrer-relationship";

  /** What belongs to the council's own dealings with somebody and to no form. */
  private static final Set<String> NEVER =
      Set.of(
          "appeals-made",
          "complaints-made",
          "legal-advice",
          "payment-details",
          "political-views",
          "restrictions-in-force");

  private final String id;
  private final String partnerKind;
  private final Set<SharingPurpose> purposes;
  private final Set<String> required;
  private final Set<String> optional;

  Form(
      String id,
      String partnerKind,
      Set<SharingPurpose> purposes,
      Set<String> required,
      Set<String> optional) {
    this.id = id;
    this.partnerKind = partnerKind;
    this.purposes = purposes;
    this.required = required;
    this.optional = optional;
  }

  String id() {
    return id;
  }

  String partnerKind() {
    return partnerKind;
  }

  Set<SharingPurpose> purposes() {
    return purposes;
  }

  FieldRules fields(SharingPurpose purpose) {
    var needed = new TreeSet<>(required);
    needed.addAll(REFERRER);
    var useful = new TreeSet<>(optional);
    useful.add(REFERRER_RELATIONSHIP);
    if (purpose == SharingPurpose.IDENTIFY_WIDER_ISSUES) {
      // Whether more lies behind it shows in places and patterns, not in who somebody is.
      useful.removeIf(field -> field.startsWith("subject-"));
    }
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
