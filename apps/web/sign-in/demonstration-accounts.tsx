import { useQuery } from '@tanstack/react-query';
import { api, once } from '../api/client.ts';
import type { DemonstrationAccountView } from '../api/views.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Avatar } from '../ui/tag.tsx';
import styles from './demonstration-accounts.module.css';
import { useDemonstrationAccounts, useSecondsLeft } from './use-demonstration-accounts.ts';

interface DemonstrationAccountsProps {
  preferredEss: string | null;
  onPick: (account: DemonstrationAccountView) => void;
}

/** Only in a demonstration: the accounts by team and role, with their present code; one click fills both steps. */
export function DemonstrationAccounts({ preferredEss, onPick }: DemonstrationAccountsProps) {
  const accounts = useDemonstrationAccounts();
  const names = useQuery({
    queryKey: ['ess-list'],
    queryFn: () => once(() => api.GET('/api/ess')),
    staleTime: Infinity,
    enabled: Boolean(accounts.data?.length),
  });
  const nameOf = (slug: string) => names.data?.find((ess) => ess.slug === slug)?.name ?? (slug || 'Plateforme');
  if (!accounts.data?.length) return null;
  const first = accounts.data.find(({ code }) => code);
  const teams = [...new Set(accounts.data.map((account) => account.ess))].sort(
    (a, b) => Number(b === preferredEss) - Number(a === preferredEss),
  );
  return (
    <div style={{ marginTop: 20 }}>
      <Sheet quiet labelledBy="comptes-demonstration">
        <h2 id="comptes-demonstration">Comptes de démonstration</h2>
        <p className="muted" style={{ marginBottom: 8 }}>
          Personnes fictives. Un clic remplit l’adresse, le mot de passe et le code.
        </p>
        {first && <CodesClock seconds={first.codeSecondsLeft} answeredAt={accounts.dataUpdatedAt} />}
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
                      <span className={styles.name}>
                        <strong>{account.name}</strong>
                        <small>{account.role}</small>
                      </span>
                      {account.code && (
                        <span className={styles.code}>
                          <span className="sr-only">, code </span>
                          {account.code}
                        </span>
                      )}
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

/** How long the codes shown still hold. */
function CodesClock({ seconds, answeredAt }: { seconds: number; answeredAt: number }) {
  const left = useSecondsLeft(seconds, answeredAt);
  return (
    <p className={styles.clock}>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${Math.min(100, (left / 30) * 100)}%` }} />
      </span>
      <span role="timer" aria-live="off" className="num">
        Codes valables encore {left}&nbsp;s
      </span>
    </p>
  );
}
