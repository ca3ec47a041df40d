import { assail } from './fuzz/assail.ts';

assail('chaque route, assaillie plus longtemps d’après son schéma', 60, 1_800_000);
