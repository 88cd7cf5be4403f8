package org.evenhand.restrictions.internal;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.restrictions.internal.BuildingDesk.Exclusion;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.restrictions.internal.words.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A list on paper for when the system is down: who may not enter this building today, for safety's
 * sake only; whom a court keeps away is on it too (T11). It is good until midnight and says so;
 * each print is on record, and with it whose record was read (T20, F8).
 */
@Component
public class DeskLists {

  private final JdbcTemplate jdbc;
  private final BuildingDesk desk;
  private final Buildings buildings;
  private final CurrentActor currentActor;
  private final Clock clock;

  DeskLists(
      JdbcTemplate jdbc,
      BuildingDesk desk,
      Buildings buildings,
      CurrentActor currentActor,
      Clock clock) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.buildings = buildings;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * One print.
   *
   * @param html the whole page, ready to print; not kept here
   * @param expiresAt from then on it may not be used
   */
  public record DeskList(
      UUID id,
      BuildingView building,
      Instant printedAt,
      Instant expiresAt,
      int people,
      String html) {}

  /** Refuses a building that there is not, and who does not work there. Call within an act. */
  public Outcome<DeskList> print(@Nullable BuildingId id, String lang) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Optional<BuildingView> building = id == null ? Optional.empty() : buildings.find(id);
    if (building.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Building", "building"));
    }
    if (!desk.worksAt(currentActor.get(), building.get(), today)) {
      return Outcome.refused(Refusal.at("NOT_YOUR_BUILDING", "building"));
    }
    UUID print = Ids.next();
    DeskList list = list(print, building.get(), now, lang);
    jdbc.update(
        """
        insert into restrictions.desk_list
          (id, building_id, printed_at, printed_by, expires_at, people, digest)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        print,
        building.get().id().value(),
        Timestamp.from(now),
        currentActor.get().id().value(),
        Timestamp.from(list.expiresAt()),
        list.people(),
        StoredForm.digest(list.html()));
    return Outcome.done(list);
  }

  /** The same act again: as the list stands now, good until the print it repeats expires. */
  public DeskList again(UUID print, String lang) {
    UUID building =
        Objects.requireNonNull(
            jdbc.queryForObject(
                "select building_id from restrictions.desk_list where id = ?", UUID.class, print));
    return list(
        print, buildings.find(new BuildingId(building)).orElseThrow(), clock.instant(), lang);
  }

  private DeskList list(UUID print, BuildingView building, Instant now, String lang) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    List<Exclusion> people =
        desk.exclusions(building, today, now).stream().filter(Exclusion::safety).toList();
    desk.log("deskList", people);
    return new DeskList(
        print,
        building,
        now,
        today.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant(),
        people.size(),
        page(building, people, now, today, language(lang)));
  }

  private static String language(String tag) {
    int dash = tag.indexOf('-');
    return dash > 0 ? tag.substring(0, dash) : tag.isBlank() ? "en" : tag;
  }

  private static String page(
      BuildingView building, List<Exclusion> people, Instant now, LocalDate today, String lang) {
    String title = word("desk-list.title", lang).replace("{building}", building.name());
    var html = new StringBuilder(2_000);
    html.append("<!doctype html><html lang=\"")
        .append(htmlEscape(Wording.text("desk-list.title").in(lang).lang()))
        .append("\"><head><meta charset=\"utf-8\"><title>")
        .append(htmlEscape(title))
        .append("</title><style>body{font:12pt sans-serif}table{border-collapse:collapse}")
        .append("td,th{border:1px solid #000;padding:4pt;text-align:left}")
        .append(".expires{font-size:16pt;font-weight:bold}</style></head><body><h1>")
        .append(htmlEscape(title))
        .append("</h1><p class=\"expires\">")
        .append(
            htmlEscape(
                word("desk-list.expires", lang)
                    .replace("{day}", InWords.date(today, lang))
                    .replace(
                        "{at}",
                        InWords.moment(now.atZone(WorkingDays.LONDON).toLocalDateTime(), lang))))
        .append("</p><p>")
        .append(htmlEscape(word("desk-list.what", lang)))
        .append("</p>");
    if (people.isEmpty()) {
      html.append("<p>").append(htmlEscape(word("desk-list.nobody", lang))).append("</p>");
    } else {
      table(html, people, lang);
    }
    return html.append("</body></html>").toString();
  }

  private static void table(StringBuilder html, List<Exclusion> people, String lang) {
    html.append("<table><thead><tr>");
    for (String column : List.of("name", "born", "until", "meetings", "by", "reference")) {
      html.append("<th scope=\"col\">")
          .append(htmlEscape(word("desk-list." + column, lang)))
          .append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (Exclusion person : people) {
      LocalDate until = person.until();
      boolean meetings = person.admittedFor().contains(BuildingDesk.PUBLIC_MEETINGS);
      html.append("<tr>");
      cell(html, person.name());
      cell(html, person.bornIn() == null ? "" : String.valueOf(person.bornIn()));
      cell(html, until == null ? word("desk-list.open", lang) : InWords.date(until, lang));
      cell(html, word(meetings ? "desk-list.yes" : "desk-list.no", lang));
      cell(html, word(person.court() == null ? "desk-list.council" : "desk-list.court", lang));
      cell(html, person.reference() == null ? "" : person.reference());
      html.append("</tr>");
    }
    html.append("</tbody></table>");
  }

  private static void cell(StringBuilder html, String text) {
    html.append("<td>").append(htmlEscape(text)).append("</td>");
  }

  private static String word(String key, String lang) {
    return Wording.text(key).in(lang).value();
  }
}
