const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Small words that may stand between two words of a pattern without being written there. */
export const FILLERS = words(`
  de du des d la le les l un une au aux a en sur son sa ses leur leurs ce cet cette ces mon ma
  tres assez plutot est sont etait etaient ete s se y il elle qui que qu note notee retrouve
  dans par pour chez type aspect legere leger discret discrete petite petit franche nette
`);

/** Ordinary words that are never taken for a misspelt word of the lexicon. */
export const ORDINARY = words(`
  patient patiente patients patientes madame monsieur confrere consoeur merci bonjour cordialement adresse adressee
  presente presentant presents present presence depuis traitement traitements examen examens clinique consultation
  consulte revoir voir prendre charge avis demande semaine semaines minutes heures journee journees matinee
  apres avant pendant toujours jamais encore cependant toutefois parfois souvent moment moments normal normale normaux
  droite gauche droit bilateral bilaterale bilateraux inferieur inferieurs superieur superieurs membre membres
  connue connues depister decide decision montre montrant marque marques marquee portant portait porter parle parler
  passage passages passer retour retours contexte contextes contenu content contente contact contacter
  service services hopital cabinet domicile maison maisons famille personne personnes probleme problemes
  question questions possible possibles difference differente differents general generale generaux
  bilans bilan controle controles resultat resultats dosage dosages valeur valeurs niveau niveaux
  prises prise prescrit prescrite ordonnance ordonnances medical medicale medicaux medecin medecins infirmier infirmiere
  ancien ancienne recent recente recents simple simples double doubles partie parties pareil pareille
  reveil reveille tolere tolerance toleree repas reposer repose reprise reprises rester restee
  partir partie parti parents parent enfants enfant garcon fillette mamans maternelle maternel
  marche marcher mange manger mesure mesures mesuree moyenne moyen meme memes mieux moins
  course courses courant couleur couleurs couper coupe compte compter compris comprise
  chaque chacun chaussure chaussures chauffage chaude chaudes chambre chambres
  tabac tabagique tabagisme alcool allergie allergies diabete diabetique cholesterol obese obesite
  central centrale centre centres sentir sentie sentait serieux serie series secondaire
  secretaire securite selles source sources sourire souris sortir sorti suite suites suivant suivante
  point points poste posture position positions positif positive
  autonome autonomie auparavant autrement autour aucune facile facilement faible faibles
  venir venue venant vendredi vivant vivante visite visites vraiment
`);
