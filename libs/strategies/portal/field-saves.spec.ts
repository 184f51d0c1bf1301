import { HttpErrorResponse } from '@angular/common/http';
import type { ProblemWords } from '@samverkan/shared/portal';
import { FieldSaves } from './field-saves';

const words = { of: () => 'det gick inte', code: (code: string) => code } as unknown as ProblemWords;
const refusal = (status: number, error: object) => new HttpErrorResponse({ status, error });

describe('fields that are saved as they are left', () => {
  it('are saved one after another, each at the version the one before gave', async () => {
    const saves = new FieldSaves(words);
    const at: number[] = [];
    const save = (version: number) => {
      at.push(version);
      return Promise.resolve(version + 1);
    };
    await Promise.all([saves.run(1, {}, save), saves.run(1, {}, save), saves.run(1, {}, save)]);
    expect(at).toEqual([1, 2, 3]);
  });

  it('that two have changed are both shown, and what is chosen is saved at the version they stand at', async () => {
    const saves = new FieldSaves(words);
    const current = { version: 7, fields: { title: 'Hennes' } };
    await saves.run(1, { title: 'Mitt' }, () =>
      Promise.reject(refusal(409, { code: 'stale-version', title: '', status: 409, current })),
    );
    expect(saves.clashes()).toEqual([{ field: 'title', theirs: 'Hennes', mine: 'Mitt' }]);
    await saves.run(1, {}, (version) => {
      expect(version).toBe(7);
      return Promise.resolve(8);
    });
  });

  it('say what is wrong with them, and the next is saved all the same', async () => {
    const saves = new FieldSaves(words);
    const issues = [{ path: 'title', code: 'field.too-short' }];
    await saves.run(1, {}, () =>
      Promise.reject(refusal(400, { code: 'input.invalid', title: '', status: 400, issues })),
    );
    expect(saves.problem()).toBe('field.too-short');
    await saves.run(1, {}, () => Promise.resolve(2));
    expect(saves.problem()).toBeNull();
  });
});
