package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.CustomerCircumstancesChanged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentityChanged;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerRegistered;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhand.intake.RepresentativeAuthority;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.intake.RepresentativeView;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CustomerRegister implements RegisteringCustomers {

  private static final int MOST_IDENTIFIERS = 50;
  private static final int MOST_MEMBERS = 200;
  private static final int MOST_DUPLICATES = 5;

  private final StoredCustomers customers;
  private final StoredIdentifiers identifiers;
  private final StoredMemberships memberships;
  private final StoredRepresentatives representatives;
  private final CustomerReading reading;
  private final MergeReading merges;
  private final DuplicateSearch duplicates;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  CustomerRegister(
      StoredCustomers customers,
      StoredIdentifiers identifiers,
      StoredMemberships memberships,
      StoredRepresentatives representatives,
      CustomerReading reading,
      MergeReading merges,
      DuplicateSearch duplicates,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.customers = customers;
    this.identifiers = identifiers;
    this.memberships = memberships;
    this.representatives = representatives;
    this.reading = reading;
    this.merges = merges;
    this.duplicates = duplicates;
    this.sql = sql;
    this.events = events;
  }

  private record Key(IdentifierKind kind, String value) {}

  @Override
  @Transactional
  public Outcome<CustomerView> register(CustomerToRegister command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    var keys = new LinkedHashMap<Key, IdentifierGiven>();
    var checked =
        person(command.kind(), command.name(), command.dateOfBirth(), today)
            .bounded(command.preferredLanguage(), Checked.LINE, "preferredLanguage")
            .bounded(command.safeContact(), Checked.ACCOUNT, "safeContact");
    circumstances(checked, command.circumstances(), "circumstances");
    identifiers(checked, command.identifiers(), keys);
    members(checked, command.kind(), null, command.members());
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    String nameKey = IdentifierForm.nameKey(command.name());
    List<Warning> warnings = warnings(keys.keySet(), nameKey, command.dateOfBirth());
    Circumstances c = command.circumstances();
    CustomerId id = CustomerId.next();
    Customer saved =
        customers.save(
            new Customer(
                id.value(),
                null,
                freeReference(),
                command.kind(),
                command.name().strip(),
                nameKey,
                command.dateOfBirth(),
                command.electedMember(),
                c.vulnerable(),
                Checked.tidy(c.vulnerabilityNote()),
                c.capacityInDoubt(),
                Checked.tidy(c.capacityNote()),
                Checked.tidy(command.preferredLanguage()),
                Checked.tidy(command.safeContact()),
                today));
    keys.forEach((key, given) -> identifiers.save(identifier(id, key, given)));
    for (CustomerId member : new LinkedHashSet<>(command.members())) {
      memberships.save(joining(id, member, today));
    }
    events.publishEvent(
        new CustomerRegistered(id, saved.reference(), saved.kind(), now, actor.id()));
    return Outcome.done(reading.find(id).orElseThrow(), warnings);
  }

  @Override
  @Transactional
  public Outcome<CustomerView> amend(CustomerAmendment command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Optional<Customer> found = customers.findById(command.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Customer", "id"));
    }
    Customer before = found.get();
    String name = command.name() == null ? before.name() : command.name().strip();
    LocalDate bornOn = command.dateOfBirth() == null ? before.dateOfBirth() : command.dateOfBirth();
    var keys = new LinkedHashMap<Key, IdentifierGiven>();
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), version(before)))
            .refuse(merges.moved(command.id(), "id"))
            .refuse(person(before.kind(), name, bornOn, today).refusals())
            .bounded(command.preferredLanguage(), Checked.LINE, "preferredLanguage")
            .bounded(command.safeContact(), Checked.ACCOUNT, "safeContact");
    if (command.identifiers() != null) {
      identifiers(checked, command.identifiers(), keys);
    }
    if (command.members() != null) {
      members(checked, before.kind(), command.id(), command.members());
    }
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    customers.save(
        before.amended(
            name,
            IdentifierForm.nameKey(name),
            bornOn,
            command.electedMember() == null ? before.electedMember() : command.electedMember(),
            command.preferredLanguage() == null
                ? before.preferredLanguage()
                : Checked.tidy(command.preferredLanguage()),
            command.safeContact() == null
                ? before.safeContact()
                : Checked.tidy(command.safeContact())));
    if (command.identifiers() != null) {
      replaceIdentifiers(command.id(), keys, today);
    }
    if (command.members() != null) {
      replaceMembers(command.id(), new LinkedHashSet<>(command.members()), today);
    }
    events.publishEvent(new CustomerIdentityChanged(command.id(), now, actor.id()));
    return Outcome.done(
        reading.find(command.id()).orElseThrow(),
        !keys.isEmpty() && keys.keySet().stream().allMatch(k -> k.kind() == IdentifierKind.VEHICLE)
            ? List.of(Warning.of("VEHICLE_PROVES_NOTHING"))
            : List.of());
  }

  @Override
  @Transactional
  public Outcome<CustomerView> recordCircumstances(
      CustomerId id, int expectedVersion, Circumstances circumstances, Actor actor, Instant now) {
    Optional<Customer> found = customers.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Customer", "id"));
    }
    var checked =
        new Checked()
            .refuse(Acts.stale(expectedVersion, version(found.get())))
            .refuse(merges.moved(id, "id"));
    circumstances(checked, circumstances);
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    customers.save(
        found
            .get()
            .under(
                new Circumstances(
                    circumstances.vulnerable(),
                    Checked.tidy(circumstances.vulnerabilityNote()),
                    circumstances.capacityInDoubt(),
                    Checked.tidy(circumstances.capacityNote()))));
    events.publishEvent(new CustomerCircumstancesChanged(id, now, actor.id()));
    return Outcome.done(reading.find(id).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<RepresentativeView> recordRepresentative(
      RepresentativeToRecord command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    LocalDate endsOn = command.endsOn();
    String telephone = Checked.tidy(command.telephone());
    String email = Checked.tidy(command.email());
    var checked =
        new Checked()
            .refuse(
                !customers.existsById(command.customerId().value()),
                Refusal.notFound("Customer", "customer"))
            .refuse(merges.moved(command.customerId(), "customer"))
            .needed(command.name(), Checked.LINE, "name")
            .bounded(command.organisation(), Checked.LINE, "organisation")
            .needed(command.capacity(), Checked.LINE, "capacity")
            .notAfter(command.authoritySeenOn(), today, "authoritySeenOn")
            .refuse(
                command.authority() != RepresentativeAuthority.NONE_SEEN
                    && command.authoritySeenOn() == null,
                Refusal.at("AUTHORITY_SEEN_ON_MISSING", "authoritySeenOn"))
            .refuse(
                endsOn != null && endsOn.isBefore(command.startsOn()),
                Refusal.at("ENDS_BEFORE_START", "endsOn"));
    String e164 = telephone == null ? null : IdentifierForm.telephone(telephone).orElse(null);
    String address = email == null ? null : IdentifierForm.email(email).orElse(null);
    checked
        .refuse(
            telephone != null && e164 == null,
            Refusal.at("IDENTIFIER_ILL_FORMED", Map.of("kind", "TELEPHONE"), "telephone"))
        .refuse(
            email != null && address == null,
            Refusal.at("IDENTIFIER_ILL_FORMED", Map.of("kind", "EMAIL"), "email"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    RepresentativeId id = RepresentativeId.next();
    representatives.save(
        new Representative(
            id.value(),
            null,
            command.customerId().value(),
            command.name().strip(),
            Checked.tidy(command.organisation()),
            command.capacity().strip(),
            command.authority(),
            command.authoritySeenOn(),
            e164,
            address,
            command.startsOn(),
            endsOn));
    return Outcome.done(reading.find(id).orElseThrow());
  }

  private static Checked person(
      CustomerKind kind, @Nullable String name, @Nullable LocalDate bornOn, LocalDate today) {
    return new Checked()
        .needed(name, Checked.LINE, "name")
        .refuse(
            name != null && !name.isBlank() && IdentifierForm.nameKey(name).isEmpty(),
            Refusal.at("NAME_ILL_FORMED", "name"))
        .notAfter(bornOn, today, "dateOfBirth")
        .refuse(
            bornOn != null && (kind == CustomerKind.GROUP || kind == CustomerKind.ORGANISATION),
            Refusal.at("BIRTH_OF_NO_PERSON", "dateOfBirth"));
  }

  private static void circumstances(Checked checked, Circumstances c, String... at) {
    checked
        .bounded(c.vulnerabilityNote(), Checked.ACCOUNT, Checked.in(at, "vulnerabilityNote"))
        .bounded(c.capacityNote(), Checked.ACCOUNT, Checked.in(at, "capacityNote"));
  }

  private static void identifiers(
      Checked checked, List<IdentifierGiven> given, Map<Key, IdentifierGiven> keys) {
    checked.refuse(
        given.size() > MOST_IDENTIFIERS,
        Refusal.at(
            "LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_IDENTIFIERS)), "identifiers"));
    for (int i = 0; i < Math.min(given.size(), MOST_IDENTIFIERS); i++) {
      IdentifierGiven one = given.get(i);
      Optional<String> form =
          one.value().length() > Checked.LINE
              ? Optional.empty()
              : IdentifierForm.of(one.kind(), one.value(), one.postcode());
      checked.refuse(
          form.isEmpty(),
          Refusal.at(
              "IDENTIFIER_ILL_FORMED",
              Map.of("kind", one.kind().name()),
              "identifiers",
              Integer.toString(i),
              "value"));
      form.ifPresent(value -> keys.put(new Key(one.kind(), value), one));
    }
  }

  private void members(
      Checked checked, CustomerKind kind, @Nullable CustomerId group, List<CustomerId> members) {
    checked
        .refuse(
            kind != CustomerKind.GROUP && !members.isEmpty(),
            Refusal.at("MEMBERS_OF_NO_GROUP", "members"))
        .refuse(
            members.size() > MOST_MEMBERS,
            Refusal.at("LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_MEMBERS)), "members"));
    if (checked.refused() || members.isEmpty()) {
      return;
    }
    Map<CustomerId, CustomerView> known = new LinkedHashMap<>();
    reading.find(members).forEach(m -> known.put(m.id(), m));
    for (int i = 0; i < members.size(); i++) {
      CustomerView member = known.get(members.get(i));
      String at = Integer.toString(i);
      checked
          .refuse(member == null, Refusal.notFound("Customer", "members", at))
          .refuse(
              member != null && (member.kind() == CustomerKind.GROUP || member.id().equals(group)),
              Refusal.at("MEMBER_IS_A_GROUP", "members", at));
    }
  }

  /**
   * Others on record with the same identifier, or with the same date of birth and a name that looks
   * alike (T21); and that a vehicle alone tells nobody who this is.
   */
  private List<Warning> warnings(Set<Key> keys, String nameKey, @Nullable LocalDate dateOfBirth) {
    var warnings = new ArrayList<Warning>();
    duplicates
        .find(
            nameKey,
            dateOfBirth,
            keys.stream().map(k -> new DuplicateSearch.Key(k.kind(), k.value())).toList(),
            List.of(),
            MOST_DUPLICATES)
        .stream()
        .filter(c -> !c.agreeing().isEmpty() || c.sameDateOfBirth())
        .forEach(
            c ->
                warnings.add(
                    new Warning(
                        "POSSIBLE_DUPLICATE", Map.of("reference", c.customer().reference()))));
    if (!keys.isEmpty() && keys.stream().allMatch(k -> k.kind() == IdentifierKind.VEHICLE)) {
      warnings.add(Warning.of("VEHICLE_PROVES_NOTHING"));
    }
    return warnings;
  }

  private void replaceIdentifiers(
      CustomerId id, Map<Key, IdentifierGiven> wanted, LocalDate today) {
    var held = new HashSet<Key>();
    var changed = new ArrayList<CustomerIdentifier>();
    for (CustomerIdentifier old : identifiers.findByCustomerAndEndedOnIsNull(id.value())) {
      Key key = new Key(old.kind(), old.value());
      IdentifierGiven given = wanted.get(key);
      if (given == null) {
        changed.add(old.ended(today));
      } else {
        held.add(key);
        if (old.confidence() != given.confidence() || !old.shown().equals(shown(given))) {
          changed.add(old.held(given.confidence(), shown(given)));
        }
      }
    }
    changed.forEach(identifiers::save);
    wanted.forEach(
        (key, given) -> {
          if (!held.contains(key)) {
            identifiers.save(identifier(id, key, given));
          }
        });
  }

  private void replaceMembers(CustomerId group, Set<CustomerId> wanted, LocalDate today) {
    var held = new HashSet<CustomerId>();
    for (GroupMembership old : memberships.findByGroupCustomerAndLeftOnIsNull(group.value())) {
      CustomerId member = new CustomerId(old.member());
      if (wanted.contains(member)) {
        held.add(member);
      } else {
        memberships.save(old.left(today));
      }
    }
    wanted.stream()
        .filter(member -> !held.contains(member))
        .forEach(member -> memberships.save(joining(group, member, today)));
  }

  private String freeReference() {
    String reference = References.draw('C');
    while (sql.fetchExists(CUSTOMER, CUSTOMER.REFERENCE.eq(reference))) {
      reference = References.draw('C');
    }
    return reference;
  }

  private static CustomerIdentifier identifier(CustomerId id, Key key, IdentifierGiven given) {
    return new CustomerIdentifier(
        Ids.next(),
        null,
        id.value(),
        key.kind(),
        key.value(),
        shown(given),
        given.confidence(),
        null);
  }

  private static String shown(IdentifierGiven given) {
    String postcode = given.postcode();
    return given.kind() == IdentifierKind.ADDRESS && postcode != null
        ? given.value().strip() + ", " + IdentifierForm.postcode(postcode).orElseThrow()
        : given.value().strip();
  }

  private static GroupMembership joining(CustomerId group, CustomerId member, LocalDate today) {
    return new GroupMembership(Ids.next(), null, group.value(), member.value(), today, null);
  }

  private static int version(Customer customer) {
    return customer.version() == null ? 0 : customer.version();
  }
}
