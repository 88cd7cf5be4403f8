package org.evenhand.restrictions.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.restrictions.StandingFaults;
import org.springframework.stereotype.Component;

/** {@link Findings} for those who count them. */
@Component
class FaultsThatStand implements StandingFaults {

  private static final Set<Findings.Code> WITH_A_DUTY =
      EnumSet.of(
          Findings.Code.EMERGENCY_UNCONFIRMED,
          Findings.Code.GROUND_GONE,
          Findings.Code.REVIEW_OVERDUE,
          Findings.Code.NOT_TOLD);

  private final Findings findings;

  FaultsThatStand(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Standing> all() {
    return findings.all().stream()
        .map(
            found ->
                new Standing(
                    found.restriction().id(),
                    found.restriction().customerId(),
                    found.restriction().leadService(),
                    found.codes().stream()
                        .filter(code -> !WITH_A_DUTY.contains(code))
                        .map(Findings.Code::fault)
                        .collect(Collectors.toSet()),
                    found.steps()))
        .filter(standing -> !standing.faults().isEmpty())
        .toList();
  }
}
