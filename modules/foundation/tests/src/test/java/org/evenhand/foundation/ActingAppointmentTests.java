package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Standing in for a post, from each seat: T6, T11, F15. */
class ActingAppointmentTests extends FoundationModuleTest {

  private static final String APPOINT =
      """
      mutation ($input: ActingAppointmentRecordInput!) {
        actingAppointmentRecord(input: $input) {
          actingAppointment { id version post inForce officer { actor } serviceAreas { code } }
          refusals { code message path ... on AuthorityRefusal { whoMay } }
        }
      }
      """;

  private static final String BUILDING =
      """
      mutation ($input: BuildingRecordInput!) {
        buildingRecord(input: $input) { building { id code } refusals { code } }
      }
      """;

  private String area() {
    String code = fresh("area");
    ask(
            As.headOfCustomerServices(),
            """
            mutation ($code: String!) {
              serviceAreaRecord(input: {code: $code, name: "An area"}) { refusals { code } }
            }
            """,
            "code",
            code)
        .path("serviceAreaRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
    return code;
  }

  private String officer(String actor) {
    return ask(
            As.headOfCustomerServices(),
            """
            mutation ($actor: String!) {
              officerRecord(input: {actor: $actor, name: "Olive Officer", post: "Adviser"}) {
                officer { id }
              }
            }
            """,
            "actor",
            actor)
        .path("officerRecord.officer.id")
        .entity(String.class)
        .get();
  }

  private static Map<String, Object> input(
      String officer, Role post, List<String> areas, LocalDate first, LocalDate last) {
    return Map.of(
        "officer",
        officer,
        "post",
        post.name(),
        "serviceAreas",
        areas,
        "cause",
        "AWAY",
        "firstDay",
        first.toString(),
        "lastDay",
        last.toString(),
        "reason",
        "Knows the service well");
  }

  private GraphQlTester.Response appoint(
      As who, String officer, Role post, List<String> areas, LocalDate first, LocalDate last) {
    return ask(who, APPOINT, "input", input(officer, post, areas, first, last));
  }

  private static List<String> codes(GraphQlTester.Response response, String mutation) {
    return response.path(mutation + ".refusals[*].code").entityList(String.class).get();
  }

  private static As seat(String actor) {
    return As.person(actor, "Olive Officer", "OFFICER");
  }

  private GraphQlTester.Response record(As who, String area) {
    return ask(
        who,
        BUILDING,
        "input",
        Map.of("code", fresh("hall"), "name", "Hall", "address", "1 Street", "serviceArea", area));
  }

  private static void isForbidden(GraphQlTester.Response response) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(WorkingDays.LONDON).toInstant();
  }

  @Test
  @DisplayName(
      "T11: whoever stands in may do what the post may, in the areas named, between the days")
  void mayDoWhatThePostMayInTheAreasNamedBetweenTheDays() {
    String mine = area();
    String other = area();
    String actor = fresh("olive");
    String officer = officer(actor);
    LocalDate first = TODAY.plusDays(1);
    LocalDate last = TODAY.plusDays(3);

    isForbidden(record(seat(actor), mine));
    appoint(As.headOfCustomerServices(), officer, Role.HEAD_OF_SERVICE, List.of(mine), first, last)
        .path("actingAppointmentRecord.actingAppointment.inForce")
        .entity(Boolean.class)
        .isEqualTo(false);
    isForbidden(record(seat(actor), mine));

    clock.set(noon(first));
    record(seat(actor), mine).path("buildingRecord.building.id").hasValue();
    assertThat(codes(record(seat(actor), other), "buildingRecord"))
        .containsExactly("NOT_YOUR_SERVICE_AREA");
    var viewer = ask(seat(actor), "{ viewer { roles can acting { post serviceAreas { code } } } }");
    viewer.path("viewer.roles").entityList(String.class).containsExactly("OFFICER");
    viewer
        .path("viewer.can")
        .entityList(String.class)
        .contains("buildingRecord")
        .doesNotContain("serviceAreaRecord", "actingAppointmentRecord");
    viewer.path("viewer.acting[0].post").entity(String.class).isEqualTo("HEAD_OF_SERVICE");
    viewer.path("viewer.acting[0].serviceAreas[0].code").entity(String.class).isEqualTo(mine);

    clock.set(noon(last));
    record(seat(actor), mine).path("buildingRecord.building.id").hasValue();
    clock.set(noon(last.plusDays(1)));
    isForbidden(record(seat(actor), mine));
  }

  @Test
  @DisplayName("T11: an appointment that is ended counts no longer, at once")
  void endsAtOnce() {
    String area = area();
    String actor = fresh("olive");
    var made =
        appoint(
            As.headOfCustomerServices(),
            officer(actor),
            Role.HEAD_OF_SERVICE,
            List.of(area),
            TODAY,
            TODAY.plusDays(10));
    String id =
        made.path("actingAppointmentRecord.actingAppointment.id").entity(String.class).get();
    record(seat(actor), area).path("buildingRecord.building.id").hasValue();

    String end =
        """
        mutation ($id: ID!) {
          actingAppointmentEnd(input: {id: $id, expectedVersion: 0}) {
            actingAppointment { version endedAt inForce }
            refusals { code }
          }
        }
        """;
    ask(As.cmtMember(), end, "id", id)
        .path("actingAppointmentEnd.actingAppointment.endedAt")
        .entity(String.class)
        .isEqualTo("2026-11-23T09:00:00.000Z");
    isForbidden(record(seat(actor), area));
    assertThat(codes(ask(As.cmtMember(), end, "id", id), "actingAppointmentEnd"))
        .containsExactly("STALE", "ALREADY_ENDED");
  }

  @Test
  @DisplayName("F15: nobody appoints themselves")
  void refusesToAppointOneself() {
    String officer = officer(fresh("hofcs"));
    String actor =
        ask(
                As.headOfCustomerServices(),
                "query ($id: ID!) { node(id: $id) { ... on Officer { actor } } }",
                "id",
                officer)
            .path("node.actor")
            .entity(String.class)
            .get();
    As self = As.person(actor, "Helen Customer", "HEAD_OF_CUSTOMER_SERVICES");

    assertThat(
            codes(
                appoint(
                    self, officer, Role.HEAD_OF_SERVICE, List.of(area()), TODAY, TODAY.plusDays(1)),
                "actingAppointmentRecord"))
        .containsExactly("APPOINTS_ONESELF");
  }

  @Test
  @DisplayName(
      "F15: only the Corporate Management Team appoints to its own seats and to the monitor's")
  void refusesAPostThatIsNotOnesToGive() {
    var refused =
        appoint(
            As.headOfCustomerServices(),
            officer(fresh("olive")),
            Role.CMT_MEMBER,
            List.of(),
            TODAY,
            TODAY.plusDays(1));
    refused
        .path("actingAppointmentRecord.refusals[0].code")
        .entity(String.class)
        .isEqualTo("NOT_YOURS_TO_APPOINT");
    refused
        .path("actingAppointmentRecord.refusals[0].whoMay")
        .entityList(String.class)
        .containsExactly("CMT_MEMBER");
    appoint(
            As.cmtMember(),
            officer(fresh("olive")),
            Role.CMT_MEMBER,
            List.of(),
            TODAY,
            TODAY.plusDays(1))
        .path("actingAppointmentRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
    for (Role post : List.of(Role.AUDITOR, Role.OFFICER, Role.INTEGRATOR)) {
      assertThat(
              codes(
                  appoint(
                      As.cmtMember(),
                      officer(fresh("olive")),
                      post,
                      List.of(),
                      TODAY,
                      TODAY.plusDays(1)),
                  "actingAppointmentRecord"))
          .containsExactly("POST_CANNOT_BE_ACTED_IN");
    }
  }

  @Test
  @DisplayName("F15: whoever only acts in a post does not pass it on")
  void refusesToPassOnAPostThatIsOnlyActedIn() {
    String actor = fresh("olive");
    appoint(
            As.cmtMember(),
            officer(actor),
            Role.HEAD_OF_CUSTOMER_SERVICES,
            List.of(),
            TODAY,
            TODAY.plusDays(5))
        .path("actingAppointmentRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);

    assertThat(
            codes(
                appoint(
                    seat(actor),
                    officer(fresh("otto")),
                    Role.HEAD_OF_CUSTOMER_SERVICES,
                    List.of(),
                    TODAY,
                    TODAY.plusDays(5)),
                "actingAppointmentRecord"))
        .containsExactly("POST_ONLY_ACTED_IN");
    appoint(
            seat(actor),
            officer(fresh("otto")),
            Role.HEAD_OF_SERVICE,
            List.of(area()),
            TODAY,
            TODAY.plusDays(5))
        .path("actingAppointmentRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
  }

  @Test
  @DisplayName(
      "T11: areas, days and reason are asked for, and the same post is not given twice at a time")
  void refusesWhatIsMissingOrOutOfOrder() {
    String officer = officer(fresh("olive"));
    String area = area();
    As hofcs = As.headOfCustomerServices();

    assertThat(
            codes(
                appoint(
                    hofcs,
                    officer,
                    Role.HEAD_OF_SERVICE,
                    List.of(),
                    TODAY.minusDays(1),
                    TODAY.minusDays(2)),
                "actingAppointmentRecord"))
        .containsExactly("DAYS_REVERSED", "DAY_IN_THE_PAST", "SERVICE_AREAS_MISSING");
    assertThat(
            codes(
                appoint(
                    hofcs,
                    officer,
                    Role.HEAD_OF_CUSTOMER_SERVICES,
                    List.of(area, "No Code"),
                    TODAY,
                    TODAY),
                "actingAppointmentRecord"))
        .containsExactly("SERVICE_AREAS_OUT_OF_PLACE", "SERVICE_AREA_UNKNOWN");
    appoint(hofcs, officer, Role.HEAD_OF_SERVICE, List.of(area), TODAY, TODAY.plusDays(2))
        .path("actingAppointmentRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
    assertThat(
            codes(
                appoint(
                    hofcs,
                    officer,
                    Role.HEAD_OF_SERVICE,
                    List.of(area(), area),
                    TODAY.plusDays(2),
                    TODAY.plusDays(4)),
                "actingAppointmentRecord"))
        .containsExactly("ALREADY_ACTING");
    appoint(
            hofcs,
            officer,
            Role.HEAD_OF_SERVICE,
            List.of(area),
            TODAY.plusDays(3),
            TODAY.plusDays(4))
        .path("actingAppointmentRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
    assertThat(
            codes(
                appoint(hofcs, "no id", Role.HEAD_OF_SERVICE, List.of(area), TODAY, TODAY),
                "actingAppointmentRecord"))
        .containsExactly("NOT_FOUND");
  }

  @Test
  @DisplayName(
      "F15: officers, heads of service and everybody else outside the two posts are FORBIDDEN")
  void isForbiddenToEverybodyElse() {
    String officer = officer(fresh("olive"));
    String area = area();
    As.everyRole()
        .filter(who -> !who.equals(As.headOfCustomerServices()) && !who.equals(As.cmtMember()))
        .forEach(
            who ->
                isForbidden(
                    appoint(who, officer, Role.HEAD_OF_SERVICE, List.of(area), TODAY, TODAY)));
  }
}
