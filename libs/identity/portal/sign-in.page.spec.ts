import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Session, SignInOptions } from '@samverkan/identity/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { identityRoutes } from './identity.routes';

@Component({ selector: 'sam-there', template: 'Framme' })
class There {}

const options: SignInOptions = {
  demo: true,
  providers: [],
  mail: true,
  demoAccounts: [
    {
      email: 'ida@kramfors.example',
      password: 'demo',
      name: 'Ida Nordlund',
      title: 'Samordnare',
      organization: 'Kramfors kommun',
    },
  ],
};
const acting: Session['acting'] = {
  id: 'membership',
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

let page: HTMLElement;
let http: HttpTestingController;

async function open(address: string): Promise<void> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([...identityRoutes, { path: '**', component: There }]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle();
}
/** Lets what is asked about the page itself be answered; the sign-in waits for the test. */
async function settle(): Promise<void> {
  for (let round = 0; round < 8; round++) {
    await new Promise((next) => setTimeout(next, 5));
    http.match('/api/session/options').forEach((request) => request.flush(options));
  }
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const button = (name: RegExp) => [...page.querySelectorAll('button')].find((one) => name.test(textOf(one) ?? ''));
const field = (name: string) => {
  const label = [...page.querySelectorAll('label')].find((one) => textOf(one) === name);
  return page.querySelector<HTMLInputElement>(`#${label?.htmlFor}`);
};
function type(name: string, text: string): void {
  const control = field(name);
  if (control) control.value = text;
  control?.dispatchEvent(new Event('input'));
}
const sent = () => http.expectOne((request) => request.method === 'POST' && request.url === '/api/session');

describe('the sign-in page', () => {
  it('signs in and goes on to where the person was going', async () => {
    await open('/logga-in?returnTo=%2Finsatser%3Fmine%3Dtrue');
    type('E-postadress', 'ida@kramfors.example');
    type('Lösenord', 'hemligt');
    button(/^Logga in$/)?.click();
    await settle();
    const request = sent();
    expect(request.request.body).toEqual({ email: 'ida@kramfors.example', password: 'hemligt' });
    request.flush(session);
    await settle();
    expect(TestBed.inject(Router).url).toBe('/insatser?mine=true');
  });

  it('says at the password that it was wrong, and never which of the two', async () => {
    await open('/logga-in');
    type('E-postadress', 'ida@kramfors.example');
    type('Lösenord', 'fel');
    button(/^Logga in$/)?.click();
    await settle();
    sent().flush({ code: 'session.wrong-credentials' }, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(field('Lösenord')?.getAttribute('aria-invalid')).toBe('true');
    expect(textOf(page.querySelector('#sign-in-password-error'))).toBe('E-postadressen eller lösenordet stämmer inte.');
    expect(TestBed.inject(Router).url).toBe('/logga-in');
  });

  it('signs in as a person of the demo county in one press, and leaves this site for no address', async () => {
    await open('/logga-in?returnTo=%2F%2Felsewhere.example');
    button(/^Ida Nordlund/)?.click();
    await settle();
    sent().flush(session);
    await settle();
    expect(TestBed.inject(Router).url).toBe('/');
  });
});
