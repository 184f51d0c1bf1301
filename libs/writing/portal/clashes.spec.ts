import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { Clashes } from './clashes';

const refusal = (code: string, fields: object) =>
  new HttpErrorResponse({ status: 409, error: { code, status: 409, current: { version: 7, fields } } });

describe('what two have changed of the same', () => {
  it('is shown side by side, and hers is saved on what stands once she has chosen', () => {
    const version = signal(3);
    const clashes = new Clashes(version);
    expect(clashes.caught(refusal('stale-version', { title: 'Deras' }), { title: 'Min' })).toBe(true);
    expect(clashes.list()).toEqual([{ field: 'title', theirs: 'Deras', mine: 'Min' }]);
    expect(version()).toBe(3);
    clashes.settle();
    expect([version(), clashes.list()]).toEqual([7, []]);
  });

  it('is not overwritten by whoever leaves the choice', () => {
    const version = signal(3);
    const clashes = new Clashes(version);
    clashes.caught(refusal('stale-version', { title: 'Deras' }), { title: 'Min' });
    clashes.leave();
    expect([version(), clashes.list()]).toEqual([3, []]);
  });

  it('is nothing where the refusal says something else, or names no field', () => {
    const clashes = new Clashes(signal(3));
    expect(clashes.caught(refusal('stale-version', {}), {})).toBe(false);
    expect(clashes.caught(refusal('conflict.with-existing', { title: 'x' }), {})).toBe(false);
    expect(clashes.caught(new Error('away'), {})).toBe(false);
    expect(clashes.list()).toEqual([]);
  });

  it('is told apart from what only the other has changed, where the API tells how everything stands', () => {
    const version = signal(3);
    const clashes = new Clashes(version);
    const [before, mine] = [
      { day: '1', place: 'A', seats: 1, note: 'n' },
      { day: '2', place: 'A', seats: 5, note: 'n' },
    ];
    const standing = { day: '3', place: 'B', seats: 1, note: 'n' };
    expect(clashes.split(refusal('stale-version', standing), before, mine)).toEqual({ place: 'B' });
    expect([clashes.list(), version()]).toEqual([[{ field: 'day', theirs: '3', mine: '2' }], 3]);
    clashes.settle();
    expect(version()).toBe(7);
    // Nothing of hers is changed by them too: it is saved on what stands.
    const again = new Clashes(version);
    expect(again.split(refusal('stale-version', { ...standing, day: '2' }), before, mine)).toEqual({
      place: 'B',
      day: '2',
    });
    expect(again.list()).toEqual([]);
    expect(again.split(refusal('offer.cancelled', standing), before, mine)).toBeNull();
  });
});
