import { assail } from './fuzz/assail.ts';

assail('chaque route, assaillie longtemps d’après son schéma', 400, 1_800_000);
