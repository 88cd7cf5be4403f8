package org.evenhand.policy.internal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.policy.ApprovalStep;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.CarveOut;
import org.evenhand.policy.ChangeKind;
import org.evenhand.policy.Consultee;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.Figure;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.FigureUnit;
import org.evenhand.policy.MakingPolicy;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicyDraft;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyPublication;
import org.evenhand.policy.PolicySection;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.policy.Premises;
import org.evenhand.policy.Route;
import org.evenhand.policy.RouteChannel;
import org.evenhand.policy.Strength;
import org.evenhand.policy.internal.ReadConfirmations;
import org.evenhand.policy.internal.lint.PolicyTextImport;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The policy's queries and mutations. */
@Controller
class PolicyController implements NodeSource {

  static final String TYPE = "PolicyVersion";

  private static final int LONGEST_PLAIN_TEXT = 200_000;
  private static final int LONGEST_NUMBER = 20;
  private static final int MOST_GRANTS = 500;
  private static final int MOST_CARVE_OUTS = 200;

  /** Who may see drafts and their approvals, as {@code policyVersions} says. */
  private static final Set<Role> SEE_DRAFTS =
      EnumSet.of(
          Role.HEAD_OF_SERVICE,
          Role.HEAD_OF_CUSTOMER_SERVICES,
          Role.CMT_MEMBER,
          Role.MONITORING_OFFICER,
          Role.DATA_PROTECTION_OFFICER,
          Role.LEGAL,
          Role.AUDITOR);

  record PolicyVersionFilter(
      @Nullable List<PolicyVersionStatus> statuses, @Nullable ChangeKind changeKind) {}

  record SectionInput(@Nullable String number, String title, String text) {}

  record FigureInput(FigureKey key, int value, FigureUnit unit) {}

  record GrantInput(
      String action, DecisionScope scope, @Nullable Premises premises, Set<Role> roles) {}

  record AuthorityInput(String scheme, List<GrantInput> grants) {}

  record WordsInput(String value, String lang) {}

  record RouteInput(Set<RouteChannel> channels, String contact, List<WordsInput> words) {}

  record CarveOutInput(String topic, Strength strength, RouteInput route) {}

  record DraftInput(
      @Nullable String idempotencyKey,
      @Nullable String policyVersionId,
      @Nullable Integer expectedVersion,
      String label,
      ChangeKind changeKind,
      @Nullable String title,
      @Nullable List<SectionInput> sections,
      @Nullable String plainText,
      @Nullable List<FigureInput> figures,
      @Nullable AuthorityInput authority,
      @Nullable List<CarveOutInput> carveOuts) {}

  record ApprovalInput(
      @Nullable String idempotencyKey,
      String policyVersionId,
      @Nullable Integer expectedVersion,
      ApprovalStep step,
      String by,
      LocalDate on,
      @Nullable String reference) {}

  record ConsultationInput(
      @Nullable String idempotencyKey,
      String policyVersionId,
      @Nullable Integer expectedVersion,
      Consultee consultee,
      String answer,
      LocalDate on) {}

  record FindingInput(
      @Nullable String idempotencyKey,
      String policyVersionId,
      @Nullable Integer expectedVersion,
      String code,
      @Nullable String clause,
      String reason) {}

  record PublishInput(
      @Nullable String idempotencyKey,
      String policyVersionId,
      @Nullable Integer expectedVersion,
      @Nullable LocalDate effectiveFrom,
      boolean adopt,
      @Nullable String reason) {}

  record ConfirmInput(@Nullable String idempotencyKey, String policyVersionId) {}

  /** What came of any act on a version. */
  record Payload(
      @Nullable PolicyVersionView policyVersion, List<Refusal> refusals, List<Warning> warnings) {}

  /** What anybody may read. */
  record PublicPolicyView(
      String label,
      String title,
      Instant inForceFrom,
      LocalDate reviewDue,
      List<PolicySection> sections,
      List<CarveOut> carveOuts,
      List<Warning> warnings) {}

  private final Policies policies;
  private final MakingPolicy makingPolicy;
  private final ReadConfirmations readConfirmations;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  PolicyController(
      Policies policies,
      MakingPolicy makingPolicy,
      ReadConfirmations readConfirmations,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.policies = policies;
    this.makingPolicy = makingPolicy;
    this.readConfirmations = readConfirmations;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public String type() {
    return TYPE;
  }

  /** What is or was in use is for everybody; drafts are for those who see the list of versions. */
  @Override
  public Optional<PolicyVersionView> find(UUID id) {
    return policies
        .find(new PolicyVersionId(id), clock.instant())
        .filter(
            v ->
                v.inForceFrom() != null || SEE_DRAFTS.stream().anyMatch(currentActor.get()::holds));
  }

  @QueryMapping
  @Nullable PolicyVersionView policy(@Argument @Nullable OffsetDateTime asOf) {
    return policies.versionInForce(moment(asOf)).orElse(null);
  }

  @QueryMapping
  @Nullable PublicPolicyView policyPublic(@Argument @Nullable OffsetDateTime asOf) {
    return policies.versionInForce(moment(asOf)).map(PolicyController::publicly).orElse(null);
  }

  private static PublicPolicyView publicly(PolicyVersionView version) {
    return new PublicPolicyView(
        version.label(),
        version.document().title(),
        Objects.requireNonNull(version.inForceFrom()),
        Objects.requireNonNull(version.reviewDue()),
        version.document().sections(),
        version.carveOuts(),
        PolicyInForce.warnings(version.label(), version.adoptedOnly()));
  }

  @QueryMapping
  Page<PolicyVersionView> policyVersions(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable PolicyVersionFilter filter) {
    List<PolicyVersionStatus> statuses = filter == null ? null : filter.statuses();
    return policies.versions(
        statuses == null ? List.of() : statuses,
        filter == null ? null : filter.changeKind(),
        Page.request(first, after),
        clock.instant());
  }

  @MutationMapping
  Payload policyVersionDraft(@Argument DraftInput input) {
    return act(
        "policyVersionDraft",
        input.idempotencyKey(),
        input,
        () -> {
          List<Refusal> refusals = unreadable(input);
          if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
          }
          PolicyVersionId revises = null;
          if (input.policyVersionId() != null) {
            Optional<PolicyVersionId> named = id(input.policyVersionId());
            if (named.isEmpty()) {
              return unknown();
            }
            revises = named.get();
          }
          return makingPolicy.draft(draft(input, revises), currentActor.get(), clock.instant());
        });
  }

  @MutationMapping
  Payload policyApprovalRecord(@Argument ApprovalInput input) {
    return on(
        "policyApprovalRecord",
        input.idempotencyKey(),
        input,
        input.policyVersionId(),
        id ->
            makingPolicy.recordApproval(
                id,
                input.expectedVersion(),
                input.step(),
                input.by(),
                input.on(),
                input.reference(),
                currentActor.get(),
                clock.instant()));
  }

  @MutationMapping
  Payload policyConsultationRecord(@Argument ConsultationInput input) {
    return on(
        "policyConsultationRecord",
        input.idempotencyKey(),
        input,
        input.policyVersionId(),
        id ->
            makingPolicy.recordConsultation(
                id,
                input.expectedVersion(),
                input.consultee(),
                input.answer(),
                input.on(),
                currentActor.get(),
                clock.instant()));
  }

  @MutationMapping
  Payload policyFindingAccept(@Argument FindingInput input) {
    return on(
        "policyFindingAccept",
        input.idempotencyKey(),
        input,
        input.policyVersionId(),
        id ->
            makingPolicy.acceptFinding(
                id,
                input.expectedVersion(),
                input.code(),
                Objects.requireNonNullElse(input.clause(), ""),
                input.reason(),
                currentActor.get(),
                clock.instant()));
  }

  @MutationMapping
  Payload policyVersionPublish(@Argument PublishInput input) {
    return on(
        "policyVersionPublish",
        input.idempotencyKey(),
        input,
        input.policyVersionId(),
        id ->
            makingPolicy.publish(
                new PolicyPublication(
                    id,
                    input.expectedVersion(),
                    input.effectiveFrom(),
                    input.adopt(),
                    input.reason()),
                currentActor.get(),
                clock.instant()));
  }

  @MutationMapping
  Payload policyReadConfirm(@Argument ConfirmInput input) {
    return on(
        "policyReadConfirm",
        input.idempotencyKey(),
        input,
        input.policyVersionId(),
        id -> {
          Actor reader = currentActor.get();
          return readConfirmations.confirm(id, reader, clock.instant());
        });
  }

  private Payload on(
      String name,
      @Nullable String key,
      Object input,
      String version,
      Function<PolicyVersionId, Outcome<PolicyVersionView>> doing) {
    return act(name, key, input, () -> id(version).map(doing).orElseGet(PolicyController::unknown));
  }

  private Payload act(
      String name, @Nullable String key, Object input, Supplier<Outcome<PolicyVersionView>> doing) {
    Outcome<PolicyVersionView> outcome =
        acts.act(name, key, input)
            .<PolicyVersionView>on(
                TYPE,
                version -> version.id().value(),
                id -> policies.find(new PolicyVersionId(id), clock.instant()).orElseThrow())
            .perform(doing);
    return new Payload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private static Outcome<PolicyVersionView> unknown() {
    return Outcome.refused(Refusal.notFound(TYPE, "policyVersionId"));
  }

  private static Optional<PolicyVersionId> id(String text) {
    return GlobalId.uuid(TYPE, text).map(PolicyVersionId::new);
  }

  private Instant moment(@Nullable OffsetDateTime asOf) {
    return asOf == null ? clock.instant() : asOf.toInstant();
  }

  /** What is wrong with the form of the input, before anybody looks at what it says. */
  private static List<Refusal> unreadable(DraftInput input) {
    var refusals = new ArrayList<Refusal>();
    if (input.sections() != null && input.plainText() != null) {
      refusals.add(Refusal.at("POLICY_TEXT_TWICE", "plainText"));
    }
    if (input.plainText() != null) {
      Refusal refusal = Acts.text(input.plainText(), LONGEST_PLAIN_TEXT, "plainText");
      if (refusal != null) {
        refusals.add(refusal);
      }
    }
    List<SectionInput> sections = Objects.requireNonNullElse(input.sections(), List.of());
    for (int i = 0; i < sections.size(); i++) {
      String number = sections.get(i).number();
      if (number != null && number.length() > LONGEST_NUMBER) {
        refusals.add(
            Refusal.at(
                "TEXT_TOO_LONG",
                Map.of("longest", Integer.toString(LONGEST_NUMBER)),
                "sections",
                Integer.toString(i),
                "number"));
      }
    }
    if (input.authority() != null && input.authority().grants().size() > MOST_GRANTS) {
      refusals.add(tooMany(MOST_GRANTS, "authority", "grants"));
    }
    if (input.carveOuts() != null && input.carveOuts().size() > MOST_CARVE_OUTS) {
      refusals.add(tooMany(MOST_CARVE_OUTS, "carveOuts"));
    }
    return refusals;
  }

  private static Refusal tooMany(int most, String... path) {
    return Refusal.at("LIST_TOO_LONG", Map.of("most", Integer.toString(most)), path);
  }

  private static PolicyDraft draft(DraftInput input, @Nullable PolicyVersionId revises) {
    AuthorityInput authority = input.authority();
    return new PolicyDraft(
        revises,
        input.expectedVersion(),
        input.label(),
        input.changeKind(),
        document(input),
        Objects.requireNonNullElse(input.figures(), List.<FigureInput>of()).stream()
            .map(f -> new Figure(f.key(), f.value(), f.unit()))
            .toList(),
        authority == null ? null : matrix(authority),
        Objects.requireNonNullElse(input.carveOuts(), List.<CarveOutInput>of()).stream()
            .map(PolicyController::carveOut)
            .toList());
  }

  private static PolicyDocument document(DraftInput input) {
    if (input.plainText() != null) {
      PolicyDocument read = PolicyTextImport.read(input.plainText());
      return new PolicyDocument(
          Objects.requireNonNullElse(input.title(), read.title()),
          read.declaredStatus(),
          read.declaredVersion(),
          read.revisions(),
          read.signatories(),
          read.sections());
    }
    return PolicyDocument.of(
        Objects.requireNonNullElse(input.title(), ""),
        Objects.requireNonNullElse(input.sections(), List.<SectionInput>of()).stream()
            .map(
                s ->
                    new PolicySection(
                        Objects.requireNonNullElse(s.number(), ""), s.title(), s.text()))
            .toList());
  }

  private static AuthorityMatrix matrix(AuthorityInput input) {
    return new AuthorityMatrix(
        input.scheme(),
        input.grants().stream()
            .map(
                g ->
                    new AuthorityMatrix.Grant(
                        g.action(),
                        g.scope(),
                        Objects.requireNonNullElse(g.premises(), Premises.ANY),
                        g.roles()))
            .toList());
  }

  private static CarveOut carveOut(CarveOutInput input) {
    RouteInput route = input.route();
    return new CarveOut(
        input.topic(),
        input.strength(),
        new Route(
            route.channels(),
            route.contact(),
            route.words().stream()
                .collect(
                    Collectors.toMap(
                        WordsInput::lang,
                        WordsInput::value,
                        (first, second) -> second,
                        LinkedHashMap::new))));
  }
}
