/** A commune of the demonstration: INSEE code, and its centre to about one hundredth of a degree, placed by hand. */
export interface DemoCommune {
  insee: string;
  name: string;
  lat: number;
  lng: number;
}

const at = (insee: string, name: string, lat: number, lng: number): DemoCommune => ({ insee, name, lat, lng });

/** Loire-Atlantique, and the towns around that send patients to it. */
export const LOIRE_ATLANTIQUE: readonly DemoCommune[] = [
  at('44003', 'Ancenis-Saint-Géréon', 47.37, -1.18),
  at('44002', 'Aigrefeuille-sur-Maine', 47.08, -1.4),
  at('44009', 'Basse-Goulaine', 47.21, -1.46),
  at('44010', 'Batz-sur-Mer', 47.28, -2.48),
  at('44013', 'Besné', 47.4, -2.09),
  at('44015', 'Blain', 47.48, -1.76),
  at('44020', 'Bouguenais', 47.18, -1.62),
  at('44025', 'Campbon', 47.41, -1.97),
  at('44026', 'Carquefou', 47.3, -1.49),
  at('44030', 'La Chapelle-des-Marais', 47.45, -2.24),
  at('44035', 'La Chapelle-sur-Erdre', 47.3, -1.55),
  at('44036', 'Châteaubriant', 47.72, -1.38),
  at('44005', 'Chaumes-en-Retz', 47.12, -1.98),
  at('44043', 'Clisson', 47.09, -1.28),
  at('44045', 'Cordemais', 47.29, -1.88),
  at('44047', 'Couëron', 47.21, -1.72),
  at('44049', 'Le Croisic', 47.29, -2.51),
  at('44050', 'Crossac', 47.41, -2.17),
  at('44051', 'Derval', 47.67, -1.67),
  at('44052', 'Donges', 47.32, -2.08),
  at('44054', 'Erbray', 47.66, -1.32),
  at('44061', 'Frossay', 47.25, -1.94),
  at('44067', 'Guémené-Penfao', 47.63, -1.83),
  at('44069', 'Guérande', 47.33, -2.43),
  at('44072', 'Herbignac', 47.45, -2.32),
  at('44055', 'La Baule-Escoublac', 47.29, -2.39),
  at('44081', 'Legé', 46.88, -1.6),
  at('44082', 'Ligné', 47.41, -1.38),
  at('44084', 'Le Loroux-Bottereau', 47.24, -1.35),
  at('44087', 'Machecoul-Saint-Même', 46.99, -1.82),
  at('44094', 'Mauves-sur-Loire', 47.3, -1.39),
  at('44097', 'Mesquer', 47.4, -2.46),
  at('44106', 'Missillac', 47.48, -2.16),
  at('44103', 'Montoir-de-Bretagne', 47.33, -2.15),
  at('44109', 'Nantes', 47.22, -1.55),
  at('44110', 'Nort-sur-Erdre', 47.44, -1.5),
  at('44113', 'Nozay', 47.56, -1.63),
  at('44114', 'Orvault', 47.27, -1.62),
  at('44116', 'Paimbœuf', 47.29, -2.03),
  at('44120', 'Le Pellerin', 47.2, -1.76),
  at('44125', 'Piriac-sur-Mer', 47.38, -2.55),
  at('44126', 'La Plaine-sur-Mer', 47.14, -2.19),
  at('44128', 'Plessé', 47.54, -1.89),
  at('44129', 'Pontchâteau', 47.44, -2.09),
  at('44131', 'Pornic', 47.11, -2.1),
  at('44132', 'Pornichet', 47.26, -2.34),
  at('44135', 'Le Pouliguen', 47.27, -2.43),
  at('44143', 'Rezé', 47.19, -1.55),
  at('44151', 'Saint-André-des-Eaux', 47.31, -2.31),
  at('44154', 'Saint-Brevin-les-Pins', 47.25, -2.17),
  at('44162', 'Saint-Herblain', 47.21, -1.65),
  at('44168', 'Saint-Joachim', 47.38, -2.19),
  at('44182', 'Saint-Michel-Chef-Chef', 47.18, -2.15),
  at('44184', 'Saint-Nazaire', 47.28, -2.21),
  at('44188', 'Saint-Philbert-de-Grand-Lieu', 47.04, -1.64),
  at('44186', 'Sainte-Pazanne', 47.1, -1.81),
  at('44190', 'Saint-Sébastien-sur-Loire', 47.21, -1.5),
  at('44195', 'Savenay', 47.36, -1.94),
  at('44210', 'Trignac', 47.31, -2.19),
  at('44211', 'La Turballe', 47.35, -2.51),
  at('44212', 'Vallet', 47.16, -1.27),
  at('44215', 'Vertou', 47.17, -1.47),
  at('44217', 'Vigneux-de-Bretagne', 47.33, -1.74),
  at('35236', 'Redon', 47.65, -2.08),
  at('56195', 'La Roche-Bernard', 47.52, -2.3),
  at('85047', 'Challans', 46.84, -1.88),
];

/** Bas-Rhin, for the nephrology team. */
export const BAS_RHIN: readonly DemoCommune[] = [
  at('67046', 'Bischwiller', 48.77, 7.86),
  at('67130', 'Erstein', 48.42, 7.66),
  at('67180', 'Haguenau', 48.82, 7.79),
  at('67218', 'Illkirch-Graffenstaden', 48.53, 7.72),
  at('67267', 'Lingolsheim', 48.56, 7.68),
  at('67300', 'Molsheim', 48.54, 7.49),
  at('67348', 'Obernai', 48.46, 7.48),
  at('67437', 'Saverne', 48.74, 7.36),
  at('67447', 'Schiltigheim', 48.61, 7.75),
  at('67462', 'Sélestat', 48.26, 7.45),
  at('67482', 'Strasbourg', 48.57, 7.75),
  at('67544', 'Wissembourg', 49.04, 7.95),
];

export const DEMO_COMMUNES: readonly DemoCommune[] = [...LOIRE_ATLANTIQUE, ...BAS_RHIN];

const BY_NAME = new Map(DEMO_COMMUNES.map((commune) => [commune.name, commune]));

/** The commune of that name; throws on a name that the table does not hold. */
export function communeNamed(name: string): DemoCommune {
  const commune = BY_NAME.get(name);
  if (!commune) throw new Error(`the demonstration table holds no commune named ${name}`);
  return commune;
}
