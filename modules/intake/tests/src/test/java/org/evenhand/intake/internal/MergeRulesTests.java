package org.evenhand.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.AgreeingIdentifier;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentity;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.Identifier;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.MergeGround;
import org.evenhand.intake.MergingCustomers.Merge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T21: when two records may be held for one person. */
class MergeRulesTests {

  private static final LocalDate BORN = LocalDate.of(1970, 1, 2);

  @Test
  @DisplayName("T21: a name and a date of birth are two independent identifiers")
  void nameAndBirthAgree() {
    CustomerIdentity one = identity("Ann Other", BORN);
    CustomerIdentity other = identity("ann  other", BORN);

    assertThat(MergeRules.agreeing(one, other, Set.of()))
        .containsExactlyInAnyOrder(AgreeingIdentifier.NAME, AgreeingIdentifier.DATE_OF_BIRTH);
    assertThat(refusals(one, other, MergeGround.IDENTIFIERS_AGREE, Confidence.CONFIRMED, null))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = IdentifierKind.class,
      names = {"ADDRESS", "UPRN", "VEHICLE"})
  @DisplayName("T21: an address, a property and a vehicle tell nobody from others")
  void placesAndVehiclesProveNothing(IdentifierKind kind) {
    CustomerIdentity one = identity("Ann Other", null, held(kind, "X1", Confidence.CONFIRMED));
    CustomerIdentity other = identity("Ann Other", null, held(kind, "X1", Confidence.CONFIRMED));

    assertThat(MergeRules.agreeing(one, other, Set.of())).containsExactly(AgreeingIdentifier.NAME);
    assertThat(refusals(one, other, MergeGround.IDENTIFIERS_AGREE, Confidence.CONFIRMED, null))
        .containsExactly("IDENTITY_NOT_SURE");
  }

  @Test
  @DisplayName("T21: a number that is doubtful, or that somebody else has too, does not count")
  void sharedAndDoubtfulDoNotCount() {
    Identifier sure = held(IdentifierKind.TELEPHONE, "+441", Confidence.PROBABLE);
    Identifier doubtful = held(IdentifierKind.TELEPHONE, "+441", Confidence.UNCERTAIN);

    assertThat(MergeRules.agreeing(identity("A", null, sure), identity("B", null, sure), Set.of()))
        .containsExactly(AgreeingIdentifier.TELEPHONE);
    assertThat(
            MergeRules.agreeing(identity("A", null, sure), identity("B", null, doubtful), Set.of()))
        .isEmpty();
    assertThat(
            MergeRules.agreeing(
                identity("A", null, sure),
                identity("B", null, sure),
                Set.of(new MergeRules.Same(IdentifierKind.TELEPHONE, "+441"))))
        .isEmpty();
  }

  @Test
  @DisplayName("T21: different birthdays speak against it unless something else is named and shown")
  void contradictions() {
    Identifier phone = held(IdentifierKind.TELEPHONE, "+441", Confidence.CONFIRMED);
    Identifier email = held(IdentifierKind.EMAIL, "a@b.test", Confidence.CONFIRMED);
    CustomerIdentity one = identity("A", BORN, phone, email);
    CustomerIdentity other = identity("B", BORN.plusDays(1), phone, email);

    assertThat(refusals(one, other, MergeGround.IDENTIFIERS_AGREE, Confidence.CONFIRMED, null))
        .containsExactly("IDENTITY_CONTRADICTED");
    assertThat(refusals(one, other, MergeGround.DOCUMENT_SEEN, Confidence.CONFIRMED, null))
        .containsExactly("TEXT_MISSING");
    assertThat(refusals(one, other, MergeGround.DOCUMENT_SEEN, Confidence.CONFIRMED, "Passport"))
        .isEmpty();
    assertThat(refusals(one, other, MergeGround.DOCUMENT_SEEN, Confidence.UNCERTAIN, "Passport"))
        .containsExactly("MERGE_UNCERTAIN");
  }

  private static List<String> refusals(
      CustomerIdentity one,
      CustomerIdentity other,
      MergeGround ground,
      Confidence confidence,
      @Nullable String evidence) {
    return MergeRules.refusals(
            new Merge(one.id(), other.id(), ground, confidence, "The same person", evidence),
            one,
            other,
            MergeRules.agreeing(one, other, Set.of()))
        .stream()
        .map(Refusal::code)
        .toList();
  }

  private static Identifier held(IdentifierKind kind, String value, Confidence confidence) {
    return new Identifier(kind, value, value, confidence);
  }

  private static CustomerIdentity identity(
      String name, @Nullable LocalDate born, Identifier... identifiers) {
    return new CustomerIdentity(
        CustomerId.next(),
        "C-2222-2222",
        CustomerKind.INDIVIDUAL,
        name,
        IdentifierForm.nameKey(name),
        born,
        List.of(identifiers));
  }
}
