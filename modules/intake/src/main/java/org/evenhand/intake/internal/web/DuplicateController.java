package org.evenhand.intake.internal.web;

import java.util.List;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.DuplicateCandidate;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.internal.DuplicateSearch;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who may be the same person. */
@Controller
class DuplicateController {

  private static final int MOST = 20;

  private final Customers customers;
  private final DuplicateSearch duplicates;
  private final Reader reader;

  DuplicateController(Customers customers, DuplicateSearch duplicates, Reader reader) {
    this.customers = customers;
    this.duplicates = duplicates;
    this.reader = reader;
  }

  @QueryMapping
  List<DuplicateCandidate> customerDuplicates(@Argument String customer) {
    List<DuplicateCandidate> found =
        GlobalId.uuid("Customer", customer)
            .map(CustomerId::new)
            .flatMap(customers::identity)
            .map(identity -> duplicates.of(identity, MOST))
            .orElse(List.of());
    reader.log(
        "customerDuplicates", "Customer", found.stream().map(c -> c.customer().id()).toList());
    return found;
  }

  @SchemaMapping(typeName = "DuplicateCandidate", field = "agreeing")
  List<IdentifierKind> agreeing(DuplicateCandidate candidate) {
    return candidate.agreeing().stream().sorted().toList();
  }
}
