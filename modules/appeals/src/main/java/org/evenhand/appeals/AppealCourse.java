package org.evenhand.appeals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;

/**
 * What became of an appeal after it was lodged, each list oldest first.
 *
 * @param investigators who was named; empty while it is the Head of Customer Services (P10.4)
 * @param findings null until presented
 * @param determination null until decided (P10.5)
 * @param withdrawal null unless the customer took it back
 * @param acknowledgement null until written
 * @param outcome the letter with the outcome; null until written
 */
public record AppealCourse(
    List<NamedInvestigator> investigators,
    List<ConflictDeclaration> declarations,
    List<InvestigationEntry> investigation,
    List<SuspensionDecision> suspensions,
    List<AppealCorrection> corrections,
    @Nullable PresentedFindings findings,
    @Nullable AppealDetermination determination,
    @Nullable Withdrawal withdrawal,
    @Nullable AppealLetter acknowledgement,
    @Nullable AppealLetter outcome) {
  public AppealCourse {
    investigators = List.copyOf(investigators);
    declarations = List.copyOf(declarations);
    investigation = List.copyOf(investigation);
    suspensions = List.copyOf(suspensions);
    corrections = List.copyOf(corrections);
  }

  /**
   * Whether something was put right that nobody has weighed: since the question for new information
   * was last answered (T3, T27).
   */
  public boolean correctionToWeigh() {
    return corrections.stream()
        .anyMatch(
            c ->
                investigation.stream()
                    .noneMatch(
                        e ->
                            e.kind() == InvestigationKind.NEW_INFORMATION
                                && e.at().isAfter(c.at())));
  }

  /** Whether something was put right after the findings were presented. */
  public boolean correctedSincePresented() {
    return findings != null && corrections.stream().anyMatch(c -> !c.at().isBefore(findings.at()));
  }

  /** Everything that was ever set aside for this appeal. */
  public Set<RestrictionId> suspended() {
    return suspensions.stream().flatMap(s -> s.restrictions().stream()).collect(Collectors.toSet());
  }

  /** Who looks into it now; null while nobody was named. */
  public @Nullable NamedInvestigator investigator() {
    return investigators.isEmpty() ? null : investigators.getLast();
  }
}
