/** So many publications of Västernorrland's board, each with a file of so many pages in the words of the field; most of them are published to all. What a kept database has already is taken as it is. */
export async function fillPublications(owner, count, pages, say) {
  const words =
    'våld stöd skydd barn kvinnor kommun region samverkan rutin utbildning uppföljning orosanmälan riskbedömning jour polis skola hälsa förebygga metod ansvar funktion mål insats enkät'.split(
      ' ',
    );
  const has = await owner.query(
    `select count(*)::int as publications, coalesce(sum(s.pages), 0)::int as pages from publication p join publication_file f on f.publication_id = p.id join stored_file s on s.id = f.id
      where p.key is null and not p.demo and f.title = 'Rapport.pdf'`,
  );
  if (has.rows[0].publications === count && has.rows[0].pages === count * pages) return;
  await owner.query('delete from publication where key is null and not demo');
  const chunk = 100;
  for (let from = 0; from < count; from += chunk) {
    await owner.query(
      `with board as (select id from organization where key = 'county_board:22'),
        made as (insert into publication (organization_id, numbered_by, owner_ids, county_codes, title, type, year, summary, status, visibility)
          select b.id, b.id, array[b.id], '{22}', 'Rapport ' || n || ' om ' || ($3::text[])[1 + n % 24] || ' och ' || ($3::text[])[1 + n / 24 % 24], 'report', 2000 + n % 26,
            'Om ' || ($3::text[])[1 + n * 7 % 24] || ' i länet.', 'published', case when n % 10 = 0 then 2 else 4 end
          from board b, generate_series($1::int, $2::int) n returning id),
        filed as (insert into publication_file (publication_id, title, organization_id) select m.id, 'Rapport.pdf', b.id from made m, board b returning id),
        kept as (insert into stored_file (id, type, size, pages, sha256) select id, 'pdf', 1000, $4, repeat('0', 64) from filed)
      select count(*) from filed`,
      [from, Math.min(count, from + chunk) - 1, words, pages],
    );
    await owner.query(
      `insert into stored_file_page (file_id, page, words)
       select f.id, n, (select string_agg(($1::text[])[1 + (random() * random() * 24)::int % 24] || case when random() < 0.1 then ' ord' || (random() * 20000)::int else '' end, ' ')
         from generate_series(1, 250) w where w + n > 0)
       from publication_file f, generate_series(1, $2::int) n where not exists (select from stored_file_page g where g.file_id = f.id) and f.title = 'Rapport.pdf'`,
      [words, pages],
    );
    if (from % 1000 === 0) say(`${from + chunk} publications`);
  }
  await owner.query('analyze publication, publication_page, publication_file, stored_file_page');
}
