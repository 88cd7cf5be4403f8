package org.evenhand.pluginhost.internal;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * A plugin's form with a guard before it. What it says about itself was read once, so that which
 * fields it uses never changes under what was proposed; rendering is timed and measured.
 */
final class GuardedReferralExport implements ReferralExport {

  private static final int MOST_FIELDS = 500;
  private static final int MOST_DOCUMENTS = 10;
  private static final int LONGEST_NAME = 100;
  private static final long LARGEST = 5L << 20;

  /** What a form says about itself. */
  record Described(
      TypeId id,
      Texts name,
      String partnerKind,
      Map<SharingPurpose, FieldRules> fields,
      String schemaVersion) {

    Described {
      Objects.requireNonNull(id, "id");
      fields = Map.copyOf(fields);
      require(!name.silent(), "a name");
      require(partnerKind.matches("[a-z]+(-[a-z]+)*"), "a kind of partner");
      require(!fields.isEmpty(), "a purpose");
      require(schemaVersion.matches("\\d{1,4}\\.\\d{1,4}"), "a schema version such as 1.0");
      require(
          id.name().endsWith("-" + schemaVersion.substring(0, schemaVersion.indexOf('.'))),
          "an id that ends with the major version of its schema");
      for (FieldRules rules : fields.values()) {
        int used = rules.required().size() + rules.optional().size();
        require(used > 0 && used <= MOST_FIELDS, "between 1 and " + MOST_FIELDS + " fields");
      }
    }

    /** Calls the plugin; anything may be thrown. */
    static Described read(ReferralExport form) {
      var fields = new EnumMap<SharingPurpose, FieldRules>(SharingPurpose.class);
      for (SharingPurpose purpose : form.purposes()) {
        fields.put(purpose, Objects.requireNonNull(form.fields(purpose)));
      }
      return new Described(
          form.id(), form.name(), form.partnerKind(), fields, form.schemaVersion());
    }

    private static void require(boolean met, String what) {
      if (!met) {
        throw new DescribedType.IllDescribed("a form has " + what);
      }
    }
  }

  private final Described described;
  private final ReferralExport plugin;
  private final GuardedCalls calls;

  GuardedReferralExport(Described described, ReferralExport plugin, GuardedCalls calls) {
    this.described = described;
    this.plugin = plugin;
    this.calls = calls;
  }

  @Override
  public TypeId id() {
    return described.id();
  }

  @Override
  public Texts name() {
    return described.name();
  }

  @Override
  public String partnerKind() {
    return described.partnerKind();
  }

  @Override
  public Set<SharingPurpose> purposes() {
    return described.fields().keySet();
  }

  @Override
  public FieldRules fields(SharingPurpose purpose) {
    FieldRules rules = described.fields().get(purpose);
    if (rules == null) {
      throw new IllegalArgumentException(described.id() + " is not for " + purpose);
    }
    return rules;
  }

  @Override
  public String schemaVersion() {
    return described.schemaVersion();
  }

  @Override
  public List<Artefact> render(Dossier dossier) {
    return calls.call(
        described.id() + " render",
        () -> {
          List<Artefact> documents = List.copyOf(plugin.render(dossier));
          bound(!documents.isEmpty() && documents.size() <= MOST_DOCUMENTS);
          var names = new HashSet<String>();
          long size = 0;
          for (Artefact document : documents) {
            size += document.content().length;
            bound(document.name().length() <= LONGEST_NAME && names.add(document.name()));
            bound(document.mediaType().matches("[a-z]+/[a-z0-9.+-]{1,80}"));
          }
          bound(size <= LARGEST);
          return documents;
        });
  }

  private static void bound(boolean within) {
    if (!within) {
      throw new IllegalStateException("the answer is not what the house takes");
    }
  }

  @Override
  public String toString() {
    return described.id().toString();
  }
}
