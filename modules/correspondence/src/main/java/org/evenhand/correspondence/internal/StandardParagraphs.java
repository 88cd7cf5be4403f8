package org.evenhand.correspondence.internal;

import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.StandardWording;
import org.springframework.stereotype.Component;

@Component
class StandardParagraphs implements StandardWording {

  private final LetterRenderer letters;

  StandardParagraphs(LetterRenderer letters) {
    this.letters = letters;
  }

  @Override
  public boolean speaks(Language language) {
    return letters.speaks(language);
  }

  @Override
  public AppealPart appeal(Language language) {
    return new AppealPart(
        letters.say(language, "standard.appeal.toWhom"),
        letters.say(language, "standard.appeal.how"));
  }

  @Override
  public String whyNoAppeal(Language language, NoAppeal reason) {
    return letters.say(language, "standard.noAppeal." + reason);
  }

  @Override
  public String dataRights(Language language) {
    return letters.say(language, "standard.dataRights");
  }

  @Override
  public String adjustments(Language language) {
    return letters.say(language, "standard.adjustments");
  }
}
