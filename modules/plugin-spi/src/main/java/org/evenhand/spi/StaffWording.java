package org.evenhand.spi;

/**
 * The type's words for officers: on lists and on the record, not at the front desk.
 *
 * @param summary one line
 * @param inPractice what officers do differently while it is in force
 */
public record StaffWording(Texts summary, Texts inPractice) {}
