import { Component, type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AuditQuery, type AuditRow } from '@samverkan/privacy/contract';
import { type AddressValues, type Choice, FilterMenu, ListFrame, listState } from '@samverkan/reading/portal';
import { Icon, PageHead, Time, keepLatest, plural } from '@samverkan/shared/portal';
import { AuditChain } from './audit-chain';
import { AuditWords } from './audit-words';
import { auditChoices, auditList } from './audit.data';
import { privacyWords } from './privacy-words';

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
/** Where the objects of each area have their pages. */
const pages: Record<string, string> = {
  actions: '/insatser',
  assignments: '/uppdrag',
  bundles: '/fragor/samlade',
  comments: '/kommentarer',
  consultations: '/remisser',
  contacts: '/kontakter',
  faq: '/fragor/svar',
  followup: '/bedomningar',
  learning: '/utbildningar',
  methods: '/metoder',
  organizations: '/parter',
  publications: '/publikationer',
  questions: '/fragor',
  strategies: '/strategier',
  support: '/stod',
  tasks: '/uppgifter',
  vocabularies: '/ordlistor/forslag',
};

/** Who did what, when and for whom: the audit as the administrator may read it. */
@Component({
  selector: 'sam-audit-page',
  templateUrl: './audit.page.html',
  imports: [AuditChain, FilterMenu, Icon, ListFrame, PageHead, RouterLink, Time, TranslocoDirective],
})
export class AuditPage {
  private readonly transloco = inject(TranslocoService);
  private readonly spoken = toSignal(this.transloco.selectTranslate<string>('audit.heading', {}, privacyWords));
  private readonly choicesSource = auditChoices();
  private readonly choices = keepLatest(this.choicesSource);
  protected readonly plural = plural;
  protected readonly words = inject(AuditWords);
  protected readonly state = listState(AuditQuery);
  protected readonly source = auditList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly file = computed(() => {
    const params = new URLSearchParams(this.state.params()).toString();
    return `/api/audit/export${params ? `?${params}` : ''}`;
  });
  protected readonly filters: Signal<
    readonly { name: 'organization' | 'verb' | 'area'; choices: readonly Choice[] }[]
  > = computed(() => {
    this.spoken();
    const { organizations = [], verbs = [], areas = [] } = this.choices() ?? {};
    return [
      { name: 'organization', choices: organizations.map(({ id, name }) => ({ value: id, label: name })) },
      { name: 'verb', choices: sorted(verbs.map((value) => ({ value, label: this.words.verb(value) }))) },
      { name: 'area', choices: sorted(areas.map((value) => ({ value, label: this.words.area(value) }))) },
    ];
  });

  protected choose(name: 'organization' | 'verb' | 'area', value: readonly string[]): void {
    this.state.patch({ [name]: value.length > 0 ? [...value] : undefined });
  }

  /** An id, or an address that holds one. */
  protected searchObject(typed: string): void {
    this.state.patch({ object: uuid.exec(typed)?.[0].toLowerCase() });
  }

  /** Where the object can be opened, when the reader sees it. */
  protected placeOf({ area, object }: AuditRow): { path: string[]; query: AddressValues } | null {
    if (!object?.title) return null;
    if (area === 'identity') return { path: ['/personer'], query: { q: object.title } };
    const page = pages[area];
    return page ? { path: [page, object.id], query: {} } : null;
  }
}

const sorted = (choices: Choice[]): Choice[] => choices.sort((a, b) => a.label.localeCompare(b.label, 'sv'));
