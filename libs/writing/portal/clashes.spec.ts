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
});
