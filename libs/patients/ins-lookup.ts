import type { PatientIdentity } from './identity.ts';

/** What the national service answers for a person: the matricule and the traits it is bound to. */
export interface InsFound {
  matricule: string;
  oid: string;
  traits: Pick<PatientIdentity, 'birthName' | 'givenNames' | 'sex' | 'birthDate' | 'birthPlaceInsee'>;
}

/**
 * Port to the INSi service. It asks for a card or a server certificate that this house does not hold: nobody implements
 * it here, and the screens say « non raccordé ».
 */
export interface InsLookup {
  find(traits: InsFound['traits']): Promise<InsFound | null>;
}

export const INS_LOOKUP = Symbol('InsLookup');
