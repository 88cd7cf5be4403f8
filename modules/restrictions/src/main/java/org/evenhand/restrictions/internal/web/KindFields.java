package org.evenhand.restrictions.internal.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.foundation.GlobalId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.EndedContacts;
import org.evenhand.restrictions.internal.LeftAgreements;
import org.evenhand.restrictions.internal.MissedSlot;
import org.evenhand.restrictions.internal.RefusedRegistrations;
import org.evenhand.restrictions.internal.SetTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What was recorded under actions of single kinds, as the schema shows it. */
@Controller
class KindFields {

  private final SetTimes setTimes;
  private final RefusedRegistrations registrations;
  private final EndedContacts endedContacts;
  private final Notices notices;

  KindFields(
      SetTimes setTimes,
      RefusedRegistrations registrations,
      EndedContacts endedContacts,
      Notices notices) {
    this.setTimes = setTimes;
    this.registrations = registrations;
    this.endedContacts = endedContacts;
    this.notices = notices;
  }

  @BatchMapping(typeName = "Restriction", field = "missedSlots")
  Map<RestrictionView, List<MissedSlot>> missedSlots(List<RestrictionView> views) {
    return each(views, setTimes::of);
  }

  @BatchMapping(typeName = "Restriction", field = "refusedRegistrations")
  Map<RestrictionView, List<RefusedRegistrations.Refused>> refused(List<RestrictionView> views) {
    return each(views, registrations::of);
  }

  @BatchMapping(typeName = "Restriction", field = "endedContacts")
  Map<RestrictionView, List<EndedContacts.Ended>> ended(List<RestrictionView> views) {
    return each(views, endedContacts::of);
  }

  /** Another time that the customer was offered. */
  record OtherTime(
      java.time.Instant from, java.time.Instant to, String toldHow, java.time.Instant offeredAt) {}

  @SchemaMapping(typeName = "MissedSlot", field = "id")
  String id(MissedSlot missed) {
    return GlobalId.of("MissedSlot", missed.id());
  }

  @SchemaMapping(typeName = "MissedSlot", field = "version")
  int version(MissedSlot missed) {
    return missed.version() == null ? 0 : missed.version();
  }

  @SchemaMapping(typeName = "MissedSlot", field = "replacement")
  @Nullable OtherTime replacement(MissedSlot missed) {
    return missed.replacementFrom() == null
            || missed.replacementTo() == null
            || missed.toldHow() == null
            || missed.offeredAt() == null
        ? null
        : new OtherTime(
            missed.replacementFrom(), missed.replacementTo(), missed.toldHow(), missed.offeredAt());
  }

  @SchemaMapping(typeName = "RefusedRegistration", field = "id")
  String id(RefusedRegistrations.Refused refused) {
    return GlobalId.of("RefusedRegistration", refused.id());
  }

  @SchemaMapping(typeName = "RefusedRegistration", field = "by")
  String by(RefusedRegistrations.Refused refused) {
    return refused.by().value();
  }

  @BatchMapping(typeName = "RefusedRegistration", field = "notice")
  Map<RefusedRegistrations.Refused, NoticeView> notice(List<RefusedRegistrations.Refused> all) {
    var letters = notices.find(all.stream().map(RefusedRegistrations.Refused::noticeId).toList());
    Map<RefusedRegistrations.Refused, NoticeView> each = new HashMap<>();
    for (RefusedRegistrations.Refused one : all) {
      NoticeView letter = letters.get(one.noticeId());
      if (letter != null) {
        each.put(one, letter);
      }
    }
    return each;
  }

  @SchemaMapping(typeName = "EndedContact", field = "id")
  String id(EndedContacts.Ended ended) {
    return GlobalId.of("EndedContact", ended.id());
  }

  @SchemaMapping(typeName = "EndedContact", field = "by")
  String by(EndedContacts.Ended ended) {
    return ended.by().value();
  }

  @SchemaMapping(typeName = "AgreementWithdrawal", field = "id")
  String id(LeftAgreements.Left left) {
    return GlobalId.of("AgreementWithdrawal", left.id());
  }

  @SchemaMapping(typeName = "AgreementWithdrawal", field = "recordedBy")
  String recordedBy(LeftAgreements.Left left) {
    return left.recordedBy().value();
  }

  private static <T> Map<RestrictionView, List<T>> each(
      List<RestrictionView> views, Function<Collection<UUID>, Map<UUID, List<T>>> read) {
    Map<UUID, List<T>> found = read.apply(views.stream().map(v -> v.id().value()).toList());
    Map<RestrictionView, List<T>> all = new HashMap<>();
    views.forEach(view -> all.put(view, found.getOrDefault(view.id().value(), List.of())));
    return all;
  }
}
