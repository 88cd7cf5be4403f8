package org.evenhand.intake.internal.web;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.DisposingContacts;
import org.evenhand.intake.DisposingContacts.ContactToDispose;
import org.evenhand.intake.DispositionOutcome;
import org.evenhand.intake.DispositionView;
import org.evenhand.intake.LoggingContacts;
import org.evenhand.intake.LoggingContacts.TopicToSettle;
import org.evenhand.intake.ReadFor;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.intake.internal.UnansweredContacts;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What becomes of contacts that need an answer, and whether a contact used a right (F18, F19). */
@Controller
class ContactAnswerController {

  private final DisposingContacts disposing;
  private final LoggingContacts logging;
  private final ContactHistory contacts;
  private final UnansweredContacts unanswered;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  ContactAnswerController(
      DisposingContacts disposing,
      LoggingContacts logging,
      ContactHistory contacts,
      UnansweredContacts unanswered,
      Reader reader,
      Acts acts,
      Clock clock) {
    this.disposing = disposing;
    this.logging = logging;
    this.contacts = contacts;
    this.unanswered = unanswered;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record ContactsUndisposedFilter(
      @Nullable String serviceArea, @Nullable String customer, boolean overdue) {}

  record ContactDisposeInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String id,
      DispositionOutcome outcome,
      @Nullable String reason,
      @Nullable String routedTo,
      @Nullable LocalDate answerOn,
      List<ReadFor> readFor,
      List<ReadFor> found) {}

  record ContactTopicSettleInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      @Nullable StatutoryTopic statutoryTopic,
      @Nullable String notARightBecause) {}

  record ContactPayload(
      @Nullable ContactView contact, List<Refusal> refusals, List<Warning> warnings) {
    static ContactPayload of(Outcome<ContactView> outcome) {
      return new ContactPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @QueryMapping
  Page<ContactView> contactsUndisposed(
      @Argument @Nullable ContactsUndisposedFilter filter,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataFetchingEnvironment asked) {
    Page.Request request = Page.request(first, after);
    var wanted = new UnansweredContacts.Wanted(null, null, null);
    if (filter != null) {
      var given = new Given();
      CustomerId customer =
          given.idOrNull("Customer", CustomerId::new, filter.customer(), "customer");
      if (given.refused() != null) {
        return Page.of(List.of(), request, c -> c.id().value(), 0);
      }
      wanted =
          new UnansweredContacts.Wanted(
              filter.serviceArea(), customer, filter.overdue() ? today() : null);
    }
    Page<ContactView> page =
        unanswered.page(
            wanted, reader.sight(), request, asked.getSelectionSet().contains("totalCount"));
    reader.log(
        "contactsUndisposed",
        "Contact",
        page.nodes().stream().map(ContactView::customerId).toList());
    return page;
  }

  @MutationMapping
  ContactPayload contactDispose(@Argument ContactDisposeInput input) {
    var given = new Given();
    ContactId id = given.id("Contact", ContactId::new, input.id(), "id");
    Outcome<ContactView> refused = given.refused();
    if (refused != null) {
      return ContactPayload.of(refused);
    }
    return ContactPayload.of(
        dealtWith("contactDispose", input.idempotencyKey(), input)
            .perform(
                () ->
                    disposing.dispose(
                        new ContactToDispose(
                            id,
                            input.expectedVersion(),
                            input.outcome(),
                            input.reason(),
                            input.routedTo(),
                            input.answerOn(),
                            set(input.readFor()),
                            set(input.found())),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  ContactPayload contactTopicSettle(@Argument ContactTopicSettleInput input) {
    var given = new Given();
    ContactId id = given.id("Contact", ContactId::new, input.id(), "id");
    Outcome<ContactView> refused = given.refused();
    if (refused != null) {
      return ContactPayload.of(refused);
    }
    return ContactPayload.of(
        dealtWith("contactTopicSettle", input.idempotencyKey(), input)
            .perform(
                () ->
                    logging.settleTopic(
                        new TopicToSettle(
                            id,
                            input.expectedVersion(),
                            input.statutoryTopic(),
                            input.notARightBecause()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<ContactView> dealtWith(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<ContactView>on(
            "Contact", c -> c.id().value(), id -> contacts.find(new ContactId(id)).orElseThrow())
        .about(c -> c.customerId().value());
  }

  private static Set<ReadFor> set(List<ReadFor> given) {
    Set<ReadFor> all = EnumSet.noneOf(ReadFor.class);
    all.addAll(given);
    return all;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(WorkingDays.LONDON));
  }

  @BatchMapping(typeName = "Contact", field = "disposition")
  Map<ContactView, DispositionView> disposition(List<ContactView> of) {
    Map<ContactId, DispositionView> found =
        disposing.of(of.stream().map(ContactView::id).toList()).stream()
            .collect(Collectors.toMap(DispositionView::contactId, Function.identity()));
    var each = new HashMap<ContactView, DispositionView>();
    for (ContactView contact : of) {
      DispositionView disposition = found.get(contact.id());
      if (disposition != null) {
        each.put(contact, disposition);
      }
    }
    return each;
  }

  @BatchMapping(typeName = "Customer", field = "contactsNeedDisposition")
  Map<CustomerView, Boolean> contactsNeedDisposition(List<CustomerView> of) {
    Set<CustomerId> managed = disposing.managed(of.stream().map(CustomerView::id).toList());
    var each = new HashMap<CustomerView, Boolean>();
    of.forEach(c -> each.put(c, managed.contains(c.id())));
    return each;
  }

  @SchemaMapping(typeName = "ContactDisposition", field = "overdue")
  boolean overdue(DispositionView disposition) {
    return disposition.outcome() == null && disposition.dueOn().isBefore(today());
  }

  @SchemaMapping(typeName = "ContactDisposition", field = "readFor")
  List<ReadFor> readFor(DispositionView disposition) {
    return disposition.readFor().stream().sorted().toList();
  }

  @SchemaMapping(typeName = "ContactDisposition", field = "found")
  List<ReadFor> found(DispositionView disposition) {
    return disposition.found().stream().sorted().toList();
  }

  @SchemaMapping(typeName = "ContactDisposition", field = "disposedBy")
  @Nullable String disposedBy(DispositionView disposition) {
    return disposition.disposedBy() == null ? null : disposition.disposedBy().value();
  }
}
