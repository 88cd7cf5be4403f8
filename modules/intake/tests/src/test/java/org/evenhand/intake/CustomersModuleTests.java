package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.RegisteringCustomers.CustomerAmendment;
import org.evenhand.intake.RegisteringCustomers.CustomerToRegister;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.intake.RegisteringCustomers.RepresentativeToRecord;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/** P2.1: who the council deals with. */
class CustomersModuleTests extends IntakeModuleTest {

  @Autowired Representatives representatives;

  @Test
  @DisplayName("P2.1: registering gives a reference of ours and tells the other modules")
  void registersACustomer(Scenario scenario) {
    As.officer("housing")
        .run(
            () ->
                scenario
                    .stimulate(
                        () ->
                            done(
                                () ->
                                    registering.register(
                                        person("Wilma Weir"), currentActor.get(), NOW)))
                    .andWaitForEventOfType(CustomerRegistered.class)
                    .toArriveAndVerify(
                        (event, customer) -> {
                          assertThat(event.customerId()).isEqualTo(customer.id());
                          assertThat(customer.reference()).matches("C-.{4}-.{4}");
                          assertThat(customers.byReference(customer.reference()))
                              .contains(customer);
                        }));
  }

  @Test
  @DisplayName("T21: the same number in another spelling is a possible duplicate, not a refusal")
  void warnsOfPossibleDuplicates() {
    String number = "01827 " + (100_000 + (int) (Math.random() * 899_999));
    CustomerView first = customer("Dora Double", telephone(number));

    Outcome<CustomerView> second =
        As.officer("housing")
            .call(
                () ->
                    transactions.execute(
                        s ->
                            registering.register(
                                person("D. Double", telephone("+44 " + number.substring(1))),
                                currentActor.get(),
                                NOW)));

    assertThat(second.orNull()).isNotNull();
    assertThat(second.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("POSSIBLE_DUPLICATE");
              assertThat(warning.parameters()).containsEntry("reference", first.reference());
            });
  }

  @Test
  @DisplayName("P2.1: what cannot be true of a customer is refused, every reason at once")
  void refusesWhatCannotBe() {
    assertThat(
            refused(
                () ->
                    registering.register(
                        new CustomerToRegister(
                            CustomerKind.ORGANISATION,
                            " ",
                            TODAY.plusDays(1),
                            false,
                            List.of(telephone("12")),
                            Circumstances.NONE_KNOWN,
                            null,
                            null,
                            List.of(CustomerId.next())),
                        As.officer("housing").call(currentActor::get),
                        NOW)))
        .containsExactlyInAnyOrder(
            "TEXT_MISSING",
            "DATE_IN_FUTURE",
            "BIRTH_OF_NO_PERSON",
            "IDENTIFIER_ILL_FORMED",
            "MEMBERS_OF_NO_GROUP");
  }

  @Test
  @DisplayName(
      "T15: a group has members who are people of their own; somebody who left is not bound")
  void keepsTheMembersOfAGroup() {
    CustomerView ann = customer("Ann Member");
    CustomerView bob = customer("Bob Member");
    CustomerView group = customer(group("Friends of the Mill", ann, bob));

    assertThat(group.members()).containsExactly(ann.id(), bob.id());
    assertThat(customers.groupsOf(ann.id())).containsExactly(group.id());
    As.officer("housing")
        .run(
            () -> {
              CustomerView left =
                  done(
                      () ->
                          registering.amend(
                              new CustomerAmendment(
                                  group.id(),
                                  group.version(),
                                  null,
                                  null,
                                  null,
                                  null,
                                  null,
                                  null,
                                  List.of(bob.id())),
                              currentActor.get(),
                              NOW));
              assertThat(left.members()).containsExactly(bob.id());
              assertThat(
                      refused(
                          () ->
                              registering.register(
                                  group("Friends of friends", group), currentActor.get(), NOW)))
                  .containsExactly("MEMBER_IS_A_GROUP");
            });
    assertThat(customers.groupsOf(ann.id())).isEmpty();
  }

  @Test
  @DisplayName(
      "F7: amending keeps what was believed before, and nobody amends what they did not read")
  void amendsWithHistory() {
    CustomerView before = customer("Nora Nameless", telephone("07700 900321"));
    As.officer("housing")
        .run(
            () -> {
              CustomerView after = done(() -> rename(before, before.version(), "Nora Named"));
              assertThat(after.name()).isEqualTo("Nora Named");
              assertThat(after.identifiers()).isEqualTo(before.identifiers());
              assertThat(after.version()).isGreaterThan(before.version());
              assertThat(refused(() -> rename(before, before.version(), "Nora Again")))
                  .containsExactly("STALE");
            });
    assertThat(
            jdbc.sql("select name, ended_by from intake.customer_history where id = ?")
                .param(before.id().value())
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list())
        .containsExactly("Nora Nameless officer-1");
  }

  @Test
  @DisplayName("T21: an identifier that was replaced no longer recognises anybody")
  void endsIdentifiersThatAreReplaced() {
    CustomerView before =
        customer("Ivo Ident", telephone("07700 900111"), telephone("07700 900112"));
    CustomerView after =
        As.officer("housing")
            .call(
                () ->
                    done(
                        () ->
                            registering.amend(
                                new CustomerAmendment(
                                    before.id(),
                                    before.version(),
                                    null,
                                    null,
                                    null,
                                    List.of(telephone("07700 900112"), telephone("07700 900113")),
                                    null,
                                    null,
                                    null),
                                currentActor.get(),
                                NOW)));

    assertThat(after.identifiers())
        .extracting(Identifier::value)
        .containsExactly("+447700900112", "+447700900113");
    assertThat(customers.identity(before.id()).orElseThrow().identifiers())
        .isEqualTo(after.identifiers());
  }

  @Test
  @DisplayName(
      "T16: somebody who speaks for a customer is a party of their own, with authority seen")
  void recordsWhoSpeaksForACustomer() {
    CustomerView customer = customer("Rita Represented");
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> represent(customer, null)))
                  .containsExactly("AUTHORITY_SEEN_ON_MISSING");
              RepresentativeView advocate = done(() -> represent(customer, TODAY));
              assertThat(advocate.customerId()).isEqualTo(customer.id());
              assertThat(advocate.runsOn(TODAY)).isTrue();
              assertThat(advocate.runsOn(TODAY.plusYears(2))).isFalse();
            });
    assertThat(representatives.of(List.of(customer.id()))).hasSize(1);
    assertThat(customers.byReference(customer.reference()).orElseThrow().identifiers())
        .as("their number does not become the customer's")
        .isEmpty();
  }

  @Test
  @DisplayName(
      "T19: doubt about capacity and vulnerability are recorded before anything is decided")
  void recordsCircumstances(Scenario scenario) {
    CustomerView customer = customer("Cara Circumstance");
    As.headOfService("housing")
        .run(
            () ->
                scenario
                    .stimulate(
                        () ->
                            done(
                                () ->
                                    registering.recordCircumstances(
                                        customer.id(),
                                        customer.version(),
                                        new Circumstances(true, "Lives alone", true, null),
                                        currentActor.get(),
                                        NOW)))
                    .andWaitForEventOfType(CustomerCircumstancesChanged.class)
                    .toArriveAndVerify(
                        (event, changed) -> {
                          assertThat(event.customerId()).isEqualTo(customer.id());
                          assertThat(changed.circumstances().capacityInDoubt()).isTrue();
                          assertThat(changed.circumstances().vulnerable()).isTrue();
                        }));
  }

  private Outcome<CustomerView> rename(CustomerView customer, int version, String name) {
    return registering.amend(
        new CustomerAmendment(customer.id(), version, name, null, null, null, null, null, null),
        currentActor.get(),
        NOW);
  }

  private Outcome<RepresentativeView> represent(CustomerView customer, @Nullable LocalDate seenOn) {
    return registering.recordRepresentative(
        new RepresentativeToRecord(
            customer.id(),
            "Sam Advocate",
            "Advice House",
            "housing advocate",
            RepresentativeAuthority.WRITTEN_AUTHORITY,
            seenOn,
            "01827 700700",
            null,
            TODAY,
            TODAY.plusYears(1)),
        currentActor.get(),
        NOW);
  }

  private static CustomerToRegister group(String name, CustomerView... members) {
    return new CustomerToRegister(
        CustomerKind.GROUP,
        name,
        null,
        false,
        List.of(),
        Circumstances.NONE_KNOWN,
        null,
        null,
        java.util.Arrays.stream(members).map(CustomerView::id).toList());
  }

  private static IdentifierGiven telephone(String number) {
    return new IdentifierGiven(IdentifierKind.TELEPHONE, number, null, Confidence.PROBABLE);
  }
}
