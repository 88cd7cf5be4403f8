package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * PR.2: who may ask reporting for what, written down once more, so that nobody is let in by a slip.
 * That whoever is not named is refused, with every field and by every seat, is held by the
 * application's EveryRoleTests.
 */
class AudienceTests {

  private static final Map<Character, String> SEATS =
      Map.of(
          'O', "OFFICER",
          'H', "HEAD_OF_SERVICE",
          'S', "HEAD_OF_CUSTOMER_SERVICES",
          'C', "CMT_MEMBER",
          'M', "ELECTED_MEMBER",
          'Q', "MONITORING_OFFICER",
          'D', "DATA_PROTECTION_OFFICER",
          'L', "LEGAL",
          'A', "AUDITOR",
          'P', "CONTRACTOR");

  private static final String AUDIENCES =
      """
      dutyDigest HSCDA
      equalityRates SCDA
      figureDefinitions OHSCMQDLAP
      incidentFigures HSCMDA
      interestDeclare OHSCQDLAP
      interestWithdraw OHSCQDLAP
      likeDecisions SCDA
      memberTables HSCMDA
      myInterests OHSCQDLAP
      periodFigures HSCDA
      policyAcceptances SCA
      policyReadAccept OHSCQDLAP
      quarterFigures HSCDA
      quarterlyReport HSCDA
      quarterlyReports HSCDA
      recommendationClose HSC
      recommendationRecord C
      reportDraft S
      reportPresent S
      reportPublish S
      reportReview SC
      reportingExceptions OHSCDA
      reportingTrends HSCDA
      serviceReturnSubmit OHP
      serviceReturns OHSCDAP
      servicesToFix HSCDA
      trainingNeeds HSCDA
      trainingSessionRecord S
      trainingSessions HSCDA
      unusualAccess DA
      """;

  private static final List<String> FILES =
      List.of("", "-figures", "-reports", "-exceptions", "-trends");

  @Test
  @DisplayName("PR.2: each question and act of reporting has its audience; members have three")
  void eachHasItsAudience() throws IOException {
    var written = new TreeMap<String, Set<String>>();
    AUDIENCES
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            parts ->
                written.put(
                    parts[0],
                    parts[1]
                        .chars()
                        .mapToObj(seat -> Objects.requireNonNull(SEATS.get((char) seat)))
                        .collect(Collectors.toCollection(TreeSet::new))));

    assertThat(audiences()).isEqualTo(written);
    assertThat(
            written.entrySet().stream()
                .filter(e -> e.getValue().contains("ELECTED_MEMBER"))
                .map(Map.Entry::getKey))
        .containsExactly("figureDefinitions", "incidentFigures", "memberTables");
  }

  private static Map<String, Set<String>> audiences() throws IOException {
    var found = new TreeMap<String, Set<String>>();
    for (String file : FILES) {
      try (InputStream in =
          Objects.requireNonNull(
              AudienceTests.class.getResourceAsStream("/graphql/reporting" + file + ".graphqls"))) {
        Parser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .getDefinitionsOfType(ObjectTypeExtensionDefinition.class)
            .stream()
            .filter(type -> Set.of("Query", "Mutation").contains(type.getName()))
            .flatMap(type -> type.getFieldDefinitions().stream())
            .forEach(field -> found.put(field.getName(), roles(field)));
      }
    }
    return found;
  }

  private static Set<String> roles(FieldDefinition field) {
    var value =
        (ArrayValue) field.getDirectives("mayCall").getFirst().getArgument("roles").getValue();
    return value.getValues().stream()
        .map(role -> ((EnumValue) role).getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
