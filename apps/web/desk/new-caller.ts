import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS, REQUESTER_ROLE_LABELS, REQUESTER_ROLES } from '#contracts/enums';
import type { OrganisationKind, RequesterRole } from '#contracts/enums';
import type { CallerDto } from '../api/views.ts';

/** A caller nobody knows yet, as it is typed. */
export interface NewCaller {
  familyName: string;
  givenName: string;
  profession: RequesterRole | '';
  phone: string;
  rpps: string;
  organisationName: string;
  organisationKind: OrganisationKind | '';
  communeInsee: string;
  communeName: string;
}

export const EMPTY_CALLER: NewCaller = {
  familyName: '',
  givenName: '',
  profession: '',
  phone: '',
  rpps: '',
  organisationName: '',
  organisationKind: '',
  communeInsee: '',
  communeName: '',
};

export const PROFESSION_CHOICES = REQUESTER_ROLES.map((value) => ({ value, label: REQUESTER_ROLE_LABELS[value] }));
export const KIND_CHOICES = ORGANISATION_KINDS.map((value) => ({ value, label: ORGANISATION_KIND_LABELS[value] }));

/** The function says where one works: asked only when it does not. */
const USUAL_KIND: Partial<Record<RequesterRole, OrganisationKind>> = {
  medecin_traitant: 'cabinet',
  generaliste: 'cabinet',
  medecin_coordonnateur_ehpad: 'ehpad',
  ide_ehpad: 'ehpad',
  pharmacien: 'pharmacie',
  service_hospitalier: 'service_hospitalier',
  coordinateur_cpts: 'cpts',
  coordinateur_dac: 'dac',
};
export const usualKind = (profession: RequesterRole | ''): OrganisationKind | '' =>
  (profession && USUAL_KIND[profession]) || '';

/** What was being typed of a caller, on this device; an old one is nobody's any more. */
export const callerKey = (professionalId: string, ess: string): string => `${professionalId}:${ess}:appelant`;
const FRESH_MS = 60 * 60_000;

export function readStoredCaller(stored: unknown, now: number): NewCaller | null {
  if (typeof stored !== 'object' || stored === null || !('at' in stored) || !('caller' in stored)) return null;
  const { at, caller } = stored;
  if (typeof at !== 'number' || now - at > FRESH_MS) return null;
  return typeof caller === 'object' && caller !== null ? { ...EMPTY_CALLER, ...caller } : null;
}

/** A caller written down already, to go on with. */
export const fromDraft = (input: CallerDto | undefined): NewCaller | null =>
  input?.newCaller ? { ...EMPTY_CALLER, ...input.newCaller } : null;

/** What is missing, in the order of the screen; empty when the caller can be written down. */
export function missingOf(caller: NewCaller): Partial<Record<keyof NewCaller, string>> {
  return {
    ...(!caller.familyName.trim() && { familyName: 'Indiquez son nom.' }),
    ...(!caller.profession && { profession: 'Choisissez sa fonction.' }),
    ...(!/^(?:\+33|0)[1-9]\d{8}$/.test(caller.phone.replace(/[\s.\u00a0-]/g, '')) && {
      phone: 'Indiquez un numéro à dix chiffres où rappeler.',
    }),
    ...(caller.organisationName.trim().length < 2 && {
      organisationName: 'Indiquez la structure\u00a0: cabinet, EHPAD, service…',
    }),
    ...(!caller.organisationKind && { organisationKind: 'Choisissez le genre de structure.' }),
  };
}

/** The caller as it is sent, and how it reads in the thread of the form; null while something is missing. */
export function callerOf(caller: NewCaller): { input: CallerDto; label: string } | null {
  const { profession, organisationKind } = caller;
  if (!profession || !organisationKind || Object.keys(missingOf(caller)).length > 0) return null;
  const rpps = caller.rpps.replace(/\s/g, '');
  return {
    input: {
      newCaller: {
        familyName: caller.familyName.trim(),
        givenName: caller.givenName.trim(),
        profession,
        phone: caller.phone.replace(/[\s.\u00a0-]/g, ''),
        organisationName: caller.organisationName.trim(),
        organisationKind,
        ...(rpps && { rpps }),
        ...(caller.communeInsee && { communeInsee: caller.communeInsee }),
      },
    },
    label: `${[caller.givenName.trim(), caller.familyName.trim()].filter(Boolean).join(' ')}, ${caller.organisationName.trim()}`,
  };
}
