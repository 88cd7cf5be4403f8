package org.evenhand.reporting.internal.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.EqualityRate;
import org.evenhand.reporting.Fairness;
import org.evenhand.reporting.LikeDecisions;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.internal.Words;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Whether the policy meets everybody alike. */
@Controller
class FairnessController {

  private final Fairness fairness;
  private final Words words;
  private final ServiceAreas serviceAreas;
  private final CurrentActor currentActor;

  FairnessController(
      Fairness fairness, Words words, ServiceAreas serviceAreas, CurrentActor currentActor) {
    this.fairness = fairness;
    this.words = words;
    this.serviceAreas = serviceAreas;
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

  @QueryMapping
  List<LikeDecisions> likeDecisions(@Argument LocalDate quarter) {
    return fairness.likeDecisions(Quarter.of(quarter), currentActor.get());
  }

  @SchemaMapping(typeName = "LikeDecisions", field = "familyName")
  String familyName(LikeDecisions of, Locale locale) {
    return words.part(Axis.FAMILY, of.family(), locale);
  }

  @SchemaMapping(typeName = "LikeDecisions", field = "impactName")
  String impactName(LikeDecisions of, Locale locale) {
    return words.part(Axis.IMPACT, of.impact(), locale);
  }

  @SchemaMapping(typeName = "LikeDecisions", field = "decidedName")
  String decidedName(LikeDecisions of, Locale locale) {
    return words.part(Axis.CATEGORY, of.decided(), locale);
  }

  @BatchMapping(typeName = "LikeDecisions", field = "serviceArea")
  Map<LikeDecisions, ServiceAreaView> areaOfLike(List<LikeDecisions> all) {
    var areas =
        serviceAreas.named(all.stream().map(LikeDecisions::serviceArea).distinct().toList());
    var found = new HashMap<LikeDecisions, ServiceAreaView>();
    for (LikeDecisions of : all) {
      ServiceAreaView area = areas.get(of.serviceArea());
      if (area != null) {
        found.put(of, area);
      }
    }
    return found;
  }
}
