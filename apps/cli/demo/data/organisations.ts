import type { OrganisationKind } from '#contracts/enums';
import { communeNamed } from './communes.ts';
import { demoPhone } from './identities.ts';
import type { DemoOrganisation } from './types.ts';

type Row = readonly [key: string, kind: OrganisationKind, name: string, town: string, address: string];

const WEST: readonly Row[] = [
  ['cab-savenay', 'cabinet', 'Cabinet médical du Calvaire', 'Savenay', '4 rue du Calvaire'],
  ['cab-guerande', 'cabinet', 'Cabinet médical des Remparts', 'Guérande', '11 rue du Four'],
  ['cab-pontchateau', 'cabinet', 'Maison de santé du Brivet', 'Pontchâteau', '2 rue du Stade'],
  ['cab-stnazaire', 'cabinet', 'Cabinet médical du Petit Port', 'Saint-Nazaire', '38 rue du Port'],
  ['cab-pornic', 'cabinet', 'Cabinet médical de la Ria', 'Pornic', '6 rue de l’Océan'],
  ['cab-machecoul', 'cabinet', 'Maison de santé du Pays de Retz', 'Machecoul-Saint-Même', '1 place de l’Église'],
  ['cab-blain', 'cabinet', 'Maison de santé de la Groulais', 'Blain', '9 rue des Forges'],
  ['cab-chateaubriant', 'cabinet', 'Cabinet médical de la Chère', 'Châteaubriant', '15 avenue de la Gare'],
  ['cab-clisson', 'cabinet', 'Cabinet médical des Halles', 'Clisson', '3 rue des Lavandières'],
  ['cab-nort', 'cabinet', 'Maison de santé des Trois Rivières', 'Nort-sur-Erdre', '7 rue de la Mairie'],
  ['cab-herbignac', 'cabinet', 'Cabinet médical de la Brière', 'Herbignac', '12 route de la Brière'],
  ['cab-stbrevin', 'cabinet', 'Cabinet médical des Pins', 'Saint-Brevin-les-Pins', '20 allée des Chênes'],
  ['cab-ancenis', 'cabinet', 'Cabinet médical de la Davrays', 'Ancenis-Saint-Géréon', '5 rue du Port'],
  ['cab-reze', 'cabinet', 'Cabinet de médecine générale du Pré', 'Rezé', '41 rue des Écoles'],
  ['ehpad-tamaris', 'ehpad', 'EHPAD Les Tamaris', 'La Baule-Escoublac', '8 allée des Tilleuls'],
  ['ehpad-lande', 'ehpad', 'EHPAD La Lande fleurie', 'Savenay', '22 chemin de la Lande'],
  ['ehpad-marais', 'ehpad', 'EHPAD Le Clos du marais', 'Saint-Joachim', '3 route de la Brière'],
  ['ehpad-moulin', 'ehpad', 'EHPAD Le Vieux Moulin', 'Pontchâteau', '14 chemin du Moulin'],
  ['ehpad-dunes', 'ehpad', 'EHPAD L’Orée des dunes', 'Saint-Brevin-les-Pins', '2 rue de l’Océan'],
  ['ehpad-genets', 'ehpad', 'EHPAD Les Genêts', 'Blain', '17 impasse des Genêts'],
  ['ehpad-retz', 'ehpad', 'EHPAD La Source de Retz', 'Sainte-Pazanne', '6 rue des Lavandières'],
  ['ehpad-erdre', 'ehpad', 'EHPAD Les Rives de l’Erdre', 'Nort-sur-Erdre', '30 rue du Port'],
  ['ehpad-castel', 'ehpad', 'EHPAD Le Castel', 'Châteaubriant', '19 rue des Forges'],
  [
    'hop-geriatrie',
    'service_hospitalier',
    'Service de gériatrie de l’Estuaire',
    'Saint-Nazaire',
    '1 avenue de la Gare',
  ],
  ['hop-urgences', 'service_hospitalier', 'Service d’urgences de l’Estuaire', 'Saint-Nazaire', '1 avenue de la Gare'],
  ['hop-chirurgie', 'service_hospitalier', 'Service de chirurgie du Pays blanc', 'Guérande', '50 avenue de la Gare'],
  ['hop-medecine', 'service_hospitalier', 'Service de médecine du Castelbriantais', 'Châteaubriant', '9 rue du Stade'],
  ['pha-savenay', 'pharmacie', 'Pharmacie de la Place', 'Savenay', '2 place de l’Église'],
  ['pha-trignac', 'pharmacie', 'Pharmacie des Forges', 'Trignac', '10 rue des Forges'],
  ['pha-pornic', 'pharmacie', 'Pharmacie du Vieux Port', 'Pornic', '1 rue du Port'],
  ['pha-nozay', 'pharmacie', 'Pharmacie des Ardoisières', 'Nozay', '4 rue de la Mairie'],
  ['cpts-estuaire', 'cpts', 'CPTS de la Rive nord', 'Saint-Nazaire', '25 rue Jules-Verne'],
  ['cpts-retz', 'cpts', 'CPTS de la Côte de Jade', 'Pornic', '16 rue des Écoles'],
  ['dac-ouest', 'dac', 'DAC Presqu’île et Brière', 'Trignac', '31 avenue de la Gare'],
  ['dac-nord', 'dac', 'DAC des Trois Rivières', 'Nozay', '8 rue du Stade'],
];

const EAST: readonly Row[] = [
  ['cab-haguenau', 'cabinet', 'Cabinet médical de la Moder', 'Haguenau', '6 rue du Moulin'],
  ['cab-selestat', 'cabinet', 'Maison de santé de l’Ill', 'Sélestat', '12 rue des Écoles'],
  ['ehpad-houblon', 'ehpad', 'EHPAD Le Houblon', 'Bischwiller', '5 allée des Chênes'],
  ['hop-saverne', 'service_hospitalier', 'Service de médecine du Haut-Barr', 'Saverne', '2 avenue de la Gare'],
];

const rows = (essSlug: string, region: 'west' | 'east', list: readonly Row[]): DemoOrganisation[] =>
  list.map(([key, kind, name, town, address], rank) => ({
    key,
    essSlug,
    kind,
    name,
    commune: communeNamed(town),
    address,
    phone: demoPhone(region, 500 + rank),
  }));

/** Thirty-five organisations around the cardiology team, four around the nephrology one; all invented. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  ...rows('cardio-estuaire', 'west', WEST),
  ...rows('nephro-rhin', 'east', EAST),
];
