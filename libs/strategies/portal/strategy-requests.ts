import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { ifMatch } from '@samverkan/shared/portal';
import type {
  AdoptionInput,
  FollowerChoice,
  GoalChange,
  GoalLinks,
  GoalPlace,
  GoalWayInput,
  SignatoryChange,
  Strategy,
  StrategyChange,
  StrategyFrames,
  Succession,
} from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';

const at = '/api/strategies';

/** What a person can do with strategies and their goals. */
@Service()
export class StrategyRequests {
  private readonly http = inject(HttpClient);

  begin(input: object, key: string): Promise<Strategy> {
    return this.post(at, input, { 'idempotency-key': key });
  }

  change(id: string, version: number, change: StrategyChange): Promise<Strategy> {
    return firstValueFrom(this.http.patch<Strategy>(`${at}/${id}`, change, { headers: ifMatch(version) }));
  }

  frame(id: string, frames: StrategyFrames): Promise<Strategy> {
    return firstValueFrom(this.http.put<Strategy>(`${at}/${id}/frames`, frames));
  }

  discard(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${at}/${id}`));
  }

  restore(id: string): Promise<Strategy> {
    return this.post(`${at}/${id}/restoration`);
  }

  repeal(id: string, motive: string): Promise<Strategy> {
    return this.post(`${at}/${id}/repeal`, { motive });
  }

  addGoal(id: string, goal: object): Promise<Strategy> {
    return this.post(`${at}/${id}/goals`, goal);
  }

  changeGoal(id: string, version: number, change: GoalChange): Promise<Strategy> {
    return firstValueFrom(this.http.patch<Strategy>(`/api/goals/${id}`, change, { headers: ifMatch(version) }));
  }

  undoImport(id: string, version: number): Promise<Strategy> {
    return this.post(`${at}/${id}/import/undo`, { version });
  }

  placeGoal(id: string, place: GoalPlace): Promise<Strategy> {
    return firstValueFrom(this.http.put<Strategy>(`/api/goals/${id}/place`, place));
  }

  linkGoal(id: string, links: GoalLinks): Promise<Strategy> {
    return firstValueFrom(this.http.put<Strategy>(`/api/goals/${id}/links`, links));
  }

  removeGoal(id: string): Promise<Strategy> {
    return firstValueFrom(this.http.delete<Strategy>(`/api/goals/${id}`));
  }

  restoreGoal(strategyId: string, id: string): Promise<Strategy> {
    return this.post(`${at}/${strategyId}/goals/${id}/restoration`);
  }

  sayWay(id: string, oldGoalId: string, way: GoalWayInput): Promise<Succession> {
    return firstValueFrom(this.http.put<Succession>(`${at}/${id}/succession/${oldGoalId}`, way));
  }

  chooseFollower(id: string, oldGoalId: string, choice: FollowerChoice): Promise<Succession> {
    return firstValueFrom(this.http.put<Succession>(`${at}/${id}/succession/${oldGoalId}/followers`, choice));
  }

  adopt(id: string, input: AdoptionInput): Promise<Strategy> {
    return this.post(`${at}/${id}/adoption`, input);
  }

  undoAdoption(id: string): Promise<Strategy> {
    return this.post(`${at}/${id}/adoption/undo`);
  }

  sign(id: string, input: object): Promise<Strategy> {
    return this.post(`${at}/${id}/signatories`, input);
  }

  changeSignatory(id: string, change: SignatoryChange): Promise<Strategy> {
    return firstValueFrom(this.http.patch<Strategy>(`/api/signatories/${id}`, change, { headers: ifMatch(1) }));
  }

  removeSignatory(id: string): Promise<Strategy> {
    return firstValueFrom(this.http.delete<Strategy>(`/api/signatories/${id}`));
  }

  private post(url: string, body: object = {}, headers: Record<string, string> = {}): Promise<Strategy> {
    return firstValueFrom(this.http.post<Strategy>(url, body, { headers }));
  }
}
