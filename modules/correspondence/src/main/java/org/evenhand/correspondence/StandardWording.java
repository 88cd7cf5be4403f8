package org.evenhand.correspondence;

/**
 * Standard paragraphs for those who put a notice together, in the language of the notice. None of
 * them is used unless it is handed in: a part left blank is a missing part.
 */
public interface StandardWording {

  /** Why a notice cannot be appealed (P9.2). */
  enum NoAppeal {
    WARNING,
    MONITORING,
    NO_FINDING,
    LIFTED,
    APPEAL_ACKNOWLEDGEMENT,
    APPEAL_OUTCOME,
    REFUSAL_TO_REGISTER
  }

  /** Whether letters can be written in this language. */
  boolean speaks(Language language);

  /** To the Head of Customer Services, in writing or taken down as an adjustment (P10.2). */
  AppealPart appeal(Language language);

  String whyNoAppeal(Language language, NoAppeal reason);

  String dataRights(Language language);

  String adjustments(Language language);
}
