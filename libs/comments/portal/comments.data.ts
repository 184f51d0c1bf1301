// Every request of this area. Call the functions where `inject` may be called.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  Comment,
  CommentInput,
  CommentWordings,
  Comments,
  CommentsToUs,
  Mentionables,
} from '@samverkan/comments/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string) => `/api/comments/${id}`;
const of = (actionId: string) => `/api/actions/${actionId}/comments`;

/** What is said about an action: the latest, or all; with a party as its user gets it. */
export const commentsOf = (
  actionId: () => string,
  all: () => boolean,
  party: () => string | undefined,
): Source<Comments> =>
  httpResource<Comments>(() => {
    const seenAs = party();
    const params: Record<string, string | boolean> = seenAs ? { seenAs } : all() ? { all: true } : {};
    return { url: of(actionId()), params };
  });
export const commentOf = (id: () => string): Source<Comment> => httpResource<Comment>(() => at(id()));
export const commentsToUs = (params: () => AddressValues): Source<CommentsToUs> =>
  httpResource<CommentsToUs>(() => ({ url: '/api/comments', params: params() }));
export const wordingsOf = (id: () => string): Source<CommentWordings> =>
  httpResource<CommentWordings>(() => `${at(id())}/wordings`);
/** Functions to mention; none are asked for while nobody is being mentioned. */
export const mentionables = (actionId: () => string, words: () => string | null): Source<Mentionables> =>
  httpResource<Mentionables>(() => {
    const q = words();
    return q === null ? undefined : { url: `/api/actions/${actionId()}/mentionables`, params: { q } };
  });

/** What a person can do with comments. */
@Service()
export class CommentRequests {
  private readonly http = inject(HttpClient);

  write(actionId: string, input: CommentInput, key: string): Promise<Comment> {
    return firstValueFrom(this.http.post<Comment>(of(actionId), input, { headers: idempotencyKey(key) }));
  }

  change({ id, version }: Comment, input: CommentInput): Promise<Comment> {
    return firstValueFrom(this.http.patch<Comment>(at(id), input, { headers: ifMatch(version) }));
  }

  takeBack(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(at(id)));
  }

  putBack(id: string): Promise<Comment> {
    return firstValueFrom(this.http.post<Comment>(`${at(id)}/restoration`, {}));
  }

  see(id: string): Promise<Comment> {
    return firstValueFrom(this.http.post<Comment>(`${at(id)}/seen`, {}));
  }

  unsee(id: string): Promise<Comment> {
    return firstValueFrom(this.http.delete<Comment>(`${at(id)}/seen`));
  }
}
