package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.internal.CrmOutbox;
import org.evenhand.correspondence.internal.Samples;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Page;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.Ref;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * P4.2: every response is recorded on the CRM exactly once, whatever falls in between: the process
 * after claiming, after the CRM has it, or while that is noted.
 */
class CrmOutboxTests extends Story {

  private static final Instant NOW = MONDAY_TEN;

  /** The process ends here. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private interface Answer {
    Handover to(ResponseEntry entry, IdempotencyKey key);
  }

  /** A CRM that keeps what it accepted, and does something else first when told to. */
  private static final class Crm implements InstalledRecordSystem {
    final Map<IdempotencyKey, Handover.Accepted> has = new HashMap<>();
    final List<ResponseEntry> told = new ArrayList<>();
    int asked;
    Answer answer = this::accept;

    Handover accept(ResponseEntry entry, IdempotencyKey key) {
      told.add(entry);
      var accepted = new Handover.Accepted("CRM-" + entry.ourReference(), NOW);
      has.put(key, accepted);
      return accepted;
    }

    @Override
    public String pluginId() {
      return "test-crm";
    }

    @Override
    public TypeId id() {
      return TypeId.of("test-crm.memory");
    }

    @Override
    public Texts name() {
      return Texts.en("A CRM in the test");
    }

    @Override
    public Probe probe() {
      return new Probe(true, Texts.en("It is there."));
    }

    @Override
    public Handover record(ResponseEntry entry, IdempotencyKey key) {
      return answer.to(entry, key);
    }

    @Override
    public Optional<Handover.Accepted> find(IdempotencyKey key) {
      asked++;
      return Optional.ofNullable(has.get(key));
    }
  }

  @Autowired CrmOutbox outbox;
  @Autowired CrmRecordings recordings;
  @Autowired JdbcClient jdbc;

  private Crm crm = new Crm();

  @BeforeEach
  void nothingElseIsDue() {
    crm = new Crm();
    outbox.sweep(new Crm(), Instant.parse("2030-01-01T00:00:00Z"));
  }

  @Test
  @DisplayName("P4.2, F7: what was sent is recorded; the receipt closes obligation and duty")
  void recordsWhatWasSent() {
    NoticeView notice = sent("Rita Recorded");
    outbox.sweep(crm, NOW);

    ResponseEntry entry = crm.told.getFirst();
    assertThat(entry.ourReference()).isEqualTo(notice.reference());
    assertThat(entry.customerReference()).startsWith("C-");
    assertThat(entry.channel()).isEqualTo(Channel.LETTER);
    assertThat(entry.kind()).isEqualTo("restrictions-notice");
    assertThat(entry.respondedAt()).isEqualTo(NOW);
    assertThat(entry.serviceAreas()).containsExactly(Ref.serviceArea("housing"));

    CrmRecordingView done = recording(notice);
    assertThat(done.state()).isEqualTo(CrmRecordingState.DONE);
    assertThat(done.reference()).isEqualTo("CRM-" + notice.reference());
    assertThat(done.recordedBy()).extracting(by -> by.value()).isEqualTo("system");
    assertThat(notices.find(notice.id()).orElseThrow().crm().reference())
        .isEqualTo(done.reference());
    assertThat(duties.openFor(notice.id().value())).isEmpty();

    outbox.sweep(crm, NOW.plus(Duration.ofDays(1)));
    assertThat(crm.told).hasSize(1);
    assertThat(
            jdbc.sql("select count(*) from foundation.audit_entry where act = ? and object_id = ?")
                .params("crmRecorded", done.id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("P4.2: a letter that was not sent yet is no response yet")
  void waitsForTheSending() {
    NoticeView notice = issue("Nora Notyet");
    outbox.sweep(crm, NOW);
    assertThat(crm.told).isEmpty();
    assertThat(recording(notice).state()).isEqualTo(CrmRecordingState.OPEN);
    assertThat(recording(notice).respondedAt()).isNull();
    assertThat(duties.openFor(notice.id().value()))
        .extracting(DutyView::kind)
        .containsExactly("RECORD_ON_CRM");
  }

  @Test
  @DisplayName(
      "P4.2, P8.3.8: a warning given with the policy is a response; the policy alone is none")
  void recordsWarnings() {
    UUID customer = customer("Wilma Warned");
    PolicyShareView share =
        As.headOfService("housing")
            .call(
                () -> {
                  done(() -> shares.share(toShare(customer, null)));
                  return done(() -> shares.share(toShare(customer, "We may set times for calls.")));
                });
    outbox.sweep(crm, NOW);
    assertThat(crm.told)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("warning-with-policy");
              assertThat(entry.channel()).isEqualTo(Channel.EMAIL);
            });
    assertThat(recordings.ofSubjects(List.of(share.id().value())).get(share.id().value()).state())
        .isEqualTo(CrmRecordingState.DONE);
  }

  @Test
  @DisplayName("killed after the CRM had it: asked by its key, not told again")
  void killedBetweenCallAndNote() {
    NoticeView notice = sent("Kira Killed");
    crm.answer =
        (entry, key) -> {
          crm.accept(entry, key);
          throw new Killed();
        };
    assertThatThrownBy(() -> outbox.sweep(crm, NOW)).isInstanceOf(Killed.class);
    crm.answer = crm::accept;

    outbox.sweep(crm, NOW.plusSeconds(60));
    assertThat(recording(notice).state())
        .as("another node holds it")
        .isEqualTo(CrmRecordingState.OPEN);
    outbox.sweep(crm, NOW.plusSeconds(301));
    assertThat(recording(notice).reference()).isEqualTo("CRM-" + notice.reference());
    assertThat(crm.told).hasSize(1);
  }

  @Test
  @DisplayName("killed after claiming: told once the claim has run out, and nothing is lost")
  void killedBetweenClaimAndCall() {
    NoticeView notice = sent("Clea Claimed");
    crm.answer =
        (entry, key) -> {
          throw new Killed();
        };
    assertThatThrownBy(() -> outbox.sweep(crm, NOW)).isInstanceOf(Killed.class);
    crm.answer = crm::accept;
    outbox.sweep(crm, NOW.plusSeconds(301));
    assertThat(recording(notice).state()).isEqualTo(CrmRecordingState.DONE);
    assertThat(crm.told).hasSize(1);
  }

  @Test
  @DisplayName("the transaction that notes it fails: found by its key, recorded once")
  void theNoteFails() {
    NoticeView notice = sent("Nell Notnoted");
    crm.answer =
        (entry, key) -> {
          crm.accept(entry, key);
          // No database takes this text.
          return new Handover.Accepted("CRM-\u0000", NOW);
        };
    assertThatThrownBy(() -> outbox.sweep(crm, NOW)).isInstanceOf(RuntimeException.class);
    crm.answer = crm::accept;
    assertThat(recording(notice).reference()).isNull();
    outbox.sweep(crm, NOW.plusSeconds(301));
    assertThat(recording(notice).reference()).isEqualTo("CRM-" + notice.reference());
    assertThat(crm.told).hasSize(1);
  }

  @Test
  @DisplayName("what fails is tried later and later; a failing connector is on the list")
  void triesAgainLaterAndLater() {
    NoticeView notice = sent("Fay Failing");
    crm.answer =
        (entry, key) -> {
          throw new PluginUnavailableException("test-crm", "PLUGIN_TIMED_OUT");
        };
    outbox.sweep(crm, NOW);
    CrmRecordingView failing = recording(notice);
    assertThat(failing.state()).isEqualTo(CrmRecordingState.FAILING);
    assertThat(failing.lastFault()).isEqualTo("PLUGIN_TIMED_OUT");
    assertThat(failing.nextAttemptAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(recordings.page(CrmRecordingState.FAILING, Page.request(100, null)).nodes())
        .extracting(CrmRecordingView::id)
        .contains(failing.id());

    Instant then = NOW.plusSeconds(60);
    outbox.sweep(crm, then);
    assertThat(recording(notice).nextAttemptAt()).isEqualTo(then.plusSeconds(300));

    crm.answer = crm::accept;
    outbox.sweep(crm, then.plusSeconds(300));
    assertThat(recording(notice).state()).isEqualTo(CrmRecordingState.DONE);
    assertThat(recording(notice).lastFault()).isNull();
    assertThat(crm.asked).as("asked by its key before it is told again").isEqualTo(2);
  }

  @Test
  @DisplayName("P4.2: a CRM that answers later is asked again no sooner than it said")
  void honoursTryLater() {
    NoticeView notice = sent("Tess Trylater");
    crm.answer =
        (entry, key) -> new Handover.TryLater(Duration.ofMinutes(15), Texts.en("No receipt yet."));
    outbox.sweep(crm, NOW);
    CrmRecordingView waiting = recording(notice);
    assertThat(waiting.state()).isEqualTo(CrmRecordingState.OPEN);
    assertThat(waiting.lastWords()).isEqualTo("No receipt yet.");
    assertThat(waiting.nextAttemptAt()).isEqualTo(NOW.plusSeconds(900));
    crm.answer = crm::accept;
    outbox.sweep(crm, NOW.plusSeconds(899));
    assertThat(crm.told).isEmpty();
    outbox.sweep(crm, NOW.plusSeconds(900));
    assertThat(recording(notice).state()).isEqualTo(CrmRecordingState.DONE);
  }

  @Test
  @DisplayName("P4.2: what the CRM refuses becomes a person's, who closes it by hand")
  void aPersonSeesToWhatIsRefused() {
    NoticeView notice = sent("Rhoda Refused");
    crm.answer =
        (entry, key) -> new Handover.Rejected("UNKNOWN_CUSTOMER", Texts.en("No such customer."));
    outbox.sweep(crm, NOW);
    CrmRecordingView rejected = recording(notice);
    assertThat(rejected.state()).isEqualTo(CrmRecordingState.REJECTED);
    assertThat(rejected.lastFault()).isEqualTo("UNKNOWN_CUSTOMER");
    assertThat(duties.openFor(rejected.id().value()))
        .extracting(DutyView::kind)
        .containsExactly("CRM_RECORDING_REFUSED");
    crm.answer = crm::accept;
    outbox.sweep(crm, NOW.plus(Duration.ofDays(2)));
    assertThat(crm.told).isEmpty();

    As.headOfCustomerServices()
        .run(
            () -> done(() -> recordings.confirm(rejected.id(), rejected.version(), "CRM-BY-HAND")));
    assertThat(duties.openFor(rejected.id().value())).isEmpty();
    assertThat(duties.openFor(notice.id().value())).isEmpty();
  }

  @Test
  @DisplayName("P4.2: who confirms by hand while the connector is at it is not written over")
  void aPersonIsFirst() {
    NoticeView notice = sent("Hana Byhand");
    crm.answer =
        (entry, key) -> {
          As.headOfCustomerServices()
              .run(
                  () ->
                      done(() -> recordings.confirm(recording(notice).id(), null, "CRM-BY-HAND")));
          return crm.accept(entry, key);
        };
    outbox.sweep(crm, NOW);
    assertThat(recording(notice).reference()).isEqualTo("CRM-BY-HAND");
  }

  @Autowired PolicyShares shares;

  private PolicyToShare toShare(UUID customer, @org.jspecify.annotations.Nullable String warning) {
    return new PolicyToShare(customer, policyVersion(), PolicyShareMethod.EMAIL, NOW, warning);
  }

  private CrmRecordingView recording(NoticeView notice) {
    UUID id = notice.id().value();
    return java.util.Objects.requireNonNull(recordings.ofSubjects(List.of(id)).get(id));
  }

  private NoticeView issue(String name) {
    UUID customer = customer(name);
    return As.headOfService("housing").call(() -> done(() -> notices.issue(toIssue(customer))));
  }

  private NoticeView sent(String name) {
    NoticeView notice = issue(name);
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.FIRST_CLASS, NOW, ServiceOutcome.SENT, null, null))));
  }

  private NoticeToIssue toIssue(UUID customer) {
    return Samples.about(
        customer,
        UUID.randomUUID(),
        policyVersion(),
        LocalDate.of(2026, 11, 23),
        ServiceMethod.FIRST_CLASS);
  }
}
