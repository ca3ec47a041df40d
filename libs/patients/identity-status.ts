import type { IdentityStatus } from '#contracts/patient';

/** The two facts an identity stands on. */
export interface IdentityFacts {
  /** The INS was retrieved or verified by the national service. */
  insiAt: Date | null;
  /** Somebody saw an identity document. */
  documentCheckedAt: Date | null;
}

/** Derived, never typed (RNIV, EXI SI 07): INS or not, document or not. */
export function identityStatusOf({ insiAt, documentCheckedAt }: IdentityFacts): IdentityStatus {
  if (insiAt) return documentCheckedAt ? 'QUAL' : 'RECUP';
  return documentCheckedAt ? 'VALI' : 'PROV';
}

/** What makes the status, and what is missing for the next one. */
export const STATUS_WHY: Record<IdentityStatus, string> = {
  PROV: 'Aucune pièce d’identité vérifiée, INS non récupérée auprès du téléservice.',
  VALI: 'Pièce d’identité vérifiée\u00a0; INS non récupérée auprès du téléservice.',
  RECUP: 'INS récupérée auprès du téléservice\u00a0; aucune pièce d’identité vérifiée.',
  QUAL: 'INS récupérée auprès du téléservice et pièce d’identité vérifiée.',
};
