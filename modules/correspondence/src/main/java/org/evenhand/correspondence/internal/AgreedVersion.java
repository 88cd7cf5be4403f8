package org.evenhand.correspondence.internal;

import java.util.List;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentView;

/** Which version of a letter agreed adjustments ask for (F3). */
final class AgreedVersion {

  private AgreedVersion() {}

  /** Where several are agreed, the one that cannot be read in any other way comes first. */
  static LetterVariant of(List<AdjustmentView> agreed) {
    List<AdjustmentCode> codes = agreed.stream().map(AdjustmentView::what).toList();
    if (codes.contains(AdjustmentCode.BRAILLE)) {
      return LetterVariant.BRAILLE;
    }
    if (codes.contains(AdjustmentCode.SIGN_LANGUAGE)) {
      return LetterVariant.SIGN_LANGUAGE;
    }
    if (codes.contains(AdjustmentCode.AUDIO)) {
      return LetterVariant.AUDIO;
    }
    if (codes.contains(AdjustmentCode.EASY_READ)) {
      return LetterVariant.EASY_READ;
    }
    return codes.contains(AdjustmentCode.LARGE_PRINT)
        ? LetterVariant.LARGE_PRINT
        : LetterVariant.STANDARD;
  }

  /** Whether a customer who is owed one version is served by another: easy read is large too. */
  static boolean serves(LetterVariant owed, LetterVariant given) {
    return given == owed
        || owed == LetterVariant.STANDARD && !given.madeElsewhere()
        || owed == LetterVariant.LARGE_PRINT && given == LetterVariant.EASY_READ;
  }
}
