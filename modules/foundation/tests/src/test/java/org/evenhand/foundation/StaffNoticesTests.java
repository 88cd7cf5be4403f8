package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Telling staff: in the act's own transaction, once where it is meant once, and without a story.
 */
class StaffNoticesTests extends FoundationModuleTest {

  @Autowired StaffNotices staffNotices;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactionManager;

  private static StaffNotice advice(UUID about) {
    return StaffNotice.toPost(
            Role.HEAD_OF_CUSTOMER_SERVICES, Set.of(), StaffNoticeKind.ADVICE, "ADVICE_TO_READ")
        .about("Consideration", about)
        .answeredBy("adviceAcknowledge");
  }

  private void inOneAct(Runnable doing) {
    As.headOfService("housing")
        .run(
            () ->
                new TransactionTemplate(transactionManager)
                    .executeWithoutResult(status -> doing.run()));
  }

  private int told(UUID about) {
    return jdbc.sql("select count(*) from foundation.staff_notice where about_id = ?")
        .param(about)
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName("Nobody is told of what did not happen: a notice commits with its act or not at all")
  void toldWithTheActOrNotAtAll() {
    UUID about = Ids.next();
    assertThatThrownBy(
            () ->
                inOneAct(
                    () -> {
                      staffNotices.tell(advice(about), NOW);
                      throw new IllegalStateException("the act failed");
                    }))
        .hasMessage("the act failed");
    assertThat(told(about)).isZero();

    assertThatThrownBy(() -> staffNotices.tell(advice(about), NOW))
        .isInstanceOf(IllegalTransactionStateException.class);

    inOneAct(() -> staffNotices.tell(advice(about), NOW));
    assertThat(told(about)).isOne();
  }

  @Test
  @DisplayName("What is told under a key is told once, however often it is said")
  void toldOnceUnderItsKey() {
    UUID about = Ids.next();
    StaffNotice notice = advice(about).once("ADVICE/" + about);
    inOneAct(() -> staffNotices.tell(notice, NOW));
    inOneAct(() -> staffNotices.tell(notice, NOW.plusSeconds(60)));
    assertThat(told(about)).isOne();
  }

  @Test
  @DisplayName("T20: a notice has no room for a name or a story")
  void hasNoRoomForAStory() {
    assertThatThrownBy(() -> StaffNoticeValue.reference("Mrs Ada Example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StaffNoticeValue.words("duty.he said"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(StaffNoticeValue.day(LocalDate.of(2026, 11, 24)))
        .isEqualTo(new StaffNoticeValue.Day(LocalDate.of(2026, 11, 24)));
  }
}
