package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CustomerViewTests {

  @Test
  @DisplayName(
      "T19: a child is one until the eighteenth birthday, whatever day the question is for")
  void isAChildUntilTheEighteenthBirthday() {
    CustomerView born = born(LocalDate.of(2008, 11, 24));

    assertThat(born.childOn(LocalDate.of(2026, 11, 23))).isTrue();
    assertThat(born.childOn(LocalDate.of(2026, 11, 24))).isFalse();
  }

  @Test
  @DisplayName("T19: born on 29 February, of age on 28 February")
  void comesOfAgeInAYearWithoutALeapDay() {
    CustomerView born = born(LocalDate.of(2008, 2, 29));

    assertThat(born.childOn(LocalDate.of(2026, 2, 27))).isTrue();
    assertThat(born.childOn(LocalDate.of(2026, 2, 28))).isFalse();
  }

  @Test
  void isNoChildWhereNoDateOfBirthIsKnown() {
    assertThat(born(null).childOn(LocalDate.of(2026, 11, 23))).isFalse();
  }

  private static CustomerView born(@Nullable LocalDate on) {
    return new CustomerView(
        CustomerId.next(),
        0,
        "C-2222-2222",
        CustomerKind.INDIVIDUAL,
        "Robin Example",
        on,
        false,
        List.of(),
        Circumstances.NONE_KNOWN,
        null,
        null,
        List.of(),
        LocalDate.of(2026, 1, 5));
  }
}
