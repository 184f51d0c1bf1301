import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DraftBox } from './draft-box';

const address = '/api/drafts/form:new';

@Component({ selector: 'sam-kept-form', template: '' })
class KeptForm {
  readonly text = signal('');
  readonly draft = inject(DraftBox).keep(
    () => 'form:new',
    () => ({ text: this.text() }),
  );
}

/** A form that gives nothing to keep before what was kept of it has come. */
@Component({ selector: 'sam-fetched-form', template: '' })
class FetchedForm {
  readonly ready = signal(false);
  readonly text = signal('');
  readonly draft = inject(DraftBox).keep(
    () => 'form:new',
    () => (this.ready() ? { text: this.text() } : null),
  );
}

let http: HttpTestingController;
let fixture: ComponentFixture<KeptForm>;

beforeEach(() => {
  jest.useFakeTimers();
  sessionStorage.clear();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(KeptForm);
  fixture.detectChanges();
});
afterEach(() => jest.useRealTimers());

const breath = () => jest.advanceTimersByTimeAsync(0);
/** Types `text` and pauses, long enough for it to be kept. */
async function write(text: string): Promise<void> {
  fixture.componentInstance.text.set(text);
  fixture.detectChanges();
  await jest.advanceTimersByTimeAsync(800);
}
const sent = (): TestRequest[] => http.match(address);
const textOf = ({ request }: TestRequest) => (request.body as { content: { text: string } } | null)?.content.text;
const only = (requests: TestRequest[]): TestRequest => {
  expect(requests).toHaveLength(1);
  return requests[0]!;
};
const failed = { status: 503, statusText: 'Service Unavailable' };
const latest = () => TestBed.inject(DraftBox).read<{ text: string }>('form:new');
const landed = (content: object, updatedAt: string) => ({ key: 'form:new', content, updatedAt });
/** Opens the form anew, when this is what the server has. */
async function opened(onServer: object): Promise<{ text: string } | null> {
  const read = latest();
  only(sent()).flush(onServer);
  return read;
}

it('keeps what was typed before the draft had come, also when nothing more is typed, and an untouched form not at all', async () => {
  for (const [typed, kept] of [
    [{ text: 'Innan' }, ['Innan']],
    [{}, []],
  ] as const) {
    const form = TestBed.createComponent(FetchedForm);
    form.detectChanges();
    form.componentInstance.text.set('Innan');
    form.componentInstance.draft.typedBefore(typed);
    form.componentInstance.ready.set(true);
    form.detectChanges();
    await jest.advanceTimersByTimeAsync(800);
    const requests = sent();
    expect(requests.map(textOf)).toEqual(kept);
    requests.forEach((request) => request.flush(null));
    form.destroy();
    await breath();
  }
});

it('keeps nothing of what a form fills in by itself, until something is typed beside it', async () => {
  const { draft, text } = fixture.componentInstance;
  const fillIn = async (more: string) => {
    draft.fillIn(() => text.update((before) => before + more));
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(800);
  };
  await fillIn('22');
  expect(sent()).toEqual([]);
  await write('22 ett');
  only(sent()).flush(null);
  // What was typed and not yet kept goes with what is filled in meanwhile.
  text.set('22 ett två');
  fixture.detectChanges();
  await fillIn(' 80');
  expect(textOf(only(sent()))).toBe('22 ett två 80');
});

describe('a draft that is typed faster than it is kept', () => {
  it('is sent one save at a time, and the newest text lands last', async () => {
    await write('ett');
    const first = only(sent());
    await write('ett två');
    await write('ett två tre');
    expect(sent()).toEqual([]);
    first.flush(null);
    await breath();
    const second = only(sent());
    expect([textOf(first), textOf(second)]).toEqual(['ett', 'ett två tre']);
  });

  it('stands in the tab until the server has the newest of it, however late an older save succeeds', async () => {
    await write('ett');
    const first = only(sent());
    await write('ett två');
    first.flush(null);
    await breath();
    expect(await latest()).toEqual({ text: 'ett två' });
    only(sent()).flush(null, failed);
    await breath();
    expect(await opened(landed({ text: 'ett' }, '2000-01-01T08:00:00.000Z'))).toEqual({ text: 'ett två' });
    only(sent()).flush(null, failed);
    await breath();
    expect(fixture.componentInstance.draft.offline()).toBe(true);
    await write('ett två tre');
    only(sent()).flush(null);
    await breath();
    expect([fixture.componentInstance.draft.offline(), sessionStorage.length]).toEqual([false, 0]);
  });

  it('is kept as it reads when a word is taken back while the save of it is on its way', async () => {
    await write('ett');
    only(sent()).flush(null);
    await breath();
    await write('ett två');
    const wider = only(sent());
    await write('ett');
    wider.flush(null);
    await breath();
    expect(textOf(only(sent()))).toBe('ett');
  });
});

describe('a draft that the tab has and the server did not get', () => {
  async function onlyHere(): Promise<void> {
    await write('ett');
    only(sent()).flush(landed({ text: 'ett' }, '2099-01-01T08:00:00.000Z'));
    await breath();
    await write('ett två');
    only(sent()).flush(null, failed);
    await breath();
  }

  it('is sent when the form is opened anew, and leaves the tab once it has landed, though the clock of the machine is behind', async () => {
    await onlyHere();
    expect(await opened(landed({ text: 'ett' }, '2099-01-01T08:00:00.000Z'))).toEqual({ text: 'ett två' });
    const again = only(sent());
    expect([again.request.method, textOf(again), sessionStorage.length]).toEqual(['PUT', 'ett två', 1]);
    again.flush(null);
    await breath();
    expect(sessionStorage).toHaveLength(0);
  });

  it('gives way to what was written later somewhere else', async () => {
    await onlyHere();
    const elsewhere = { text: 'ett två tre fyra' };
    expect(await opened(landed(elsewhere, '2099-01-01T09:00:00.000Z'))).toEqual(elsewhere);
    expect([sent(), sessionStorage.length]).toEqual([[], 0]);
  });

  it('is said to stand nowhere when the tab has no room for it, and an earlier copy is kept', async () => {
    await onlyHere();
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const { draft } = fixture.componentInstance;
    const before = draft.savedAt();
    await write('ett två tre');
    only(sent()).flush(null, failed);
    await breath();
    full.mockRestore();
    expect([draft.offline(), draft.lost(), draft.savedAt()]).toEqual([true, true, before]);
    expect(await opened(landed({ text: 'ett' }, '2099-01-01T08:00:00.000Z'))).toEqual({ text: 'ett två' });
    only(sent()).flush(null);
    await write('ett två tre fyra');
    only(sent()).flush(null);
    await breath();
    expect([draft.offline(), draft.lost()]).toEqual([false, false]);
  });

  it('is read when the server cannot be reached', async () => {
    await onlyHere();
    const read = latest();
    only(sent()).flush(null, failed);
    expect(await read).toEqual({ text: 'ett två' });
  });

  it('is not read for whoever has signed in while the server was asked', async () => {
    await onlyHere();
    const read = latest();
    TestBed.inject(DraftBox).forget();
    only(sent()).flush(null, failed);
    expect([await read, sent(), sessionStorage.length]).toEqual([null, [], 0]);
  });
});

describe('a draft that is thrown away', () => {
  it('does not come back when a save of it that was on its way fails', async () => {
    await write('ett');
    const saving = only(sent());
    void fixture.componentInstance.draft.discard();
    saving.flush(null, failed);
    await breath();
    only(sent()).flush(null);
    expect(sessionStorage).toHaveLength(0);
  });

  it('is taken from the server after the save that was on its way, and what waited is never sent', async () => {
    await write('ett');
    const saving = only(sent());
    await write('ett två');
    void fixture.componentInstance.draft.discard();
    expect(sent()).toEqual([]);
    saving.flush(null);
    await breath();
    expect(only(sent()).request.method).toBe('DELETE');
  });

  it('does not wait without end for a save that gets no answer', async () => {
    await write('ett');
    const saving = only(sent());
    let done = false;
    void fixture.componentInstance.draft.discard().then(() => (done = true));
    await jest.advanceTimersByTimeAsync(1600);
    expect(saving.cancelled).toBe(true);
    const away = only(sent());
    expect(away.request.method).toBe('DELETE');
    away.flush(null);
    await breath();
    expect([done, sessionStorage.length]).toEqual([true, 0]);
  });

  it('is not kept after a sign-out, though it was typed just before', async () => {
    fixture.componentInstance.text.set('ett');
    fixture.detectChanges();
    TestBed.inject(DraftBox).forget();
    await jest.advanceTimersByTimeAsync(800);
    fixture.destroy();
    expect([sent(), sessionStorage.length]).toEqual([[], 0]);
  });

  it('is not sent after a sign-out, when somebody else may have signed in', async () => {
    await write('ett');
    const saving = only(sent());
    await write('ett två');
    TestBed.inject(DraftBox).forget();
    saving.flush(null);
    await breath();
    expect([sent().map(textOf), sessionStorage.length]).toEqual([[], 0]);
  });
});
