package org.evenhand.foundation.internal.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.ActingAppointmentId;
import org.evenhand.foundation.ActingAppointments;
import org.evenhand.foundation.AssignmentId;
import org.evenhand.foundation.AssignmentView;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaId;
import org.evenhand.foundation.ServiceAreas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Places and people by their ids, for those who may also list them. */
@Configuration(proxyBeanMethods = false)
class PlacesAndPeopleNodes {

  /** The GraphQL type of the persons whom read entries are about. */
  static final String PERSON = "Customer";

  private static final Set<Role> EVERYBODY = Set.of(Role.values());
  private static final Set<Role> STAFF_AND_PROVIDERS =
      Set.of(
          Role.OFFICER,
          Role.HEAD_OF_SERVICE,
          Role.HEAD_OF_CUSTOMER_SERVICES,
          Role.CMT_MEMBER,
          Role.MONITORING_OFFICER,
          Role.DATA_PROTECTION_OFFICER,
          Role.LEGAL,
          Role.AUDITOR,
          Role.CONTRACTOR);
  private static final Set<Role> STAFF =
      Set.of(
          Role.OFFICER,
          Role.HEAD_OF_SERVICE,
          Role.HEAD_OF_CUSTOMER_SERVICES,
          Role.CMT_MEMBER,
          Role.MONITORING_OFFICER,
          Role.DATA_PROTECTION_OFFICER,
          Role.LEGAL,
          Role.AUDITOR);

  private record Nodes(
      String type, Set<Role> readers, CurrentActor currentActor, Function<UUID, Optional<?>> finder)
      implements NodeSource {
    @Override
    public Optional<?> find(UUID id) {
      return currentActor.get().holdsAny(readers.toArray(Role[]::new))
          ? finder.apply(id)
          : Optional.empty();
    }
  }

  @Bean
  NodeSource serviceAreaNodes(ServiceAreas areas, CurrentActor currentActor) {
    return new Nodes(
        "ServiceArea", EVERYBODY, currentActor, id -> areas.find(new ServiceAreaId(id)));
  }

  @Bean
  NodeSource buildingNodes(Buildings buildings, CurrentActor currentActor) {
    return new Nodes("Building", EVERYBODY, currentActor, id -> buildings.find(new BuildingId(id)));
  }

  @Bean
  NodeSource officerNodes(Officers officers, CurrentActor currentActor) {
    return new Nodes(
        "Officer", STAFF_AND_PROVIDERS, currentActor, id -> officers.find(new OfficerId(id)));
  }

  @Bean
  NodeSource assignmentNodes(
      Assignments assignments, CurrentActor currentActor, AuditTrail auditTrail) {
    return new Nodes(
        "Assignment",
        STAFF,
        currentActor,
        id -> {
          Optional<AssignmentView> found = assignments.find(new AssignmentId(id));
          auditTrail.recordRead("node", "Assignment", persons(found.stream().toList()));
          return found;
        });
  }

  @Bean
  NodeSource actingAppointmentNodes(ActingAppointments appointments, CurrentActor currentActor) {
    return new Nodes(
        "ActingAppointment",
        STAFF,
        currentActor,
        id -> appointments.find(new ActingAppointmentId(id)));
  }

  /** The customers whom assignments are for. */
  static List<UUID> persons(List<AssignmentView> assignments) {
    return assignments.stream()
        .map(AssignmentView::subject)
        .filter(Objects::nonNull)
        .filter(subject -> subject.type().equals(PERSON))
        .map(GlobalId::id)
        .toList();
  }
}
