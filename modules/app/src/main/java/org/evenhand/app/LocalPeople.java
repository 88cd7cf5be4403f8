package org.evenhand.app;

import java.util.List;
import org.evenhand.foundation.Role;
import org.evenhand.sharing.ReferralScopes;

/** Who can sign in with the local profile: one OAuth client for each role, all invented. */
final class LocalPeople {

  /** A client of the local issuer, whose secret is its own id, and the person it stands for. */
  record Person(String client, String name, Role role, List<String> serviceAreas) {

    /** What its token is good for: a partner's machine may ask for each purpose. */
    List<String> scopes() {
      return role == Role.INTEGRATOR ? ReferralScopes.all() : List.of();
    }
  }

  static final List<Person> ALL =
      List.of(
          new Person("officer", "Olive Example", Role.OFFICER, List.of("housing")),
          new Person("head-of-service", "Hari Example", Role.HEAD_OF_SERVICE, List.of("housing")),
          new Person(
              "head-of-service-leisure", "Lena Example", Role.HEAD_OF_SERVICE, List.of("leisure")),
          new Person(
              "head-of-customer-services",
              "Helen Example",
              Role.HEAD_OF_CUSTOMER_SERVICES,
              List.of()),
          new Person("cmt-member", "Cato Example", Role.CMT_MEMBER, List.of()),
          new Person("elected-member", "Edie Example", Role.ELECTED_MEMBER, List.of()),
          new Person("monitoring-officer", "Mo Example", Role.MONITORING_OFFICER, List.of()),
          new Person(
              "data-protection-officer", "Dee Example", Role.DATA_PROTECTION_OFFICER, List.of()),
          new Person("legal", "Lex Example", Role.LEGAL, List.of()),
          new Person("auditor", "Ada Example", Role.AUDITOR, List.of()),
          new Person("contractor", "Con Example", Role.CONTRACTOR, List.of("leisure")),
          new Person("plugin-administrator", "Pat Example", Role.PLUGIN_ADMINISTRATOR, List.of()),
          new Person("integrator", "Partner machine", Role.INTEGRATOR, List.of()));

  private LocalPeople() {}

  static Person byClient(String client) {
    return ALL.stream()
        .filter(p -> p.client().equals(client))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such client"));
  }
}
