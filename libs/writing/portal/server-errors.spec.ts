import { HttpErrorResponse } from '@angular/common/http';
import { Injector, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { TestBed } from '@angular/core/testing';
import { serverErrors } from './server-errors';

const refused = (path: string) =>
  new HttpErrorResponse({
    status: 400,
    error: { code: 'input.invalid', issues: [{ path, code: 'field.not-a-choice' }] },
  });

describe('what the API says is wrong', () => {
  it('stands at the field it names, also where the form calls it otherwise', () => {
    const fields = form(signal({ title: '', supersedes: [] }), { injector: TestBed.inject(Injector) });
    const at = (path: string) => serverErrors(fields, refused(path), { supersedesIds: 'supersedes' })[0]?.fieldTree;
    expect(at('title')).toBe(fields.title);
    expect(at('supersedesIds.0')).toBe(fields.supersedes);
    expect(at('nothing')).toBeUndefined();
    expect(serverErrors(fields, refused('supersedesIds'))[0]?.fieldTree).toBeUndefined();
  });
});
