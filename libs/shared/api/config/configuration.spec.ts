import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configuration, databaseUrlFor } from './configuration';

const keys = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys.json');
const secret = 'x'.repeat(40);
writeFileSync(
  keys,
  JSON.stringify({
    sessionSecret: secret,
    csrfSecret: secret,
    encryptionKeys: ['x'.repeat(43)],
    dbPasswords: { app: secret, signin: secret, jobs: secret },
  }),
);
const good = { DATABASE_URL: 'postgres://owner:o@127.0.0.1:5432/samverkan', SAMVERKAN_KEYS: keys };

describe('the configuration', () => {
  it('starts with a database and a key file', () => {
    expect(configuration(good)).toMatchObject({ PORT: 3000, SAMVERKAN_DEMO: false });
  });

  it('names each fault, and never a secret', () => {
    expect(() => configuration({ ...good, PORT: 'many', DATABASE_URL: 'mysql://a:hemligt@b/c' })).toThrow(
      /PORT.*DATABASE_URL|DATABASE_URL.*PORT/s,
    );
    expect(() => configuration({ ...good, DATABASE_URL: 'mysql://a:hemligt@b/c' })).not.toThrow(/hemligt/);
  });

  it('refuses demo accounts and clear-text cookies in production', () => {
    expect(() => configuration({ ...good, NODE_ENV: 'production', SAMVERKAN_DEMO: '1' })).toThrow(
      /SAMVERKAN_DEMO.*PUBLIC_URL.*SMTP_URL/,
    );
    expect(
      configuration({
        ...good,
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://samverkan.example.se',
        SMTP_URL: 'smtps://mail.example.se',
        MAIL_FROM: 'samverkan@example.se',
      }).NODE_ENV,
    ).toBe('production');
  });

  it('signs in to the database with the runtime role, never as the owner', () => {
    expect(databaseUrlFor(configuration(good), 'app')).toContain('samverkan_app:');
  });
});
