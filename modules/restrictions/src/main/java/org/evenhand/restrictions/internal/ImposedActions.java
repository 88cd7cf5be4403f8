package org.evenhand.restrictions.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ImposedActions extends ListCrudRepository<ImposedAction, UUID> {

  @org.springframework.data.jdbc.repository.query.Query(
      "select * from restrictions.imposed where customer_id = :customer order by id")
  List<ImposedAction> ofCustomer(UUID customer);

  @org.springframework.data.jdbc.repository.query.Query(
      "select * from restrictions.imposed where customer_id in (:customers) order by id")
  List<ImposedAction> ofCustomers(Collection<UUID> customers);

  @org.springframework.data.jdbc.repository.query.Query(
      "select * from restrictions.imposed where consideration_id = :consideration order by id")
  List<ImposedAction> ofConsideration(UUID consideration);

  @org.springframework.data.jdbc.repository.query.Query(
      """
      select * from restrictions.imposed
       where type_id = :type and status in ('IMPOSED', 'IN_FORCE', 'SUSPENDED') order by id
      """)
  List<ImposedAction> notEndedOf(String type);

  @org.springframework.data.jdbc.repository.query.Query(
      """
      select i.* from restrictions.imposed i
        join restrictions.told_by t on t.restriction_id = i.id
       where t.notice_id = :notice and t.imposes order by i.id
      """)
  List<ImposedAction> imposedBy(UUID notice);

  /** What follows this decision and was not told yet. */
  @org.springframework.data.jdbc.repository.query.Query(
      """
      select * from restrictions.imposed
       where replaces_id = :earlier and status = 'IMPOSED' order by id
      """)
  List<ImposedAction> waitingAfter(UUID earlier);

  /** What is taken up again when this notice is served. */
  @org.springframework.data.jdbc.repository.query.Query(
      "select * from restrictions.imposed where resume_notice_id = :notice order by id")
  List<ImposedAction> resumedBy(UUID notice);

  /** All decisions of one chain, first decided first. */
  @org.springframework.data.jdbc.repository.query.Query(
      "select * from restrictions.imposed where id = :first or first_id = :first order by id")
  List<ImposedAction> chain(UUID first);

  /** Those that stand and whose settings name this. */
  @org.springframework.data.jdbc.repository.query.Query(
      """
      select * from restrictions.imposed
       where status in ('IMPOSED', 'IN_FORCE', 'SUSPENDED') and position(:name in settings) > 0
       order by id
      """)
  List<ImposedAction> liveNaming(String name);

  /** Those that stand and were made with what one of these plugins brought. */
  @org.springframework.data.jdbc.repository.query.Query(
      """
      select * from restrictions.imposed
       where status in ('IMPOSED', 'IN_FORCE', 'SUSPENDED') and plugin_id in (:plugins)
       order by id
      """)
  List<ImposedAction> liveOfPlugins(Collection<String> plugins);

  /** Those of a kind whose settings name this, ended ones too. */
  @org.springframework.data.jdbc.repository.query.Query(
      """
      select * from restrictions.imposed
       where type_id = :type and position(:name in settings) > 0 order by id
      """)
  List<ImposedAction> ofKindNaming(String type, String name);

  /** Those that stand and are led by this service or reach into it. */
  @org.springframework.data.jdbc.repository.query.Query(
      """
      select * from restrictions.imposed
       where status in ('IMPOSED', 'IN_FORCE', 'SUSPENDED')
         and (lead_service = :service or :service = any(service_areas))
       order by id
      """)
  List<ImposedAction> liveOfService(String service);

  /** Whether the same reasons, however spelled, stand behind somebody else's restriction (F17). */
  @org.springframework.data.jdbc.repository.query.Query(
      """
      select exists (
        select from restrictions.imposed
         where rationale = md5(btrim(
                 regexp_replace(lower(:whyThis || ' ' || :whyNothingLess), '[^[:alnum:]]+', ' ', 'g')))
           and why_this || why_nothing_less <> ''
           and customer_id not in (:records) and nature <> 'SUPPORTIVE')
      """)
  boolean reasonsUsedForAnother(String whyThis, String whyNothingLess, Collection<UUID> records);
}
