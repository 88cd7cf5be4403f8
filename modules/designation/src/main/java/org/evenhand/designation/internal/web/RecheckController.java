package org.evenhand.designation.internal.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.RecheckOutcome;
import org.evenhand.designation.RecheckView;
import org.evenhand.designation.Rechecking;
import org.evenhand.designation.internal.CaseSight;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Determinations looked at again, since what they rest on turned out otherwise (T27). */
@Controller
class RecheckController {

  record ConsiderationRecheckInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String consideration,
      RecheckOutcome outcome,
      String reasons) {}

  private final Rechecking rechecking;
  private final CaseSight sight;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Messages messages;
  private final Clock clock;

  RecheckController(
      Rechecking rechecking,
      CaseSight sight,
      Acts acts,
      CurrentActor currentActor,
      Messages messages,
      Clock clock) {
    this.rechecking = rechecking;
    this.sight = sight;
    this.acts = acts;
    this.currentActor = currentActor;
    this.messages = messages;
    this.clock = clock;
  }

  @MutationMapping
  ConsiderationPayload considerationRecheck(@Argument ConsiderationRecheckInput input) {
    ConsiderationId id =
        GlobalId.uuid("Consideration", input.consideration())
            .map(ConsiderationId::new)
            .orElse(null);
    if (id == null) {
      return ConsiderationPayload.of(
          Outcome.refused(Refusal.notFound("Consideration", "consideration")));
    }
    return ConsiderationPayload.of(
        acts.act("considerationRecheck", input.idempotencyKey(), input)
            .<ConsiderationView>on("Consideration", c -> c.id().value(), sight::get)
            .about(c -> c.customerId().value())
            .perform(
                () ->
                    rechecking.recheck(
                        new Rechecking.Recheck(
                            id, input.expectedVersion(), input.outcome(), input.reasons()),
                        currentActor.get(),
                        clock.instant())));
  }

  @BatchMapping(typeName = "Consideration", field = "rechecks")
  Map<ConsiderationView, List<RecheckView>> rechecks(List<ConsiderationView> considerations) {
    var found =
        rechecking.of(considerations).stream()
            .collect(Collectors.groupingBy(RecheckView::considerationId));
    var each = new HashMap<ConsiderationView, List<RecheckView>>();
    considerations.forEach(c -> each.put(c, found.getOrDefault(c.id(), List.of())));
    return each;
  }

  /** Something a finding needs and has no more. */
  record MissingGround(String code, String text) {}

  @SchemaMapping(typeName = "Recheck", field = "missing")
  List<MissingGround> missing(RecheckView recheck, Locale locale) {
    return recheck.missing().stream()
        .map(code -> new MissingGround(code, messages.say("recheck." + code, Map.of(), locale)))
        .toList();
  }

  @SchemaMapping(typeName = "Recheck", field = "by")
  @Nullable String by(RecheckView recheck) {
    return recheck.by() == null ? null : recheck.by().value();
  }
}
