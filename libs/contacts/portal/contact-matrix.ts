import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ContactOverview, contactSubjects } from '@samverkan/contacts/contract';
import { CountyMap, GeographyData, type MapFigure } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { Icon, type IconName, plural } from '@samverkan/shared/portal';

type Cell = ContactOverview['cells'][number];
const figures: Record<Cell['coverage'], IconName> = {
  own: 'check',
  county: 'map',
  other: 'swap',
  vacant: 'person-off',
};

/** Who takes what where: subject × municipality with words in each cell, and the county as a map. Each cell opens exactly what it counts. */
@Component({
  selector: 'sam-contact-matrix',
  templateUrl: './contact-matrix.html',
  imports: [CountyMap, Icon, RouterLink, TranslocoDirective],
})
export class ContactMatrix {
  private readonly geography = inject(GeographyData);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(SessionStore);
  readonly overview = input.required<ContactOverview>();
  readonly chosen = input<readonly string[]>([]);
  protected readonly plural = plural;
  protected readonly places = computed(() => {
    const own = this.store.acting()?.organization;
    return this.overview().municipalities.map(({ code }) => {
      const name = this.geography.name(code);
      return { code, name, own: own?.kind === 'municipality' && own.name.startsWith(name) };
    });
  });
  protected readonly rows = computed(() => {
    const cells = new Map(this.overview().cells.map((cell) => [`${cell.subject} ${cell.municipalityCode}`, cell]));
    return contactSubjects.map((subject) => ({
      subject,
      cells: this.places().map(({ code, name }) => this.worded(cells.get(`${subject} ${code}`), code, name)),
    }));
  });
  protected readonly county = computed(() => this.geography.countyName(this.overview().countyCode));
  protected readonly figures = computed<MapFigure[]>(() =>
    this.overview().municipalities.map(({ code, count }) => ({ code, name: this.geography.name(code), value: count })),
  );

  protected readonly mapLink = (code: string): Record<string, string> => ({ municipality: code });

  private worded(cell: Cell | undefined, code: string, name: string) {
    const coverage = cell?.coverage ?? 'none';
    const via = coverage === 'other' && cell?.via ? this.short(cell.via) : '';
    const words = this.transloco.translate<string>(via ? 'contacts.matrix.via' : `contacts.matrix.${coverage}`, {
      party: via,
    });
    return {
      code,
      name,
      coverage,
      words,
      count: cell?.count ?? 0,
      icon: cell ? figures[cell.coverage] : ('minus' as const),
    };
  }

  /** "Sundsvalls kommun" is Sundsvall; others by their names. */
  private short(party: string): string {
    return this.places().find(({ name }) => party.startsWith(name))?.name ?? party;
  }
}
