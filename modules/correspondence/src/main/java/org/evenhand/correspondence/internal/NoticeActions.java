package org.evenhand.correspondence.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.correspondence.CrmRecordingView;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.PrintBatchView;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.UnsafeAddressView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.jspecify.annotations.Nullable;

/** What may be done with a notice now, from the tables that guard the acts themselves. */
public final class NoticeActions {

  private static final Role[] RECORDERS = {
    Role.OFFICER, Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES
  };

  private NoticeActions() {}

  public static List<AvailableAction> of(NoticeView notice, Actor actor) {
    List<Refusal> notYours = notYours(actor);
    var serving =
        new Serving(
            notice.status(), notice.issuedAt(), notice.planned().address(), notice.service());
    var actions = new ArrayList<AvailableAction>();
    for (ServiceOutcome outcome : ServiceOutcome.values()) {
      actions.add(
          AvailableAction.of(
              "RECORD_" + outcome,
              "noticeServiceRecord",
              both(notYours, serving.refusalsOf(outcome)),
              null));
    }
    actions.add(
        AvailableAction.of(
            "RETURN", "noticeReturn", both(notYours, serving.refusalsOfReturn()), null));
    actions.add(confirm(notice.crm().reference(), notice.crm().dueOn(), notYours));
    return actions;
  }

  /** What may be done with the obligation to record a response. */
  public static List<AvailableAction> of(CrmRecordingView recording, Actor actor) {
    return List.of(confirm(recording.reference(), recording.dueOn(), notYours(actor)));
  }

  /** What may be done with a batch for the printer. */
  public static List<AvailableAction> of(PrintBatchView batch, Actor actor) {
    List<Refusal> notYours =
        actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
            ? List.of()
            : List.of(
                AuthorityRefusal.of("MAY_NOT_RECORD_SERVICE", Role.HEAD_OF_CUSTOMER_SERVICES));
    return List.of(
        AvailableAction.of(
            "CONFIRM_POSTED",
            "printBatchConfirm",
            both(notYours, PrintRules.closed(batch)),
            batch.postOn()),
        AvailableAction.of("REPRINT", "printBatchReprint", notYours, null));
  }

  /** What may be done with the mark of an unsafe address. */
  public static List<AvailableAction> of(UnsafeAddressView marked, Actor actor) {
    return List.of(
        AvailableAction.of(
            "CLEAR",
            "unsafeAddressClear",
            both(
                actor.holdsAny(Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES)
                    ? List.of()
                    : List.of(
                        AuthorityRefusal.of(
                            "MAY_NOT_CLEAR_ADDRESS",
                            Role.HEAD_OF_SERVICE,
                            Role.HEAD_OF_CUSTOMER_SERVICES)),
                MarkedAddresses.closed(marked)),
            null));
  }

  private static AvailableAction confirm(
      @Nullable String reference, LocalDate dueOn, List<Refusal> notYours) {
    return AvailableAction.of(
        "CONFIRM_CRM", "crmRecordingConfirm", both(notYours, CrmRules.refusals(reference)), dueOn);
  }

  private static List<Refusal> notYours(Actor actor) {
    return actor.holdsAny(RECORDERS)
        ? List.of()
        : List.of(AuthorityRefusal.of("MAY_NOT_RECORD_SERVICE", RECORDERS));
  }

  private static List<Refusal> both(List<Refusal> some, List<Refusal> more) {
    var all = new ArrayList<Refusal>(some);
    all.addAll(more);
    return all;
  }
}
