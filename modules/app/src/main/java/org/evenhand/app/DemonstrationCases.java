package org.evenhand.app;

import static org.evenhand.app.DemonstrationCouncil.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.app.DemonstrationCouncil.Told;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Cases of the demonstration council in every state, told through the acts that lead there. */
@Component
@Profile("local")
class DemonstrationCases {

  private static final LocalPeople.Person HOFCS = LocalPeople.byClient("head-of-customer-services");
  private static final LocalPeople.Person OFFICER = LocalPeople.byClient("officer");

  private final DemonstrationDesk desk;
  private final WorkingDays workingDays;

  DemonstrationCases(DemonstrationDesk desk, WorkingDays workingDays) {
    this.desk = desk;
    this.workingDays = workingDays;
  }

  /** A consideration that was opened, by whom it is decided, and the day it has come to. */
  private record Case(Told customer, String id, LocalPeople.Person head, LocalDate day) {
    Instant hour(int hour) {
      return at(day, hour, 30);
    }
  }

  void tell(List<Told> customers, LocalDate today) {
    opened(customers.get(12), today, 4);
    ready(customers.get(24), today, 9);
    determined(ready(customers.get(1), today, 60), "NOT_UNREASONABLE", false);
    determined(ready(customers.get(13), today, 45), "PERSISTENT_WITH_CAUSE", false);
  }

  private Case opened(Told customer, LocalDate today, int daysAgo) {
    LocalDate day = workingDays.onOrBefore(today.minusDays(daysAgo));
    LocalPeople.Person head = head(customer.area());
    var incident = new LinkedHashMap<String, Object>();
    incident.put("occurredOn", day.toString());
    incident.put("occurredAt", "09:05:00");
    incident.put("channel", "FACE_TO_FACE");
    incident.put("behaviours", List.of("OFFENSIVE_REMARKS"));
    incident.put("affected", List.of("STAFF"));
    incident.put("impact", Map.of("minutesSpent", 40, "stress", true, "hinderedPerformance", true));
    incident.put(
        "account", "Called two officers names at the desk and would not leave when asked.");
    incident.put("sourceGrade", "FIRST_HAND");
    incident.put("identityConfidence", "CONFIRMED");
    incident.put("tested", true);
    var report = new LinkedHashMap<String, Object>();
    report.put("customer", customer.id());
    report.put("serviceArea", customer.area());
    report.put("summary", "Two officers were called names at the desk.");
    report.put("incidents", List.of(incident));
    JsonNode concern =
        desk.act(OFFICER, at(day, 9, 30), "concernReport", report, "concern { id version }")
            .path("concern");
    var triage = new LinkedHashMap<String, Object>();
    triage.put("id", concern.path("id").asString());
    triage.put("expectedVersion", concern.path("version").asInt());
    triage.put("outcome", "ACCEPT");
    triage.put("subjectCapacity", "CUSTOMER");
    triage.put("feedback", "Thank you. We are considering what follows and will tell you.");
    desk.act(head, at(day, 9, 45), "concernTriage", triage, "concern { id }");
    var open = new LinkedHashMap<String, Object>();
    open.put("customer", customer.id());
    open.put("leadService", customer.area());
    open.put("concerns", List.of(concern.path("id").asString()));
    open.put("why", "What happened at the desk needs a decision.");
    String id =
        desk.act(head, at(day, 10, 0), "considerationOpen", open, "consideration { id }")
            .at("/consideration/id")
            .asString();
    var opened = new Case(customer, id, head, day);
    act(opened, head, 10, "considerationAdvise", Map.of("kind", "CONSIDERED"));
    act(opened, HOFCS, 11, "adviceAcknowledge", Map.of("kind", "CONSIDERED"));
    return opened;
  }

  private Case ready(Told customer, LocalDate today, int daysAgo) {
    Case opened = opened(customer, today, daysAgo);
    for (String check :
        List.of("RECORDED", "INVESTIGATED", "DECISION_RIGHT", "COMMUNICATION", "NEW_INFORMATION")) {
      var answer = new LinkedHashMap<String, Object>();
      answer.put("check", check);
      answer.put("answer", "SATISFIED");
      answer.put("evidence", "Seen in the file of the request and in the letters sent.");
      answer.put("decidedBy", check.equals("DECISION_RIGHT") ? "officer" : null);
      act(opened, opened.head(), 12, "considerationCheckRecord", answer);
    }
    act(
        opened,
        opened.head(),
        12,
        "representationRecord",
        Map.of(
            "kind",
            "INVITED",
            "on",
            opened.day().toString(),
            "byDate",
            workingDays.plus(opened.day(), 5).toString()));
    act(
        opened,
        opened.head(),
        13,
        "representationRecord",
        Map.of(
            "kind",
            "RECEIVED",
            "on",
            opened.day().toString(),
            "account",
            "Says that the wait was long and that the words were said in anger."));
    act(
        opened,
        opened.head(),
        14,
        "considerationAssess",
        Map.of(
            "couldArise",
            "NO",
            "circumstances",
            "Lives alone, works shifts, uses email and telephone; asked about support, wants none.",
            "othersAffected",
            "Nobody else lives in the household, as the customer told us.",
            "warningDispensedBecause",
            "What was said to the officers was serious enough to act without a warning first."));
    return opened;
  }

  private void determined(Case ready, String category, boolean restrictive) {
    boolean adverse = !category.equals("NOT_UNREASONABLE");
    var determination = new LinkedHashMap<String, Object>();
    determination.put("category", category);
    determination.put("grievance", adverse ? "PARTLY_JUSTIFIED" : "NO_GRIEVANCE");
    determination.put("grievanceReasons", "The first answer came later than the standard says.");
    determination.put("hinders", adverse);
    determination.put("hindrance", "Two officers were kept from the queue for forty minutes.");
    determination.put("pattern", "ISOLATED");
    determination.put("restrictiveAllowed", restrictive);
    determination.put("reasons", "What was said is on record and was confirmed by two witnesses.");
    act(ready, ready.head(), 15, "considerationDetermine", determination);
    act(ready, ready.head(), 15, "considerationAdvise", Map.of("kind", "DETERMINED"));
    act(ready, HOFCS, 16, "adviceAcknowledge", Map.of("kind", "DETERMINED"));
  }

  private void act(Case of, LocalPeople.Person as, int hour, String act, Map<String, ?> input) {
    var whole = new LinkedHashMap<String, Object>(input);
    whole.put("consideration", of.id());
    desk.act(as, of.hour(hour), act, whole, "consideration { id }");
  }

  static LocalPeople.Person head(String area) {
    return switch (area) {
      case "housing" -> LocalPeople.byClient("head-of-service");
      case "leisure" -> LocalPeople.byClient("head-of-service-leisure");
      default ->
          new LocalPeople.Person(
              "head-of-service-" + area, "Head of " + area, Role.HEAD_OF_SERVICE, List.of(area));
    };
  }
}
