package org.evenhand.kit;

import java.util.Set;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Settings;

/**
 * One contact and the answer that the author means it to get.
 *
 * @param name says what is shown: {@code an emergency repair is taken on any channel}
 * @param settings the type's settings
 * @param facts the contact
 * @param verdict what the front line may do
 * @param lines what the answer must say, among whatever else it says
 */
public record ContactVector(
    String name, Settings settings, ContactFacts facts, Verdict verdict, Set<LineCode> lines) {
  public ContactVector {
    lines = Set.copyOf(lines);
  }

  public static ContactVector of(
      String name, Settings settings, ContactFacts facts, Verdict verdict, LineCode... lines) {
    return new ContactVector(name, settings, facts, verdict, Set.of(lines));
  }
}
