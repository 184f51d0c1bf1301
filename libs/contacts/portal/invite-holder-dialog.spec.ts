import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ContactFunction } from '@samverkan/contacts/contract';
import { provideLanguage, provideWords } from '@samverkan/shared/portal';
import { contactsWords } from './contacts-words';
import { InviteHolderDialog } from './invite-holder-dialog';

const contact = {
  id: 'vikarie',
  title: 'Vikarierande samordnare',
  organization: { id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' },
  mailbox: 'funktionen@kommun.example',
  holders: [],
} as unknown as ContactFunction;

let fixture: ComponentFixture<InviteHolderDialog>;
let http: HttpTestingController;

const settled = async () => {
  for (let round = 0; round < 8; round++) await new Promise((next) => setTimeout(next, 5));
  fixture.detectChanges();
};
const field = () => (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>('#invite-holder-email');
const offer = async () => {
  http
    .expectOne('/api/contacts/vikarie/invitations')
    .flush({ roles: ['coordinator', 'partner'], mayTakeOver: true, waiting: [] });
  await settled();
};
const type = async (address: string) => {
  const input = field();
  if (!input) throw new Error('The dialog asks for no address.');
  input.value = address;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
};

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(contactsWords),
    ],
  });
  fixture = TestBed.createComponent(InviteHolderDialog);
  fixture.componentRef.setInput('contact', contact);
  http = TestBed.inject(HttpTestingController);
  await settled();
});

describe('who is invited', () => {
  it('is suggested by the function’s mailbox', async () => {
    expect(field()?.value).toBe('funktionen@kommun.example');
    await offer();
    expect(field()?.value).toBe('funktionen@kommun.example');
  });

  it('is the address that was typed, also when what is offered comes later', async () => {
    await type('vera@kommun.example');
    await offer();
    expect(field()?.value).toBe('vera@kommun.example');
    const roles = (fixture.nativeElement as HTMLElement).querySelector<HTMLSelectElement>('#invite-holder-role');
    expect(roles?.value).toBe('coordinator');
  });

  it('is the address that was typed, also when there is news of the function meanwhile', async () => {
    await offer();
    await type('vera@kommun.example');
    fixture.componentRef.setInput('contact', { ...contact, version: 2 });
    await settled();
    expect(field()?.value).toBe('vera@kommun.example');
  });
});
