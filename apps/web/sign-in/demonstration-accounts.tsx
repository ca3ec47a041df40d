import { useQuery } from '@tanstack/react-query';
import { api, once } from '../api/client.ts';
import type { DemonstrationAccountView } from '../api/views.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Avatar } from '../ui/tag.tsx';
import styles from './demonstration-accounts.module.css';

const useDemonstrationAccounts = () =>
  useQuery({
    queryKey: ['demonstration', 'accounts'],
    // Outside of a demonstration this address does not exist, and nothing is shown.
    queryFn: () => once(() => api.GET('/api/demonstration/accounts')),
    retry: false,
    staleTime: Infinity,
  });

interface DemonstrationAccountsProps {
  preferredEss: string | null;
  onPick: (account: DemonstrationAccountView) => void;
}

/** Only in a demonstration: the accounts by team and role; one click fills the form. */
export function DemonstrationAccounts({ preferredEss, onPick }: DemonstrationAccountsProps) {
  const accounts = useDemonstrationAccounts();
  const names = useQuery({
    queryKey: ['ess-list'],
    queryFn: () => once(() => api.GET('/api/ess')),
    staleTime: Infinity,
    enabled: Boolean(accounts.data?.length),
  });
  const nameOf = (slug: string) => names.data?.find((ess) => ess.slug === slug)?.name ?? slug;
  if (!accounts.data?.length) return null;
  const teams = [...new Set(accounts.data.map((account) => account.ess))].sort(
    (a, b) => Number(b === preferredEss) - Number(a === preferredEss),
  );
  return (
    <div style={{ marginTop: 20 }}>
      <Sheet quiet labelledBy="comptes-demonstration">
        <h2 id="comptes-demonstration">Comptes de démonstration</h2>
        <p className="muted" style={{ marginBottom: 8 }}>
          Personnes fictives. Un clic remplit le formulaire.
        </p>
        {teams.map((team) => (
          <section key={team} aria-label={`Comptes de ${nameOf(team)}`}>
            {teams.length > 1 && <h3 className={styles.team}>{nameOf(team)}</h3>}
            <ul className={styles.list}>
              {accounts.data
                .filter((account) => account.ess === team)
                .map((account) => (
                  <li key={account.email + account.ess}>
                    <button type="button" className={styles.account} onClick={() => onPick(account)}>
                      <Avatar name={account.name} size={32} />
                      <span>
                        <strong>{account.name}</strong>
                        <small>{account.role}</small>
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </Sheet>
    </div>
  );
}
