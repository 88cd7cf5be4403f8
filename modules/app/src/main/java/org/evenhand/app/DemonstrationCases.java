package org.evenhand.app;

import static org.evenhand.app.DemonstrationCouncil.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    Case helped = determined(ready(customers.get(13), today, 45), "PERSISTENT_WITH_CAUSE", false);
    impose(helped, SPOC, "SUPPORTIVE", contactOfficer("offered"), 6);
    Case waiting = determined(ready(customers.get(25), today, 12), "UNREASONABLE", true);
    impose(waiting, ONE_MEDIUM, "RESTRICTIVE", medium("EMAIL"), 6);
    Case returned = determined(ready(customers.get(3), today, 30), "UNREASONABLE", true);
    impose(returned, TIME_SLOT, "RESTRICTIVE", slots(), 6);
    served(notice(returned, "FIRST_CLASS"), returned, "FIRST_CLASS", "RETURNED");
    Case inForce = determined(ready(customers.get(0), today, 40), "UNREASONABLE", true);
    impose(inForce, TIME_SLOT, "RESTRICTIVE", slots(), 6);
    impose(inForce, EXCLUSION, "RESTRICTIVE", building("tenancy-office"), 3);
    served(notice(inForce, "HAND"), inForce, "HAND", "DELIVERED");
    Case byPlugin = determined(ready(customers.get(36), today, 35), "UNREASONABLE", true);
    impose(byPlugin, SPOC, "RESTRICTIVE", contactOfficer("only"), 6);
    served(notice(byPlugin, "HAND"), byPlugin, "HAND", "DELIVERED");
    Case appealed = determined(ready(customers.get(14), today, 25), "UNREASONABLE", true);
    impose(appealed, EXCLUSION, "RESTRICTIVE", building("fable-gym"), 3);
    appeal(served(notice(appealed, "HAND"), appealed, "HAND", "DELIVERED"), appealed);
    Case overdue = determined(ready(customers.get(4), today, 230), "UNREASONABLE", true);
    impose(overdue, ONE_MEDIUM, "RESTRICTIVE", medium("LETTER"), 11);
    served(notice(overdue, "HAND"), overdue, "HAND", "DELIVERED");
    Case ended = determined(ready(customers.get(15), today, 120), "UNREASONABLE", true);
    String lifted = impose(ended, TIME_SLOT, "RESTRICTIVE", slots(), 6);
    served(notice(ended, "HAND"), ended, "HAND", "DELIVERED");
    lift(ended, lifted, today);
  }

  private static final String TIME_SLOT = "evenhand.time-slot";
  private static final String ONE_MEDIUM = "evenhand.one-medium";
  private static final String SPOC = "evenhand.single-point-of-contact";
  private static final String EXCLUSION = "evenhand.building-exclusion";

  private List<Map<String, Object>> medium(String channel) {
    return List.of(setting("medium", Map.of("channels", List.of(channel))));
  }

  private List<Map<String, Object>> slots() {
    var days =
        Stream.of("TUESDAY", "THURSDAY")
            .map(day -> Map.of("day", day, "from", "10:00:00", "to", "12:00:00"))
            .toList();
    return List.of(
        setting("slots", Map.of("weeklySlots", days)),
        setting("channels", Map.of("channels", List.of("PHONE"))));
  }

  private List<Map<String, Object>> contactOfficer(String way) {
    return List.of(
        setting("officer", Map.of("officer", officerId("Olive Example"))),
        setting("deputy", Map.of("officer", officerId("Dora Example"))),
        setting("way", Map.of("choice", way)));
  }

  private List<Map<String, Object>> building(String code) {
    for (JsonNode edge :
        desk.ask(
                HOFCS,
                desk.now(),
                "{ buildings(first: 100) { edges { node { id code } } } }",
                Map.of())
            .at("/buildings/edges")) {
      if (edge.at("/node/code").asString().equals(code)) {
        return List.of(
            setting("buildings", Map.of("buildings", List.of(edge.at("/node/id").asString()))));
      }
    }
    throw new IllegalStateException("the demonstration has no building " + code);
  }

  private String officerId(String name) {
    return desk.ask(
            HOFCS,
            desk.now(),
            "query O($name: String!) { officers(filter: { name: $name }) { edges { node { id } } } }",
            Map.of("name", name))
        .at("/officers/edges/0/node/id")
        .asString();
  }

  private static Map<String, Object> setting(String key, Map<String, Object> value) {
    return Map.of("key", key, "value", value);
  }

  private String impose(
      Case of, String type, String nature, List<Map<String, Object>> settings, int months) {
    var input = new LinkedHashMap<String, Object>();
    input.put("consideration", of.id());
    input.put("customer", of.customer().id());
    input.put("type", type);
    input.put("nature", nature);
    input.put("settings", settings);
    input.put("settingsVersion", 1);
    input.put(
        "scope",
        type.equals(EXCLUSION) ? Map.of() : Map.of("serviceAreas", List.of(of.customer().area())));
    input.put(
        "reasons",
        Map.of(
            "conduct",
            "Two officers were called names at the desk.",
            "harm",
            "They were kept from other customers and one asked to be moved from the desk.",
            "whyThis",
            "It lets the customer be served while the officers are not met without notice.",
            "whyNothingLess",
            "A letter asking for courtesy was sent before and changed nothing."));
    input.put("endsSoonerWhen", "Three months of contact without such remarks.");
    input.put("endsOn", of.day().plusMonths(months).toString());
    return desk.act(of.head(), of.hour(16), "restrictionImpose", input, "restriction { id }")
        .at("/restriction/id")
        .asString();
  }

  private String notice(Case of, String method) {
    var input = new LinkedHashMap<String, Object>();
    input.put("consideration", of.id());
    input.put("customer", of.customer().id());
    input.put(
        "planned",
        Map.of(
            "method",
            method,
            "sendOn",
            workingDays.plus(of.day(), 1).toString(),
            "address",
            "As on the customer's record"));
    return desk.act(of.head(), of.hour(16), "noticeIssue", input, "notice { id }")
        .at("/notice/id")
        .asString();
  }

  private String served(String notice, Case of, String method, String outcome) {
    Instant sent = at(workingDays.plus(of.day(), 1), 11, 0);
    var input = new LinkedHashMap<String, Object>();
    input.put("notice", notice);
    input.put("method", method);
    input.put("sentAt", sent.toString());
    input.put("outcome", "SENT");
    desk.act(of.head(), sent, "noticeServiceRecord", input, "notice { id }");
    if (!outcome.equals("SENT")) {
      Instant known = at(workingDays.plus(of.day(), method.equals("HAND") ? 1 : 4), 15, 0);
      input.put("outcome", outcome);
      input.put("deliveredAt", outcome.equals("DELIVERED") ? sent.toString() : null);
      input.put("evidence", "The delivery slip is in the file.");
      desk.act(of.head(), known, "noticeServiceRecord", input, "notice { id }");
    }
    return notice;
  }

  private void appeal(String notice, Case of) {
    LocalDate on = workingDays.plus(of.day(), 6);
    var input = new LinkedHashMap<String, Object>();
    input.put("notice", notice);
    input.put("lodgedBy", "CUSTOMER");
    input.put("channel", "EMAIL");
    input.put("receivedOn", on.toString());
    input.put("grounds", "Says that the gym is the only one that can be reached by bus.");
    desk.act(HOFCS, at(on, 10, 0), "appealLodge", input, "appeal { id }");
  }

  private void lift(Case of, String restriction, LocalDate today) {
    desk.act(
        of.head(),
        at(workingDays.onOrBefore(today.minusDays(20)), 10, 0),
        "restrictionLift",
        Map.of("restriction", restriction, "reason", "Three months of courteous contact."),
        "restriction { id }");
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
            workingDays.plus(opened.day(), 5).toString(),
            "account",
            "A letter by email asks for the customer's own account of what happened."));
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

  private Case determined(Case ready, String category, boolean restrictive) {
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
    act(ready, HOFCS, 15, "adviceAcknowledge", Map.of("kind", "DETERMINED"));
    return ready;
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
