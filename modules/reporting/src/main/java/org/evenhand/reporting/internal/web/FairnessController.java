package org.evenhand.reporting.internal.web;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.reporting.EqualityRate;
import org.evenhand.reporting.Fairness;
import org.evenhand.reporting.Quarter;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Whether the policy meets everybody alike. */
@Controller
class FairnessController {

  private final Fairness fairness;
  private final CurrentActor currentActor;

  FairnessController(Fairness fairness, CurrentActor currentActor) {
    this.fairness = fairness;
    this.currentActor = currentActor;
  }

  @SchemaMapping(typeName = "EqualityRate", field = "characteristic")
  String characteristic(EqualityRate rate) {
    return rate.characteristic().name();
  }

  @QueryMapping
  List<EqualityRate> equalityRates(@Argument LocalDate quarter) {
    return fairness.rates(Quarter.of(quarter), currentActor.get());
  }
}
