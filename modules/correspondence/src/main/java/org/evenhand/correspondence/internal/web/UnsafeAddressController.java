package org.evenhand.correspondence.internal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.correspondence.UnsafeAddressId;
import org.evenhand.correspondence.UnsafeAddressView;
import org.evenhand.correspondence.UnsafeAddresses;
import org.evenhand.correspondence.UnsafeBecause;
import org.evenhand.correspondence.internal.NoticeActions;
import org.evenhand.correspondence.internal.web.Inputs.UnsafeAddressClearInput;
import org.evenhand.correspondence.internal.web.Inputs.UnsafeAddressMarkInput;
import org.evenhand.correspondence.internal.web.Payloads.UnsafeAddressPayload;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Withheld;
import org.evenhand.intake.CustomerView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Addresses that are unsafe for a customer's post: seen by who writes, why by who decides (T20).
 */
@Controller
class UnsafeAddressController implements NodeSource {

  private static final String TYPE = "UnsafeAddress";

  private final Acts acts;
  private final UnsafeAddresses addresses;
  private final AuditTrail auditTrail;
  private final Sight sight;

  UnsafeAddressController(
      Acts acts, UnsafeAddresses addresses, AuditTrail auditTrail, Sight sight) {
    this.acts = acts;
    this.addresses = addresses;
    this.auditTrail = auditTrail;
    this.sight = sight;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<UnsafeAddressView> find(UUID id) {
    if (!sight.any()) {
      return Optional.empty();
    }
    Optional<UnsafeAddressView> found = addresses.find(new UnsafeAddressId(id));
    found.ifPresent(
        marked -> auditTrail.recordRead("unsafeAddress", TYPE, List.of(marked.customerId())));
    return found;
  }

  @BatchMapping(typeName = "Customer", field = "unsafeAddresses")
  Map<CustomerView, List<UnsafeAddressView>> unsafeAddresses(List<CustomerView> of) {
    Map<CustomerView, List<UnsafeAddressView>> each = new HashMap<>();
    if (sight.any()) {
      List<UUID> ids = of.stream().map(customer -> customer.id().value()).distinct().toList();
      auditTrail.recordRead("customer.unsafeAddresses", TYPE, ids);
      Map<UUID, List<UnsafeAddressView>> found = addresses.of(ids);
      of.forEach(
          customer -> each.put(customer, found.getOrDefault(customer.id().value(), List.of())));
    }
    return each;
  }

  @MutationMapping
  UnsafeAddressPayload unsafeAddressMark(@Argument UnsafeAddressMarkInput input) {
    return GlobalId.uuid("Customer", input.customer())
        .map(
            customer ->
                perform(
                    "unsafeAddressMark",
                    input.idempotencyKey(),
                    input,
                    () -> addresses.mark(customer, input.address(), input.because(), input.note())))
        .orElseGet(
            () ->
                UnsafeAddressPayload.of(Outcome.refused(Refusal.notFound("Customer", "customer"))));
  }

  @MutationMapping
  UnsafeAddressPayload unsafeAddressClear(@Argument UnsafeAddressClearInput input) {
    return GlobalId.uuid(TYPE, input.unsafeAddress())
        .map(
            id ->
                perform(
                    "unsafeAddressClear",
                    input.idempotencyKey(),
                    input,
                    () ->
                        addresses.clear(
                            new UnsafeAddressId(id), input.expectedVersion(), input.because())))
        .orElseGet(
            () ->
                UnsafeAddressPayload.of(Outcome.refused(Refusal.notFound(TYPE, "unsafeAddress"))));
  }

  private UnsafeAddressPayload perform(
      String name, @Nullable String key, Object input, Supplier<Outcome<UnsafeAddressView>> act) {
    return UnsafeAddressPayload.of(
        acts.act(name, key, input)
            .<UnsafeAddressView>on(
                TYPE,
                marked -> marked.id().value(),
                again -> addresses.find(new UnsafeAddressId(again)).orElseThrow())
            .about(UnsafeAddressView::customerId)
            .perform(act));
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(UnsafeAddressView marked) {
    return GlobalId.of(TYPE, marked.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "because")
  @Nullable UnsafeBecause because(UnsafeAddressView marked) {
    return forWhoDecides(marked, UnsafeAddressView::because);
  }

  @SchemaMapping(typeName = TYPE, field = "note")
  @Nullable String note(UnsafeAddressView marked) {
    return forWhoDecides(marked, UnsafeAddressView::note);
  }

  @SchemaMapping(typeName = TYPE, field = "clearedBecause")
  @Nullable String clearedBecause(UnsafeAddressView marked) {
    return forWhoDecides(marked, UnsafeAddressView::clearedBecause);
  }

  @SchemaMapping(typeName = TYPE, field = "markedBy")
  String markedBy(UnsafeAddressView marked) {
    return marked.markedBy().value();
  }

  @SchemaMapping(typeName = TYPE, field = "clearedBy")
  @Nullable String clearedBy(UnsafeAddressView marked) {
    return marked.clearedBy() == null ? null : marked.clearedBy().value();
  }

  @SchemaMapping(typeName = TYPE, field = "withheld")
  List<Withheld> withheld(UnsafeAddressView marked) {
    return sight.whole()
        ? List.of()
        : List.of(
            new Withheld("because", "NOT_FOR_YOUR_ROLE"),
            new Withheld("note", "NOT_FOR_YOUR_ROLE"),
            new Withheld("clearedBecause", "NOT_FOR_YOUR_ROLE"));
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(UnsafeAddressView marked) {
    return NoticeActions.of(marked, sight.actor());
  }

  private <T> @Nullable T forWhoDecides(
      UnsafeAddressView marked, Function<UnsafeAddressView, @Nullable T> what) {
    return sight.whole() ? what.apply(marked) : null;
  }
}
