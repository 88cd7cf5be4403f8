package org.evenhand.correspondence;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The finished wording of a notice, part by part (P9.2, F4, F12). A blank text is a missing part.
 *
 * @param why why the behaviour is not acceptable, or what was found, in neutral words (T28)
 * @param actions what is done about it; needed where the notice restricts
 * @param howToReachUs how to get service in the meantime
 * @param appeal how to challenge the decision; null only where the notice cannot be appealed
 * @param whyNoAppeal the reason where it cannot, else null
 * @param ombudsman whom to turn to afterwards; both where landlord and other matters are mixed
 * @param dataRights what we hold and what the customer can ask of us about it
 * @param adjustments how to ask for another format or another way of dealing with us (F3)
 */
public record NoticeParts(
    String why,
    List<ActionPart> actions,
    String howToReachUs,
    @Nullable AppealPart appeal,
    @Nullable String whyNoAppeal,
    Set<Ombudsman> ombudsman,
    String dataRights,
    String adjustments) {
  public NoticeParts {
    actions = List.copyOf(actions);
    ombudsman = Collections.unmodifiableSortedSet(new TreeSet<>(ombudsman));
  }
}
