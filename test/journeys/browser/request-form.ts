import type { Locator, Page } from 'playwright-core';
import { dayInParis } from '../support/whole-path.ts';
import { PASSWORD, recoveryCodeOf, type Person } from '../support/territory.ts';

/** What a GP types, step by step, with the words of the screen and nothing else. */
export interface TypedPatient {
  birthName: string;
  givenNames: string;
}

/** « 14/03/2026 », the day so many days from today. */
export const dayFromNow = (days: number): string => dayInParis(days).split('-').reverse().join('/');

/** Words of the screen, whatever space stands between them (French puts unbreakable ones). */
export const words = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s/g, '\\s')}$`);

export const field = (page: Page, label: string): Locator =>
  page.getByLabel(words(label)).and(page.locator('input, textarea, select'));

/** The answer to a question, both by their words. */
export const choice = (page: Page, question: string, answer: string | RegExp): Locator =>
  page
    .getByRole('group', { name: words(question) })
    .locator('label')
    .getByText(typeof answer === 'string' ? words(answer) : answer)
    .first();

export const pick = (page: Page, question: string, answer: string | RegExp) => choice(page, question, answer).click();

/** « Oui », « Non » or « Ne sais pas » to one sign. */
export const answerSign = (page: Page, sign: RegExp, answer: 'Oui' | 'Non' | 'Ne sais pas') =>
  page
    .getByRole('radiogroup', { name: sign })
    .getByRole('radio', { name: words(answer) })
    .check();

export const press = (page: Page, button: string) => page.getByRole('button', { name: words(button) }).click();

export const step = (page: Page, title: string) =>
  page.getByRole('heading', { level: 1, name: words(title) }).waitFor();

/** First step of the sign-in page. */
export const givePassword = async (page: Page, { email }: Person): Promise<void> => {
  await field(page, 'Adresse électronique professionnelle').fill(email);
  await field(page, 'Mot de passe').fill(PASSWORD);
  await press(page, 'Se connecter');
};

/** The second factor, wherever it is asked, by a recovery code: no code of a telephone is waited for. */
export const giveRecoveryCode = async (page: Page, person: Person, confirm: string): Promise<void> => {
  await press(page, 'Utiliser un code de secours');
  await field(page, 'Code de secours').fill(recoveryCodeOf(person));
  await press(page, confirm);
};

export const signInByPage = async (page: Page, person: Person): Promise<void> => {
  await givePassword(page, person);
  await giveRecoveryCode(page, person, 'Continuer');
};

export async function fillReason(page: Page): Promise<void> {
  await step(page, 'Motif et signes d’alerte');
  await press(page, 'J’ai vérifié : aucun de ces signes');
  await pick(page, 'Motif principal', 'Insuffisance cardiaque, essoufflement');
}

export async function fillPatient(page: Page, { birthName, givenNames }: TypedPatient): Promise<void> {
  await step(page, 'Patient et lieu');
  await field(page, 'Date de naissance').fill('14/03/1945');
  await field(page, 'Nom de naissance').fill(birthName);
  await field(page, 'Prénoms, le premier d’abord').fill(givenNames);
  await pick(page, 'Sexe', 'Féminin');
  await field(page, 'Téléphone du patient').fill('02 61 91 12 34');
  await fillPlace(page);
  await field(page, 'Ligne directe').fill('06 39 98 10 20');
}

export async function fillPlace(page: Page): Promise<void> {
  await pick(page, 'Où se trouve le patient ?', 'À domicile');
  await field(page, 'Commune').fill('Saven');
  await page.getByRole('option', { name: /Savenay/ }).click();
  await field(page, 'Adresse').fill('12 rue du Calvaire');
  await pick(page, 'Comment se déplace-t-il ?', 'Se déplace avec aide');
}

export async function fillClinical(page: Page, question: string): Promise<void> {
  await step(page, 'Signes, mesures et question');
  await pick(page, 'Quelle situation ?', 'Décompensation sans détresse');
  await field(page, 'Début des signes').fill(dayFromNow(-6));
  await pick(page, 'Essoufflement (classe NYHA)', /^III/);
  await field(page, 'Pression artérielle').fill('12/8');
  await field(page, 'Fréquence cardiaque').fill('78');
  await field(page, 'Saturation en air ambiant').fill('95');
  await field(page, 'Poids').fill('64,0');
  await field(page, 'NT-proBNP').fill('3120');
  await pick(page, 'ECG', 'Normal');
  await pick(page, 'Antécédents', 'Aucun');
  await pick(page, 'Traitements en cours', 'Aucun');
  await field(page, 'Votre question au spécialiste').fill(question);
  await pick(page, 'Réponse souhaitée', 'Équipe mobile');
  await pick(page, 'Dans quel délai l’espérez-vous ?', 'Sous 7 jours');
  await pick(page, 'Le patient est-il informé et d’accord ?', 'Oui, oralement');
}
