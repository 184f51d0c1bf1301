import type { Actor } from '../db/actor';
import { policy } from './policy';

const actor = { role: 'coordinator' } as Actor;
const rules = policy<{ seen: boolean; mine: boolean }, 'edit'>({ read: (_, it) => it.seen, edit: (_, it) => it.mine });

describe('a policy', () => {
  it('answers "not found" for what may not be seen, even when the verb would be open', () => {
    expect(() => rules.require('edit', actor, { seen: false, mine: true })).toThrow('not-found');
    expect(rules.allowed(actor, { seen: false, mine: true })).toEqual({ read: false, edit: false });
  });

  it('answers "not permitted" for what is seen but not hers to do', () => {
    expect(() => rules.require('edit', actor, { seen: true, mine: false })).toThrow('rights.not-permitted');
  });

  it('tells the screen what is open', () => {
    expect(rules.allowed(actor, { seen: true, mine: true })).toEqual({ read: true, edit: true });
  });
});
