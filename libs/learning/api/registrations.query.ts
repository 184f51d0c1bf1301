import { moment } from '@samverkan/shared/api';

/** JSON text (`Registrations`) of session $1: row-level security gives it to those who hold it, and to each participant her own row. */
export const registrationsOf = `
  select json_build_object(
    'items', (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'email', r.email, 'organization', r.organization,
        'municipalityCode', r.municipality_code, 'profession', r.profession, 'state', r.state, 'arrivedAt', ${moment('r.arrived_at')}, 'attended', r.attended)
        order by r.state, coalesce(r.seated_at, r.arrived_at), r.arrived_at, r.id), '[]') from offer_registration r where r.session_id = $1),
    'invitations', (select coalesce(json_agg(json_build_object('id', i.id, 'email', i.email, 'invitedAt', ${moment('i.invited_at')}, 'used', i.used_at is not null)
        order by i.email), '[]') from offer_invitation i where i.session_id = $1 and i.withdrawn_at is null),
    'hasLink', (select s.link_hash is not null from offer_session s where s.id = $1)) as content`;
