package org.evenhand.restrictions.internal.web;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.ContactChecks;
import org.evenhand.restrictions.internal.ContactQuestion;
import org.evenhand.restrictions.internal.PastChecks;
import org.evenhand.restrictions.internal.ReadingRestrictions;
import org.evenhand.restrictions.internal.web.Inputs.ContactCheckInput;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Question;
import org.evenhand.spi.Speaker;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Where the front line puts its question. */
@Controller
class ContactCheckController {

  private final ContactChecks checks;
  private final PastChecks pastChecks;
  private final ReadingRestrictions reading;
  private final RestrictionSight sight;
  private final Customers customers;
  private final CurrentActor currentActor;

  ContactCheckController(
      ContactChecks checks,
      PastChecks pastChecks,
      ReadingRestrictions reading,
      RestrictionSight sight,
      Customers customers,
      CurrentActor currentActor) {
    this.checks = checks;
    this.pastChecks = pastChecks;
    this.reading = reading;
    this.sight = sight;
    this.customers = customers;
    this.currentActor = currentActor;
  }

  @QueryMapping
  CheckAnswer contactCheck(DataFetchingEnvironment asked) {
    ContactCheckInput input = ContactCheckInput.of(InputObject.of(asked.getArgument("input")));
    return CheckWords.say(checks.check(question(input)), input.lang());
  }

  /** A past check, with the answer as it follows from what was known then. */
  record RecomputedCheck(
      String check, Instant askedAt, String askedBy, @Nullable CheckAnswer answer, boolean same) {}

  @QueryMapping
  @Nullable RecomputedCheck contactCheckRecomputed(@Argument String check, @Argument String lang) {
    return GlobalId.uuid(PastChecks.TYPE, check)
        .flatMap(pastChecks::recompute)
        .map(
            recomputed ->
                new RecomputedCheck(
                    check,
                    recomputed.given().at(),
                    recomputed.given().actor().value(),
                    recomputed.again() == null ? null : CheckWords.say(recomputed.again(), lang),
                    recomputed.same()))
        .orElse(null);
  }

  /** The action behind a line, for whoever may see it anyway (T20). */
  @BatchMapping(typeName = "RuleBehind", field = "action")
  Map<CheckAnswer.RuleBehind, RestrictionView> action(List<CheckAnswer.RuleBehind> behind) {
    if (!sight.seesAny()) {
      return Map.of();
    }
    List<RestrictionId> ids =
        behind.stream()
            .flatMap(b -> GlobalId.uuid("Restriction", b.restriction()).stream())
            .distinct()
            .map(RestrictionId::new)
            .toList();
    var seen = new HashMap<String, RestrictionView>();
    sight
        .outOf("contactCheck.action", reading.find(ids))
        .orElse(List.of())
        .forEach(view -> seen.put(GlobalId.of("Restriction", view.id().value()), view));
    var all = new HashMap<CheckAnswer.RuleBehind, RestrictionView>();
    for (CheckAnswer.RuleBehind one : behind) {
      RestrictionView view = seen.get(one.restriction());
      if (view != null) {
        all.put(one, view);
      }
    }
    return all;
  }

  /** The customer, for whoever may open their record anyway. */
  @SchemaMapping(typeName = "CheckedIdentity", field = "customer")
  @Nullable CustomerView customer(CheckAnswer.CheckedIdentity identity) {
    return identity.customerId() == null
            || !currentActor
                .substantive()
                .holdsAny(Role.OFFICER, Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES)
        ? null
        : customers.find(new CustomerId(identity.customerId())).orElse(null);
  }

  private static ContactQuestion question(ContactCheckInput input) {
    var identity = input.identity();
    return new ContactQuestion(
        new ContactQuestion.Identity(
            identity.reference(),
            identity.telephone(),
            identity.email(),
            identity.name(),
            identity.dateOfBirth(),
            identity.addressLine(),
            identity.postcode(),
            identity.uprn()),
        input.channel(),
        input.direction() == ContactDirection.OUT ? Direction.OUT : Direction.IN,
        input.at(),
        uuid("Officer", input.officer()),
        input.serviceArea(),
        switch (input.speaker()) {
          case SELF -> Speaker.SELF;
          case REPRESENTATIVE -> Speaker.REPRESENTATIVE;
          case UNKNOWN -> null;
        },
        input.place(),
        uuid("Building", input.building()),
        input.zone(),
        input.activity(),
        input.topic(),
        uuid("Matter", input.matter()),
        input.newMatter(),
        answers(input),
        input.dangerNow(),
        input.noLetterReceived(),
        input.actsAsMember());
  }

  private static Map<String, Boolean> answers(ContactCheckInput input) {
    if (input.answers().isEmpty() && input.newInformation() == null) {
      return Map.of();
    }
    var answers = new HashMap<String, Boolean>();
    input.answers().forEach(answer -> answers.put(answer.question(), answer.yes()));
    if (input.newInformation() != null) {
      answers.put(Question.NEW_INFORMATION, input.newInformation());
    }
    return answers;
  }

  /** An id that this API never gave out tells nothing: the fact stays unknown. */
  private static @Nullable UUID uuid(String type, @Nullable String id) {
    return id == null ? null : GlobalId.uuid(type, id).orElse(null);
  }
}
