package org.evenhand.intake.internal.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.SearchKind;
import org.evenhand.intake.internal.SearchDesk;
import org.evenhand.intake.internal.SearchDesk.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Looking for customers, concerns and cases by words. */
@Controller
class SearchController {

  private final SearchDesk desk;
  private final Reader reader;

  SearchController(SearchDesk desk, Reader reader) {
    this.desk = desk;
    this.reader = reader;
  }

  record SearchFilter(
      @Nullable List<SearchKind> kinds,
      @Nullable String serviceArea,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  @QueryMapping
  Page<Found> search(
      @Argument String text,
      @Argument @Nullable SearchFilter filter,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    Set<SearchKind> kinds = EnumSet.noneOf(SearchKind.class);
    ServiceAreaCode area = null;
    if (filter != null) {
      if (filter.kinds() != null) {
        kinds.addAll(filter.kinds());
      }
      var given = new Given();
      area = given.areaOrNull(filter.serviceArea(), "serviceArea");
    }
    Page<Found> page =
        desk.search(
            text,
            kinds,
            area,
            filter == null ? null : filter.from(),
            filter == null ? null : filter.until(),
            reader.actor(),
            Page.request(first, after));
    page.nodes().stream()
        .filter(f -> f.hit().person() != null)
        .collect(
            Collectors.groupingBy(
                Found::kind, Collectors.mapping(f -> f.hit().person(), Collectors.toSet())))
        .forEach((kind, persons) -> reader.log("search", type(kind), persons));
    return page;
  }

  private static String type(SearchKind kind) {
    return switch (kind) {
      case CUSTOMER -> "Customer";
      case CONCERN -> "Concern";
      case CASE -> "Consideration";
    };
  }
}
