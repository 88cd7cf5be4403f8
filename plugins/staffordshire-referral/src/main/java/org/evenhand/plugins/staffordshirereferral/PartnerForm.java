package org.evenhand.plugins.staffordshirereferral;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.ReferralDocuments;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/** One of the forms, as the house calls it. */
abstract class PartnerForm implements ReferralExport {

  private static final Map<String, String> WORDS = words();

  private final Form form;

  PartnerForm(Form form) {
    this.form = form;
  }

  @Override
  public final TypeId id() {
    return TypeId.of("staffordshire-referral." + form.id());
  }

  @Override
  public final Texts name() {
    return Texts.en(Objects.requireNonNull(WORDS.get("form." + form.id())));
  }

  @Override
  public final String partnerKind() {
    return form.partnerKind();
  }

  @Override
  public final Set<SharingPurpose> purposes() {
    return form.purposes();
  }

  @Override
  public final FieldRules fields(SharingPurpose purpose) {
    return form.fields(purpose);
  }

  @Override
  public final String schemaVersion() {
    return "1.0";
  }

  @Override
  public final List<Artefact> render(Dossier dossier) {
    return ReferralDocuments.of(this, WORDS, dossier);
  }

  private static Map<String, String> words() {
    try (InputStream in =
        Objects.requireNonNull(PartnerForm.class.getResourceAsStream("words.properties"))) {
      var read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      var words = new HashMap<String, String>();
      read.forEach((key, text) -> words.put(String.valueOf(key), String.valueOf(text)));
      return Map.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
