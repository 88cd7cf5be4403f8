package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhand.designation.ConsiderationView;
import org.evenhand.intake.CustomerView;
import org.evenhand.spi.Channel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One story end to end, with the modules that it leans on. */
class ImposingModuleTests extends Story {

  @Test
  @DisplayName("P8.3.2, P9.2, T9, F9: imposed, told, in force, answered at the desk, lifted")
  void theWholeStory() {
    CustomerView customer = customer("Wanda Whole");
    ConsiderationView consideration = determined(customer);

    RestrictionView imposed = imposed(action(consideration, TIME_SLOT, slots()));

    assertThat(imposed.status()).isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");

    served(issued(consideration));

    assertThat(restrictions.find(imposed.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(verdict(check(contact(twoIdentifiers(customer), Channel.LETTER))))
        .isEqualTo("ALLOWED");
  }
}
