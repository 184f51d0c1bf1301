// What a newcomer needs when everything is up: the address, who to sign in as, and how to stop.
import { say } from './progress.mjs';

export async function welcome(port) {
  const address = `http://localhost:${port}`;
  say('ready');
  console.log(`\n  Samverkan:  ${address}\n`);
  // In development the portal's own server answers first, before it has an API behind it.
  const response = await fetch(`http://127.0.0.1:${port}/api/session/options`).catch(() => undefined);
  const { demoAccounts: accounts } = response?.ok ? await response.json() : { demoAccounts: [] };
  if (accounts.length > 0) {
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
