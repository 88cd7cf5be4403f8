package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterKind;
import org.evenhand.intake.MatterView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which Ombudsman a letter names (F4). */
class OmbudsmenTests {

  @Test
  @DisplayName("F4: landlord matters the Housing Ombudsman, others local government, mixed both")
  void byMatter() {
    assertThat(Ombudsmen.of(List.of(), List.of())).containsExactly(Ombudsman.LOCAL_GOVERNMENT);
    assertThat(Ombudsmen.of(List.of(matter(MatterKind.TENANCY)), List.of()))
        .containsExactly(Ombudsman.HOUSING);
    assertThat(
            Ombudsmen.of(
                List.of(matter(MatterKind.TENANCY), matter(MatterKind.PLANNING_CASE)), List.of()))
        .containsExactly(Ombudsman.LOCAL_GOVERNMENT, Ombudsman.HOUSING);
  }

  @Test
  @DisplayName("F4: the writer adds one and leaves none out")
  void theWriterAdds() {
    assertThat(
            Ombudsmen.of(List.of(matter(MatterKind.TENANCY)), List.of(Ombudsman.LOCAL_GOVERNMENT)))
        .containsExactly(Ombudsman.LOCAL_GOVERNMENT, Ombudsman.HOUSING);
  }

  private static MatterView matter(MatterKind kind) {
    return new MatterView(
        new MatterId(UUID.randomUUID()),
        0,
        new CustomerId(UUID.randomUUID()),
        "T-1",
        "housing system",
        null,
        new ServiceAreaCode("housing"),
        null,
        false,
        false,
        null,
        null,
        false,
        null,
        kind);
  }
}
