package org.evenhand.app;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.evenhand.foundation.WorkingDays;

/**
 * One customer's case as a list of acts, each with a key of its own: what leads to a determination,
 * then the mixed part: decisions, letters by one of three ways, an appeal, more contact. It can be
 * taken up at any act, and each act comes again in the same words.
 */
final class CaseUnderWay {

  /** How the first letter of a case goes. */
  enum Way {
    HAND,
    EMAIL,
    FIRST_CLASS
  }

  /**
   * @param key the idempotency key
   * @param field of the payload, which holds what was done
   * @param keep under which name the case remembers its id
   */
  record Act(
      String key,
      String client,
      String mutation,
      String field,
      String keep,
      Supplier<Map<String, Object>> input) {

    String operation() {
      return "mutation M($input: %s%sInput!) { done: %s(input: $input) { of: %s { id } refusals { code path } } }"
          .formatted(
              mutation.substring(0, 1).toUpperCase(Locale.ROOT),
              mutation.substring(1),
              mutation,
              field);
    }
  }

  /** Another batch took every letter: nothing was done, and nothing had to be. */
  static final String NOTHING_TO_PRINT = "PRINT_NOTHING_DUE";

  private static final String OFFICER = "officer";
  private static final String HEAD = "head-of-service";
  private static final String CORPORATE = "head-of-customer-services";

  private final int number;
  private final Way way;
  private final Place place;
  private final LocalDate today;
  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private final List<Act> acts = new ArrayList<>();
  private final int prepared;
  private int next;

  /** Whose service it is about, who heads it, and who reports what happened there. */
  record Place(String area, String head, String reporter) {}

  private static final Place HOUSING = new Place("housing", HEAD, OFFICER);

  CaseUnderWay(int number, Way way) {
    this(number, way, HOUSING, LocalDate.ofInstant(Instant.now(), WorkingDays.LONDON));
  }

  CaseUnderWay(int number, Way way, Place place, LocalDate today) {
    this.number = number;
    this.way = way;
    this.place = place;
    this.today = today;
    prepare();
    prepared = acts.size();
    decide();
  }

  Way way() {
    return way;
  }

  boolean prepared() {
    return next >= prepared;
  }

  boolean over() {
    return next >= acts.size();
  }

  int mixedActs() {
    return acts.size() - prepared;
  }

  Act next() {
    return acts.get(next);
  }

  void done(String id) {
    kept.put(next().keep(), id);
    next++;
  }

  private void add(
      String client,
      String mutation,
      String field,
      String keep,
      Supplier<Map<String, Object>> input) {
    String key = "mixed-" + number + "-" + acts.size();
    acts.add(new Act(key, client, mutation, field, keep, input));
  }

  private String email() {
    return "mixed" + number + "@customer.test";
  }

  private void prepare() {
    add(
        OFFICER,
        "customerRegister",
        "customer",
        "customer",
        () ->
            Map.of(
                "name",
                "Mixed Specimen " + number,
                "identifiers",
                List.of(Map.of("kind", "EMAIL", "value", email()))));
    reportConcern("concern");
    add(
        place.head(),
        "concernTriage",
        "concern",
        "triaged",
        () ->
            Map.of(
                "id",
                kept.get("concern"),
                "expectedVersion",
                0,
                "outcome",
                "ACCEPT",
                "subjectCapacity",
                "CUSTOMER",
                "feedback",
                "Thank you. We are considering what follows."));
    add(
        place.head(),
        "considerationOpen",
        "consideration",
        "consideration",
        () ->
            Map.of(
                "customer",
                kept.get("customer"),
                "leadService",
                place.area(),
                "concerns",
                List.of(kept.get("concern")),
                "why",
                "What happened at the desk needs a decision."));
    onCase(place.head(), "considerationAdvise", Map.of("kind", "CONSIDERED"));
    onCase(CORPORATE, "adviceAcknowledge", Map.of("kind", "CONSIDERED"));
    for (String check : List.of("RECORDED", "INVESTIGATED", "COMMUNICATION", "NEW_INFORMATION")) {
      onCase(
          place.head(),
          "considerationCheckRecord",
          Map.of("check", check, "answer", "SATISFIED", "evidence", "Seen in the file."));
    }
    onCase(
        place.head(),
        "considerationCheckRecord",
        Map.of(
            "check",
            "DECISION_RIGHT",
            "answer",
            "SATISFIED",
            "evidence",
            "Seen in the file.",
            "decidedBy",
            "officer"));
    onCase(
        place.head(),
        "representationRecord",
        Map.of(
            "kind",
            "INVITED",
            "on",
            today.toString(),
            "byDate",
            today.toString(),
            "account",
            "A letter asks for the own account of what happened."));
    onCase(
        place.head(),
        "representationRecord",
        Map.of(
            "kind",
            "RECEIVED",
            "on",
            today.toString(),
            "account",
            "Says that the wait was long and that the words were said in anger."));
    onCase(
        place.head(),
        "considerationAssess",
        Map.of(
            "couldArise",
            "NO",
            "circumstances",
            "Lives alone, works shifts; asked about support, wants none.",
            "othersAffected",
            "Nobody else lives in the household.",
            "warningDispensedBecause",
            "What was said was serious enough to act without a warning first."));
  }

  private void decide() {
    onCase(
        place.head(),
        "considerationDetermine",
        Map.of(
            "category",
            "UNREASONABLE",
            "grievance",
            "PARTLY_JUSTIFIED",
            "grievanceReasons",
            "The repair is late, and that is our fault.",
            "hinders",
            true,
            "hindrance",
            "Two officers were kept from the queue for forty minutes.",
            "pattern",
            "ISOLATED",
            "restrictiveAllowed",
            true,
            "reasons",
            "What was said is on record. The late repair does not excuse it."));
    impose(
        "slot",
        "evenhand.time-slot",
        List.of(
            setting("slots", Map.of("weeklySlots", slots("MONDAY", "TUESDAY", "THURSDAY"))),
            setting("channels", Map.of("channels", List.of("PHONE")))));
    if (way == Way.HAND) {
      impose(
          "medium",
          "evenhand.one-medium",
          List.of(setting("medium", Map.of("channels", List.of("PHONE")))));
    }
    issue(way, "notice");
    if (way == Way.HAND) {
      onCaseOfHand();
    } else {
      logContact();
      reportConcern("another");
    }
    if (way == Way.FIRST_CLASS) {
      add(CORPORATE, "printBatchMake", "printBatch", "batch", Map::of);
    }
  }

  /** What is told at once, by hand, can be varied, told anew by email, appealed against, lifted. */
  private void onCaseOfHand() {
    add(
        OFFICER,
        "noticeServiceRecord",
        "notice",
        "served",
        () ->
            Map.of(
                "notice",
                kept.get("notice"),
                "method",
                "HAND",
                "sentAt",
                kept.computeIfAbsent("handedOverAt", k -> Instant.now().toString()),
                "outcome",
                "SENT"));
    add(
        place.head(),
        "restrictionVary",
        "restriction",
        "varied",
        () ->
            Map.of(
                "restriction",
                kept.get("slot"),
                "settings",
                List.of(
                    setting("slots", Map.of("weeklySlots", slots("MONDAY", "TUESDAY"))),
                    setting("channels", Map.of("channels", List.of("PHONE")))),
                "settingsVersion",
                1,
                "reasons",
                reasons()));
    issue(Way.EMAIL, "second");
    add(
        CORPORATE,
        "appealLodge",
        "appeal",
        "appeal",
        () ->
            Map.of(
                "notice",
                kept.get("notice"),
                "lodgedBy",
                "CUSTOMER",
                "channel",
                "EMAIL",
                "receivedOn",
                today.toString(),
                "grounds",
                "The repair was six weeks late."));
    add(
        place.head(),
        "restrictionLift",
        "restriction",
        "lifted",
        () ->
            Map.of(
                "restriction",
                kept.get("medium"),
                "reason",
                "Courteous contact for the time agreed."));
  }

  private void onCase(String client, String mutation, Map<String, Object> more) {
    add(
        client,
        mutation,
        "consideration",
        "considered",
        () -> {
          var input = new java.util.HashMap<String, Object>(more);
          input.put("consideration", kept.get("consideration"));
          return input;
        });
  }

  private void reportConcern(String keep) {
    add(
        place.reporter(),
        "concernReport",
        "concern",
        keep,
        () ->
            Map.of(
                "customer",
                kept.get("customer"),
                "serviceArea",
                place.area(),
                "incidents",
                List.of(
                    Map.of(
                        "occurredOn",
                        today.toString(),
                        "channel",
                        "FACE_TO_FACE",
                        "behaviours",
                        List.of("OFFENSIVE_REMARKS"),
                        "affected",
                        List.of("STAFF"),
                        "impact",
                        Map.of("minutesSpent", 40, "stress", true, "hinderedPerformance", true),
                        "account",
                        "Called two officers names at desk " + number + ".",
                        "sourceGrade",
                        "FIRST_HAND",
                        "identityConfidence",
                        "CONFIRMED",
                        "tested",
                        true))));
  }

  private void logContact() {
    add(
        OFFICER,
        "contactLog",
        "contact",
        "contact",
        () ->
            Map.of(
                "customer",
                kept.get("customer"),
                "serviceArea",
                place.area(),
                "channel",
                "PHONE",
                "cause",
                "FIRST_CONTACT"));
  }

  private void impose(String keep, String type, List<Map<String, Object>> settings) {
    add(
        place.head(),
        "restrictionImpose",
        "restriction",
        keep,
        () ->
            Map.of(
                "consideration",
                kept.get("consideration"),
                "customer",
                kept.get("customer"),
                "type",
                type,
                "nature",
                "RESTRICTIVE",
                "settings",
                settings,
                "settingsVersion",
                1,
                "scope",
                Map.of("serviceAreas", List.of(place.area())),
                "reasons",
                reasons(),
                "endsSoonerWhen",
                "Three months of contact without such remarks.",
                "endsOn",
                today.plusMonths(6).toString()));
  }

  private void issue(Way by, String keep) {
    add(
        place.head(),
        "noticeIssue",
        "notice",
        keep,
        () ->
            Map.of(
                "consideration",
                kept.get("consideration"),
                "customer",
                kept.get("customer"),
                "planned",
                Map.of(
                    "method",
                    by.name(),
                    "sendOn",
                    today.toString(),
                    "address",
                    by == Way.EMAIL ? email() : number + " Fable Street, Fabletown EV1 1AA")));
  }

  private Map<String, Object> reasons() {
    return Map.of(
        "conduct",
        "Two officers were called names at desk " + number + ".",
        "harm",
        "They were kept from other customers that day.",
        "whyThis",
        "The customer is served while officers are prepared.",
        "whyNothingLess",
        "A letter asking for courtesy was sent before and changed nothing.");
  }

  private static Map<String, Object> setting(String key, Map<String, Object> value) {
    return Map.of("key", key, "value", value);
  }

  private static List<Map<String, Object>> slots(String... days) {
    return java.util.Arrays.stream(days)
        .map(day -> Map.<String, Object>of("day", day, "from", "10:00:00", "to", "13:00:00"))
        .toList();
  }
}
