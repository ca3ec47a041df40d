import { describe, expect, test } from '@jest/globals';
import { IDENTITY_STATUSES, RELATIVE_LINKS, SHARING_STATES } from '#contracts/patient';
import {
  birthWords,
  changeValue,
  consentWhen,
  formatIns,
  periodWords,
  reasonWords,
  relativeWords,
  sharingMeans,
  STATUS_NEXT,
} from './words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const NOW = new Date('2026-11-23T10:00:00Z');

describe('the words of a patient’s page', () => {
  test('the birth and the age in one line; of an erased patient, nothing', () => {
    expect(plain(birthWords({ sex: 'F', birthDate: '1945-03-14' }, NOW))).toBe('Née le 14/03/1945, 81 ans');
    expect(birthWords({ sex: 'unknown', birthDate: '1900-01-01' }, NOW)).toBe('');
  });

  test('somebody of a true century keeps his age', () => {
    expect(plain(birthWords({ sex: 'M', birthDate: '1921-01-02' }, NOW))).toContain('105 ans');
  });

  test('each status says what would raise it, and each reason is a sentence', () => {
    for (const status of IDENTITY_STATUSES) expect(STATUS_NEXT[status]).toMatch(/\.$/);
    for (const reason of ['author', 'care_circle', 'exceptional', 'something new'])
      expect(reasonWords(reason)).toMatch(/^Vous voyez ce dossier parce que [a-zéè].+\.$/);
  });

  test('without a word of the patient, the default of the team is what is said', () => {
    const means = (teamDefault: boolean) => sharingMeans({ state: 'unknown', since: null, mode: null, teamDefault });
    expect(means(true)).not.toBe(means(false));
    for (const state of SHARING_STATES)
      expect(sharingMeans({ state, since: null, mode: null, teamDefault: false }).length).toBeGreaterThan(20);
  });

  test('a period has a beginning, and an end when it is known', () => {
    const period = { startsOn: '2026-11-20', endsOn: '2026-11-23' };
    expect(periodWords(period)).toBe('du 20/11/2026 au 23/11/2026');
    expect(periodWords({ ...period, endsOn: null })).toBe('depuis le 20/11/2026');
  });

  test('« Vous pouvez parler à : sa fille »', () => {
    expect(relativeWords('fille')).toBe('sa fille');
    for (const link of RELATIVE_LINKS) expect(relativeWords(link)).toMatch(/^(s|l|un)/);
  });

  test('a consent is told with how and when', () => {
    expect(plain(consentWhen('oral', '2026-11-19T10:00:00Z', 'Europe/Paris'))).toBe(
      'de vive voix, le jeu. 19 nov. 2026',
    );
  });

  test('a matricule is read as the card prints it, Corsica included', () => {
    expect(plain(formatIns('285047511600112'))).toBe('2 85 04 75 116 001 12');
    expect(plain(formatIns('185042A11600112'))).toBe('1 85 04 2A 116 001 12');
    expect(formatIns('')).toBe('');
  });

  test('one side of a change reads as people write it', () => {
    const today = { birthPlaceInsee: '44184', birthPlaceName: 'Saint-Nazaire' };
    const reads = (field: string, value: string) => plain(changeValue(field, value, today));
    expect(reads('birthDate', '1945-03-14')).toBe('14/03/1945');
    expect(reads('sex', 'F')).toBe('Féminin');
    expect(reads('usedName', '')).toBe('vide');
    expect(reads('document', 'passeport')).toBe('Passeport');
    expect(reads('birthPlaceInsee', '44184')).toBe('Saint-Nazaire');
    expect(reads('birthPlaceInsee', '44109')).toBe('code INSEE 44109');
  });
});
