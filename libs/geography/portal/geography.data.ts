import { httpResource } from '@angular/common/http';
import { Service, computed, inject } from '@angular/core';
import type { Counties, County } from '@samverkan/geography/contract';
import { Language } from '@samverkan/shared/portal';

/** Counties and municipalities, asked for once: they change with the law, not with the day. */
@Service()
export class GeographyData {
  private readonly language = inject(Language);
  private readonly source = httpResource<Counties>(() => '/api/counties');
  readonly counties = computed(() => (this.source.hasValue() ? this.source.value().items : []));
  private readonly names = computed(
    () =>
      new Map(
        this.counties().flatMap((county) => [
          [county.code, county.shortName] as const,
          ...county.municipalities.map((municipality) => [municipality.code, municipality.name] as const),
        ]),
      ),
  );

  /** The name that belongs to a county's or a municipality's code; the code itself until the names have come. */
  name(code: string): string {
    return this.names().get(code) ?? code;
  }

  county(code: string): County | undefined {
    return this.counties().find((county) => county.code === code);
  }

  /** The county's whole name in the language of the screen; empty until the names have come. */
  countyName(code: string): string {
    const county = this.county(code);
    return (this.language.current() === 'en' ? county?.nameEn : county?.name) ?? '';
  }
}
