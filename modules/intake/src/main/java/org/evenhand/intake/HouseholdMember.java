package org.evenhand.intake;

/**
 * Somebody of a customer's household, seen from the customer.
 *
 * @param is what they are to the customer
 */
public record HouseholdMember(CustomerId personId, HouseholdRole is, HouseholdLinkView link) {}
