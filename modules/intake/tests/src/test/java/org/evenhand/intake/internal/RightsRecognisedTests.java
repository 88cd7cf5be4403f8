package org.evenhand.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhand.intake.StatutoryTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rights are recognised in what somebody wrote down (F18). */
class RightsRecognisedTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He would like to complain about the answer | COMPLAINT",
        "Says he is going to the OMBUDSMAN | OMBUDSMAN",
        "asks for a  copy of\tmy data | SUBJECT_ACCESS_REQUEST",
        "wants to record the meeting on his phone | REQUEST_TO_RECORD",
        "FOI about bin rounds | INFORMATION_REQUEST",
        "has written to their MP | COUNCILLOR_OR_MP",
        "eisiau cwyno am y gwasanaeth | COMPLAINT",
        "mae hi'n ddigartref heno: digartref | HOMELESSNESS"
      })
  @DisplayName("F18: a right is recognised by what people say when they use it, in both languages")
  void recognisesARight(String note, StatutoryTopic right) {
    assertThat(RightsRecognised.in(note)).contains(right);
  }

  @ParameterizedTest
  @CsvSource({
    "about the wall again",
    "the roof still leaks",
    "the foist and the mpg",
    "asks when the report comes"
  })
  @DisplayName("F18: the subject alone is no right, nor is part of a word")
  void leavesOtherThingsAlone(String note) {
    assertThat(RightsRecognised.in(note)).isEmpty();
  }

  @Test
  void nothingSaidIsNothingRecognised() {
    assertThat(RightsRecognised.in(null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(StatutoryTopic.class)
  @DisplayName("F18: every right of the list has phrases")
  void everyRightHasPhrases(StatutoryTopic right) throws Exception {
    var phrases = new java.util.Properties();
    try (var in = RightsRecognised.class.getResourceAsStream("/intake/rights.properties")) {
      phrases.load(in);
    }
    assertThat(phrases.getProperty(right.name())).isNotBlank();
    for (String phrase : phrases.getProperty(right.name()).split("\\|", -1)) {
      assertThat(RightsRecognised.in("Today: " + phrase + ".")).as(phrase).isPresent();
    }
  }
}
