package org.evenhand.plugins.policereport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import org.evenhand.kit.ReferralExportContractTests;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** P9.4, P9.5, question 24: what is reported to the police, with the way back for its reference. */
class PoliceFormsContractTests {

  private abstract static class Kept extends ReferralExportContractTests {
    @Override
    protected String schema() throws IOException {
      return Files.readString(
          Path.of("../../frontend-contract/referrals/" + export().id() + ".schema.json"));
    }
  }

  @Nested
  class Assault extends Kept {
    @Override
    protected ReferralExport export() {
      return new AssaultReport();
    }
  }

  @Nested
  class Harassment extends Kept {
    @Override
    protected ReferralExport export() {
      return new HarassmentReport();
    }
  }

  @Nested
  class HateIncident extends Kept {
    @Override
    protected ReferralExport export() {
      return new HateIncidentReport();
    }
  }

  @Test
  @DisplayName(
      "P9.4, P9.5: harassment names the consultation, an assault the injury, not the other")
  void eachAsksItsOwn() {
    var harassment = new HarassmentReport().fields(SharingPurpose.MANAGE);
    assertThat(harassment.required()).contains("consultation", "reference-back-to");
    assertThat(harassment.forbidden()).contains("injury", "hate-strands", "complaints-made");
    var assault = new AssaultReport().fields(SharingPurpose.MANAGE);
    assertThat(assault.required()).contains("injury", "council-reference");
    assertThat(assault.forbidden()).contains("consultation", "hate-strands");
    assertThat(new HateIncidentReport().fields(SharingPurpose.SAFEGUARD).required())
        .contains("hate-strands", "perceived-by");
  }

  @Test
  @DisplayName("every field is called something")
  void everyFieldHasWords() throws IOException {
    var words = new Properties();
    try (var in = PoliceForm.class.getResourceAsStream("words.properties")) {
      words.load(in);
    }
    var fields = new TreeSet<String>();
    for (Form form : Form.values()) {
      fields.addAll(form.fields(SharingPurpose.MANAGE).required());
      fields.addAll(form.fields(SharingPurpose.MANAGE).optional());
    }
    assertThat(fields).allMatch(words::containsKey);
  }
}
