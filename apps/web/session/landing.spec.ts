import { describe, expect, test } from '@jest/globals';
import type { SessionView } from '../api/views.ts';
import { landingOf, safeReturn } from './landing.ts';

const membership = (slug: string, desk: boolean): SessionView['memberships'][number] => ({
  ess: { slug, name: slug, specialty: 'cardiologie' },
  roles: [desk ? 'secretary' : 'requester'],
  requesterRole: desk ? null : 'generaliste',
  organisations: [],
  desk,
});
const session = (...memberships: SessionView['memberships']): SessionView => ({
  kind: 'professional',
  accountId: 'a',
  professionalId: 'p',
  displayName: 'Dr Hélène Marchais',
  email: 'h.marchais@exemple.fr',
  memberships,
  patients: [],
  platformAdmin: false,
  method: 'password',
  hasPassword: true,
  factorAt: null,
  idleLockAfterSeconds: 1800,
  demonstration: true,
});

describe('after signing in', () => {
  test('a requester goes to his requests, a secretary to the desk', () => {
    expect(landingOf(session(membership('cardio', false)), null)).toBe('/cardio/demandes');
    expect(landingOf(session(membership('cardio', true)), null)).toBe('/cardio/bureau');
  });

  test('a specialist goes to what waits for his advice', () => {
    const doctor = { ...membership('cardio', true), roles: ['specialist' as const] };
    expect(landingOf(session(doctor), null)).toBe('/cardio/avis');
  });

  test('a mobile nurse goes to her tour; one who also keeps the desk goes to the desk', () => {
    const nurse = { ...membership('cardio', false), roles: ['mobile_nurse' as const] };
    expect(landingOf(session(nurse), null)).toBe('/cardio/tournee');
    expect(landingOf(session({ ...nurse, desk: true }), null)).toBe('/cardio/bureau');
  });

  test('who administers a team goes to its people, who checks to the trail, a patient to his space', () => {
    const admin = { ...membership('cardio', false), roles: ['ess_admin' as const] };
    const dpo = { ...membership('cardio', false), roles: ['dpo' as const] };
    expect(landingOf(session(admin), null)).toBe('/cardio/equipe');
    expect(landingOf(session(dpo), null)).toBe('/cardio/controle');
    expect(landingOf({ ...session(), kind: 'patient' }, null)).toBe('/mon-espace');
    expect(landingOf({ ...session(), platformAdmin: true }, null)).toBe('/plateforme');
    expect(landingOf({ ...session(admin), platformAdmin: true }, null)).toBeNull();
  });

  test('with several teams, the one of the page he came from, else he chooses', () => {
    const both = session(membership('cardio', false), membership('nephro', false));
    expect(landingOf(both, 'nephro')).toBe('/nephro/demandes');
    expect(landingOf(both, null)).toBeNull();
  });

  test.each([
    ['/cardio/demande', '/cardio/demande'],
    ['//autre.exemple/piege', null],
    ['/\\autre.exemple', null],
    ['https://autre.exemple', null],
    ['/connexion?suite=/x', null],
    [null, null],
  ])('the way back « %s » leads to %s', (asked, expected) => {
    expect(safeReturn(asked)).toBe(expected);
  });
});
