import { HttpClient, HttpHeaders } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  ContactColumn,
  ContactImportDone,
  ContactImportPreview,
  ContactImportProgress,
} from '@samverkan/contacts/contract';
import { answersForItself } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

type Columns = readonly (ContactColumn | null)[];

const at = '/api/contacts/import';
const type = { 'Content-Type': 'application/octet-stream' };
const query = (lang: string, columns?: Columns) => ({
  lang,
  ...(columns ? { columns: columns.map((column) => column ?? '').join(',') } : {}),
});

/** The steps of an import. The file goes along with each: nothing of it is kept in between. */
@Service()
export class ContactImportRequests {
  private readonly http = inject(HttpClient);

  preview(file: Blob, lang: string, columns?: Columns): Promise<ContactImportPreview> {
    const options = { params: query(lang, columns), headers: new HttpHeaders(type) };
    return firstValueFrom(this.http.put<ContactImportPreview>(`${at}/preview`, file, options));
  }

  errors(file: Blob, lang: string, columns: Columns): Promise<Blob> {
    const options = { params: query(lang, columns), headers: new HttpHeaders(type), responseType: 'blob' as const };
    return firstValueFrom(this.http.put(`${at}/errors`, file, options));
  }

  import(file: Blob, lang: string, columns: Columns, key: string): Promise<ContactImportDone> {
    const headers = new HttpHeaders({ ...type, 'Idempotency-Key': key });
    return firstValueFrom(this.http.post<ContactImportDone>(at, file, { params: query(lang, columns), headers }));
  }

  progress(key: string): Promise<ContactImportProgress> {
    const options = { params: { key }, context: answersForItself() };
    return firstValueFrom(this.http.get<ContactImportProgress>(`${at}/progress`, options));
  }
}
