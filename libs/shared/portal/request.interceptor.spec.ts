import { HttpClient, provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Connection } from './connection';
import { requestInterceptor } from './request.interceptor';
import { SessionGate } from './session-gate';

let http: HttpTestingController;
let client: HttpClient;

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withNoXsrfProtection(), withInterceptors([requestInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  client = TestBed.inject(HttpClient);
});
afterEach(() => jest.useRealTimers());

const refuse = (request: TestRequest, status: number, code: string) =>
  request.flush({ type: 'about:blank', status, code, title: '' }, { status, statusText: code });

describe('a request while something is wrong', () => {
  it('waits while the database is gone and is sent again, as the same deed, when it is back', async () => {
    const saved: unknown[] = [];
    client.post('/api/actions', { title: 'FREDA' }).subscribe((answer) => saved.push(answer));
    const first = http.expectOne('/api/actions');
    const key = first.request.headers.get('Idempotency-Key');
    refuse(first, 503, 'database.unavailable');
    expect(TestBed.inject(Connection).lost()).toBe(true);
    await jest.advanceTimersByTimeAsync(2000);
    http.expectOne('/health/ready').flush({});
    await jest.advanceTimersByTimeAsync(0);
    const again = http.expectOne('/api/actions');
    expect(key).toMatch(/^[\w-]{8,}$/);
    expect(again.request.headers.get('Idempotency-Key')).toBe(key);
    again.flush({ id: 'saved' });
    expect(saved).toEqual([{ id: 'saved' }]);
    expect(TestBed.inject(Connection).lost()).toBe(false);
  });

  it('waits for a new sign-in when the session has ended, so that what is typed is saved after it', () => {
    const gate = TestBed.inject(SessionGate);
    gate.open();
    const saved: unknown[] = [];
    client.put('/api/drafts/x', {}).subscribe((answer) => saved.push(answer));
    refuse(http.expectOne('/api/drafts/x'), 401, 'session.not-signed-in');
    expect(gate.ended()).toBe(true);
    gate.open();
    http.expectOne('/api/drafts/x').flush({ kept: true });
    expect(saved).toEqual([{ kept: true }]);
  });

  it('asks for a new token once when the old one is refused', () => {
    const saved: unknown[] = [];
    client.post('/api/actions', {}).subscribe((answer) => saved.push(answer));
    refuse(http.expectOne('/api/actions'), 403, 'csrf.refused');
    document.cookie = 'XSRF-TOKEN=new%20token';
    http.expectOne('/api/session').flush({});
    const again = http.expectOne('/api/actions');
    expect(again.request.headers.get('X-XSRF-TOKEN')).toBe('new token');
    again.flush({ ok: true });
    expect(saved).toEqual([{ ok: true }]);
  });

  it('passes a refusal on to the page', () => {
    const errors: number[] = [];
    client.post('/api/actions', {}).subscribe({ error: (error: { status: number }) => errors.push(error.status) });
    refuse(http.expectOne('/api/actions'), 400, 'input.invalid');
    expect(errors).toEqual([400]);
  });

  it('does not ask anybody to sign in again who never was signed in', () => {
    const errors: number[] = [];
    client.get('/api/session').subscribe({ error: (error: { status: number }) => errors.push(error.status) });
    refuse(http.expectOne('/api/session'), 401, 'session.not-signed-in');
    expect([errors, TestBed.inject(SessionGate).ended()]).toEqual([[401], false]);
  });
});

describe('reads that begin in the same breath', () => {
  const asked = () => http.match(() => true).map(({ request }) => request.url);

  it('are sent one to a task, in their order, and one that begins alone is sent at once', () => {
    ['/api/a', '/api/b', '/api/c'].forEach((path) => client.get(path).subscribe());
    expect(asked()).toEqual(['/api/a']);
    jest.advanceTimersToNextTimer();
    expect(asked()).toEqual(['/api/b']);
    jest.advanceTimersToNextTimer();
    expect(asked()).toEqual(['/api/c']);
    jest.runAllTimers();
    client.get('/api/d').subscribe();
    expect(asked()).toEqual(['/api/d']);
  });

  it('are not sent when nobody waits for them any longer, and keep nobody else waiting', () => {
    client.get('/api/a').subscribe();
    const left = client.get('/api/b').subscribe();
    client.get('/api/c').subscribe();
    left.unsubscribe();
    jest.runAllTimers();
    expect(asked()).toEqual(['/api/a', '/api/c']);
  });

  it('never keep a deed waiting', () => {
    client.get('/api/a').subscribe();
    client.get('/api/b').subscribe();
    client.post('/api/c', {}).subscribe();
    expect(asked()).toEqual(['/api/a', '/api/c']);
  });
});
