import { readInstance, writeInstance, type Instance } from './data-folder.ts';
import { StartError } from './start-error.ts';

/** A data folder is a demonstration or it is not, for ever: real people never share a database with invented ones. */
export function chooseInstance(dataFolder: string, wanted: false | null): Instance {
  const known = readInstance(dataFolder);
  if (known?.demonstration && wanted === false) {
    throw new StartError(
      'Ce dossier de données contient la démonstration : pour une installation vide, indiquez un autre dossier avec --data, ou effacez celui-ci avec --reset.',
    );
  }
  const instance = known ?? { demonstration: wanted !== false, seed: 'none' };
  writeInstance(dataFolder, instance);
  return instance;
}
