package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.HouseholdLinkId;
import org.evenhand.intake.HouseholdLinkView;
import org.evenhand.intake.HouseholdMember;
import org.evenhand.intake.HouseholdRole;
import org.evenhand.intake.Households;
import org.evenhand.intake.Households.LinkToEnd;
import org.evenhand.intake.Households.LinkToRecord;
import org.evenhand.intake.PropertyId;
import org.evenhand.intake.PropertyView;
import org.evenhand.intake.VisitedProperties;
import org.evenhand.intake.VisitedProperties.PropertyToRecord;
import org.evenhand.intake.internal.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who lives together, and the places that are visited. */
@Controller
class HouseholdController {

  private final Households households;
  private final VisitedProperties properties;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  HouseholdController(
      Households households, VisitedProperties properties, Reader reader, Acts acts, Clock clock) {
    this.households = households;
    this.properties = properties;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record HouseholdLinkRecordInput(
      @Nullable String idempotencyKey,
      String customer,
      String other,
      HouseholdRole otherIs,
      @Nullable LocalDate startsOn) {}

  record HouseholdLinkEndInput(
      @Nullable String idempotencyKey, int expectedVersion, String id, LocalDate endsOn) {}

  record PropertyRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      @Nullable String id,
      String uprn,
      String addressLine,
      String postcode,
      @Nullable String accessNote) {}

  record LinkPayload(
      @Nullable HouseholdLinkView link, List<Refusal> refusals, List<Warning> warnings) {
    static LinkPayload of(Outcome<HouseholdLinkView> outcome) {
      return new LinkPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record PropertyPayload(
      @Nullable PropertyView property, List<Refusal> refusals, List<Warning> warnings) {
    static PropertyPayload of(Outcome<PropertyView> outcome) {
      return new PropertyPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @MutationMapping
  LinkPayload householdLinkRecord(@Argument HouseholdLinkRecordInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    CustomerId other = given.id("Customer", CustomerId::new, input.other(), "other");
    Outcome<HouseholdLinkView> refused = given.refused();
    if (refused != null) {
      return LinkPayload.of(refused);
    }
    LocalDate startsOn =
        input.startsOn() == null
            ? LocalDate.ofInstant(clock.instant(), WorkingDays.LONDON)
            : input.startsOn();
    return LinkPayload.of(
        linked("householdLinkRecord", input.idempotencyKey(), input)
            .perform(
                () ->
                    households.record(
                        new LinkToRecord(customer, other, input.otherIs(), startsOn),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  LinkPayload householdLinkEnd(@Argument HouseholdLinkEndInput input) {
    var given = new Given();
    HouseholdLinkId id = given.id("HouseholdLink", HouseholdLinkId::new, input.id(), "id");
    Outcome<HouseholdLinkView> refused = given.refused();
    if (refused != null) {
      return LinkPayload.of(refused);
    }
    return LinkPayload.of(
        linked("householdLinkEnd", input.idempotencyKey(), input)
            .perform(
                () ->
                    households.end(
                        new LinkToEnd(id, input.expectedVersion(), input.endsOn()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<HouseholdLinkView> linked(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<HouseholdLinkView>on(
            "HouseholdLink",
            l -> l.id().value(),
            id -> households.find(new HouseholdLinkId(id)).orElseThrow())
        .about(l -> l.customerId().value());
  }

  @MutationMapping
  PropertyPayload propertyRecord(@Argument PropertyRecordInput input) {
    var given = new Given();
    PropertyId id = given.idOrNull("Property", PropertyId::new, input.id(), "id");
    Outcome<PropertyView> refused = given.refused();
    if (refused != null) {
      return PropertyPayload.of(refused);
    }
    return PropertyPayload.of(
        acts.act("propertyRecord", input.idempotencyKey(), input)
            .<PropertyView>on(
                "Property",
                p -> p.id().value(),
                uuid -> properties.find(new PropertyId(uuid)).orElseThrow())
            .perform(
                () ->
                    properties.record(
                        new PropertyToRecord(
                            id,
                            input.expectedVersion(),
                            input.uprn(),
                            input.addressLine(),
                            input.postcode(),
                            input.accessNote()),
                        reader.actor(),
                        clock.instant())));
  }

  @QueryMapping
  @Nullable PropertyView property(@Argument String uprn) {
    return properties.byUprn(uprn).orElse(null);
  }

  @SchemaMapping(typeName = "Property", field = "id")
  String propertyId(PropertyView property) {
    return GlobalId.of("Property", property.id().value());
  }

  /** Only for those who weigh what becomes of others; nobody at the desk needs it (T20). */
  @BatchMapping(typeName = "Customer", field = "household")
  Map<CustomerView, List<HouseholdMember>> household(List<CustomerView> of) {
    if (!Sight.ofCircumstances(reader.actor())) {
      return Map.of();
    }
    Map<CustomerId, List<HouseholdMember>> found =
        households.of(of.stream().map(CustomerView::id).toList());
    var each = new HashMap<CustomerView, List<HouseholdMember>>();
    of.forEach(c -> each.put(c, found.getOrDefault(c.id(), List.of())));
    return each;
  }

  @BatchMapping(typeName = "HouseholdMember", field = "person")
  Map<HouseholdMember, CustomerView> person(List<HouseholdMember> of) {
    return reader.customersOf(of, HouseholdMember::personId, "household.person");
  }

  @SchemaMapping(typeName = "HouseholdLink", field = "id")
  String linkId(HouseholdLinkView link) {
    return GlobalId.of("HouseholdLink", link.id().value());
  }

  @SchemaMapping(typeName = "HouseholdLink", field = "recordedBy")
  String recordedBy(HouseholdLinkView link) {
    return link.recordedBy().value();
  }
}
