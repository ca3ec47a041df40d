import { findFreePort, isPortFree } from './free-port.ts';
import { StartError } from './start-error.ts';

const USUAL_PORT = 3000;

/** The port asked for, or nothing; without a wish, 3000, or a free one said aloud. */
export async function choosePort(wanted: number | null, host: string, say: (line: string) => void): Promise<number> {
  if (await isPortFree(wanted ?? USUAL_PORT, host)) return wanted ?? USUAL_PORT;
  if (wanted !== null) {
    throw new StartError(
      `Le port ${wanted} de ${host} n'est pas libre : choisissez-en un autre avec --port, ou arrêtez ce qui l'occupe.`,
    );
  }
  const port = await findFreePort(host).catch(() => {
    throw new StartError(`L'adresse ${host} n'existe pas sur cette machine : vérifiez --host.`);
  });
  say(`Le port ${USUAL_PORT} est pris : la page sera sur le port ${port}.`);
  return port;
}
