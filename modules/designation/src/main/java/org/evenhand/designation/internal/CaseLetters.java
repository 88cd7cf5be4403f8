package org.evenhand.designation.internal;

import java.util.List;
import java.util.Set;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.StandardWording;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.NamingOmbudsmen;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerView;
import org.evenhand.policy.PolicyVersionId;
import org.springframework.stereotype.Component;

/** Puts letters of a case together that limit nothing: a warning, a monitoring period (P9.2). */
@Component
class CaseLetters {

  private final StandardWording wording;
  private final NamingOmbudsmen ombudsmen;

  CaseLetters(StandardWording wording, NamingOmbudsmen ombudsmen) {
    this.wording = wording;
    this.ombudsmen = ombudsmen;
  }

  /**
   * What an act says in its letter.
   *
   * @param why the conduct, in neutral words
   * @param what what happens now
   * @param ombudsman whom its writer names besides the one that the case asks for (F4)
   */
  record Said(
      String why,
      ActionPart what,
      String howToReachUs,
      Set<Ombudsman> ombudsman,
      PlannedService planned,
      Language lang) {}

  NoticeToIssue letter(
      NoticeKind kind,
      StandardWording.NoAppeal noAppeal,
      CustomerView to,
      ConsiderationId consideration,
      PolicyVersionId policy,
      Said said,
      ActorId signedBy) {
    // In a language without wording the notice itself is refused; nothing is said instead of it.
    boolean speaks = wording.speaks(said.lang());
    Language words = speaks ? said.lang() : Language.ENGLISH;
    return new NoticeToIssue(
        kind,
        to.id().value(),
        to.name(),
        consideration.value(),
        policy.value(),
        false,
        false,
        new NoticeParts(
            said.why(),
            List.of(said.what()),
            said.howToReachUs(),
            null,
            wording.whyNoAppeal(words, noAppeal),
            ombudsmen.of(consideration, to.id(), said.ombudsman()),
            wording.dataRights(words),
            wording.adjustments(words)),
        said.planned(),
        signedBy,
        said.lang());
  }
}
