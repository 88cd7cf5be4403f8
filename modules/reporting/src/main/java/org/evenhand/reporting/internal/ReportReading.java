package org.evenhand.reporting.internal;

import java.util.List;
import org.evenhand.reporting.EqualityRate;
import org.evenhand.reporting.QuarterlyReportView;
import org.evenhand.reporting.RecommendationView;
import org.evenhand.reporting.Trends;

/** A report with what is read with it, as far as its reader may see it (PR.1, P4.1, P4.3). */
record ReportReading(
    QuarterlyReportView report,
    List<Trends.Need> trainingNeeds,
    List<EqualityRate> rates,
    List<RecommendationView> recommended,
    List<RecommendationView> followedUp) {
  ReportReading {
    trainingNeeds = List.copyOf(trainingNeeds);
    rates = List.copyOf(rates);
    recommended = List.copyOf(recommended);
    followedUp = List.copyOf(followedUp);
  }
}
