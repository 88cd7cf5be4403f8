package org.evenhand.restrictions.internal.safety;

import static org.evenhand.restrictions.internal.jooq.Tables.MARKER_ACKNOWLEDGEMENT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.PropertyId;
import org.evenhand.intake.PropertyView;
import org.evenhand.intake.VisitedProperties;
import org.evenhand.restrictions.MarkerView;
import org.evenhand.restrictions.Precaution;
import org.evenhand.restrictions.internal.ContactChecks;
import org.evenhand.restrictions.internal.ContactQuestion;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.PlaceKind;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Question 2: what a visiting officer or contractor must know before they go. By need: what matters
 * on a visit, for the place, and for the person where two independent identifiers say who it is
 * (T20, T21). Never who else lives there, and never what happened.
 */
@Service
public class VisitSafety {

  private final MarkerReading reading;
  private final ContactChecks checks;
  private final Customers customers;
  private final VisitedProperties properties;
  private final Officers officers;
  private final ServiceAreas serviceAreas;
  private final CurrentActor currentActor;
  private final AuditTrail auditTrail;
  private final DSLContext dsl;
  private final Clock clock;

  VisitSafety(
      MarkerReading reading,
      ContactChecks checks,
      Customers customers,
      VisitedProperties properties,
      Officers officers,
      ServiceAreas serviceAreas,
      CurrentActor currentActor,
      AuditTrail auditTrail,
      DSLContext dsl,
      Clock clock) {
    this.reading = reading;
    this.checks = checks;
    this.customers = customers;
    this.properties = properties;
    this.officers = officers;
    this.serviceAreas = serviceAreas;
    this.currentActor = currentActor;
    this.auditTrail = auditTrail;
    this.dsl = dsl;
    this.clock = clock;
  }

  /** What must be known, those for the place first. */
  public record Answer(Instant asOf, boolean personSure, List<Told> told) {
    public Answer {
      told = List.copyOf(told);
    }
  }

  /**
   * One marker, as the visitor needs it.
   *
   * @param precautions those that matter on a visit
   * @param ring the name of whom to ring: who placed it, else who answers for them; null for nobody
   * @param telephone theirs, else the service's
   */
  public record Told(
      MarkerView marker,
      Set<Precaution> precautions,
      boolean acknowledged,
      @Nullable String ring,
      @Nullable String telephone) {}

  /** Logged as a read of the person, and of each marker at the place. */
  public Answer about(@Nullable PropertyId property, ContactQuestion.Identity identity) {
    Optional<PropertyView> known = Optional.ofNullable(property).flatMap(properties::find);
    ContactQuestion.Identity at = known.map(p -> at(identity, p.uprn())).orElse(identity);
    UUID customer = checks.check(visit(at)).customer();
    var found = new ArrayList<MarkerView>(reading.at(uprn(at), address(at)));
    if (customer != null) {
      reading.of(customers.recordsOf(new CustomerId(customer))).stream()
          .filter(MarkerView::stands)
          .forEach(found::add);
    }
    List<MarkerView> mattering = found.stream().filter(m -> !onVisits(m).isEmpty()).toList();
    for (MarkerView marker : mattering) {
      auditTrail.recordReadOf(
          "visitPrecautions",
          "Marker",
          marker.id().value(),
          marker.customerId() == null ? null : marker.customerId().value());
    }
    return new Answer(clock.instant(), customer != null, told(mattering));
  }

  /** One marker, for whoever has just read it. */
  public Told of(MarkerView marker) {
    return told(List.of(marker), marker.precautions()).getFirst();
  }

  private List<Told> told(List<MarkerView> markers) {
    return told(markers, null);
  }

  private List<Told> told(List<MarkerView> markers, @Nullable Set<Precaution> all) {
    if (markers.isEmpty()) {
      return List.of();
    }
    Set<UUID> acknowledged = acknowledged(markers);
    Map<UUID, OfficerView> toRing = toRing(markers);
    Map<ServiceAreaCode, ServiceAreaView> areas =
        serviceAreas.named(markers.stream().map(MarkerView::leadService).distinct().toList());
    return markers.stream()
        .map(
            marker -> {
              OfficerView officer = toRing.get(marker.id().value());
              ServiceAreaView area = areas.get(marker.leadService());
              String telephone =
                  officer != null && officer.telephone() != null
                      ? officer.telephone()
                      : area == null ? null : area.telephone();
              return new Told(
                  marker,
                  all == null ? onVisits(marker) : all,
                  acknowledged.contains(marker.id().value()),
                  officer != null ? officer.name() : area == null ? null : area.name(),
                  telephone);
            })
        .toList();
  }

  private Set<UUID> acknowledged(Collection<MarkerView> markers) {
    Map<UUID, Integer> versions =
        markers.stream()
            .collect(
                Collectors.toMap(m -> m.id().value(), MarkerView::version, (one, other) -> one));
    return dsl
        .selectFrom(MARKER_ACKNOWLEDGEMENT)
        .where(MARKER_ACKNOWLEDGEMENT.MARKER_ID.in(versions.keySet()))
        .and(MARKER_ACKNOWLEDGEMENT.ACTOR.eq(currentActor.get().id().value()))
        .fetch()
        .stream()
        .filter(row -> row.getMarkerVersion().equals(versions.get(row.getMarkerId())))
        .map(row -> row.getMarkerId())
        .collect(Collectors.toSet());
  }

  /** For each marker who placed it, or who answers for them today. */
  private Map<UUID, OfficerView> toRing(List<MarkerView> markers) {
    LocalDate today = MarkerDuties.today(clock.instant());
    Map<ActorId, OfficerView> placers =
        officers.actingAs(markers.stream().map(MarkerView::placedBy).distinct().toList());
    Map<OfficerId, OfficerView> answering =
        placers.isEmpty()
            ? Map.of()
            : officers.whoAnswers(placers.values().stream().map(OfficerView::id).toList(), today);
    var each = new HashMap<UUID, OfficerView>();
    for (MarkerView marker : markers) {
      OfficerView placer = placers.get(marker.placedBy());
      OfficerView answers = placer == null ? null : answering.get(placer.id());
      if (answers != null) {
        each.put(marker.id().value(), answers);
      }
    }
    return each;
  }

  private static Set<Precaution> onVisits(MarkerView marker) {
    return marker.precautions().stream()
        .filter(p -> p.channels().contains(Channel.HOME_VISIT))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Precaution.class)));
  }

  private static ContactQuestion.Identity at(ContactQuestion.Identity identity, String uprn) {
    return new ContactQuestion.Identity(
        identity.reference(),
        identity.telephone(),
        identity.email(),
        identity.name(),
        identity.dateOfBirth(),
        identity.addressLine(),
        identity.postcode(),
        uprn);
  }

  private static @Nullable String uprn(ContactQuestion.Identity identity) {
    return Optional.ofNullable(identity.uprn()).flatMap(IdentifierForm::uprn).orElse(null);
  }

  private static @Nullable String address(ContactQuestion.Identity identity) {
    String line = identity.addressLine();
    String postcode = identity.postcode();
    return line == null || postcode == null
        ? null
        : IdentifierForm.address(line, postcode).orElse(null);
  }

  private static ContactQuestion visit(ContactQuestion.Identity identity) {
    return new ContactQuestion(
        identity,
        Channel.HOME_VISIT,
        Direction.OUT,
        null,
        null,
        null,
        null,
        PlaceKind.CUSTOMER_HOME,
        null,
        null,
        null,
        null,
        null,
        false,
        new LinkedHashMap<>(),
        false,
        false,
        false);
  }
}
