import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideLanguage, provideWords } from '@samverkan/shared/portal';
import { CommitmentDialog } from './commitment-dialog';
import { PartyField } from './party-field';
import { strategiesWords } from './strategies.words';
import { By } from '@angular/platform-browser';

let fixture: ComponentFixture<CommitmentDialog>;
let http: HttpTestingController;
const goal = {
  id: 'goal-1',
  number: '1',
  title: 'Skydd',
  titleEn: null,
  strategyId: 'plan',
  strategyShortTitle: 'Plan',
};
const page = () => fixture.nativeElement as HTMLElement;

async function settle(): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await new Promise((next) => setTimeout(next, 5));
    fixture.detectChanges();
    http
      .match('/api/goals/choices')
      .forEach((request) => request.flush({ items: [{ ...goal, kind: 'goal', countyCode: '22', current: true }] }));
    http
      .match(({ url }) => url === '/api/contacts')
      .forEach((request) =>
        request.flush({
          items: [{ id: `post-of-${request.request.params.get('organization')}`, title: 'Samordnare' }],
        }),
      );
  }
}
async function open(records: boolean): Promise<void> {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(strategiesWords),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(CommitmentDialog);
  fixture.componentRef.setInput('goal', 'goal-1');
  fixture.componentRef.setInput('strategyId', 'plan');
  fixture.componentRef.setInput('records', records);
  for (let round = 0; round < 4; round++) await settle();
}

describe('the dialog of a commitment', () => {
  it('lets whoever keeps the strategy write down another party’s, with that party’s function', async () => {
    await open(true);
    const field = fixture.debugElement.query(By.directive(PartyField)).componentInstance as PartyField;
    field.picked.emit({ id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' });
    await settle();
    expect(page().textContent).toContain('Vad lovar parten att göra?');
    const post = page().querySelector<HTMLSelectElement>('#commitment-function');
    expect([...(post?.options ?? [])].map(({ value }) => value)).toEqual(['', 'post-of-kramfors']);
    post!.value = 'post-of-kramfors';
    post!.dispatchEvent(new Event('change'));
    const text = page().querySelector('textarea');
    text!.value = 'Vi ordnar två platser';
    text!.dispatchEvent(new Event('input'));
    await settle();
    page().querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(http.expectOne('/api/commitments').request.body).toMatchObject({
      goalId: 'goal-1',
      organizationId: 'kramfors',
      functionId: 'post-of-kramfors',
      text: 'Vi ordnar två platser',
    });
  });

  it('asks others for nothing but their own', async () => {
    await open(false);
    expect(fixture.debugElement.query(By.directive(PartyField))).toBeNull();
    expect(page().textContent).toContain('Vad lovar ni att göra?');
  });
});
