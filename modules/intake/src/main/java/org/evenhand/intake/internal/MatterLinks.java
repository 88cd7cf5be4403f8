package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.MATTER_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactReweighed;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.LinkedKind;
import org.evenhand.intake.LinkingMatters;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterLinkView;
import org.evenhand.intake.MatterView;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MatterLinks implements LinkingMatters {

  /** Something that may be linked, and whose it is; nobody's while that is not known. */
  private record Thing(@Nullable CustomerId customer) {}

  private final StoredMatterLinks stored;
  private final StoredContacts contacts;
  private final MatterBook matters;
  private final ConcernReading concerns;
  private final IncidentReading incidents;
  private final MergeReading merges;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  MatterLinks(
      StoredMatterLinks stored,
      StoredContacts contacts,
      MatterBook matters,
      ConcernReading concerns,
      IncidentReading incidents,
      MergeReading merges,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.contacts = contacts;
    this.matters = matters;
    this.concerns = concerns;
    this.incidents = incidents;
    this.merges = merges;
    this.sql = sql;
    this.events = events;
  }

  @Override
  @Transactional
  public Outcome<MatterLinkView> link(LinkToMake command, Actor actor, Instant now) {
    Optional<MatterView> matter = matter(command.matterId(), actor);
    Optional<Thing> thing = thing(command, matter, actor);
    var checked = found(matter, thing);
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    Optional<Contact> contact = contact(command);
    UUID before = contact.map(Contact::matter).orElse(null);
    checked
        .refuse(
            before != null && !before.equals(command.matterId().value()),
            Refusal.at("CONTACT_HAS_MATTER", "linked"))
        .refuse(
            command.matterId().value().equals(before) || present(command).isPresent(),
            Refusal.at("LINKED_ALREADY", "linked"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    MatterLink made =
        stored.save(
            new MatterLink(
                Ids.next(),
                null,
                command.matterId().value(),
                command.kind(),
                command.linked(),
                now,
                actor.id().value(),
                null,
                null,
                null));
    contact.ifPresent(c -> about(c, command.matterId().value(), actor, now));
    return Outcome.done(find(made.id()));
  }

  @Override
  @Transactional
  public Outcome<MatterLinkView> unlink(
      LinkToMake command, String reason, Actor actor, Instant now) {
    Optional<MatterView> matter = matter(command.matterId(), actor);
    Optional<Thing> thing = thing(command, matter, actor);
    var checked = found(matter, thing).needed(reason, Checked.ACCOUNT, "reason");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    Optional<MatterLink> link = present(command);
    Optional<Contact> contact =
        contact(command).filter(c -> command.matterId().value().equals(c.matter()));
    if (link.isEmpty() && contact.isEmpty()) {
      return Outcome.refused(Refusal.at("NOT_LINKED", "linked"));
    }
    MatterLink undone =
        link.orElseGet(
                () ->
                    new MatterLink(
                        Ids.next(),
                        null,
                        command.matterId().value(),
                        command.kind(),
                        command.linked(),
                        contact.map(Contact::loggedAt).orElse(now),
                        contact.map(Contact::loggedBy).orElse(actor.id().value()),
                        null,
                        null,
                        null))
            .undone(reason.strip(), actor.id().value(), now);
    MatterLink saved = stored.save(undone);
    contact.ifPresent(c -> about(c, null, actor, now));
    return Outcome.done(find(saved.id()));
  }

  private void about(Contact contact, @Nullable UUID matter, Actor actor, Instant now) {
    contacts.save(contact.about(matter));
    events.publishEvent(
        new ContactReweighed(
            new CustomerId(contact.customer()),
            List.of(new ContactId(contact.id())),
            now,
            actor.id()));
  }

  private Optional<MatterView> matter(MatterId id, Actor actor) {
    Sight sight = Sight.of(actor);
    return matters
        .find(id)
        .filter(m -> sight.all() || sight.areas().contains(m.serviceArea().value()));
  }

  private Optional<MatterLink> present(LinkToMake command) {
    return stored.findByMatterAndLinkedAndUnlinkedAtIsNull(
        command.matterId().value(), command.linked());
  }

  private Optional<Contact> contact(LinkToMake command) {
    return command.kind() == LinkedKind.CONTACT
        ? contacts.findById(command.linked())
        : Optional.empty();
  }

  private Checked found(Optional<MatterView> matter, Optional<Thing> thing) {
    var checked =
        new Checked()
            .refuse(matter.isEmpty(), Refusal.notFound("Matter", "matter"))
            .refuse(thing.isEmpty(), Refusal.notFound("Node", "linked"));
    if (matter.isPresent() && thing.isPresent()) {
      CustomerId whose = thing.get().customer();
      checked
          .refuse(whose == null, Refusal.at("CUSTOMER_NOT_IDENTIFIED", "linked"))
          .refuse(
              whose != null && !merges.records(whose).contains(matter.get().customerId()),
              Refusal.at("LINK_TO_ANOTHER_CUSTOMER", "linked"));
    }
    return checked;
  }

  private Optional<Thing> thing(LinkToMake command, Optional<MatterView> matter, Actor actor) {
    Sight sight = Sight.of(actor);
    return switch (command.kind()) {
      case CONTACT ->
          contacts
              .findById(command.linked())
              .filter(c -> sight.dealing(Rows.area(c.serviceArea()), new ActorId(c.loggedBy())))
              .map(c -> new Thing(new CustomerId(c.customer())));
      case CONCERN ->
          concerns
              .find(new ConcernId(command.linked()))
              .filter(c -> ConcernDesk.maySee(c, actor))
              .map(c -> new Thing(c.customerId()));
      case INCIDENT ->
          incidents.find(List.of(new IncidentId(command.linked()))).stream()
              .filter(
                  i ->
                      concerns
                          .find(i.concernId())
                          .filter(c -> ConcernDesk.maySee(c, actor))
                          .isPresent())
              .map(i -> new Thing(i.customerId()))
              .findFirst();
      case CONSIDERATION -> matter.map(m -> new Thing(m.customerId()));
    };
  }

  @Override
  public List<MatterLinkView> of(Collection<MatterId> ids) {
    return ids.isEmpty()
        ? List.of()
        : where(
            MATTER_LINK
                .MATTER
                .eq(DSL.any(ids.stream().map(MatterId::value).distinct().toArray(UUID[]::new)))
                .and(MATTER_LINK.UNLINKED_AT.isNull()));
  }

  @Override
  public List<MatterLinkView> to(LinkedKind kind, Collection<UUID> linked) {
    return linked.isEmpty()
        ? List.of()
        : where(
            MATTER_LINK
                .LINKED
                .eq(DSL.any(linked.stream().distinct().toArray(UUID[]::new)))
                .and(MATTER_LINK.LINKED_TYPE.eq(kind.name()))
                .and(MATTER_LINK.UNLINKED_AT.isNull()));
  }

  @Override
  public MatterLinkView find(UUID id) {
    return where(MATTER_LINK.ID.eq(id)).getFirst();
  }

  private List<MatterLinkView> where(Condition which) {
    return sql.selectFrom(MATTER_LINK)
        .where(which)
        .orderBy(MATTER_LINK.ID)
        .fetch(MatterLinks::view);
  }

  private static MatterLinkView view(Record r) {
    return new MatterLinkView(
        r.get(MATTER_LINK.ID),
        new MatterId(r.get(MATTER_LINK.MATTER)),
        LinkedKind.valueOf(r.get(MATTER_LINK.LINKED_TYPE)),
        r.get(MATTER_LINK.LINKED),
        r.get(MATTER_LINK.LINKED_AT).toInstant(),
        new ActorId(r.get(MATTER_LINK.LINKED_BY)),
        Rows.instant(r.get(MATTER_LINK.UNLINKED_AT)),
        Rows.actor(r.get(MATTER_LINK.UNLINKED_BY)),
        r.get(MATTER_LINK.UNLINK_REASON));
  }
}
