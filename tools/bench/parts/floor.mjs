// The floor: a bare Node http server that answers each address with one prepared query, with no session, rights, context or framework.
import { createServer } from 'node:http';
import pg from 'pg';

/** What the yardsticks' connections are called. */
export const yardstick = 'samverkan-yardstick';

/**
 * `routes` maps an address to `{ text, values }` whose first row has the answer in `json`. Whatever is posted is written by the query with the body's
 * fields as its further values, named by `body`. Gives `{ url, close }`.
 */
export async function startFloor(databaseUrl, routes) {
  // PostgreSQL takes names of 63 letters at most.
  const names = new Map(Object.keys(routes).map((address, n) => [address, `floor_${n}`]));
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    application_name: yardstick,
    options: '-c search_path=samverkan',
  });
  const server = createServer(async (request, response) => {
    const { text, values, body = [] } = routes[request.url];
    const given = request.method === 'POST' ? JSON.parse(await read(request)) : {};
    try {
      const { rows } = await pool.query({
        name: names.get(request.url),
        text,
        values: [...values, ...body.map((field) => given[field])],
      });
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(rows[0].json);
    } catch {
      // Its time was up.
      response.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await pool.end();
    },
  };
}

export async function read(request) {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}
