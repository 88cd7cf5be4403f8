package org.evenhand.restrictions.internal.law;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.restrictions.CourtTerm;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Texts;
import org.evenhand.spi.Words;

/**
 * A court's terms in the rule language, with the court as their source, so that they outrank safety
 * and policy. Protected topics keep a lawful route; written contact is read all the same (F8, T13).
 */
final class CourtRules {

  private CourtRules() {}

  static RuleSet compile(List<CourtTerm> terms, String court, String caseNumber) {
    var citation = new Citation(court, caseNumber);
    var rules = new ArrayList<Rule>();
    for (int i = 0; i < terms.size(); i++) {
      rules.add(rule(terms.get(i), i + 1, citation));
    }
    return RuleSet.of(rules);
  }

  private static Rule rule(CourtTerm term, int number, Citation citation) {
    return switch (term) {
      case CourtTerm.KeepAway(var buildings) ->
          rule(
              "court-keep-away-" + number,
              Condition.allOf(
                  Condition.inbound(),
                  Condition.channelIn(Channel.FACE_TO_FACE),
                  Condition.buildingIn(buildings.stream().map(Ref::building).toArray(Ref[]::new))),
              Effect.decline(),
              words("keep-away"),
              citation);
      case CourtTerm.NoContact(var channels) ->
          rule(
              "court-no-contact-" + number,
              Condition.allOf(
                  Condition.inbound(), Condition.channelIn(channels.toArray(Channel[]::new))),
              Effect.decline(),
              words("no-contact"),
              citation);
      case CourtTerm.OnlyBy(Channel channel) ->
          rule(
              "court-only-by-" + number,
              Condition.allOf(Condition.inbound(), Condition.channelAllExcept(channel)),
              Effect.redirect(channel),
              new Words(
                  Wording.text(
                      "court.only-by.say",
                      language -> java.util.Map.of("medium", InWords.channel(channel, language))),
                  Wording.text("court.only-by.do")),
              citation);
      case CourtTerm.NotWith(var officers) ->
          rule(
              "court-not-with-" + number,
              Condition.allOf(
                  Condition.inbound(),
                  Condition.counterpartIn(officers.stream().map(Ref::officer).toArray(Ref[]::new))),
              Effect.decline(),
              words("not-with"),
              citation);
      case CourtTerm.ToKnow(String known) ->
          rule(
              "court-to-know-" + number,
              Condition.inbound(),
              Effect.advise(),
              new Words(Texts.none(), Texts.en(known)),
              citation);
    };
  }

  private static Words words(String term) {
    return new Words(Wording.text("court." + term + ".say"), Wording.text("court." + term + ".do"));
  }

  private static Rule rule(
      String id, Condition when, Effect effect, Words words, Citation citation) {
    return new Rule(id, when, effect, words, citation, RuleSource.COURT);
  }
}
