// The floor: a bare Node http server that answers each address with one prepared query, with no session, rights, context or framework.
import { createServer } from 'node:http';
import pg from 'pg';

/** `routes` maps an address to `{ text, values }` whose first row has the answer in `json`. Gives `{ url, close }`. */
export async function startFloor(databaseUrl, routes) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c search_path=samverkan' });
  const server = createServer(async (request, response) => {
    const query = routes[request.url];
    const { rows } = await pool.query({ name: request.url, ...query });
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(rows[0].json);
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
