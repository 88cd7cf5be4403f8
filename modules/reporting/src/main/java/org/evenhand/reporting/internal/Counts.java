package org.evenhand.reporting.internal;

/**
 * What was counted for one service area in one quarter, before anybody sees it.
 *
 * @param people with incidents
 * @param ofUnknownPeople incidents whose person is not known
 * @param callers people who made the contacts
 */
record Counts(
    int incidents, int people, int ofUnknownPeople, int contacts, int callers, int causedByUs) {
  static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);

  Counts plus(Counts other) {
    return new Counts(
        incidents + other.incidents,
        people + other.people,
        ofUnknownPeople + other.ofUnknownPeople,
        contacts + other.contacts,
        callers + other.callers,
        causedByUs + other.causedByUs);
  }
}
