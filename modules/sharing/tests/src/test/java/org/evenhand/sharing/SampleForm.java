package org.evenhand.sharing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.ReferralDocuments;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/** Forms as a plugin would bring them. */
public final class SampleForm implements ReferralExport {

  /** What belongs to the council's own dealings with somebody and to no form. */
  private static final Set<String> NEVER =
      Set.of(
          "complaints-made", "appeals-made", "legal-advice", "payment-details", "political-views");

  private static final Set<String> REFERRER =
      Set.of("referrer-name", "referrer-role", "referrer-telephone", "referrer-email");

  public static final SampleForm CHILD =
      new SampleForm(
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

  public static final SampleForm ADULT =
      new SampleForm(
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

  public static final SampleForm COMMUNITY_SAFETY =
      new SampleForm(
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
  private final String schemaVersion;
  private final boolean fails;

  private SampleForm(
      String id,
      String name,
      String partnerKind,
      Set<SharingPurpose> purposes,
      Set<String> required,
      Set<String> optional) {
    this(
        TypeId.of("sample-forms." + id + "-1"),
        Texts.en(name),
        partnerKind,
        purposes,
        required,
        optional,
        "1.0",
        false);
  }

  private SampleForm(
      TypeId id,
      Texts name,
      String partnerKind,
      Set<SharingPurpose> purposes,
      Set<String> required,
      Set<String> optional,
      String schemaVersion,
      boolean fails) {
    this.id = id;
    this.name = name;
    this.partnerKind = partnerKind;
    this.purposes = purposes;
    this.required = required;
    this.optional = optional;
    this.schemaVersion = schemaVersion;
    this.fails = fails;
  }

  /** The same form under another name. */
  SampleForm as(String id, String schemaVersion) {
    return new SampleForm(
        TypeId.of("sample-forms." + id),
        name,
        partnerKind,
        purposes,
        required,
        optional,
        schemaVersion,
        false);
  }

  /** The same form, out of order. */
  SampleForm failing() {
    return new SampleForm(id, name, partnerKind, purposes, required, optional, schemaVersion, true);
  }

  public static List<SampleForm> all() {
    return List.of(CHILD, ADULT, COMMUNITY_SAFETY);
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
    for (SampleForm form : all()) {
      forbidden.addAll(form.required);
      forbidden.addAll(form.optional);
    }
    forbidden.removeAll(needed);
    forbidden.removeAll(allowed);
    return new FieldRules(needed, allowed, forbidden);
  }

  @Override
  public String schemaVersion() {
    return schemaVersion;
  }

  @Override
  public List<Artefact> render(Dossier dossier) {
    if (fails) {
      throw new PluginUnavailableException("sample-forms", "PLUGIN_FAILED");
    }
    return ReferralDocuments.of(this, Map.of("concern", "What gives concern"), dossier);
  }
}
