package org.evenhand.restrictions;

/**
 * Why this action, in four steps, each of which can be challenged (F17).
 *
 * @param conduct what the customer did
 * @param harm what it did to others or to the service
 * @param whyThis why this action stops it
 * @param whyNothingLess why nothing less would
 */
public record Reasons(String conduct, String harm, String whyThis, String whyNothingLess) {}
