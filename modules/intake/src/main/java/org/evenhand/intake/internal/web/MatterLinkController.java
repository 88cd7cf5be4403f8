package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Concerns;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.LinkedKind;
import org.evenhand.intake.LinkingMatters;
import org.evenhand.intake.LinkingMatters.LinkToMake;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterLinkView;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.evenhand.intake.internal.ConcernRouting;
import org.evenhand.intake.internal.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is about a matter, and finding the matter again. */
@Controller
class MatterLinkController {

  private static final Map<String, LinkedKind> KINDS =
      Map.of(
          "Contact", LinkedKind.CONTACT,
          "Concern", LinkedKind.CONCERN,
          "Incident", LinkedKind.INCIDENT);

  private final Matters matters;
  private final LinkingMatters linking;
  private final Concerns concerns;
  private final Incidents incidents;
  private final ConcernRouting routing;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  MatterLinkController(
      Matters matters,
      LinkingMatters linking,
      Concerns concerns,
      Incidents incidents,
      ConcernRouting routing,
      Reader reader,
      Acts acts,
      Clock clock) {
    this.matters = matters;
    this.linking = linking;
    this.concerns = concerns;
    this.incidents = incidents;
    this.routing = routing;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record MatterLinkInput(@Nullable String idempotencyKey, String matter, String linked) {}

  record MatterUnlinkInput(
      @Nullable String idempotencyKey, String matter, String linked, String reason) {}

  record MatterLinkPayload(
      @Nullable MatterLinkView link, List<Refusal> refusals, List<Warning> warnings) {
    static MatterLinkPayload of(Outcome<MatterLinkView> outcome) {
      return new MatterLinkPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @QueryMapping
  List<MatterView> matterByReference(@Argument String system, @Argument String reference) {
    List<MatterView> found = visible(matters.named(system, reference));
    reader.log("matterByReference", "Matter", found.stream().map(MatterView::customerId).toList());
    return found;
  }

  @MutationMapping
  MatterLinkPayload matterLink(@Argument MatterLinkInput input) {
    var refusals = new ArrayList<Refusal>();
    LinkToMake link = link(input.matter(), input.linked(), refusals);
    if (!refusals.isEmpty()) {
      return MatterLinkPayload.of(Outcome.refused(refusals));
    }
    return MatterLinkPayload.of(
        linked("matterLink", input.idempotencyKey(), input)
            .perform(() -> linking.link(link, reader.actor(), clock.instant())));
  }

  @MutationMapping
  MatterLinkPayload matterUnlink(@Argument MatterUnlinkInput input) {
    var refusals = new ArrayList<Refusal>();
    LinkToMake link = link(input.matter(), input.linked(), refusals);
    if (!refusals.isEmpty()) {
      return MatterLinkPayload.of(Outcome.refused(refusals));
    }
    return MatterLinkPayload.of(
        linked("matterUnlink", input.idempotencyKey(), input)
            .perform(() -> linking.unlink(link, input.reason(), reader.actor(), clock.instant())));
  }

  private static LinkToMake link(String matter, String linked, List<Refusal> refusals) {
    Optional<UUID> which = GlobalId.uuid("Matter", matter);
    Optional<GlobalId> thing = GlobalId.parse(linked).filter(id -> KINDS.containsKey(id.type()));
    if (which.isEmpty()) {
      refusals.add(Refusal.notFound("Matter", "matter"));
    }
    if (thing.isEmpty()) {
      refusals.add(Refusal.notFound("Node", "linked"));
    }
    UUID nothing = new UUID(0, 0);
    return new LinkToMake(
        new MatterId(which.orElse(nothing)),
        thing.map(t -> KINDS.get(t.type())).orElse(LinkedKind.CONTACT),
        thing.map(GlobalId::id).orElse(nothing));
  }

  private Acts.ActOn<MatterLinkView> linked(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<MatterLinkView>on("MatterLink", MatterLinkView::id, linking::find)
        .about(l -> matters.find(l.matterId()).map(m -> m.customerId().value()).orElse(null));
  }

  private List<MatterView> visible(List<MatterView> found) {
    Sight sight = reader.sight();
    return found.stream()
        .filter(m -> sight.all() || sight.areas().contains(m.serviceArea().value()))
        .toList();
  }

  @BatchMapping(typeName = "Matter", field = "customer")
  Map<MatterView, CustomerView> matterCustomer(List<MatterView> of) {
    return reader.customersOf(of, MatterView::customerId, "matter.customer");
  }

  @BatchMapping(typeName = "Matter", field = "links")
  Map<MatterView, List<MatterLinkView>> links(List<MatterView> of) {
    Map<MatterId, List<MatterLinkView>> found =
        known(linking.of(of.stream().map(MatterView::id).toList())).stream()
            .collect(Collectors.groupingBy(MatterLinkView::matterId));
    var each = new HashMap<MatterView, List<MatterLinkView>>();
    of.forEach(m -> each.put(m, found.getOrDefault(m.id(), List.of())));
    return each;
  }

  /** Without links to concerns, and their incidents, of which the caller may not know (T20). */
  private List<MatterLinkView> known(List<MatterLinkView> links) {
    Actor actor = reader.actor();
    Map<UUID, ConcernId> behind = new HashMap<>();
    incidents
        .find(linked(links, LinkedKind.INCIDENT).stream().map(IncidentId::new).toList())
        .forEach(i -> behind.put(i.id().value(), i.concernId()));
    linked(links, LinkedKind.CONCERN).forEach(id -> behind.put(id, new ConcernId(id)));
    Set<ConcernId> seen =
        concerns.find(behind.values()).stream()
            .filter(c -> routing.maySee(c, actor))
            .map(ConcernView::id)
            .collect(Collectors.toSet());
    return links.stream()
        .filter(
            l ->
                switch (l.kind()) {
                  case CONCERN, INCIDENT -> seen.contains(behind.get(l.linked()));
                  case CONTACT, CONSIDERATION -> true;
                })
        .toList();
  }

  private static List<UUID> linked(List<MatterLinkView> links, LinkedKind kind) {
    return links.stream().filter(l -> l.kind() == kind).map(MatterLinkView::linked).toList();
  }

  @SchemaMapping(typeName = "MatterLink", field = "id")
  String id(MatterLinkView link) {
    return GlobalId.of("MatterLink", link.id());
  }

  @SchemaMapping(typeName = "MatterLink", field = "linked")
  String linked(MatterLinkView link) {
    String type =
        switch (link.kind()) {
          case CONTACT -> "Contact";
          case CONCERN -> "Concern";
          case INCIDENT -> "Incident";
          case CONSIDERATION -> "Consideration";
        };
    return GlobalId.of(type, link.linked());
  }

  @SchemaMapping(typeName = "MatterLink", field = "linkedBy")
  String linkedBy(MatterLinkView link) {
    return link.linkedBy().value();
  }

  @SchemaMapping(typeName = "MatterLink", field = "unlinkedBy")
  @Nullable String unlinkedBy(MatterLinkView link) {
    return link.unlinkedBy() == null ? null : link.unlinkedBy().value();
  }

  @BatchMapping(typeName = "MatterLink", field = "matter")
  Map<MatterLinkView, MatterView> matter(List<MatterLinkView> of) {
    var each = new HashMap<MatterLinkView, MatterView>();
    Map<MatterId, MatterView> found = byId(of);
    for (MatterLinkView link : of) {
      MatterView matter = found.get(link.matterId());
      if (matter != null) {
        each.put(link, matter);
      }
    }
    return each;
  }

  @BatchMapping(typeName = "Concern", field = "matters")
  Map<ConcernView, List<MatterView>> concernMatters(List<ConcernView> of) {
    return about(LinkedKind.CONCERN, of, c -> c.id().value());
  }

  @BatchMapping(typeName = "Incident", field = "matters")
  Map<IncidentView, List<MatterView>> incidentMatters(List<IncidentView> of) {
    return about(LinkedKind.INCIDENT, of, i -> i.id().value());
  }

  private <T> Map<T, List<MatterView>> about(
      LinkedKind kind, List<T> things, Function<T, UUID> id) {
    List<MatterLinkView> links = linking.to(kind, things.stream().map(id).toList());
    Map<MatterId, MatterView> found = byId(links);
    Map<UUID, List<MatterView>> byThing = new HashMap<>();
    for (MatterLinkView link : links) {
      MatterView matter = found.get(link.matterId());
      if (matter != null) {
        byThing.computeIfAbsent(link.linked(), l -> new ArrayList<>()).add(matter);
      }
    }
    var each = new HashMap<T, List<MatterView>>();
    things.forEach(t -> each.put(t, byThing.getOrDefault(id.apply(t), List.of())));
    return each;
  }

  private Map<MatterId, MatterView> byId(List<MatterLinkView> links) {
    return visible(matters.find(links.stream().map(MatterLinkView::matterId).toList())).stream()
        .collect(Collectors.toMap(MatterView::id, Function.identity()));
  }
}
