/** Each line holds several names. */
const list = (...lines: string[]): string[] => lines.flatMap((line) => line.split(', '));

/** Common family names of the two regions; drawn at random, they make nobody real. */
export const BIRTH_NAMES = {
  west: list(
    'Le Goff, Moreau, Clavier, Rouxel, Guillet, Hervé, Lebreton, Chauvin, Pineau, Bertin, Leduc',
    'Mahé, Ollivaud, Halgand, Guihard, Thobie, Macé, Bretéché, Cassard, Douillard, Evain, Fleury',
    'Gautier, Huet, Jaunet, Kervadec, Lemarié, Ménard, Nicol, Orain, Perraud, Quirion, Renaud',
    'Sorin, Tessier, Urvoy, Vaillant, Allaire, Boucard, Cormerais, Drouet, Épiard, Foucher',
    'Garnier, Hamon, Jouan, Lambert, Monnier, Noblet, Pavageau, Rialland, Savary, Terrien',
    'Visonneau, Bouchereau, Chesneau, Durand, Diallo, Da Silva, Nguyen, Benali, Martinez, Yılmaz',
    'Kowalski',
  ),
  east: list(
    'Schmitt, Muller, Kieffer, Wendling, Hoffmann, Klein, Fischer, Weber, Meyer, Lutz, Heitz, Roth',
    'Zimmermann, Jung, Kuntz, Ehrhard, Baumann, Vogel, Gross, Antoni, Schaeffer, Becker, Riehl',
    'Lehmann, Walter, Özdemir, Ferreira, Bouchard',
  ),
};

type ByAge = Record<'older' | 'middle' | 'younger', Record<'F' | 'M', readonly string[]>>;

export const GIVEN_NAMES: ByAge = {
  older: {
    F: list(
      'Jeanne, Marie, Yvonne, Denise, Simone, Odette, Thérèse, Monique, Jacqueline, Colette, Annick',
      'Paulette, Solange, Madeleine, Renée, Suzanne, Bernadette, Ginette, Lucienne, Huguette',
    ),
    M: list(
      'Jean, Pierre, André, Marcel, Roger, Yves, Joseph, Henri, Robert, Raymond, Louis, Maurice',
      'Georges, Gérard, Michel, Bernard, Claude, Fernand, Eugène, Gilbert',
    ),
  },
  middle: {
    F: list(
      'Catherine, Isabelle, Nathalie, Sylvie, Véronique, Christine, Brigitte, Valérie, Sandrine',
      'Stéphanie, Fatima, Corinne, Laurence, Florence',
    ),
    M: list(
      'Philippe, Patrick, Alain, Éric, Thierry, Laurent, Pascal, Christophe, Olivier, Stéphane',
      'Karim, Didier, Hervé, Franck',
    ),
  },
  younger: {
    F: list('Camille, Léa, Manon, Chloé, Marion, Laura, Pauline, Sarah, Inès, Maëlle'),
    M: list('Thomas, Nicolas, Julien, Maxime, Alexandre, Hugo, Yanis, Kévin, Baptiste, Erwan'),
  },
};

export const STREETS = list(
  'rue du Calvaire, rue de la Mairie, allée des Tilleuls, chemin de la Lande, rue des Forges',
  'place de l’Église, impasse des Genêts, rue du Stade, avenue de la Gare, rue du Four',
  'lieu-dit La Noé, rue des Lavandières, chemin du Moulin, rue de l’Océan, rue Jules-Verne',
  'allée des Chênes, rue du Port, route de la Brière, rue des Écoles, lieu-dit Le Bois Rond',
);
