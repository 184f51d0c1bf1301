import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject } from '@angular/core';
import type { SheetPreview } from '@samverkan/shared/contract';
import { firstValueFrom } from 'rxjs';
import { answersForItself } from '@samverkan/shared/portal';

type Columns = readonly (string | null)[];

interface SheetProgress {
  state: 'none' | 'running' | 'done';
  done: number;
  of: number;
  answer: unknown;
}

const type = { 'Content-Type': 'application/octet-stream' };
const query = (lang: string, columns?: Columns) => ({
  lang,
  ...(columns ? { columns: columns.map((column) => column ?? '').join(',') } : {}),
});

/** The steps of an import at its address. The file goes along with each: nothing of it is kept in between. Call where `inject` may be called. */
export class SheetRequests {
  private readonly http = inject(HttpClient);

  constructor(readonly at: () => string) {}

  template(lang: string): string {
    return `${this.at()}/template?lang=${lang}`;
  }

  preview<P extends SheetPreview>(file: Blob, lang: string, columns?: Columns): Promise<P> {
    const options = { params: query(lang, columns), headers: new HttpHeaders(type) };
    return firstValueFrom(this.http.put<P>(`${this.at()}/preview`, file, options));
  }

  errors(file: Blob, lang: string, columns: Columns): Promise<Blob> {
    const options = { params: query(lang, columns), headers: new HttpHeaders(type), responseType: 'blob' as const };
    return firstValueFrom(this.http.put(`${this.at()}/errors`, file, options));
  }

  write<D>(file: Blob, lang: string, columns: Columns, key: string): Promise<D> {
    const headers = new HttpHeaders({ ...type, 'Idempotency-Key': key });
    return firstValueFrom(this.http.post<D>(this.at(), file, { params: query(lang, columns), headers }));
  }

  /** How an import goes, or what it came to. */
  progress(key: string): Promise<SheetProgress> {
    const options = { params: { key }, context: answersForItself() };
    return firstValueFrom(this.http.get<SheetProgress>(`${this.at()}/progress`, options));
  }
}
