package org.evenhand.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.DemonstrationPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A believable council with a past of two years, told once into an empty database of the local
 * profile before anything listens: twelve service areas, forty customers, three hundred incidents,
 * cases in every state. The seed is fixed; every name, number and address is plainly invented.
 */
@Component
@Profile("local")
class DemonstrationCouncil implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCouncil.class);
  private static final long SEED = 20_170_804L;
  private static final int INCIDENTS = 300;
  private static final int DAYS_OF_PAST = 730;

  static final List<String> GIVEN =
      List.of(
          "Avery",
          "Blythe",
          "Corin",
          "Dilys",
          "Emrys",
          "Farah",
          "Gwilym",
          "Hollis",
          "Imani",
          "Jory",
          "Kerensa",
          "Lowri",
          "Merryn",
          "Nadia",
          "Odette",
          "Perran",
          "Quentin",
          "Rosalind",
          "Senara",
          "Tamsin");
  static final List<String> FAMILY =
      List.of("Fable", "Pretend", "Specimen", "Madeup", "Storey", "Inventa", "Sample", "Fictive");
  private static final List<String> STREETS =
      List.of("Imaginary Row", "Nowhere Lane", "Storybook Close", "Pretend Street");

  private record Area(String code, String name, @Nullable String provider) {}

  private static final List<Area> AREAS =
      List.of(
          new Area("housing", "Housing", null),
          new Area("repairs", "Housing repairs", null),
          new Area("leisure", "Leisure centres", "Example Leisure Trust"),
          new Area("waste", "Waste and recycling", null),
          new Area("planning", "Planning", null),
          new Area("council-tax", "Council tax", null),
          new Area("benefits", "Benefits", null),
          new Area("environmental-health", "Environmental health", null),
          new Area("parking", "Parking", null),
          new Area("grounds", "Parks and grounds", "Example Grounds Ltd"),
          new Area("licensing", "Licensing", null),
          new Area("customer-services", "Customer services", null));

  private static final List<String> ALONE =
      List.of(
          "OFFENSIVE_REMARKS", "COVERT_RECORDING", "COOPERATION_WITHHELD", "FALSIFIED_DOCUMENTS");
  private static final List<String> OVER_TIME =
      List.of(
          "DEMANDS_ON_TIME",
          "REPEATED_WITH_VARIATIONS",
          "DECISION_NOT_ACCEPTED",
          "MANY_QUESTIONS",
          "PARALLEL_APPROACHES");
  private static final List<String> CHANNELS =
      List.of("PHONE", "PHONE", "EMAIL", "EMAIL", "FACE_TO_FACE", "LETTER", "WEB_FORM");
  private static final List<String> ACCOUNTS =
      List.of(
          "Raised voice for several minutes; the officer ended the call after two warnings.",
          "Eleven emails to six officers in one day about the same repair.",
          "Called the officer names at the desk and was asked to step outside.",
          "Asked again for the decision of March to be changed; brought nothing new.",
          "Stood in front of the desk until closing time and did not let others by.",
          "Sent a photograph that turned out to be of another building.");

  private final JdbcTemplate jdbc;
  private final DemonstrationDesk desk;
  private final DemonstrationPolicy policy;
  private final DemonstrationCases cases;
  private final LocalClock clock;
  private final WorkingDays workingDays;
  private volatile boolean running;

  DemonstrationCouncil(
      JdbcTemplate jdbc,
      DemonstrationDesk desk,
      DemonstrationPolicy policy,
      DemonstrationCases cases,
      LocalClock clock,
      WorkingDays workingDays) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.policy = policy;
    this.cases = cases;
    this.clock = clock;
    this.workingDays = workingDays;
  }

  /** A customer of the demonstration, with what was told about them. */
  record Told(
      String id, String name, String telephone, String email, String area, String subject) {}

  @Override
  public void start() {
    running = true;
    Integer known =
        jdbc.queryForObject("select count(*) from foundation.service_area", Integer.class);
    if (known != null && known > 0) {
      return;
    }
    LOG.info("Telling the past of the demonstration council; this happens once.");
    try {
      tell();
    } finally {
      clock.backToPresent();
    }
  }

  private void tell() {
    var random = new Random(SEED);
    LocalDate today = LocalDate.ofInstant(clock.today(), WorkingDays.LONDON);
    LocalDate begins = today.minusDays(DAYS_OF_PAST);
    Instant first = at(begins.minusDays(30), 9, 0);
    adoptPolicy(first);
    places(first.plus(1, ChronoUnit.HOURS));
    people(first.plus(2, ChronoUnit.HOURS));
    List<Told> customers = customers(random, first.plus(3, ChronoUnit.HOURS));
    contactsAndIncidents(random, customers, begins, today);
    cases.tell(customers, today);
  }

  private void adoptPolicy(Instant at) {
    clock.travelTo(at);
    LocalPeople.Person head = LocalPeople.byClient("head-of-customer-services");
    var actor =
        new Actor(
            new ActorId(head.client()),
            head.name(),
            Set.of(Role.HEAD_OF_CUSTOMER_SERVICES),
            Set.of(),
            List.of());
    if (policy.adopt(actor, at) instanceof Outcome.Refused<?>(var refusals)) {
      throw new IllegalStateException("the demonstration policy was refused: " + refusals);
    }
  }

  private void places(Instant at) {
    LocalPeople.Person head = LocalPeople.byClient("head-of-customer-services");
    for (Area area : AREAS) {
      var input = new LinkedHashMap<String, Object>();
      input.put("code", area.code());
      input.put("name", area.name());
      input.put("provider", area.provider());
      input.put("contractReference", area.provider() == null ? null : "EX-" + area.code());
      input.put("telephone", "01632 960100");
      input.put("email", area.code() + "@council.example");
      desk.act(head, at, "serviceAreaRecord", input, "serviceArea { id }");
    }
    building(head, at, "civic-centre", "Civic Centre", "1 Imaginary Row", null, false, true, true);
    building(
        head,
        at,
        "tenancy-office",
        "Tenancy Office",
        "5 Nowhere Lane",
        "housing",
        false,
        false,
        false);
    building(
        head,
        at,
        "storybook-baths",
        "Storybook Baths",
        "2 Storybook Close",
        "leisure",
        false,
        false,
        false);
    building(
        head, at, "fable-gym", "Fable Gym", "9 Storybook Close", "leisure", false, false, false);
    building(
        head,
        at,
        "recycling-site",
        "Nowhere Recycling Site",
        "40 Nowhere Lane",
        "waste",
        false,
        false,
        false);
    building(
        head,
        at,
        "central-library",
        "Central Library",
        "3 Imaginary Row",
        "customer-services",
        false,
        true,
        false);
    building(
        head,
        at,
        "pretend-court",
        "Pretend Court",
        "1-80 Pretend Street",
        "housing",
        true,
        false,
        false);
  }

  private void building(
      LocalPeople.Person head,
      Instant at,
      String code,
      String name,
      String address,
      @Nullable String area,
      boolean homes,
      boolean polling,
      boolean meetings) {
    var input = new LinkedHashMap<String, Object>();
    input.put("code", code);
    input.put("name", name);
    input.put("address", address);
    input.put("serviceArea", area);
    input.put("tenantHomes", homes);
    input.put("pollingPlace", polling);
    input.put("publicMeetings", meetings);
    desk.act(head, at, "buildingRecord", input, "building { id }");
  }

  private void people(Instant at) {
    LocalPeople.Person head = LocalPeople.byClient("head-of-customer-services");
    String deputy =
        officer(head, at, "deputy-officer", "Dora Example", "Customer liaison deputy", null);
    officer(head, at, "officer", "Olive Example", "Customer liaison officer", deputy);
    officer(head, at, "head-of-service", "Hari Example", "Head of Housing", null);
    officer(head, at, "head-of-service-leisure", "Lena Example", "Head of Leisure", null);
    officer(head, at, "legal", "Lex Example", "Solicitor", null);
    String director = officer(head, at, "cmt-member", "Cato Example", "Director", null);
    var onTheTeam = new LinkedHashMap<String, Object>();
    onTheTeam.put("officer", director);
    onTheTeam.put("kind", "CORPORATE_MANAGEMENT_TEAM");
    onTheTeam.put("firstDay", LocalDate.ofInstant(at, WorkingDays.LONDON).toString());
    desk.act(head, at, "assignmentRecord", onTheTeam, "assignment { id }");
  }

  private String officer(
      LocalPeople.Person head,
      Instant at,
      String actor,
      String name,
      String post,
      @Nullable String deputy) {
    var input = new LinkedHashMap<String, Object>();
    input.put("actor", actor);
    input.put("name", name);
    input.put("post", post);
    input.put("telephone", "01632 960111");
    input.put("email", actor + "@council.example");
    input.put("deputy", deputy);
    return desk.act(head, at, "officerRecord", input, "officer { id }")
        .at("/officer/id")
        .asString();
  }

  private List<Told> customers(Random random, Instant at) {
    LocalPeople.Person officer = LocalPeople.byClient("officer");
    var told = new ArrayList<Told>();
    for (int i = 0; i < 39; i++) {
      String name = GIVEN.get(i % GIVEN.size()) + " " + FAMILY.get((i * 3) % FAMILY.size());
      String telephone = "01632 9602" + String.format("%02d", i);
      String email = "customer" + i + "@example.org";
      int age = i == 38 ? 14 : 22 + random.nextInt(60);
      var input = new LinkedHashMap<String, Object>();
      input.put("kind", i == 37 ? "ORGANISATION" : "INDIVIDUAL");
      input.put("name", i == 37 ? "Imaginary Row Residents Ltd" : name);
      input.put(
          "dateOfBirth",
          i == 37
              ? null
              : LocalDate.ofInstant(clock.today(), WorkingDays.LONDON)
                  .minusYears(age)
                  .minusDays(random.nextInt(300))
                  .toString());
      input.put("electedMember", i == 36);
      input.put(
          "identifiers",
          List.of(
              identifier("TELEPHONE", telephone, null),
              identifier("EMAIL", email, null),
              identifier(
                  "ADDRESS",
                  (1 + i) + " " + STREETS.get(i % STREETS.size()) + ", Fabletown",
                  "ZZ1 1ZZ")));
      if (i % 9 == 4) {
        input.put(
            "circumstances",
            Map.of("vulnerable", true, "vulnerabilityNote", "Asked for more time to answer."));
      }
      String id =
          desk.act(
                  officer,
                  at.plus(i, ChronoUnit.MINUTES),
                  "customerRegister",
                  input,
                  "customer { id }")
              .at("/customer/id")
              .asString();
      told.add(
          new Told(
              id,
              name,
              telephone,
              email,
              AREAS.get(i % AREAS.size()).code(),
              "Request " + (100 + i)));
    }
    var group = new LinkedHashMap<String, Object>();
    group.put("kind", "GROUP");
    group.put("name", "Friends of Nowhere Lane");
    group.put("members", List.of(told.get(5).id(), told.get(6).id(), told.get(7).id()));
    String groupId =
        desk.act(
                officer,
                at.plus(40, ChronoUnit.MINUTES),
                "customerRegister",
                group,
                "customer { id }")
            .at("/customer/id")
            .asString();
    told.add(new Told(groupId, "Friends of Nowhere Lane", "", "", "planning", "Request 140"));
    return List.copyOf(told);
  }

  private static Map<String, Object> identifier(
      String kind, String value, @Nullable String postcode) {
    var identifier = new LinkedHashMap<String, Object>();
    identifier.put("kind", kind);
    identifier.put("value", value);
    if (postcode != null) {
      identifier.put("postcode", postcode);
    }
    identifier.put("confidence", "CONFIRMED");
    return identifier;
  }

  private void contactsAndIncidents(
      Random random, List<Told> customers, LocalDate begins, LocalDate today) {
    int days = (int) ChronoUnit.DAYS.between(begins, today) - 5;
    int incidents = 0;
    int day = 0;
    for (int n = 0; incidents < INCIDENTS; n++) {
      Told customer = customers.get(n % 37);
      day = Math.min(days - 1, (int) ((long) incidents * days / INCIDENTS) + random.nextInt(3));
      LocalDate on = workingDays.onOrAfter(begins.plusDays(day));
      if (on.isAfter(today.minusDays(2))) {
        on = workingDays.onOrBefore(today.minusDays(2));
      }
      contacts(random, customer, on);
      incidents +=
          concern(random, customer, on, n, Math.min(1 + random.nextInt(4), INCIDENTS - incidents));
    }
  }

  private void contacts(Random random, Told customer, LocalDate on) {
    int many = 1 + random.nextInt(4);
    for (int c = 0; c < many; c++) {
      var input = new LinkedHashMap<String, Object>();
      input.put("customer", customer.id());
      input.put("serviceArea", customer.area());
      input.put("channel", pick(random, CHANNELS));
      input.put(
          "cause",
          c == 0
              ? "FIRST_CONTACT"
              : pick(
                  random,
                  List.of(
                      "MISSED_STANDARD",
                      "MISSED_STANDARD",
                      "PROGRESS_WITHIN_STANDARD",
                      "SAME_AGAIN")));
      input.put("minutesSpent", 3 + random.nextInt(40));
      desk.act(
          LocalPeople.byClient("officer"), at(on, 9, c * 7), "contactLog", input, "contact { id }");
    }
  }

  private int concern(Random random, Told customer, LocalDate on, int n, int many) {
    var all = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < many; i++) {
      all.add(incident(random, on, n >= 37));
    }
    var input = new LinkedHashMap<String, Object>();
    input.put("customer", customer.id());
    input.put("serviceArea", customer.area());
    input.put("summary", "Reported by the team after " + on);
    input.put("incidents", all);
    String client = customer.area().equals("leisure") && n % 2 == 0 ? "contractor" : "officer";
    var concern =
        desk.act(
                LocalPeople.byClient(client),
                at(on, 15, 0),
                "concernReport",
                input,
                "concern { id version }")
            .path("concern");
    if (n % 5 != 0) {
      var triage = new LinkedHashMap<String, Object>();
      triage.put("id", concern.path("id").asString());
      triage.put("expectedVersion", concern.path("version").asInt());
      triage.put("outcome", n % 3 == 0 ? "NO_FURTHER_ACTION" : "ACCEPT");
      triage.put("subjectCapacity", "CUSTOMER");
      triage.put(
          "reason", n % 3 == 0 ? "A single heated exchange; the officer is supported." : null);
      triage.put("feedback", "Thank you. We looked at what you reported and will tell you more.");
      desk.act(
          DemonstrationCases.head(customer.area()),
          at(on, 16, 0),
          "concernTriage",
          triage,
          "concern { id }");
    }
    return many;
  }

  private static Map<String, Object> incident(Random random, LocalDate on, boolean known) {
    boolean overTime = known && random.nextBoolean();
    var incident = new LinkedHashMap<String, Object>();
    incident.put("occurredOn", on.toString());
    incident.put(
        "occurredAt", LocalTime.of(9 + random.nextInt(5), random.nextInt(60)).toString() + ":00");
    incident.put("channel", pick(random, CHANNELS));
    incident.put("behaviours", List.of(pick(random, overTime ? OVER_TIME : ALONE)));
    incident.put("affected", List.of("STAFF"));
    incident.put(
        "impact", Map.of("minutesSpent", 5 + random.nextInt(55), "stress", random.nextInt(3) == 0));
    incident.put("account", pick(random, ACCOUNTS));
    incident.put("sourceGrade", "FIRST_HAND");
    incident.put("identityConfidence", "CONFIRMED");
    incident.put("tested", random.nextInt(4) != 0);
    if (random.nextInt(25) == 0) {
      incident.put("assault", "VERBAL");
    }
    if (random.nextInt(25) == 0) {
      incident.put("hateStrands", List.of("RACE"));
      incident.put("hatePerceivedBy", "VICTIM");
    }
    return incident;
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(WorkingDays.LONDON).toInstant();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server. */
  @Override
  public int getPhase() {
    return 0;
  }
}
