// What a newcomer needs when everything is up: the address, who to sign in as, and how to stop.
import { existsSync, readFileSync } from 'node:fs';
import { say } from './progress.mjs';

const accountsFile = 'database/seeds/demo/accounts.json';

export function welcome(port) {
  say('ready');
  console.log(`\n  Samverkan:  http://localhost:${port}\n`);
  if ((process.env.SAMVERKAN_DEMO ?? '1') === '1' && existsSync(accountsFile)) {
    const accounts = JSON.parse(readFileSync(accountsFile, 'utf8'));
    const width = (field) => Math.max(...accounts.map((account) => account[field].length));
    const [emails, passwords] = [width('email'), width('password')];
    console.log('  Demo accounts (e-mail, password, who):');
    for (const { email, password, name, title, organization } of accounts) {
      console.log(`    ${email.padEnd(emails)}  ${password.padEnd(passwords)}  ${name}, ${title}, ${organization}`);
    }
    console.log('');
  }
  console.log('  Ctrl-C stops everything.\n');
}
