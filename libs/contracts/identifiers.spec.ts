import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/lot.ts';
import {
  checkAdeli,
  checkBirthPlace,
  checkCommuneInsee,
  checkFiness,
  checkInsOid,
  checkMatricule,
  checkPhone,
  checkRpps,
  checkSiret,
  INS_OIDS,
  isFictionalPhone,
  judged,
  nirKey,
  showPhone,
} from './identifiers.ts';
import type { IdentifierResult, Severity } from './identifiers.ts';

const codeOf = (result: IdentifierResult) => (result.ok ? 'ok' : result.code);
const valueOf = (result: IdentifierResult) => (result.ok ? result.value : null);

describe('RPPS', () => {
  test.each(['10000001916', '10002909371', '10005681340'])('the published number %s passes', (rpps) => {
    expect(valueOf(checkRpps(rpps))).toBe(rpps);
  });
  test('the national form with its prefix 8 is stored bare', () => {
    expect(valueOf(checkRpps('810000001916'))).toBe('10000001916');
    expect(valueOf(checkRpps('8 10000 001916'))).toBe('10000001916');
  });
  test.each(['10102727017', '10003461033', '10100050075', '10002673899', '10101288385'])(
    'the published fixture %s has a wrong key and is refused',
    (rpps) => expect(codeOf(checkRpps(rpps))).toBe('checksum'),
  );
  test.each(['', '1000000191', '100000019160', '1000000191A', '910000001916'])('« %s » has not the form', (typed) => {
    expect(codeOf(checkRpps(typed))).toBe('format');
  });
  test('changing any one digit is always caught', () => {
    const rpps = '10000001916';
    fc.assert(
      fc.property(fc.nat(10), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const changed = rpps.slice(0, at) + String((Number(rpps[at]) + shift) % 10) + rpps.slice(at + 1);
        expect(checkRpps(changed).ok).toBe(false);
      }),
    );
  });
});

describe('ADELI and FINESS', () => {
  test('an ADELI is nine characters, with or without its prefix 0', () => {
    expect(valueOf(checkAdeli('441234567'))).toBe('441234567');
    expect(valueOf(checkAdeli('0441234567'))).toBe('441234567');
    expect(codeOf(checkAdeli('44123456'))).toBe('format');
  });
  test.each(['580008803', '770816478', '010000347'])('the published FINESS %s passes', (finess) => {
    expect(valueOf(checkFiness(finess))).toBe(finess);
  });
  test('the fictitious FINESS of the guides is refused', () => {
    expect(codeOf(checkFiness('458174839'))).toBe('checksum');
  });
  test.each(['2A0000014', '2B0000020'])('the Corsican FINESS %s passes without a warning', (finess) => {
    expect(checkFiness(finess)).toEqual({ ok: true, value: finess });
  });
  test('a doubtful Corsican key is accepted with a warning', () => {
    const result = checkFiness('2A0000015');
    expect(result.ok && result.warning).toContain('Vérifiez');
  });
});

describe('SIRET', () => {
  test.each(['73282932000074', '34173748400020', '92080466300010'])('%s passes', (siret) => {
    expect(valueOf(checkSiret(siret))).toBe(siret);
  });
  test('a shop of La Poste follows the older rule, its head office the usual one', () => {
    expect(checkSiret('35600000049837').ok).toBe(true);
    expect(checkSiret('35600000000048').ok).toBe(true);
    expect(codeOf(checkSiret('35600000049838'))).toBe('checksum');
  });
  test('the digit sum saves no other company', () => {
    expect(codeOf(checkSiret('73282932000075'))).toBe('checksum');
  });
});

describe('NIR and INS matricule', () => {
  test.each([
    ['2550814168025', '38'],
    ['2690549588157', '80'],
    ['2951099126111', '93'],
    ['190082A004011', '68'],
    ['190082B033011', '01'],
    ['2790351215189', '89'],
  ])('the key of %s is %s', (body, key) => {
    expect(nirKey(body)).toBe(key);
    expect(valueOf(checkMatricule(body + key))).toBe(body + key);
  });
  test.each(['170017510112313', '194052203228988'])('the test matricule %s has a wrong key', (typed) => {
    expect(codeOf(checkMatricule(typed))).toBe('checksum');
  });
  test('spaces and lower case are accepted, a missing key is not', () => {
    expect(valueOf(checkMatricule('1 90 08 2a 004 011 68'))).toBe('190082A00401168');
    expect(codeOf(checkMatricule('190082A004011'))).toBe('format');
  });
  test('a real INS is refused in a demonstration, a test or demonstration one in a real base', () => {
    expect(codeOf(checkInsOid(INS_OIDS.nir, 'demonstration'))).toBe('forbidden');
    expect(codeOf(checkInsOid(INS_OIDS.nia, 'demonstration'))).toBe('forbidden');
    expect(codeOf(checkInsOid(INS_OIDS.test, 'real'))).toBe('forbidden');
    expect(codeOf(checkInsOid(INS_OIDS.demonstration, 'real'))).toBe('forbidden');
    expect(valueOf(checkInsOid(`urn:oid:${INS_OIDS.nir}`, 'real'))).toBe(INS_OIDS.nir);
    expect(valueOf(checkInsOid(INS_OIDS.demonstration, 'demonstration'))).toBe(INS_OIDS.demonstration);
    expect(codeOf(checkInsOid('1.2.250.1.213.1.4.2', 'real'))).toBe('format');
  });
});

describe('communes and phones', () => {
  test('a commune code is five characters, letters only in Corsica', () => {
    expect(valueOf(checkCommuneInsee('44184'))).toBe('44184');
    expect(valueOf(checkCommuneInsee('2a004'))).toBe('2A004');
    expect(codeOf(checkCommuneInsee('4A184'))).toBe('format');
    expect(codeOf(checkCommuneInsee('4418'))).toBe('format');
  });
  test.each([
    '02 61 91 04 40',
    '0261910440',
    '02.61.91.04.40',
    '+33 2 61 91 04 40',
    '0033261910440',
    '+33(0)261910440',
  ])('%s is one and the same number', (typed) => expect(valueOf(checkPhone(typed))).toBe('+33261910440'));
  test('overseas numbers keep their country', () => {
    expect(valueOf(checkPhone('0692 12 34 56'))).toBe('+262692123456');
    expect(valueOf(checkPhone('+590 690 12 34 56'))).toBe('+590690123456');
    expect(showPhone('+262692123456')).toBe('06\u00a092\u00a012\u00a034\u00a056');
  });
  test.each(['', '15', '3624', '00 61 91 04 40', '02 61 91 04 4', '02 61 91 04 400', 'téléphone'])(
    '« %s » is no phone number',
    (typed) => expect(codeOf(checkPhone(typed))).toBe('format'),
  );
  test('a number is shown in pairs joined by non-breaking spaces', () => {
    expect(showPhone('+33261910440')).toBe('02\u00a061\u00a091\u00a004\u00a040');
    expect(showPhone('3624')).toBe('3624');
  });
  test('showing and reading again gives the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100000000, max: 999999999 }), (tail) => {
        const first = checkPhone(`0${tail}`);
        expect(first.ok).toBe(true);
        expect(checkPhone(showPhone(first.ok ? first.value : ''))).toEqual(first);
      }),
    );
  });
  test('the ranges of fiction are told from real ones', () => {
    for (const phone of ['0199001234', '+33261910440', '0353010101', '0465710000', '0536490000', '06 39 98 12 34']) {
      expect(isFictionalPhone(phone)).toBe(true);
    }
    expect(isFictionalPhone('0240123456')).toBe(false);
    expect(isFictionalPhone('15')).toBe(false);
  });
});

describe('typed or imported', () => {
  const insIn = (kind: 'real' | 'demonstration') => (typed: string) => checkInsOid(typed, kind);
  type Row = [
    what: string,
    check: (typed: string) => IdentifierResult,
    given: string,
    typing: Severity,
    imported: Severity,
  ];
  const rows: Row[] = [
    ['a published RPPS', checkRpps, '10000001916', 'none', 'none'],
    ['the national form of an RPPS', checkRpps, '810000001916', 'none', 'none'],
    ['an official RPPS fixture with a wrong key', checkRpps, '10102727017', 'block', 'warning'],
    ['an RPPS cut short', checkRpps, '1010272701', 'block', 'block'],
    ['an ADELI', checkAdeli, '0441234567', 'none', 'none'],
    ['a Corsican ADELI', checkAdeli, '2A1234567', 'none', 'none'],
    ['a published FINESS', checkFiness, '580008803', 'none', 'none'],
    ['the fictitious FINESS of a guide', checkFiness, '458174839', 'block', 'warning'],
    ['a Corsican FINESS', checkFiness, '2A0000014', 'none', 'none'],
    ['a Corsican FINESS of a doubtful key', checkFiness, '2B0000021', 'warning', 'warning'],
    ['an idNatStruct, prefix and all', checkFiness, '1580008803', 'block', 'block'],
    ['a SIRET', checkSiret, '732 829 320 00074', 'none', 'none'],
    ['a shop of La Poste', checkSiret, '35600000049837', 'none', 'none'],
    ['its head office', checkSiret, '35600000000048', 'none', 'none'],
    ['a shop of La Poste with a wrong sum', checkSiret, '35600000049838', 'block', 'warning'],
    ['a SIREN in the place of a SIRET', checkSiret, '732829320', 'block', 'block'],
    ['a NIR', checkMatricule, '255081416802538', 'none', 'none'],
    ['a NIR of Corse-du-Sud', checkMatricule, '190082A00401168', 'none', 'none'],
    ['a NIR of Haute-Corse', checkMatricule, '190082B03301101', 'none', 'none'],
    ['the key of 2A under 2B', checkMatricule, '190082B00401168', 'block', 'warning'],
    ['a public example with a wrong key', checkMatricule, '123456789012244', 'block', 'warning'],
    ['a test INS with a wrong key', checkMatricule, '170017510112313', 'block', 'warning'],
    ['a test INS with its key', checkMatricule, '279035121518989', 'none', 'none'],
    ['a real authority in a real base', insIn('real'), INS_OIDS.nir, 'none', 'none'],
    ['a test authority in a real base', insIn('real'), INS_OIDS.test, 'block', 'block'],
    ['a real authority in a demonstration', insIn('demonstration'), INS_OIDS.nia, 'block', 'block'],
    ['a commune', checkCommuneInsee, '44184', 'none', 'none'],
    ['a commune of Corsica', checkCommuneInsee, '2B033', 'none', 'none'],
    ['a commune of La Réunion', checkCommuneInsee, '97411', 'none', 'none'],
    ['a postal code, as in an official example', checkCommuneInsee, '18000', 'block', 'block'],
    ['a country, where a commune is asked', checkCommuneInsee, '99352', 'block', 'block'],
    ['a country of birth', checkBirthPlace, '99352', 'none', 'none'],
    ['a commune of birth', checkBirthPlace, '2a004', 'none', 'none'],
    ['a postal code of birth', checkBirthPlace, '75000', 'block', 'block'],
    ['a phone', checkPhone, '06 39 98 12 34', 'none', 'none'],
    ['an overseas phone', checkPhone, '+596 696 12 34 56', 'none', 'none'],
    ['a short number', checkPhone, '15', 'block', 'block'],
    ['a foreign phone', checkPhone, '+32 2 555 12 12', 'block', 'block'],
  ];
  test.each(rows)('%s', (_, check, given, typing, imported) => {
    for (const [by, severity] of [
      ['typing', typing],
      ['import', imported],
    ] as const) {
      const verdict = judged(check, given, by);
      expect([by, verdict.severity, verdict.ok]).toEqual([by, severity, severity !== 'block']);
      expect(verdict.message === null).toBe(severity === 'none');
    }
  });
  test('what is kept with a warning is stored bare, like the rest', () => {
    expect(judged(checkFiness, '458 174 839', 'import').value).toBe('458174839');
    expect(judged(checkFiness, '458 174 839', 'typing').value).toBe('458 174 839');
  });
});
