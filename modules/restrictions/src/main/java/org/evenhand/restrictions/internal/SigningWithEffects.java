package org.evenhand.restrictions.internal;

import java.util.ArrayList;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever signs a notice has seen what everything comes to together (P9.3): they hand back the
 * digest of what they saw. If that has changed since, they look again; without one, the answer says
 * that nobody looked.
 */
@Component
public class SigningWithEffects {

  private final Considerations considerations;
  private final EffectsTogether effects;

  SigningWithEffects(Considerations considerations, EffectsTogether effects) {
    this.considerations = considerations;
    this.effects = effects;
  }

  /**
   * Whether what the signer saw is still so. A case that there is not, is refused elsewhere.
   *
   * @param addressee null for the customer considered
   */
  public boolean seen(ConsiderationId id, @Nullable CustomerId addressee, String digest) {
    CustomerId whose =
        addressee == null
            ? considerations.basis(id).map(ImposingBasis::customerId).orElse(null)
            : addressee;
    return whose == null || effects.seen(whose, digest);
  }

  /** The same outcome, with the warning that nobody looked where the notice narrows something. */
  public Outcome<NoticeView> unseen(Outcome<NoticeView> issued) {
    if (!(issued instanceof Outcome.Done<NoticeView>(NoticeView notice, var warnings))
        || !notice.restricts()) {
      return issued;
    }
    var all = new ArrayList<>(warnings);
    all.add(Warning.of("EFFECT_NOT_SEEN"));
    return Outcome.done(notice, all);
  }
}
