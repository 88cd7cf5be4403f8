package org.evenhand.foundation;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff are told. Its words stand in the bundles under {@code staffNotice.<CODE>}
 * and are put together when it is read, in the reader's language. It carries no personal data: its
 * values are days, counts, references of ours and other words of the bundles, and whoever wants to
 * know more opens what it is about, as far as their role may see it (T20).
 *
 * <pre>{@code
 * staffNotices.tell(
 *     StaffNotice.toOfficer(reporter, StaffNoticeKind.FEEDBACK, CONCERN_TRIAGED)
 *         .about("Concern", concern.id().value())
 *         .with("reference", StaffNoticeValue.reference(concern.reference())),
 *     now);
 * }</pre>
 *
 * @param to whom it is for
 * @param code stable; upper case
 * @param about what it is about, good for {@code node}; null for nothing
 * @param person the customer whose record it touches, so that reading it is logged; null for none
 * @param answeredBy the mutation by which the reader answers it; null where none is asked for
 * @param once under which key it is told only once, however often; null to tell each time
 */
public record StaffNotice(
    Addressee to,
    StaffNoticeKind kind,
    String code,
    SortedMap<String, StaffNoticeValue> values,
    @Nullable GlobalId about,
    @Nullable UUID person,
    StaffNoticeUrgency urgency,
    @Nullable String answeredBy,
    @Nullable String once) {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,79}");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,40}");

  /** Whom a notice is for. */
  public sealed interface Addressee {

    /** One person; while they are away also the deputy who answers for them, feedback excepted. */
    record Person(ActorId actor) implements Addressee {}

    /**
     * Whoever fills a post when they look, acting appointments included.
     *
     * @param areas the service areas meant; empty where the post is not held for areas, or for all
     */
    record Post(Role role, Set<ServiceAreaCode> areas) implements Addressee {
      public Post {
        areas = Set.copyOf(areas);
      }
    }
  }

  public StaffNotice {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("a staff notice has a code in upper case");
    }
    if (!values.keySet().stream().allMatch(name -> NAME.matcher(name).matches())) {
      throw new IllegalArgumentException("a value of a staff notice is named by letters");
    }
    values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** A notice for one person, in their next digest unless made {@link #immediate()}. */
  public static StaffNotice toOfficer(ActorId actor, StaffNoticeKind kind, String code) {
    return of(new Addressee.Person(actor), kind, code);
  }

  /** A notice for whoever fills a post, in their next digest unless made {@link #immediate()}. */
  public static StaffNotice toPost(
      Role role, Set<ServiceAreaCode> areas, StaffNoticeKind kind, String code) {
    return of(new Addressee.Post(role, areas), kind, code);
  }

  private static StaffNotice of(Addressee to, StaffNoticeKind kind, String code) {
    return new StaffNotice(
        to, kind, code, new TreeMap<>(Map.of()), null, null, StaffNoticeUrgency.DIGEST, null, null);
  }

  /** It is due now: an email goes out at once. */
  public StaffNotice immediate() {
    return new StaffNotice(
        to, kind, code, values, about, person, StaffNoticeUrgency.IMMEDIATE, answeredBy, once);
  }

  /** What it is about, by its GraphQL type. */
  public StaffNotice about(String type, UUID id) {
    return new StaffNotice(
        to, kind, code, values, new GlobalId(type, id), person, urgency, answeredBy, once);
  }

  /** The customer whose record it touches. */
  public StaffNotice touching(@Nullable UUID customer) {
    return new StaffNotice(to, kind, code, values, about, customer, urgency, answeredBy, once);
  }

  /** A value for the placeholder of that name. */
  public StaffNotice with(String name, StaffNoticeValue value) {
    var more = new TreeMap<>(values);
    more.put(name, value);
    return new StaffNotice(to, kind, code, more, about, person, urgency, answeredBy, once);
  }

  /** The mutation by which the reader answers it. */
  public StaffNotice answeredBy(String mutation) {
    return new StaffNotice(to, kind, code, values, about, person, urgency, mutation, once);
  }

  /** Tells it once only under this key, which holds ids and codes. */
  public StaffNotice once(String key) {
    return new StaffNotice(to, kind, code, values, about, person, urgency, answeredBy, key);
  }
}
