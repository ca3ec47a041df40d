import { assail } from './fuzz/assail.ts';

assail('chaque route, assaillie d’après son schéma', 25);
