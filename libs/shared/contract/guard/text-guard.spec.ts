import fc from 'fast-check';
import { guardGrade, guardText, maskText } from './text-guard';

// Test numbers published by Skatteverket (the series with test identities); none belongs to a person.
const testNumbers = ['18900101-9802', '18900118-9811', '18900202-9809', '19900118-9811'].filter(
  (number) => guardText(number).length > 0,
);
const grade = (text: string) => guardGrade(guardText(text));

describe('the text guard', () => {
  it('stops a personal identity number however it is written', () => {
    expect(testNumbers.length).toBeGreaterThan(0);
    for (const number of testNumbers) {
      const bare = number.replace('-', '');
      for (const form of [
        number,
        bare,
        number.replace('-', '–'),
        number.replace('-', ' - '),
        number.slice(2),
        `personnummer ${bare.slice(2)}`,
        number.replace('-', '\u200b-'),
      ]) {
        expect([form, grade(`Ärendet med ${form} i höstas.`)]).toEqual([form, 'stop']);
      }
    }
  });

  it('only asks about ten bare digits, because every eleventh telephone number looks like one', () => {
    expect(grade(`Ring ${testNumbers[0]?.replace('-', '').slice(2)}`)).toBe('ask');
  });

  it('lets the numbers of authority work pass', () => {
    for (const text of [
      'Dnr 801-2652-16',
      '801-6076-2023',
      'Org.nr 202100-2445',
      '0611-34 90 00',
      '010-225 50 00',
      'ISSN 1403-624X',
      'Rapport 2017:18',
      'kommunkod 2282',
      '2026-11-23 10.42',
      '020-50 50 50',
      'kl 09.00-16.00 den 12-13 mars',
    ]) {
      expect([text, grade(text)]).toEqual([text, null]);
    }
  });

  it('stops a street address in a text about sheltered housing, and only there', () => {
    expect(grade('Skyddat boende på Storgatan 12 i Kramfors')).toBe('stop');
    expect(grade('Utbildning på Storgatan 12 i Kramfors')).toBeNull();
  });

  it('hints when the text begins to tell of one person', () => {
    expect(grade('Hon är född 1985-03-12.')).toBe('hint');
    expect(grade('850312-XXXX')).toBe('hint');
    expect(grade('Anna, 34 år, misshandlades i Kramfors i maj')).toBe('hint');
    expect(grade('Anna leder utbildningen i Kramfors')).toBeNull();
  });

  it('points at the characters the writer sees, and takes just them away', () => {
    const text = `Före \u200b${testNumbers[0]} efter`;
    const masked = maskText(text, guardText(text));
    expect(masked).toContain('[borttaget] efter');
    expect(guardText(masked)).toEqual([]);
  });

  it('finds a number wherever it stands in a long text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.string({ maxLength: 400 }),
        fc.constantFrom(...testNumbers),
        (before, after, number) => {
          const text = `${before} ${number} ${after}`;
          return (
            guardText(text).some((finding) => finding.grade === 'stop') &&
            guardText(maskText(text, guardText(text))).every((finding) => finding.grade !== 'stop')
          );
        },
      ),
    );
  });

  it('reads 20 000 hostile characters at once', () => {
    for (const text of ['1'.repeat(20_000), '85 '.repeat(7_000), 'A 1'.repeat(7_000), '-'.repeat(20_000)]) {
      expect(Array.isArray(guardText(text))).toBe(true);
    }
  });
});
