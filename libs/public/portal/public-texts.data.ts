import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  PublicPiece,
  PublicReport,
  PublicReports,
  PublicTextChange,
  PublicTextHistory,
  PublicTextVersion,
  PublicTexts,
} from '@samverkan/public/contract';
import { ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (county: string, piece: PublicPiece, rest: string) => `/api/public-texts/${county}/${piece}/${rest}`;

/** A county's pieces; nothing is asked for while there is no county. */
export const textsOf = (county: () => string): Source<PublicTexts> =>
  httpResource<PublicTexts>(() => (county() ? `/api/public-texts/${county()}` : undefined));
export const textHistoryOf = (county: () => string, piece: () => PublicPiece | undefined): Source<PublicTextHistory> =>
  httpResource<PublicTextHistory>(() => {
    const one = piece();
    return county() && one ? at(county(), one, 'history') : undefined;
  });

/** What readers have told of a county's pages. */
export const reportsOf = (county: () => string): Source<PublicReports> =>
  httpResource<PublicReports>(() => (county() ? `/api/public-reports/${county()}` : undefined));

/** Where the page is seen as it will be. */
export const previewAddress = (county: string, piece: PublicPiece, language: 'sv' | 'en'): string =>
  at(county, piece, `preview?language=${language}`);

/** What an editor can do with a text. */
@Service()
export class PublicTextRequests {
  private readonly http = inject(HttpClient);

  write(county: string, piece: PublicPiece, version: number, change: PublicTextChange): Promise<PublicTextVersion> {
    return firstValueFrom(
      this.http.put<PublicTextVersion>(at(county, piece, 'draft'), change, { headers: ifMatch(version) }),
    );
  }

  putBack(id: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/public-texts/drafts/${id}/restoration`, {}));
  }

  discard(county: string, piece: PublicPiece): Promise<unknown> {
    return firstValueFrom(this.http.delete(at(county, piece, 'draft')));
  }

  publish(county: string, piece: PublicPiece, version: number, moment: string | null): Promise<PublicTextVersion> {
    return firstValueFrom(
      this.http.post<PublicTextVersion>(
        at(county, piece, 'publication'),
        { at: moment },
        { headers: ifMatch(version) },
      ),
    );
  }

  callBack(county: string, piece: PublicPiece): Promise<PublicTextVersion> {
    return firstValueFrom(this.http.post<PublicTextVersion>(at(county, piece, 'publication/undo'), {}));
  }

  restore(id: string): Promise<PublicTextVersion> {
    return firstValueFrom(this.http.post<PublicTextVersion>(`/api/public-texts/versions/${id}/restoration`, {}));
  }

  toNational(county: string, piece: PublicPiece): Promise<PublicTextVersion> {
    return firstValueFrom(this.http.post<PublicTextVersion>(at(county, piece, 'national'), {}));
  }

  answered(id: string): Promise<PublicReport> {
    return firstValueFrom(this.http.post<PublicReport>(`/api/public-reports/${id}/answer`, {}));
  }
}
