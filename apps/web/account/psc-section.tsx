import { useQuery } from '@tanstack/react-query';
import { pscApi } from '../sign-in/psc-api.ts';
import { Sheet, StateLabel } from '../ui/sheet.tsx';
import { accountApi } from './account-api.ts';
import { accountKeys } from './keys.ts';

/** Whether the card of the profession opens this account too; nothing where Pro Santé Connect is not offered. */
export function PscSection({ isOpenedByPsc }: { isOpenedByPsc: boolean }) {
  const psc = useQuery({ queryKey: ['psc'], queryFn: pscApi.state, retry: false, staleTime: Infinity });
  const factors = useQuery({ queryKey: accountKeys.factors, queryFn: accountApi.factors });
  if (!psc.data?.enabled || !factors.data) return null;
  const { pscLinked } = factors.data;
  return (
    <Sheet labelledBy="pro-sante-connect">
      <h2 id="pro-sante-connect">Pro Santé Connect</h2>
      <StateLabel tone={pscLinked ? 'done' : 'neutral'}>
        {pscLinked ? 'Votre identité professionnelle ouvre ce compte.' : 'Pas encore relié.'}
      </StateLabel>
      <p className="soft">
        {pscLinked
          ? `Sans mot de passe ni second facteur d’ici.${isOpenedByPsc ? ' Cette session a été ouverte ainsi.' : ''}`
          : 'Le lien se fait à votre première connexion par ce moyen, grâce à votre numéro RPPS.'}
      </p>
    </Sheet>
  );
}
