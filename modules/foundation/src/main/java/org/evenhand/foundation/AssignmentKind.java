package org.evenhand.foundation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an officer does for somebody or something. */
public enum AssignmentKind {
  /** The one person a customer deals with (P8.3.10). */
  SPOC("Customer"),
  /** Looks into an appeal or a case (P10.4). */
  INVESTIGATOR(null),
  /** Sits in the Corporate Management Team, for the whole council (P4.3, P10.5). */
  CORPORATE_MANAGEMENT_TEAM(null),
  /** Receives people in a building. */
  RECEPTION("Building"),
  /** Keeps people safe in a building. */
  SECURITY("Building"),
  /** Holds the provider of a commissioned service area to the contract (PR.3, F6). */
  CONTRACT_MANAGER("ServiceArea"),
  /** Sees to hate and inequality reports (P4.1, T18). */
  HATE_CRIME_LEAD(null),
  /** Speaks with the police (P9.4, P9.5). */
  POLICE_LIAISON(null),
  /** Sees to children and adults at risk (T19). */
  SAFEGUARDING_LEAD(null),
  /** Takes matters in which staff are the subject (T19). */
  HUMAN_RESOURCES_LEAD(null);

  private final @Nullable String subjectType;

  AssignmentKind(@Nullable String subjectType) {
    this.subjectType = subjectType;
  }

  /**
   * The GraphQL type of what an assignment of this kind must be for; empty where it may be for
   * anything, or for the whole council.
   */
  public Optional<String> subjectType() {
    return Optional.ofNullable(subjectType);
  }
}
