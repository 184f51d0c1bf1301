import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Session } from '@samverkan/identity/contract';
import { provideLanguage, provideWords } from '@samverkan/shared/portal';
import { identityWords } from './identity-words';
import { SessionStore } from './session-store';
import { ShortcutChoice } from './shortcut-choice';

const acting: Session['acting'] = {
  id: 'm',
  organization: { id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' },
  role: 'coordinator',
  title: 'Samordnare',
  countyCodes: ['22'],
};
const session: Session = {
  user: { id: 'ida', name: 'Ida Nordlund', email: 'ida@kramfors.example' },
  acting,
  memberships: [acting],
  demo: true,
  shortcuts: true,
};

it('tells which keys lead where, and turns them off for the account', async () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), ...provideLanguage(), provideWords(identityWords)],
  });
  const [http, store] = [TestBed.inject(HttpTestingController), TestBed.inject(SessionStore)];
  await store.enter(session);
  const fixture = TestBed.createComponent(ShortcutChoice);
  fixture.autoDetectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const until = async (holds: () => unknown) => {
    for (let round = 0; round < 1000 && !holds(); round++) await new Promise((next) => setTimeout(next, 5));
  };
  await until(() => page.textContent?.includes('Använd') && page.querySelector('kbd'));
  expect([...page.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['/', 'n', 'k', 'f']);
  const box = page.querySelector('input');
  expect(box?.checked).toBe(true);
  box?.click();
  const sent = http.expectOne('/api/account/shortcuts');
  expect(sent.request.body).toEqual({ on: false });
  sent.flush(null);
  await until(() => store.session()?.shortcuts === false);
  expect(store.session()?.shortcuts).toBe(false);
  await until(() => document.body.textContent?.includes('avstängda'));
  expect(document.body.textContent).toContain('Tangentgenvägarna är avstängda.');
});
