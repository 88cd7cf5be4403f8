package org.evenhand.sharing.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.DossierValue;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * Forms that the house brings, by the same interface as those of plugins: child, adult, high-risk
 * domestic abuse, community safety. Each says of every field what is known, or that it is not
 * known, not applicable or withheld; none says anything that it was not told.
 */
final class StandardForm implements ReferralExport {

  private static final String SCHEMA = "2026-11";

  /** What belongs to the council's own dealings with somebody and to no form. */
  private static final Set<String> NEVER =
      Set.of(
          "complaints-made", "appeals-made", "legal-advice", "payment-details", "political-views");

  private static final Set<String> REFERRER =
      Set.of("referrer-name", "referrer-role", "referrer-telephone", "referrer-email");

  static final StandardForm CHILD =
      new StandardForm(
          "child-referral",
          "Referral of a child",
          "children-social-care",
          Set.of(SharingPurpose.SAFEGUARD),
          Set.of(
              "subject-name",
              "subject-date-of-birth",
              "subject-address",
              "concern-category",
              "concern",
              "urgency",
              "parents-and-carers",
              "child-voice"),
          Set.of(
              "subject-aliases",
              "subject-gender",
              "subject-ethnicity",
              "subject-religion",
              "subject-language",
              "interpreter-needed",
              "disability",
              "school",
              "gp",
              "nhs-number",
              "siblings",
              "significant-adults",
              "person-alleged",
              "threshold-level",
              "history",
              "help-so-far",
              "agencies-involved"));

  static final StandardForm ADULT =
      new StandardForm(
          "adult-safeguarding",
          "Safeguarding of an adult",
          "adult-social-care",
          Set.of(SharingPurpose.SAFEGUARD),
          Set.of(
              "subject-name",
              "subject-date-of-birth",
              "subject-address",
              "care-and-support-needs",
              "concern",
              "urgency",
              "duty-test",
              "source-of-risk"),
          Set.of(
              "subject-aliases",
              "subject-gender",
              "subject-ethnicity",
              "subject-language",
              "interpreter-needed",
              "disability",
              "gp",
              "nhs-number",
              "history",
              "help-so-far",
              "agencies-involved",
              "safe-to-call",
              "safe-times"));

  static final StandardForm DOMESTIC_ABUSE =
      new StandardForm(
          "high-risk-domestic-abuse",
          "High-risk domestic abuse",
          "domestic-abuse-service",
          Set.of(SharingPurpose.SAFEGUARD),
          Set.of(
              "subject-name",
              "subject-date-of-birth",
              "subject-address",
              "safe-to-call",
              "safe-times",
              "person-alleged",
              "concern",
              "high-risk-criteria",
              "repeat-within-year"),
          Set.of(
              "subject-aliases",
              "subject-gender",
              "subject-ethnicity",
              "subject-language",
              "interpreter-needed",
              "disability",
              "housing",
              "children",
              "school",
              "who-is-feared",
              "safe-to-talk-to",
              "not-safe-to-talk-to",
              "history",
              "agencies-involved"));

  static final StandardForm COMMUNITY_SAFETY =
      new StandardForm(
          "community-safety",
          "Community-safety hub",
          "community-safety-hub",
          Set.of(SharingPurpose.MANAGE, SharingPurpose.IDENTIFY_WIDER_ISSUES),
          Set.of(
              "subject-name",
              "subject-address",
              "places",
              "pattern",
              "tried-so-far",
              "asked-of-whom"),
          Set.of(
              "subject-aliases",
              "subject-date-of-birth",
              "persons",
              "concern",
              "agencies-involved"));

  private final TypeId id;
  private final Texts name;
  private final String partnerKind;
  private final Set<SharingPurpose> purposes;
  private final Set<String> required;
  private final Set<String> optional;

  private StandardForm(
      String id,
      String name,
      String partnerKind,
      Set<SharingPurpose> purposes,
      Set<String> required,
      Set<String> optional) {
    this.id = TypeId.builtIn(id);
    this.name = Texts.en(name);
    this.partnerKind = partnerKind;
    this.purposes = purposes;
    this.required = required;
    this.optional = optional;
  }

  static List<StandardForm> all() {
    return List.of(CHILD, ADULT, DOMESTIC_ABUSE, COMMUNITY_SAFETY);
  }

  @Override
  public TypeId id() {
    return id;
  }

  @Override
  public Texts name() {
    return name;
  }

  @Override
  public String partnerKind() {
    return partnerKind;
  }

  @Override
  public Set<SharingPurpose> purposes() {
    return purposes;
  }

  /** What another of these forms uses and this one does not is forbidden here. */
  @Override
  public FieldRules fields(SharingPurpose purpose) {
    var needed = new TreeSet<>(required);
    needed.addAll(REFERRER);
    var allowed = new TreeSet<>(optional);
    if (purpose == SharingPurpose.IDENTIFY_WIDER_ISSUES) {
      allowed.remove("subject-date-of-birth");
    }
    var forbidden = new TreeSet<>(NEVER);
    for (StandardForm form : all()) {
      forbidden.addAll(form.required);
      forbidden.addAll(form.optional);
    }
    forbidden.removeAll(needed);
    forbidden.removeAll(allowed);
    return new FieldRules(needed, allowed, forbidden);
  }

  @Override
  public String schemaVersion() {
    return SCHEMA;
  }

  @Override
  public List<Artefact> render(Dossier dossier) {
    var form = new LinkedHashMap<String, Object>();
    form.put("form", id.value());
    form.put("schemaVersion", SCHEMA);
    form.put("referral", dossier.referral());
    form.put("purpose", dossier.purpose().name());
    form.put("asOf", dossier.asOf().toString());
    var fields = new LinkedHashMap<String, Object>();
    FieldRules rules = fields(dossier.purpose());
    var all = new ArrayList<>(rules.required());
    all.addAll(rules.optional());
    Collections.sort(all);
    for (String field : all) {
      DossierValue value = dossier.fields().get(field);
      if (value != null) {
        fields.put(field, told(value));
      }
    }
    form.put("fields", fields);
    return List.of(
        new Artefact(
            id.name() + ".json",
            "application/json",
            PackPages.line(form).getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, Object> told(DossierValue value) {
    return switch (value) {
      case DossierValue.Known(List<String> entries) -> Map.of("state", "known", "entries", entries);
      case DossierValue.NotKnown() -> Map.of("state", "not-known");
      case DossierValue.NotApplicable() -> Map.of("state", "not-applicable");
      case DossierValue.Withheld() -> Map.of("state", "withheld");
    };
  }
}
