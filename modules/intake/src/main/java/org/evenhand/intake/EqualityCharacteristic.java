package org.evenhand.intake;

import java.util.List;

/** What customers may say of themselves for equality reports, with the answers offered. */
public enum EqualityCharacteristic {
  AGE("UNDER_18", "FROM_18_TO_24", "FROM_25_TO_44", "FROM_45_TO_64", "FROM_65"),
  DISABILITY("YES", "NO"),
  GENDER_REASSIGNMENT("YES", "NO"),
  MARRIAGE_OR_CIVIL_PARTNERSHIP("YES", "NO"),
  PREGNANCY_OR_MATERNITY("YES", "NO"),
  RACE("ASIAN", "BLACK", "MIXED", "WHITE", "OTHER"),
  RELIGION_OR_BELIEF("NONE", "BUDDHIST", "CHRISTIAN", "HINDU", "JEWISH", "MUSLIM", "SIKH", "OTHER"),
  SEX("FEMALE", "MALE", "OTHER"),
  SEXUAL_ORIENTATION("BISEXUAL", "GAY_OR_LESBIAN", "HETEROSEXUAL", "OTHER");

  /** Offered for each; an answer like any other. */
  public static final String RATHER_NOT = "RATHER_NOT_SAY";

  private final List<String> answers;

  EqualityCharacteristic(String... answers) {
    this.answers =
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(answers), java.util.stream.Stream.of(RATHER_NOT))
            .toList();
  }

  /** The answers offered, as codes. */
  public List<String> answers() {
    return answers;
  }
}
