package org.evenhand.appeals.internal;

import java.util.Collection;
import java.util.List;
import org.evenhand.appeals.AppealDetermination;
import org.evenhand.appeals.AppealView;
import org.evenhand.designation.PatternContributor;
import org.evenhand.designation.Tried;
import org.evenhand.designation.TriedKind;
import org.evenhand.intake.CustomerId;
import org.springframework.stereotype.Component;

/** Which appeals a person made, and what came of them. */
@Component
class AppealsInPattern implements PatternContributor {

  private final AppealReads appeals;

  AppealsInPattern(AppealReads appeals) {
    this.appeals = appeals;
  }

  @Override
  public List<Tried> tried(Collection<CustomerId> records) {
    return appeals.ofCustomers(records.stream().map(CustomerId::value).toList()).stream()
        .map(AppealsInPattern::tried)
        .toList();
  }

  private static String outcome(AppealView appeal) {
    AppealDetermination decided = appeal.course().determination();
    return decided != null && !appeal.status().pending()
        ? decided.outcome().name()
        : appeal.status().name();
  }

  private static Tried tried(AppealView appeal) {
    return new Tried(
        TriedKind.APPEAL,
        null,
        appeal.serviceArea(),
        appeal.receivedOn(),
        null,
        appeal.status().pending(),
        outcome(appeal),
        appeal.reference());
  }
}
