// Docker does not run where the checks run, so what can be read is checked: the files parse, agree with each other and
// with the repository, and keep the promises of docs/operations.md.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { load, YAML11_SCHEMA } from 'js-yaml';

const compose = load(readFileSync('docker-compose.yml', 'utf8'), { schema: YAML11_SCHEMA });
const { database, migrator, api, proxy } = compose.services;
// The API's settings come by a YAML merge key, which Docker reads as YAML 1.1 does.
const proxyText = readFileSync('docker/Caddyfile', 'utf8');

it('has a database, a migrator, two API replicas and one way in', () => {
  assert.match(database.image, /^postgres:18/);
  assert.equal(api.deploy.replicas, 2);
  assert.deepEqual(migrator.command.at(-1), 'dist/apps/api/migrate.mjs');
  const open = Object.entries(compose.services).filter(([, service]) => service.ports);
  assert.deepEqual(
    open.map(([name]) => name),
    ['proxy'],
  );
  assert.equal(compose.networks.inside.internal, true);
});

it('starts in order: database, migrator, API, proxy', () => {
  assert.equal(migrator.depends_on.database.condition, 'service_healthy');
  assert.equal(api.depends_on.migrator.condition, 'service_completed_successfully');
  assert.equal(proxy.depends_on.api.condition, 'service_healthy');
});

it('takes every secret from a file and none from the environment', () => {
  for (const service of Object.values(compose.services)) {
    for (const name of service.secrets ?? []) assert.ok(compose.secrets[name]?.file, `${name} has no file`);
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (/_PASSWORD|_KEYS|DATABASE_URL|SMTP_URL|SECRET/.test(name)) assert.match(value, /^\/run\/secrets\//, name);
    }
  }
  assert.equal(api.environment.DATABASE_URL_FILE, '/run/secrets/database_url');
  assert.match(readFileSync('.gitignore', 'utf8'), /^docker\/secrets\/\*$/m);
  assert.match(readFileSync('.dockerignore', 'utf8'), /^docker\/secrets$/m);
});

it('runs production settings: no demo accounts, https, one trusted proxy', () => {
  assert.equal(api.environment.NODE_ENV, 'production');
  assert.equal(api.environment.SAMVERKAN_DEMO, '0');
  assert.equal(api.environment.TRUSTED_PROXIES, '1');
  assert.match(api.environment.PUBLIC_URL, /^\$\{PUBLIC_URL:\?/);
});

it('mounts only files that are in the repository', () => {
  const mounts = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
  for (const mount of mounts.filter((text) => text.startsWith('./'))) assert.ok(existsSync(mount.split(':')[0]), mount);
  assert.ok(existsSync(api.build.dockerfile));
});

it('lets live updates through the proxy at once and uncompressed', () => {
  const [, matcher] = proxyText.match(/@live path (\S+)/);
  const stream = proxyText.slice(proxyText.indexOf('handle @live'), proxyText.indexOf('encode'));
  assert.match(stream, /flush_interval -1/);
  const client = readFileSync('libs/shared/portal/live-updates.ts', 'utf8');
  assert.ok(client.includes(`EventSource('${matcher}'`), 'the proxy and the portal name the same stream');
  assert.equal(proxyText.split('{').length, proxyText.split('}').length, 'braces close');
});

it('has shell scripts that parse', () => {
  for (const script of ['docker/entrypoint.sh', 'docker/owner.sh', '.ci/run']) execFileSync('bash', ['-n', script]);
});
