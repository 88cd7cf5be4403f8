package org.evenhand.restrictions.internal.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.MatterKind;
import org.evenhand.intake.MatterView;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.restrictions.MarkerView;
import org.evenhand.restrictions.PlacingMarkers.MarkerToPlace;
import org.evenhand.restrictions.PlacingMarkers.Telling;
import org.jspecify.annotations.Nullable;

/** What a marker may be and who may place it (T17, T19, F15). */
final class MarkerRules {

  static final int LONGEST_NOTE = 300;
  static final int LONGEST_TEXT = 10_000;
  static final String TENANCIES = "tenancies";

  private MarkerRules() {}

  /**
   * What a marker to place is judged against; null for what was not named or does not exist.
   *
   * @param about what is known of the person, on all records
   * @param records all records about the person; empty for a place
   * @param uprn the place's number in its one form
   * @param placeFound whether what was named of the place exists and fits together
   * @param alike whether one stands that rests on the same incident, with the same person or place
   */
  record Around(
      Actor actor,
      LocalDate today,
      AuthorityMatrix authority,
      @Nullable CustomerView customer,
      List<CustomerView> about,
      List<CustomerId> records,
      @Nullable String uprn,
      boolean placeFound,
      @Nullable IncidentView incident,
      @Nullable MatterView tenancy,
      boolean serviceKnown,
      boolean alike) {}

  static List<Refusal> refusals(MarkerToPlace marker, Around around) {
    var refusals = new ArrayList<Refusal>();
    whereItGoes(marker, around, refusals);
    ground(marker, around, refusals);
    if (marker.precautions().isEmpty()) {
      refusals.add(Refusal.at("PRECAUTION_MISSING", "precautions"));
    }
    add(refusals, Acts.text(marker.note(), LONGEST_NOTE, "note"));
    CustomerView customer = around.customer();
    if (customer != null && names(marker.note(), customer)) {
      refusals.add(Refusal.at("NOTE_NAMES_SOMEBODY", "note"));
    }
    if (!around.serviceKnown()) {
      refusals.add(Refusal.notFound("ServiceArea", "leadService"));
    }
    refusals.addAll(authority(around.actor(), around.authority(), marker.leadService()));
    gate(marker, around, refusals);
    refusals.addAll(telling(marker.told(), around.today(), false, "told"));
    refusals.addAll(
        review(
            marker.reviewOn(),
            around.today(),
            around.today().plusMonths(marker.category().reviewMonths()),
            "reviewOn"));
    if (around.alike()) {
      refusals.add(Refusal.of("MARKER_ON_RECORD"));
    }
    return refusals;
  }

  private static void whereItGoes(MarkerToPlace marker, Around around, List<Refusal> refusals) {
    boolean place = marker.uprn() != null || marker.property() != null;
    if (place == (marker.customerId() != null)) {
      refusals.add(Refusal.of("ONE_PERSON_OR_PLACE"));
    } else if (place && !around.placeFound()) {
      refusals.add(Refusal.notFound("Property", marker.property() == null ? "uprn" : "property"));
    } else if (!place && around.customer() == null) {
      refusals.add(Refusal.notFound("Customer", "customer"));
    }
    if (marker.tenancy() != null) {
      MatterView tenancy = around.tenancy();
      if (tenancy == null) {
        refusals.add(Refusal.notFound("Matter", "tenancy"));
      } else if (!place || !isTenancy(tenancy)) {
        refusals.add(Refusal.at("NO_TENANCY_HERE", "tenancy"));
      } else if (tenancy.concluded()) {
        refusals.add(Refusal.at("TENANCY_ENDED", "tenancy"));
      }
    }
  }

  static boolean isTenancy(MatterView matter) {
    return matter.system().equals(TENANCIES) || matter.kind() == MatterKind.TENANCY;
  }

  /** One incident, that stands, and whose identification is sure enough for whom it follows. */
  private static void ground(MarkerToPlace marker, Around around, List<Refusal> refusals) {
    IncidentView incident = around.incident();
    if (incident == null) {
      refusals.add(Refusal.notFound("Incident", "incident"));
      return;
    }
    if (!incident.stands()) {
      refusals.add(Refusal.at("INCIDENT_DOES_NOT_STAND", "incident"));
    }
    if (marker.customerId() != null) {
      CustomerId whose = incident.customerId();
      if (around.customer() != null && (whose == null || !around.records().contains(whose))) {
        refusals.add(Refusal.at("INCIDENT_OF_SOMEBODY_ELSE", "incident"));
      }
      if (marker.identification() == Confidence.UNCERTAIN
          || incident.identityConfidence() == Confidence.UNCERTAIN) {
        refusals.add(Refusal.at("IDENTIFICATION_UNCERTAIN", "identification"));
      }
    }
  }

  private static boolean names(@Nullable String note, CustomerView customer) {
    String name = IdentifierForm.nameKey(customer.name());
    return note != null
        && !name.isBlank()
        && (" " + IdentifierForm.nameKey(note) + " ").contains(" " + name + " ");
  }

  /** F15: a safety measure's deciders; a head of service for their own service. */
  static List<Refusal> authority(
      Actor actor, AuthorityMatrix authority, ServiceAreaCode leadService) {
    Set<Role> may = authority.whoMay(DecisionKind.SAFETY_MEASURE, DecisionScope.SERVICE);
    boolean has =
        may.stream()
            .anyMatch(
                role ->
                    role == Role.HEAD_OF_SERVICE ? actor.heads(leadService) : actor.holds(role));
    return has
        ? List.of()
        : List.of(
            AuthorityRefusal.of("NOT_YOURS_TO_DECIDE", may.stream().sorted().toArray(Role[]::new)));
  }

  /** T19: for a child, or where capacity is in doubt, the safeguarding lead decides by name. */
  private static void gate(MarkerToPlace marker, Around around, List<Refusal> refusals) {
    MarkerView.SafeguardingDecision protection = marker.protection();
    if (protection != null) {
      add(refusals, Acts.text(protection.lead(), 200, "protection", "lead"));
      add(refusals, Acts.text(protection.reasons(), LONGEST_TEXT, "protection", "reasons"));
    } else if (around.about().stream()
        .anyMatch(record -> needsProtection(record, around.today()))) {
      refusals.add(Refusal.at("SAFEGUARDING_DECISION_MISSING", "protection"));
    }
  }

  static boolean needsProtection(CustomerView customer, LocalDate today) {
    return customer.childOn(today) || customer.circumstances().capacityInDoubt();
  }

  /** Told on a day and how, or why not and when that is looked at again; never both. */
  static List<Refusal> telling(
      @Nullable Telling telling, LocalDate today, boolean mustBeTold, String... path) {
    var refusals = new ArrayList<Refusal>();
    if (telling == null) {
      return refusals;
    }
    boolean told = telling.on() != null || telling.how() != null;
    boolean not = telling.notBecause() != null || telling.reviewOn() != null;
    if (told == not || (not && mustBeTold)) {
      refusals.add(Refusal.at("TOLD_OR_WHY_NOT", path));
      return refusals;
    }
    if (told) {
      if (telling.on() == null) {
        refusals.add(Refusal.at("DAY_MISSING", path));
      } else if (telling.on().isAfter(today)) {
        refusals.add(Refusal.at("DATE_IN_FUTURE", path));
      }
      add(refusals, Acts.text(telling.how(), 1000, path));
    } else {
      add(refusals, Acts.text(telling.notBecause(), LONGEST_TEXT, path));
      if (telling.reviewOn() == null) {
        refusals.add(Refusal.at("DAY_MISSING", path));
      } else {
        refusals.addAll(review(telling.reviewOn(), today, today.plusMonths(6), path));
      }
    }
    return refusals;
  }

  static List<Refusal> review(
      @Nullable LocalDate on, LocalDate today, LocalDate latest, String... path) {
    if (on == null) {
      return List.of();
    }
    if (!on.isAfter(today)) {
      return List.of(Refusal.at("REVIEW_BEFORE_START", path));
    }
    return on.isAfter(latest)
        ? List.of(Refusal.at("REVIEW_TOO_LATE", Map.of("latest", latest.toString()), path))
        : List.of();
  }

  static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
