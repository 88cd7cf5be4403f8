package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.rules.Availability;
import org.evenhand.rules.CarveOut;
import org.evenhand.rules.CarveOutStrength;
import org.evenhand.rules.Directory;
import org.evenhand.rules.DirectoryEntry;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.evenhand.spi.Words;
import org.jspecify.annotations.Nullable;

/**
 * Officers, buildings, service areas and policies as of the last change, kept in memory by each
 * node and resolved as of the moment of a check (T14).
 *
 * <p>References are resolved by these identifiers: an officer and a building by their UUID, a zone
 * by {@code <building>/<code>}, a service area by its code, and an endpoint by {@code
 * service-area/<code>/telephone} or {@code officer/<uuid>/email}; {@code text} is the third kind.
 */
final class DeskDirectory implements Directory {

  /** The kinds of row. */
  static final String OFFICER = "OFFICER";

  static final String BUILDING = "BUILDING";
  static final String SERVICE_AREA = "SERVICE_AREA";
  static final String POLICY = "POLICY";

  /** What an endpoint is for; text messages go to the telephone number. */
  private static final Map<String, Channel> ENDPOINTS =
      Map.of("telephone", Channel.PHONE, "text", Channel.TEXT_MESSAGE, "email", Channel.EMAIL);

  /** One row as it is stored. */
  record Row(String kind, String id, String content) {}

  record Days(LocalDate first, LocalDate last) {
    boolean include(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  record Officer(
      UUID id,
      String actor,
      String name,
      @Nullable String telephone,
      @Nullable String email,
      @Nullable String serviceArea,
      List<Days> away,
      @Nullable LocalDate leftOn) {

    static Officer of(OfficerView view) {
      return new Officer(
          view.id().value(),
          view.actor().value(),
          view.name(),
          view.telephone(),
          view.email(),
          view.serviceArea() == null ? null : view.serviceArea().value(),
          view.absences().stream().map(a -> new Days(a.firstDay(), a.lastDay())).toList(),
          view.leftOn());
    }
  }

  record Zone(String code, String name, boolean commonPartOfHomes) {}

  record Building(
      UUID id,
      String code,
      String name,
      String address,
      @Nullable String serviceArea,
      boolean tenantHomes,
      boolean pollingPlace,
      boolean publicMeetings,
      List<Zone> zones,
      List<Days> shut,
      @Nullable LocalDate closedOn) {

    static Building of(BuildingView view) {
      return new Building(
          view.id().value(),
          view.code(),
          view.name(),
          view.address(),
          view.serviceArea() == null ? null : view.serviceArea().value(),
          view.tenantHomes(),
          view.pollingPlace(),
          view.publicMeetings(),
          view.zones().stream()
              .map(z -> new Zone(z.code(), z.name(), z.commonPartOfHomes()))
              .toList(),
          view.closures().stream().map(c -> new Days(c.firstDay(), c.lastDay())).toList(),
          view.closedOn());
    }

    Ref ref() {
      return Ref.building(id);
    }

    Ref zone(Zone zone) {
      return Ref.zone(id + "/" + zone.code());
    }

    boolean closedForGood(LocalDate on) {
      return closedOn != null && !on.isBefore(closedOn);
    }
  }

  record Area(
      String code,
      String name,
      boolean commissioned,
      @Nullable String telephone,
      @Nullable String email,
      @Nullable LocalDate endedOn) {

    static Area of(ServiceAreaView view) {
      return new Area(
          view.code().value(),
          view.name(),
          view.commissioned(),
          view.telephone(),
          view.email(),
          view.endedOn());
    }
  }

  /** What of a policy version the front line needs. */
  record Policy(UUID id, String label, Instant inForceFrom, List<Protected> topics) {
    Policy {
      topics = List.copyOf(topics);
    }
  }

  /**
   * A topic that no rule cuts off (F8).
   *
   * @param channels the doors of its route, the most useful first
   */
  record Protected(
      String topic,
      CarveOutStrength strength,
      List<Channel> channels,
      String contact,
      Texts words) {

    /**
     * The contact's own door first where it is one of the route's: nobody is sent on needlessly.
     */
    CarveOut seenFrom(@Nullable Channel here) {
      var doors = new ArrayList<Channel>(channels);
      if (here != null && doors.remove(here)) {
        doors.addFirst(here);
      }
      return new CarveOut(
          topic,
          strength,
          doors.stream().<Target>map(Target.ToChannel::new).toList(),
          new Words(Texts.none(), words));
    }
  }

  private final long revision;
  private final Predicate<LocalDate> workingDay;
  private final Map<UUID, Officer> officers = new HashMap<>();
  private final Map<String, Officer> byActor = new HashMap<>();
  private final Map<UUID, Building> buildings = new HashMap<>();
  private final Map<String, Area> areas = new HashMap<>();
  private final List<Policy> policies = new ArrayList<>();
  private final Map<UUID, Map<Channel, List<CarveOut>>> carveOuts = new HashMap<>();
  private final Map<UUID, List<CarveOut>> carveOutsAnywhere = new HashMap<>();

  DeskDirectory(long revision, List<Row> rows, Predicate<LocalDate> workingDay) {
    this.revision = revision;
    this.workingDay = workingDay;
    for (Row row : rows) {
      switch (row.kind()) {
        case OFFICER -> {
          Officer officer = StoredForm.read(row.content(), Officer.class);
          officers.put(officer.id(), officer);
          byActor.put(officer.actor(), officer);
        }
        case BUILDING -> {
          Building building = StoredForm.read(row.content(), Building.class);
          buildings.put(building.id(), building);
        }
        case SERVICE_AREA -> {
          Area area = StoredForm.read(row.content(), Area.class);
          areas.put(area.code(), area);
        }
        case POLICY -> policies.add(StoredForm.read(row.content(), Policy.class));
        default -> throw new IllegalStateException("a row of kind " + row.kind());
      }
    }
    policies.sort(java.util.Comparator.comparing(Policy::inForceFrom).reversed());
    for (Policy policy : policies) {
      var byChannel = new EnumMap<Channel, List<CarveOut>>(Channel.class);
      for (Channel channel : Channel.values()) {
        byChannel.put(channel, policy.topics().stream().map(t -> t.seenFrom(channel)).toList());
      }
      carveOuts.put(policy.id(), byChannel);
      carveOutsAnywhere.put(
          policy.id(), policy.topics().stream().map(t -> t.seenFrom(null)).toList());
    }
  }

  long revision() {
    return revision;
  }

  /** The version in force at a moment; null while there is none. */
  @Nullable Policy policyAt(Instant at) {
    for (Policy policy : policies) {
      if (!policy.inForceFrom().isAfter(at)) {
        return policy;
      }
    }
    return null;
  }

  List<CarveOut> carveOuts(@Nullable Policy policy, @Nullable Channel channel) {
    if (policy == null) {
      return List.of();
    }
    List<CarveOut> found =
        channel == null
            ? carveOutsAnywhere.get(policy.id())
            : carveOuts.getOrDefault(policy.id(), Map.of()).get(channel);
    return found == null ? List.of() : found;
  }

  @Nullable Officer officerOf(String actor) {
    return byActor.get(actor);
  }

  @Nullable Building building(UUID id) {
    return buildings.get(id);
  }

  List<Building> buildings() {
    return List.copyOf(buildings.values());
  }

  /** Whether the council has such a thing; what is not the council's is not known here. */
  boolean has(Ref ref) {
    return switch (ref.kind()) {
      case OFFICER -> officer(ref.id()) != null;
      case BUILDING -> building(ref.id()) != null;
      case ZONE -> zoneName(ref.id()) != null;
      case SERVICE_AREA -> areas.containsKey(ref.id());
      case ENDPOINT -> find(ref, Instant.EPOCH) != null;
      case TEAM, MATTER, PARTY -> true;
    };
  }

  @Override
  public @Nullable DirectoryEntry find(Ref ref, Instant at) {
    ZonedDateTime local = at.atZone(WorkingDays.LONDON);
    return switch (ref.kind()) {
      case OFFICER -> {
        Officer officer = officer(ref.id());
        yield officer == null
            ? null
            : new DirectoryEntry(officer.name(), reachAt(officer), null, of(officer, local));
      }
      case BUILDING -> {
        Building building = building(ref.id());
        yield building == null
            ? null
            : new DirectoryEntry(
                building.name(), building.address(), Channel.FACE_TO_FACE, of(building, local));
      }
      case ZONE -> {
        String name = zoneName(ref.id());
        yield name == null ? null : new DirectoryEntry(name, null, null, Availability.NOT_KNOWN);
      }
      case SERVICE_AREA -> {
        Area area = areas.get(ref.id());
        yield area == null
            ? null
            : new DirectoryEntry(
                area.name(),
                area.telephone() == null ? area.email() : area.telephone(),
                null,
                ended(area, local) ? Availability.GONE : inHours(local));
      }
      case ENDPOINT -> endpoint(ref.id(), local);
      case TEAM, MATTER, PARTY -> null;
    };
  }

  private @Nullable DirectoryEntry endpoint(String id, ZonedDateTime local) {
    String[] parts = id.split("/", -1);
    Channel channel = parts.length == 3 ? ENDPOINTS.get(parts[2]) : null;
    if (channel == null) {
      return null;
    }
    boolean written = channel == Channel.EMAIL;
    String name;
    String number;
    Availability availability;
    switch (parts[0]) {
      case "service-area" -> {
        Area area = areas.get(parts[1]);
        if (area == null) {
          return null;
        }
        name = area.name();
        number = written ? area.email() : area.telephone();
        availability = ended(area, local) ? Availability.GONE : inHours(local);
      }
      case "officer" -> {
        Officer officer = officer(parts[1]);
        if (officer == null) {
          return null;
        }
        name = officer.name();
        number = written ? officer.email() : officer.telephone();
        availability = of(officer, local);
      }
      default -> {
        return null;
      }
    }
    return number == null ? null : new DirectoryEntry(name, number, channel, availability);
  }

  private @Nullable Officer officer(String id) {
    UUID uuid = uuid(id);
    return uuid == null ? null : officers.get(uuid);
  }

  private @Nullable Building building(String id) {
    UUID uuid = uuid(id);
    return uuid == null ? null : buildings.get(uuid);
  }

  private @Nullable String zoneName(String id) {
    int slash = id.indexOf('/');
    Building building = slash < 0 ? null : building(id.substring(0, slash));
    if (building == null) {
      return null;
    }
    for (Zone zone : building.zones()) {
      if (zone.code().equals(id.substring(slash + 1))) {
        return building.name() + ", " + zone.name();
      }
    }
    return null;
  }

  private static @Nullable UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String reachAt(Officer officer) {
    return officer.telephone() == null ? officer.email() : officer.telephone();
  }

  private static boolean ended(Area area, ZonedDateTime local) {
    return area.endedOn() != null && !local.toLocalDate().isBefore(area.endedOn());
  }

  private Availability of(Officer officer, ZonedDateTime local) {
    LocalDate today = local.toLocalDate();
    if (officer.leftOn() != null && !today.isBefore(officer.leftOn())) {
      return Availability.GONE;
    }
    return officer.away().stream().anyMatch(days -> days.include(today))
        ? Availability.NOT_NOW
        : inHours(local);
  }

  private Availability of(Building building, ZonedDateTime local) {
    LocalDate today = local.toLocalDate();
    if (building.closedForGood(today)) {
      return Availability.GONE;
    }
    return building.shut().stream().anyMatch(days -> days.include(today))
        ? Availability.NOT_NOW
        : inHours(local);
  }

  private Availability inHours(ZonedDateTime local) {
    return workingDay.test(local.toLocalDate())
            && OpenRouteInput.USUAL_HOURS.contains(local.getDayOfWeek(), local.toLocalTime())
        ? Availability.NOW
        : Availability.NOT_NOW;
  }
}
