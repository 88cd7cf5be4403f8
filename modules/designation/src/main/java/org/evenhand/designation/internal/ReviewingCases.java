package org.evenhand.designation.internal;

import java.util.Optional;
import org.evenhand.designation.CaseReview;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Readiness;
import org.springframework.stereotype.Component;

@Component
class ReviewingCases implements CaseReview {

  private final StoredConsiderations stored;
  private final CaseSight sight;

  ReviewingCases(StoredConsiderations stored, CaseSight sight) {
    this.stored = stored;
    this.sight = sight;
  }

  @Override
  public Optional<Review> of(ConsiderationId id) {
    return stored
        .find(id)
        .map(
            view -> {
              Readiness readiness = sight.readiness(view);
              return new Review(readiness, sight.scrutiny(view, readiness));
            });
  }
}
