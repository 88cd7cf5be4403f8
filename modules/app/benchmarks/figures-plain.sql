-- The incidents and contacts of a quarter as plain SQL over what was noted: by kind, service and breakdown.
\set q random(0, 35)
with now as (
  select n.kind, n.subject,
         case when exists (select from reporting.noted l where l.kind = 'ATTRIBUTION' and l.subject = n.subject)
              then (select l.person from reporting.noted l where l.kind = 'ATTRIBUTION' and l.subject = n.subject order by l.at desc limit 1)
              else n.person end as person,
         n.service_area,
         coalesce((select c.day from reporting.noted c where c.kind = 'CORRECTION' and c.subject = n.subject order by c.at desc limit 1), n.day) as day,
         n.flag, n.tags
    from reporting.noted n
   where n.kind in ('INCIDENT', 'CONTACT')
     and not exists (select from reporting.noted v where v.kind = 'VOID' and v.subject = n.subject)
)
select kind, service_area, tag, count(*), count(distinct coalesce(s.counts_as, now.person)), count(*) filter (where flag)
  from now left join reporting.same_person s on s.person = now.person, unnest(array_append(tags, '')) as tag
 where day >= date '2011-01-01' + :q * interval '3 months' and day < date '2011-04-01' + :q * interval '3 months'
 group by grouping sets ((kind, service_area, tag), (kind, tag));
