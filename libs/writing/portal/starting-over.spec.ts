import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Component, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { DraftBox, provideLanguage } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';
import { startingOver } from './starting-over';

const begun = { title: 'Skriven i går', text: 'Halvvägs' };
const blank = { title: '', text: '' };

@Component({ selector: 'sam-form-here', template: '' })
class FormHere {
  readonly model = signal(begun);
  readonly restored = signal(true);
  readonly version = signal(3);
  readonly draft = inject(DraftBox).keep(
    () => 'form:new',
    () => ({ ...this.model() }),
  );
  readonly anew = startingOver({
    key: () => 'form:new',
    model: this.model,
    restored: this.restored,
    version: this.version,
  });
}

let fixture: ComponentFixture<FormHere>;
let http: HttpTestingController;
/** What the server keeps. */
let kept: unknown;

async function settle(ms = 60): Promise<void> {
  for (let n = 0; n < ms; n += 20) {
    fixture.detectChanges();
    for (const { request, flush } of http
      .match('/api/drafts/form:new')
      .map((one) => ({ request: one.request, flush: one.flush.bind(one) }))) {
      if (request.method === 'PUT') kept = (request.body as { content: unknown }).content;
      if (request.method === 'DELETE') kept = null;
      flush(
        request.method === 'GET' ? { content: kept, updatedAt: kept === null ? null : '2026-11-01T08:00:00Z' } : null,
      );
    }
    await new Promise((next) => setTimeout(next, 20));
  }
}
const undo = (): HTMLButtonElement | null => document.querySelector('mat-snack-bar-container button');
async function startedOver(): Promise<FormHere> {
  const form = fixture.componentInstance;
  void form.anew(() => {
    form.version.set(5);
    form.model.set(blank);
  });
  for (let n = 0; n < 40 && !undo(); n++) await settle();
  return form;
}

beforeEach(async () => {
  sessionStorage.clear();
  localStorage.clear();
  document.querySelectorAll('mat-snack-bar-container').forEach((bar) => bar.remove());
  kept = begun;
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), ...provideLanguage()],
  });
  http = TestBed.inject(HttpTestingController);
  await firstValueFrom(TestBed.inject(TranslocoService).load('sv'));
  fixture = TestBed.createComponent(FormHere);
  await settle();
});

describe('Börja om', () => {
  it('empties the form, throws away what was kept, and is undone as if nothing had happened', async () => {
    const form = await startedOver();
    expect([form.model(), form.restored(), form.version()]).toEqual([blank, false, 5]);
    expect(undo()?.textContent?.trim()).toBe('Ångra');
    undo()?.click();
    await settle(900);
    expect([form.model(), form.restored(), form.version()]).toEqual([begun, true, 3]);
    expect(kept).toEqual(begun);
  });

  it('is undone without taking what has been typed since', async () => {
    const form = await startedOver();
    form.model.update((fields) => ({ ...fields, title: 'Ny rubrik' }));
    undo()?.click();
    await settle(900);
    expect(form.model()).toEqual({ title: 'Ny rubrik', text: 'Halvvägs' });
    expect(kept).toEqual({ title: 'Ny rubrik', text: 'Halvvägs' });
  });

  it('brings the draft back also when the form has been left', async () => {
    await startedOver();
    fixture.destroy();
    await settle(40).catch(() => undefined);
    undo()?.click();
    await settle(40).catch(() => undefined);
    expect(kept).toEqual(begun);
  });

  it('brings it back to the form that was opened anew meanwhile, and does not lose it there', async () => {
    await startedOver();
    fixture.destroy();
    fixture = TestBed.createComponent(FormHere);
    fixture.componentInstance.model.set({ ...blank, title: 'Ny rubrik' });
    fixture.componentInstance.restored.set(false);
    await settle();
    undo()?.click();
    await settle(900);
    const { model, restored } = fixture.componentInstance;
    expect([model(), restored()]).toEqual([{ title: 'Ny rubrik', text: 'Halvvägs' }, true]);
    expect(kept).toEqual({ title: 'Ny rubrik', text: 'Halvvägs' });
  });

  it('brings nothing back to whoever signs in after her', async () => {
    await startedOver();
    await settle(900);
    fixture.destroy();
    TestBed.inject(DraftBox).forget();
    kept = null;
    fixture = TestBed.createComponent(FormHere);
    fixture.componentInstance.model.set(blank);
    await settle();
    undo()?.click();
    await settle(900);
    expect([kept, fixture.componentInstance.model()]).toEqual([null, blank]);
  });
});
