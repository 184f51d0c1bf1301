import type { Wait } from '@samverkan/shared/api';

const small = ['', 'En', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju', 'Åtta', 'Nio', 'Tio', 'Elva', 'Tolv'];
const smallEn = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** A strategy that ends within ninety days, and nothing has been decided in its place: its owner is told. */
export const endingWait: Wait = {
  kind: 'strategies.ending',
  count: `select count(*)::int from strategy s where s.owner_organization_id = $1 and s.status = 'adopted' and s.ends_on between today() and today() + 90
    and ctx_role() in ('county_staff', 'county_admin')
    and not exists (select from strategy_succession y join strategy n on n.id = y.new_id where y.old_id = s.id and n.status = 'adopted')`,
  path: '/strategier',
  words: (n) =>
    n === 1
      ? {
          sv: 'En strategi går snart ut och har ingen som ersätter den.',
          en: 'One strategy ends soon and has nothing to replace it.',
        }
      : {
          sv: `${small[n] ?? n} strategier går snart ut och har ingen som ersätter dem.`,
          en: `${smallEn[n] ?? n} strategies end soon and have nothing to replace them.`,
        },
};

/** Commitments that somebody else wrote down, or that came along from the strategy before, until the party says that they stand. */
export const commitmentsWait: Wait = {
  kind: 'strategies.commitments',
  count: `select count(*)::int from commitment c join goal g on g.id = c.goal_id join strategy s on s.id = g.strategy_id
    where c.organization_id = $1 and c.confirmed_on is null and c.withdrawn_on is null and s.status = 'adopted' and (s.ends_on is null or s.ends_on >= today())
      and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  path: '/ataganden',
  words: (n) =>
    n === 1
      ? { sv: 'Ett åtagande väntar på att ni bekräftar det.', en: 'One commitment waits for you to confirm it.' }
      : {
          sv: `${small[n] ?? n} åtaganden väntar på att ni bekräftar dem.`,
          en: `${smallEn[n] ?? n} commitments wait for you to confirm them.`,
        },
};
