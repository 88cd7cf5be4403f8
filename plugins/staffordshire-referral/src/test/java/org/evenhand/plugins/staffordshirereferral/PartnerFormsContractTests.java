package org.evenhand.plugins.staffordshirereferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.evenhand.kit.ReferralExportContractTests;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.SharingPurpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** P8.2, T22: the four forms of the protocol's partners. */
class PartnerFormsContractTests {

  private abstract static class Kept extends ReferralExportContractTests {
    @Override
    protected String schema() throws IOException {
      return Files.readString(
          Path.of("../../frontend-contract/referrals/" + export().id() + ".schema.json"));
    }
  }

  @Nested
  class Child extends Kept {
    @Override
    protected ReferralExport export() {
      return new ChildReferral();
    }
  }

  @Nested
  class Adult extends Kept {
    @Override
    protected ReferralExport export() {
      return new AdultSafeguarding();
    }
  }

  @Nested
  class DomesticAbuse extends Kept {
    @Override
    protected ReferralExport export() {
      return new HighRiskDomesticAbuse();
    }
  }

  @Nested
  class Hub extends Kept {
    @Override
    protected ReferralExport export() {
      return new CommunitySafety();
    }
  }

  @Test
  @DisplayName("T22: a school is no matter of an adult, nor a pattern one of a child")
  void eachAsksItsOwn() {
    assertThat(new AdultSafeguarding().fields(SharingPurpose.SAFEGUARD).forbidden())
        .contains("school", "unique-pupil-number", "pattern", "complaints-made");
    assertThat(new ChildReferral().fields(SharingPurpose.SAFEGUARD).forbidden())
        .contains("pattern", "risk-checklist-score", "legal-advice");
    assertThat(new CommunitySafety().fields(SharingPurpose.IDENTIFY_WIDER_ISSUES).forbidden())
        .contains("subject-name", "subject-date-of-birth", "nhs-number");
  }

  @Test
  @DisplayName("every field is called something")
  void everyFieldHasWords() throws IOException {
    var words = new java.util.Properties();
    try (var in = PartnerForm.class.getResourceAsStream("words.properties")) {
      words.load(in);
    }
    var fields = new TreeSet<String>();
    for (Form form : Form.values()) {
      form.purposes()
          .forEach(
              purpose -> {
                fields.addAll(form.fields(purpose).required());
                fields.addAll(form.fields(purpose).optional());
              });
    }
    assertThat(fields).allMatch(words::containsKey);
  }
}
