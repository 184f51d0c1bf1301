import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ApiToken, ApiTokenList } from '@samverkan/identity/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { tokenRoutes } from './identity.routes';

const organization = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Kramfors kommun',
  kind: 'municipality' as const,
};
const aToken = (fields: Partial<ApiToken>): ApiToken => ({
  id: fields.name ?? 'x',
  name: 'Diariesystemet',
  organization,
  scopes: ['actions.read'],
  lastDay: '2027-03-15',
  endsSoon: false,
  state: 'good',
  madeAt: '2026-11-20T08:00:00Z',
  madeBy: null,
  usedAt: null,
  revokedAt: null,
  nameHidden: false,
  allowed: { revoke: true, hide: true },
  ...fields,
});

let page: HTMLElement;
let http: HttpTestingController;
let settle: () => Promise<void>;

async function open(list: Partial<ApiTokenList>): Promise<void> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'systemnycklar', children: tokenRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
    ],
  });
  const harness = await RouterTestingHarness.create(`/systemnycklar?organization=${organization.id}`);
  http = TestBed.inject(HttpTestingController);
  settle = async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((done) => setTimeout(done));
      for (const request of http.match(({ url, method }) => method === 'GET' && url === '/api/tokens')) {
        expect(request.request.params.get('organization')).toBe(organization.id);
        request.flush({ organization, items: [], allowed: { make: true }, ...list });
      }
      for (const request of http.match('/api/tokens/addresses'))
        request.flush({ items: [{ method: 'GET', path: '/api/actions', scopes: ['actions.read'] }] });
      harness.detectChanges();
    }
    page = harness.fixture.nativeElement as HTMLElement;
  };
  await settle();
}

const button = (words: string) =>
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.trim().startsWith(words));

describe('the page of system keys', () => {
  it('tells which systems get in, what they may, and which addresses are open', async () => {
    await open({
      items: [aToken({}), aToken({ name: 'Arkivet', state: 'revoked', allowed: { revoke: false, hide: false } })],
    });
    const text = page.textContent ?? '';
    expect(text).toContain('Systemnycklar för Kramfors kommun');
    expect(text).toContain('Läsa insatser och deras rader');
    expect(text).toContain('GET /api/actions');
    expect(page.querySelector('.tag')?.textContent).toContain('Återkallad');
    expect(
      [...page.querySelectorAll('button')].filter(({ textContent }) => textContent?.includes('Återkalla')),
    ).toHaveLength(1);
  });

  it('says whom to ask when one may make none', async () => {
    await open({ allowed: { make: false } });
    expect(button('Ny systemnyckel')).toBeUndefined();
    expect(page.textContent).toContain('Den som administrerar Samverkan i ert län skapar nyckeln.');
  });

  it('takes a key back when one is sure', async () => {
    await open({ items: [aToken({})] });
    button('Återkalla')?.click();
    await settle();
    http.expectNone({ method: 'POST' });
    button('Återkalla nu')?.click();
    await settle();
    http.expectOne({ method: 'POST', url: '/api/tokens/x/revocation' }).flush(aToken({ state: 'revoked' }));
    await settle();
  });
});
