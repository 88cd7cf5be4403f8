package org.evenhand.restrictions.internal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.Messages;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.Findings;
import org.evenhand.restrictions.internal.Findings.Found;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is wrong with a restriction, in words, with what puts it right. */
@Controller
class FindingFields {

  private final Findings findings;
  private final Messages messages;

  FindingFields(Findings findings, Messages messages) {
    this.findings = findings;
    this.messages = messages;
  }

  /**
   * One thing that is wrong.
   *
   * @param steps the codes of the steps that are missing (F1)
   */
  record Detail(Findings.Code code, String fault, List<String> mutations, List<Step> steps) {

    static List<Detail> of(Found found) {
      return found.codes().stream()
          .map(
              code ->
                  new Detail(
                      code,
                      code.fault(),
                      code.acts(),
                      switch (code) {
                        case STEPS_UNMET, EMERGENCY_UNCONFIRMED ->
                            found.steps().stream().map(Step::new).toList();
                        default -> List.of();
                      }))
          .toList();
    }
  }

  /** A step of the policy that is missing. */
  record Step(String code) {}

  @SchemaMapping(typeName = "RestrictionFindingDetail", field = "text")
  String text(Detail detail, Locale locale) {
    return messages.say("finding." + detail.code(), Map.of(), locale);
  }

  @SchemaMapping(typeName = "UnmetStep", field = "text")
  String text(Step step, Locale locale) {
    return messages.say("step." + step.code(), Map.of(), locale);
  }

  @SchemaMapping(typeName = "RestrictionFindings", field = "details")
  List<Detail> details(Found found) {
    return Detail.of(found);
  }

  @BatchMapping(typeName = "Restriction", field = "findings")
  Map<RestrictionView, List<Detail>> findings(List<RestrictionView> restrictions) {
    Map<UUID, Found> found =
        findings.of(restrictions.stream().map(view -> view.id().value()).toList());
    Map<RestrictionView, List<Detail>> all = new HashMap<>();
    for (RestrictionView view : restrictions) {
      Found one = found.get(view.id().value());
      all.put(view, one == null ? List.of() : Detail.of(one));
    }
    return all;
  }
}
