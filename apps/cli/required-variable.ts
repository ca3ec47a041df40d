import { StartError } from './start/start-error.ts';

export function requiredVariable(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const value = env[name];
  if (!value) throw new StartError(`La variable ${name} manque : indiquez-la, ou lancez « npm start » qui la prépare.`);
  return value;
}
