import { findFreePort, whyNotPort } from './free-port.ts';
import type { Say } from './say.ts';
import { StartError } from './start-error.ts';

const USUAL_PORT = 3000;

/** The port asked for, or nothing; without a wish, 3000, or a free one said aloud. */
export async function choosePort(wanted: number | null, host: string, say: Say): Promise<number> {
  const port = wanted ?? USUAL_PORT;
  const reason = await whyNotPort(port, host);
  if (reason === null) return port;
  if (reason !== 'EADDRINUSE' && reason !== 'EACCES') {
    throw new StartError(`L'adresse ${host} n'existe pas sur cette machine : vérifiez --host.`);
  }
  if (wanted !== null) throw new StartError(refusal(wanted, host, reason));
  const free = await findFreePort(host);
  say(`Le port ${USUAL_PORT} est pris : la page sera sur le port ${free}.`);
  return free;
}

function refusal(port: number, host: string, reason: string): string {
  if (reason === 'EACCES') {
    return `Le port ${port} est réservé à l'administrateur de la machine : choisissez-en un au-dessus de 1023 avec --port.`;
  }
  return `Le port ${port} de ${host} est pris : choisissez-en un autre avec --port, ou arrêtez ce qui l'occupe.`;
}
