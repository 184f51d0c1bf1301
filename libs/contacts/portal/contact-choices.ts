import { Service, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { contactSubjects } from '@samverkan/contacts/contract';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { organizationKinds } from '@samverkan/organizations/contract';
import { organizationsWords } from '@samverkan/organizations/portal';
import type { Choice } from '@samverkan/reading/portal';
import { contactsWords } from './contacts-words';

/** The controlled lists in the person's language, and the municipalities she works with. */
@Service()
export class ContactChoices {
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, contactsWords));
  private readonly kindsLoaded = toSignal(
    this.transloco.selectTranslate<string>('list.heading', {}, organizationsWords),
  );
  readonly subjects = computed<Choice[]>(() => {
    this.loaded();
    return contactSubjects.map((value) => ({
      value,
      label: this.transloco.translate(`contacts.subject.${value}`),
    }));
  });
  readonly kinds = computed<Choice[]>(() => {
    this.kindsLoaded();
    return organizationKinds.map((value) => ({
      value,
      label: this.transloco.translate(`organizations.kind.${value}`),
    }));
  });
  readonly municipalities = computed<Choice[]>(() =>
    (this.store.acting()?.countyCodes ?? [])
      .flatMap((code) => this.geography.county(code)?.municipalities ?? [])
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label, 'sv')),
  );
}
