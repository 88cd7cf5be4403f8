package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerMergeView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.MergeGround;
import org.evenhand.intake.MergingCustomers;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** T21: two records turn out to be one person's, and what holds for either holds for both. */
class MergedPeopleTests extends Story {

  @Autowired MergingCustomers merging;

  private static final String STANDING =
      """
      query($id: ID!) { customer(id: $id) {
        restrictions { id }
        openRoute { open noneOn closed { channel why } } } }
      """;

  @Test
  @DisplayName("T21: merged, the desk answers by either record with both's rules; unmerged, apart")
  void theDeskKnowsOnePerson() {
    CustomerView kept = customer("Greta Gone");
    CustomerView other = customer("Greta Before", null, nextTelephone());
    inForce(action(determined(kept), ONE_MEDIUM, medium(Channel.EMAIL)));
    adjusted(other);
    assertThat(verdict(check(call(kept)))).isEqualTo("REDIRECT");
    assertThat(verdict(check(call(other)))).isEqualTo("ALLOWED");

    CustomerMergeView merge = merge(kept, other);

    var oneOfEach =
        Map.<String, Object>of("reference", kept.reference(), "telephone", telephone(other));
    for (var asked : List.of(call(kept), call(other), contact(oneOfEach, Channel.PHONE))) {
      var answer = check(asked);
      assertThat(verdict(answer)).isEqualTo("REDIRECT");
      answer.path("contactCheck.adjustments").entityList(Object.class).hasSize(1);
      answer
          .path("contactCheck.identity.customer.id")
          .entity(String.class)
          .isEqualTo(gid("Customer", kept.id().value()));
    }
    // Either name is theirs; a stranger's is not.
    assertThat(verdict(check(contact(named(other, "Greta Gone"), Channel.PHONE))))
        .isEqualTo("REDIRECT");
    assertThat(verdict(check(contact(named(other, "Hugo Other"), Channel.PHONE))))
        .isEqualTo("ALLOWED");
    assertThat(frontDesk.rebuild()).isPositive();
    assertThat(verdict(check(call(other)))).isEqualTo("REDIRECT");

    unmerge(merge);

    assertThat(verdict(check(call(kept)))).isEqualTo("REDIRECT");
    assertThat(verdict(check(call(other)))).isEqualTo("ALLOWED");
    assertThat(verdict(check(contact(oneOfEach, Channel.PHONE)))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("P9.3, F3: a merge that leaves no way in is listed at once; unmerged, one is open")
  void listsThatNoWayIsLeft() {
    CustomerView kept = customer("Nora Way");
    CustomerView other = customer("Nora Way", null, nextTelephone());
    RestrictionView letters = inForce(action(determined(kept), ONE_MEDIUM, medium(Channel.LETTER)));
    adjusted(other, Channel.LETTER);
    As hofcs = As.headOfCustomerServices();
    standing(hofcs, kept.id())
        .path("customer.openRoute.open")
        .entity(Boolean.class)
        .isEqualTo(true);

    CustomerMergeView merge = merge(kept, other);

    assertThat(openDuties(letters))
        .contains("LOOK_AT_RESTRICTIONS_AFTER_MERGE", "OPEN_A_ROUTE_AFTER_MERGE");
    GraphQlTester.Response closed = standing(hofcs, kept.id());
    closed.path("customer.openRoute.open").entity(Boolean.class).isEqualTo(false);
    closed
        .path("customer.openRoute.closed[?(@.channel == 'LETTER')].why")
        .entityList(String.class)
        .contains("UNUSABLE");
    standing(As.officer("housing"), kept.id()).path("customer.openRoute").valueIsNull();

    unmerge(merge);

    assertThat(openDuties(letters))
        .doesNotContain("LOOK_AT_RESTRICTIONS_AFTER_MERGE", "OPEN_A_ROUTE_AFTER_MERGE");
    standing(hofcs, kept.id())
        .path("customer.openRoute.open")
        .entity(Boolean.class)
        .isEqualTo(true);
  }

  @Test
  @DisplayName(
      "P9.3, F3: an adjustment agreed later that leaves no way in is listed at once, for the head of"
          + " customer services; one that leaves a way in is not")
  void anAdjustmentThatLeavesNoWayIsListed() {
    CustomerView customer = customer("Ada Later");
    RestrictionView letters =
        inForce(action(determined(customer), ONE_MEDIUM, medium(Channel.LETTER)));

    adjusted(customer, Channel.PHONE);
    assertThat(openDuties(letters)).doesNotContain("OPEN_A_ROUTE_AFTER_ADJUSTMENT");

    adjusted(customer, Channel.LETTER);
    assertThat(openDuties(letters)).contains("OPEN_A_ROUTE_AFTER_ADJUSTMENT");

    lifted(letters);
    assertThat(openDuties(letters)).doesNotContain("OPEN_A_ROUTE_AFTER_ADJUSTMENT");
  }

  private void lifted(RestrictionView restriction) {
    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(restriction.id(), null, "Another way was needed")));
  }

  private static Map<String, Object> named(CustomerView customer, String name) {
    return Map.of(
        "reference", customer.reference(), "telephone", telephone(customer), "name", name);
  }

  private void unmerge(CustomerMergeView merge) {
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        merging.unmerge(
                            new MergingCustomers.Unmerge(
                                merge.id(), merge.version(), "Two sisters"),
                            currentActor.get(),
                            clock.instant())));
  }

  @Test
  @DisplayName("P9.3: a merge that leaves a way in asks the owner to look again, nobody else")
  void looksAgain() {
    CustomerView kept = customer("Lena Look");
    CustomerView other = customer("Lena Look", null, nextTelephone());
    RestrictionView mails = inForce(action(determined(other), ONE_MEDIUM, medium(Channel.EMAIL)));

    merge(kept, other);

    assertThat(openDuties(mails))
        .contains("LOOK_AT_RESTRICTIONS_AFTER_MERGE")
        .doesNotContain("OPEN_A_ROUTE_AFTER_MERGE");
    standing(As.headOfCustomerServices(), kept.id())
        .path("customer.restrictions[*].id")
        .entityList(String.class)
        .containsExactly(gid("Restriction", mails.id().value()));
  }

  private GraphQlTester.Response standing(As who, CustomerId customer) {
    return who.call(
        () ->
            graphQl.document(STANDING).variable("id", gid("Customer", customer.value())).execute());
  }

  private CustomerMergeView merge(CustomerView kept, CustomerView other) {
    return As.headOfCustomerServices()
        .call(
            () ->
                done(
                    () ->
                        merging.merge(
                            new MergingCustomers.Merge(
                                kept.id(),
                                other.id(),
                                MergeGround.DOCUMENT_SEEN,
                                Confidence.CONFIRMED,
                                "Married in spring",
                                "Marriage certificate"),
                            currentActor.get(),
                            clock.instant())));
  }
}
