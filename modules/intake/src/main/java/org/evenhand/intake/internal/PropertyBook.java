package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.PropertyId;
import org.evenhand.intake.PropertyView;
import org.evenhand.intake.VisitedProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PropertyBook implements VisitedProperties {

  private final StoredProperties stored;

  PropertyBook(StoredProperties stored) {
    this.stored = stored;
  }

  @Override
  @Transactional
  public Outcome<PropertyView> record(PropertyToRecord command, Actor actor, Instant now) {
    PropertyId existing = command.id();
    Optional<VisitedProperty> before =
        existing == null ? Optional.empty() : stored.findById(existing.value());
    if (existing != null && before.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Property", "id"));
    }
    Optional<String> uprn = IdentifierForm.uprn(command.uprn());
    Optional<String> postcode = IdentifierForm.postcode(command.postcode());
    var checked =
        new Checked()
            .refuse(
                uprn.isEmpty(), Refusal.at("IDENTIFIER_ILL_FORMED", Map.of("kind", "UPRN"), "uprn"))
            .refuse(
                postcode.isEmpty(),
                Refusal.at("IDENTIFIER_ILL_FORMED", Map.of("kind", "ADDRESS"), "postcode"))
            .needed(command.addressLine(), Checked.LINE, "addressLine")
            .bounded(command.accessNote(), Checked.LINE, "accessNote");
    before.ifPresentOrElse(
        b ->
            checked
                .refuse(
                    command.expectedVersion() == null,
                    Refusal.at("VERSION_MISSING", "expectedVersion"))
                .refuse(
                    Acts.stale(command.expectedVersion(), b.version() == null ? 0 : b.version()))
                .refuse(
                    uprn.isPresent() && !uprn.get().equals(b.uprn()),
                    Refusal.at("PROPERTY_NUMBER_STAYS", "uprn")),
        () ->
            checked.refuse(
                uprn.flatMap(stored::findByUprn).isPresent(),
                Refusal.at("PROPERTY_ON_RECORD", "uprn")));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    return Outcome.done(
        view(
            stored.save(
                new VisitedProperty(
                    before.map(VisitedProperty::id).orElseGet(() -> PropertyId.next().value()),
                    before.map(VisitedProperty::version).orElse(null),
                    uprn.orElseThrow(),
                    command.addressLine().strip(),
                    postcode.orElseThrow(),
                    Checked.tidy(command.accessNote()),
                    before
                        .map(VisitedProperty::recordedOn)
                        .orElseGet(() -> now.atZone(WorkingDays.LONDON).toLocalDate())))));
  }

  @Override
  public Optional<PropertyView> find(PropertyId id) {
    return stored.findById(id.value()).map(PropertyBook::view);
  }

  @Override
  public List<PropertyView> find(Collection<PropertyId> ids) {
    return ids.isEmpty()
        ? List.of()
        : StreamSupport.stream(
                stored.findAllById(ids.stream().map(PropertyId::value).toList()).spliterator(),
                false)
            .map(PropertyBook::view)
            .toList();
  }

  @Override
  public Optional<PropertyView> byUprn(String uprn) {
    return IdentifierForm.uprn(uprn).flatMap(stored::findByUprn).map(PropertyBook::view);
  }

  private static PropertyView view(VisitedProperty p) {
    return new PropertyView(
        new PropertyId(p.id()),
        p.version() == null ? 0 : p.version(),
        p.uprn(),
        p.addressLine(),
        p.postcode(),
        p.accessNote(),
        p.recordedOn());
  }
}
