-- An incident that was moved, its concern, and who was told of it: they name the first person too (T26, T27).
call foundation.links_person('intake.incident', 'customer');
call foundation.links_person('intake.concern', 'customer');
call foundation.links_person('intake.correction', 'customer_before');
call foundation.links_person('intake.correction_telling', 'customer');
