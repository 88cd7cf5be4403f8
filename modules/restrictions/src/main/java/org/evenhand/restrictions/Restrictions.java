package org.evenhand.restrictions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.intake.CustomerId;

/** Looking actions up. Callers decide who may see them and log the read. */
public interface Restrictions {

  Optional<RestrictionView> find(RestrictionId id);

  /** Those that exist, newest first. */
  List<RestrictionView> find(Collection<RestrictionId> ids);

  /** All of a customer, ended ones too, newest first. */
  List<RestrictionView> of(CustomerId customer);

  /** All that rest on a consideration, newest first. */
  List<RestrictionView> ofCase(ConsiderationId consideration);

  /** Those that a notice tells of, oldest first. */
  List<RestrictionView> ofNotice(NoticeId notice);

  /** As above of several notices; nothing for one that tells of none. */
  Map<NoticeId, List<RestrictionView>> ofNotices(Collection<NoticeId> notices);
}
