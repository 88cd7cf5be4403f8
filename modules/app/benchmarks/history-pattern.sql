-- What the pattern of a customer with a long history does in the database: contacts by cause with the
-- share that the council caused, matters, incidents.
\set n random(1, 200)
select c.cause,
       count(*) filter (where c.direction = 'IN' and c.statutory_topic is null),
       count(*) filter (where c.direction = 'IN' and c.statutory_topic is null
         and (c.cause = 'MISSED_STANDARD' or c.cause <> 'FIRST_CONTACT' and m.id is not null
              and ((m.standard_missed or m.standard_due < m.decision_reached_on
                    or m.decision_reached_on is null and timezone('Europe/London', c.at)::date > m.standard_due)
                   and (m.standard_due is null or timezone('Europe/London', c.at)::date > m.standard_due)
                or m.decision_reached_on is not null and m.closing_letter_sent_on is null
                   and timezone('Europe/London', c.at)::date > m.decision_reached_on))),
       count(*) filter (where c.direction = 'IN' and c.statutory_topic is not null),
       sum(c.minutes_spent)
  from intake.contact c
  left join intake.matter m on m.id = c.matter
 where c.customer = any (intake.records_of(('00000000-0000-7001-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid))
   and c.at >= now() - interval '2 years' and c.at < now()
 group by c.cause;
select * from intake.matter where customer = any (intake.records_of(('00000000-0000-7001-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid)) order by id;
select * from intake.incident where customer = any (intake.records_of(('00000000-0000-7001-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid)) order by occurred_on desc, id desc;
