import { OrganizationNumber, readOrganizationNumber } from '@samverkan/organizations/contract';

describe('an organisation number', () => {
  it.each(['202100-2445', '2021002445', ' 202100 2445 ', '202100–2445', '16202100-2445'])(
    'is read however it is written: %s',
    (text) => expect(readOrganizationNumber(text)).toEqual({ number: '202100-2445' }),
  );

  it.each([
    ['a check digit that does not fit', '202100-2446', 'organization.number-check-digit'],
    ['too few digits', '202100-244', 'organization.number-wrong-form'],
    ['letters', '202100-244A', 'organization.number-wrong-form'],
    [
      "a sole trader's number, which is her personal number",
      '189001-019802'.slice(2),
      'organization.number-is-personal',
    ],
    ['a personal number with its century', '18900101-9802', 'organization.number-is-personal'],
    ['a coordination number', '900161-9802', 'organization.number-is-personal'],
  ])('is refused with the reason: %s', (_, text, fault) => {
    expect(readOrganizationNumber(text)).toEqual({ fault });
    const { success, error } = OrganizationNumber.safeParse(text);
    expect([success, error?.issues.map(({ message }) => message)]).toEqual([false, [fault]]);
    // What was refused is not repeated.
    expect(JSON.stringify(error?.issues)).not.toContain(text.replace(/\D/g, '').slice(-4));
  });

  it('is the same for every check digit: one in ten fits', () => {
    const fits = Array.from({ length: 10 }, (_, digit) => readOrganizationNumber(`802003-123${digit}`)).filter(
      (read) => 'number' in read,
    );
    expect(fits).toHaveLength(1);
  });
});
