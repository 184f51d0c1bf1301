import type { Configuration } from '../config/configuration';
import { Sealer } from './sealer';

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64url');
const sealer = (...encryptionKeys: string[]) => new Sealer({ keys: { encryptionKeys } } as Configuration);

describe('what is sealed', () => {
  it('opens again, for the purpose it was sealed for and no other', async () => {
    const sealed = await sealer(key('a')).seal({ secret: 'åäö' }, 'totp');
    expect(sealed).not.toContain('åäö');
    expect(await sealer(key('a')).open(sealed, 'totp')).toEqual({ secret: 'åäö' });
    await expect(sealer(key('a')).open(sealed, 'mail')).rejects.toThrow('another purpose');
  });

  it('opens after a new key was put first, and not once the old one is gone', async () => {
    const sealed = await sealer(key('a')).seal(1, 'totp');
    expect(await sealer(key('b'), key('a')).open(sealed, 'totp')).toBe(1);
    await expect(sealer(key('b')).open(sealed, 'totp')).rejects.toThrow();
  });

  it('does not open when a single letter was changed', async () => {
    const sealed = await sealer(key('a')).seal(1, 'totp');
    const at = sealed.lastIndexOf('.') - 2;
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    await expect(sealer(key('a')).open(changed, 'totp')).rejects.toThrow();
  });
});
