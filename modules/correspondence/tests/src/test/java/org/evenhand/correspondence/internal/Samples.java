package org.evenhand.correspondence.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/** A notice with everything in it, to take things away from. */
public final class Samples {

  public static final UUID CUSTOMER = UUID.fromString("0197a000-0000-7000-8000-000000000001");
  public static final UUID CASE = UUID.fromString("0197a000-0000-7000-8000-000000000002");
  public static final UUID POLICY = UUID.fromString("0197a000-0000-7000-8000-000000000003");
  public static final UUID RESTRICTION = UUID.fromString("0197a000-0000-7000-8000-000000000004");

  static final Letterhead LETTERHEAD =
      new Letterhead(
          "Testshire District Council",
          "Town Hall, Market Street, Testtown TE1 1ST",
          "01632 960000",
          "contact@testshire.example",
          "www.testshire.example");

  private Samples() {}

  public static NoticeToIssue restrictions() {
    return notice(NoticeKind.RESTRICTIONS, true, true, parts());
  }

  public static NoticeParts parts() {
    return new NoticeParts(
        "On 3 and 9 November you shouted at two officers at the counter.",
        List.of(action()),
        "Write to us at any time. You can ring on Tuesdays from 10 to 11.",
        new AppealPart("the Head of Customer Services", "By letter or email, saying why."),
        null,
        Set.of(Ombudsman.LOCAL_GOVERNMENT),
        "You can ask for a copy of what we hold.",
        "Tell us if you need another format.");
  }

  public static ActionPart action() {
    return new ActionPart(
        RESTRICTION,
        "We take calls from you on Tuesdays from 10 to 11.",
        LocalDate.of(2027, 5, 21),
        LocalDate.of(2027, 2, 19),
        "Three months of calls without shouting.");
  }

  public static NoticeToIssue notice(
      NoticeKind kind, boolean designates, boolean restricts, NoticeParts parts) {
    return new NoticeToIssue(
        kind,
        CUSTOMER,
        "Mx Quill Testperson",
        CASE,
        POLICY,
        designates,
        restricts,
        parts,
        new PlannedService(
            ServiceMethod.FIRST_CLASS, LocalDate.of(2026, 11, 24), "1 Test Way\nTesttown"),
        new ActorId("hos-housing"),
        Language.ENGLISH);
  }

  public static NoticeParts with(
      List<ActionPart> actions, @Nullable AppealPart appeal, @Nullable String whyNoAppeal) {
    NoticeParts p = parts();
    return new NoticeParts(
        p.why(),
        actions,
        p.howToReachUs(),
        appeal,
        whyNoAppeal,
        p.ombudsman(),
        p.dataRights(),
        p.adjustments());
  }

  public static NoticeToIssue about(
      UUID customer, @Nullable UUID caseId, UUID policy, LocalDate sendOn, ServiceMethod method) {
    NoticeToIssue n = restrictions();
    return new NoticeToIssue(
        n.kind(),
        customer,
        n.addresseeName(),
        caseId,
        policy,
        n.designates(),
        n.restricts(),
        n.parts(),
        new PlannedService(method, sendOn, n.planned().address()),
        n.signedBy(),
        n.lang());
  }
}
