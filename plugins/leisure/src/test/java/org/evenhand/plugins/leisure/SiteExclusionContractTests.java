package org.evenhand.plugins.leisure;

import static org.evenhand.plugins.leisure.LeisureExamples.DECIDED;
import static org.evenhand.plugins.leisure.LeisureExamples.OTHER;
import static org.evenhand.plugins.leisure.LeisureExamples.POOL;
import static org.evenhand.plugins.leisure.LeisureExamples.chosen;
import static org.evenhand.plugins.leisure.LeisureExamples.decided;

import java.time.Instant;
import java.util.List;
import org.evenhand.kit.ContactVector;
import org.evenhand.kit.RestrictionTypeContractTests;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SiteExclusionContractTests extends RestrictionTypeContractTests {

  private static final Instant MORNING = at(MONDAY, 10, 30);
  private static final Settings WHOLE = decided(DECIDED);
  private static final Settings BUT_FOR_A_CHILD =
      WHOLE.with(SiteExclusion.LEFT_OPEN, chosen("bringing-a-child", "referred-exercise"));

  @Override
  protected RestrictionType type() {
    return new SiteExclusion();
  }

  @Override
  protected List<Settings> examples() {
    return List.of(WHOLE, BUT_FOR_A_CHILD);
  }

  private static ContactFacts.Builder coming(Ref centre) {
    return ContactFacts.ordinary(MORNING, Channel.FACE_TO_FACE).building(centre);
  }

  @Override
  protected List<ContactVector> vectors() {
    return List.of(
        ContactVector.of(
            "the centre is not open",
            WHOLE,
            coming(POOL).activity("gym").build(),
            Verdict.DECLINE_THIS_CONTACT,
            LineCode.DECLINED,
            LineCode.SAY),
        ContactVector.of(
            "another centre is", WHOLE, coming(OTHER).activity("gym").build(), Verdict.ALLOWED),
        ContactVector.of(
            "F14: a child is still brought to their lesson",
            BUT_FOR_A_CHILD,
            coming(POOL).activity("bringing-a-child").build(),
            Verdict.ALLOWED),
        ContactVector.of(
            "and nothing but that is left open",
            BUT_FOR_A_CHILD,
            coming(POOL).activity("sauna").build(),
            Verdict.DECLINE_THIS_CONTACT),
        ContactVector.of(
            "F8: somebody in need of safeguarding is helped there",
            WHOLE,
            coming(POOL).topic("safeguarding").build(),
            Verdict.ALLOWED,
            LineCode.HELP_HERE_AND_NOW),
        ContactVector.of(
            "they may ring the centre",
            WHOLE,
            ContactFacts.ordinary(MORNING, Channel.PHONE).build(),
            Verdict.ALLOWED));
  }

  @Test
  @DisplayName("F6, F13: what the provider decided is taken over only with its grounds on record")
  void isTakenOverOnlyWithItsGrounds() {
    LeisureExamples.isTakenOverOnlyWithItsGrounds(type(), BUT_FOR_A_CHILD);
  }
}
