package org.evenhand.policy.internal.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Messages;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.FigureUnit;
import org.evenhand.policy.Finding;
import org.evenhand.policy.PolicyRevision;
import org.evenhand.policy.PolicySection;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.policy.Route;
import org.evenhand.policy.internal.PolicyAct;
import org.evenhand.policy.internal.ReadConfirmations;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of a version that are not simply in it. */
@Controller
class PolicyFields {

  record StepView(String code, String text) {}

  record FigureView(FigureKey key, int value, FigureUnit unit, int standard, int least, int most) {}

  record WordsView(String value, String lang) {}

  private final Messages messages;
  private final CurrentActor currentActor;
  private final ReadConfirmations readConfirmations;

  PolicyFields(Messages messages, CurrentActor currentActor, ReadConfirmations readConfirmations) {
    this.messages = messages;
    this.currentActor = currentActor;
    this.readConfirmations = readConfirmations;
  }

  @SchemaMapping(typeName = "PolicyVersion", field = "id")
  String id(PolicyVersionView version) {
    return GlobalId.of(PolicyController.TYPE, version.id().value());
  }

  @SchemaMapping(typeName = "PolicyVersion", field = "title")
  String title(PolicyVersionView version) {
    return version.document().title();
  }

  @SchemaMapping(typeName = "PolicyVersion", field = "sections")
  List<PolicySection> sections(PolicyVersionView version) {
    return version.document().sections();
  }

  @SchemaMapping(typeName = "PolicyVersion", field = "revisions")
  List<PolicyRevision> revisions(PolicyVersionView version) {
    return version.document().revisions();
  }

  @SchemaMapping(typeName = "PolicyVersion", field = "stepsMissing")
  List<StepView> stepsMissing(PolicyVersionView version, Locale locale) {
    return version.stepsMissing().stream()
        .map(code -> new StepView(code, messages.say("step." + code, Map.of(), locale)))
        .toList();
  }

  @SchemaMapping(typeName = "PolicyVersion", field = "figures")
  List<FigureView> figures(PolicyVersionView version) {
    return Arrays.stream(FigureKey.values())
        .map(
            key ->
                new FigureView(
                    key,
                    version.figures().get(key),
                    key.unit(),
                    key.standard(),
                    key.least(),
                    key.most()))
        .toList();
  }

  @SchemaMapping(typeName = "PolicyVersion", field = "availableActions")
  List<AvailableAction> availableActions(PolicyVersionView version) {
    return PolicyAct.available(version, currentActor.get());
  }

  @BatchMapping(typeName = "PolicyVersion", field = "readConfirmations")
  Map<PolicyVersionView, Integer> readConfirmations(List<PolicyVersionView> versions) {
    Map<UUID, Integer> counted = readConfirmations.counted(ids(versions));
    var byVersion = new HashMap<PolicyVersionView, Integer>();
    versions.forEach(v -> byVersion.put(v, counted.getOrDefault(v.id().value(), 0)));
    return byVersion;
  }

  @BatchMapping(typeName = "PolicyVersion", field = "readConfirmedAt")
  Map<PolicyVersionView, Instant> readConfirmedAt(List<PolicyVersionView> versions) {
    var confirmed = readConfirmations.confirmedBy(currentActor.get().id(), ids(versions));
    var byVersion = new HashMap<PolicyVersionView, Instant>();
    for (PolicyVersionView version : versions) {
      var at = confirmed.get(version.id().value());
      if (at != null) {
        byVersion.put(version, at);
      }
    }
    return byVersion;
  }

  @SchemaMapping(typeName = "CarveOutRoute", field = "words")
  List<WordsView> words(Route route) {
    return route.words().entrySet().stream()
        .map(e -> new WordsView(e.getValue(), e.getKey()))
        .toList();
  }

  @SchemaMapping(typeName = "PolicyFinding", field = "wrong")
  String wrong(Finding finding, Locale locale) {
    return messages.say("finding." + finding.code() + ".wrong", Map.of(), locale);
  }

  @SchemaMapping(typeName = "PolicyFinding", field = "mend")
  String mend(Finding finding, Locale locale) {
    return messages.say("finding." + finding.code() + ".mend", Map.of(), locale);
  }

  private static List<UUID> ids(List<PolicyVersionView> versions) {
    return versions.stream().map(v -> v.id().value()).toList();
  }
}
