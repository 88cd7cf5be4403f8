package org.evenhand.restrictions.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.restrictions.internal.ContactChecks.Checked;
import org.evenhand.restrictions.internal.PastChecks;
import org.evenhand.restrictions.internal.Placeholders;
import org.evenhand.restrictions.internal.web.CheckAnswer.CheckLine;
import org.evenhand.restrictions.internal.web.CheckAnswer.CheckedIdentity;
import org.evenhand.restrictions.internal.web.CheckAnswer.Reach;
import org.evenhand.restrictions.internal.web.CheckAnswer.RuleBehind;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.rules.Availability;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.FactName;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.Line;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Origin;
import org.evenhand.rules.Part;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.Text;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;

/** Puts an answer into words: neutral ones, that reveal nothing of the case (T20, T28). */
final class CheckWords {

  private final String lang;
  private final Map<UUID, String> references;

  private CheckWords(String lang, Map<UUID, String> references) {
    this.lang = lang;
    this.references = references;
  }

  static CheckAnswer say(Checked checked, String languageTag) {
    return new CheckWords(language(languageTag), checked.references()).answer(checked);
  }

  private static String language(String tag) {
    int dash = tag.indexOf('-');
    return dash > 0 ? tag.substring(0, dash) : tag.isBlank() ? "en" : tag;
  }

  private CheckAnswer answer(Checked checked) {
    ContactAnswer answer = checked.answer();
    var lines = new HashMap<Part, List<CheckLine>>();
    var words = new ArrayList<Text>();
    Instant next = null;
    Reach reach = null;
    for (Line line : answer.lines()) {
      if (line.code() == LineCode.SAY) {
        words.add(said(line));
        continue;
      }
      CheckLine shown = line(line, checked.courtTerms());
      lines.computeIfAbsent(line.part(), part -> new ArrayList<>()).add(shown);
      if (next == null && line.part() == Part.CONDITIONS) {
        next = shown.next();
      }
      if (reach == null && line.code() == LineCode.REDIRECTED) {
        reach = shown.reach();
      }
    }
    return new CheckAnswer(
        GlobalId.of(PastChecks.TYPE, checked.check()),
        part(lines, Part.DANGER),
        new CheckedIdentity(
            checked.customer() != null,
            checked.ask(),
            checked.customer(),
            part(lines, Part.IDENTITY)),
        part(lines, Part.TOPIC),
        part(lines, Part.ADJUSTMENTS),
        part(lines, Part.PRECAUTIONS),
        answer.verdict(),
        part(lines, Part.CONDITIONS),
        next,
        reach,
        words.stream().distinct().toList(),
        part(lines, Part.NEXT_STEPS),
        answer.at(),
        answer.policyVersion(),
        answer.appealPending(),
        answer.reviewOverdue(),
        part(lines, Part.GUIDANCE));
  }

  private static List<CheckLine> part(Map<Part, List<CheckLine>> lines, Part part) {
    return lines.getOrDefault(part, List.of());
  }

  private CheckLine line(Line line, Set<UUID> courtTerms) {
    Map<String, Object> given = line.parameters();
    Map<String, String> values = values(given);
    Texts instructions = line.words().instructions();
    return new CheckLine(
        line.code().name(),
        sentence(key(line), values),
        instructions.silent() ? null : filled(instructions, values),
        behind(line.origin(), courtTerms),
        line.origin() == null ? why(line.code()) : null,
        given.get("next") instanceof Instant next ? next : null,
        given.get("answerBy") instanceof LocalDate day ? day : null,
        reach(given),
        given.get("requirement") == null ? null : String.valueOf(given.get("kind")),
        number(given),
        given.get("question") instanceof String question ? question : null,
        given.get("fact") instanceof FactName fact ? fact.name() : null,
        given.get("precaution") instanceof String marker
            ? GlobalId.of("Marker", UUID.fromString(marker))
            : null);
  }

  private Text said(Line line) {
    return filled(line.words().toSay(), values(line.parameters()));
  }

  private Text filled(Texts texts, Map<String, String> values) {
    Text text = texts.in(lang);
    return text.value().indexOf('{') < 0
        ? text
        : new Text(Placeholders.fill(text.value(), values), text.lang());
  }

  private Text sentence(String key, Map<String, String> values) {
    return filled(Wording.remembered(key), values);
  }

  /** Most lines have one sentence; some have one for each requirement, fact or effect. */
  private static String key(Line line) {
    Object detail =
        switch (line.code()) {
          case REQUIRED, REQUIRED_IF, PLACES_CLASH -> line.parameters().get("kind");
          case ADVICE -> line.parameters().get("kind");
          case ASK_FACT -> line.parameters().get("fact");
          case DEPENDS -> line.parameters().get("effect");
          case IDENTITY_NOT_CONFIRMED ->
              line.parameters().get("next") instanceof Identifier next ? next.name() : null;
          case REDIRECTED, ROUTE_GUARANTEED -> line.parameters().get("target");
          case PUT_THROUGH -> line.parameters().containsKey("reachAt") ? "reach" : null;
          default -> null;
        };
    String code = "line." + line.code().name();
    String detailed = code + "." + detail;
    return detail != null && Wording.has(detailed) ? detailed : code;
  }

  private Map<String, String> values(Map<String, Object> given) {
    if (given.isEmpty()) {
      return Map.of();
    }
    var values = new HashMap<String, String>();
    given.forEach((name, value) -> values.put(name, word(value)));
    String name = values.get("name");
    if (name != null) {
      switch (String.valueOf(given.get("target"))) {
        case "officer" -> values.put("officer", name);
        case "building" -> values.put("building", name);
        case "endpoint" -> values.put("endpoint", values.getOrDefault("reachAt", name));
        case "team" -> values.put("team", name);
        default -> {}
      }
    }
    if (values.containsKey("deputyName")) {
      values.put("deputy", values.getOrDefault("deputyName", ""));
    }
    if (given.get("requirement") instanceof Requirement requirement) {
      require(requirement, values);
    }
    return values;
  }

  private static void require(Requirement requirement, Map<String, String> values) {
    switch (requirement) {
      case Requirement.StaffAtLeast r -> values.put("number", Integer.toString(r.number()));
      case Requirement.MaximumDuration r ->
          values.put("minutes", Long.toString(r.duration().toMinutes()));
      default -> {}
    }
  }

  private String word(Object value) {
    return switch (value) {
      case Instant at -> moment(at);
      case LocalDate day -> InWords.date(day, lang);
      case Channel channel -> InWords.channel(channel, lang);
      default -> String.valueOf(value);
    };
  }

  private String moment(Instant at) {
    ZonedDateTime local = at.atZone(WorkingDays.LONDON);
    return InWords.moment(local.toLocalDateTime(), lang);
  }

  private static @Nullable Integer number(Map<String, Object> given) {
    if (given.get("requirement") instanceof Requirement.StaffAtLeast staff) {
      return staff.number();
    }
    return given.get("limit") instanceof Integer limit ? limit : null;
  }

  private static @Nullable Reach reach(Map<String, Object> given) {
    if (!(given.get("target") instanceof String kind)) {
      return null;
    }
    return new Reach(
        kind,
        given.get("channel") instanceof Channel channel ? channel : null,
        given.get("name") instanceof String name ? name : null,
        given.get("reachAt") instanceof String reachAt ? reachAt : null,
        given.get("available") instanceof Availability available ? available : null,
        given.get("deputyName") instanceof String deputy ? deputy : null,
        given.get("deputyReachAt") instanceof String deputyReachAt ? deputyReachAt : null,
        given.get("deputyAvailable") instanceof Availability available ? available : null);
  }

  /** What stands behind a line that comes from no rule: the policy itself, for anybody. */
  private @Nullable Text why(LineCode code) {
    String key = "line.why." + code.name();
    return Wording.has(key) ? sentence(key, Map.of()) : null;
  }

  private @Nullable RuleBehind behind(@Nullable Origin origin, Set<UUID> courtTerms) {
    return origin == null
        ? null
        : new RuleBehind(
            GlobalId.of(
                courtTerms.contains(origin.restrictionId()) ? "CourtTerms" : "Restriction",
                origin.restrictionId()),
            references.get(origin.restrictionId()),
            origin.ruleId(),
            origin.source(),
            origin.citation().document(),
            origin.citation().clause(),
            origin.noticeReference());
  }
}
