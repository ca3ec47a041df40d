import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answersOf, somebody } from '../support/world.ts';
import { openScene, type Scene } from './people.ts';
import { answerSign, dayFromNow, field, pick, press, step, words } from './request-form.ts';

/** A text typed wrong, and the words it brings. */
type WrongText = [label: string, typed: string, sentence: RegExp];

const PATIENT: WrongText[] = [
  ['Date de naissance', '31/02/1945', /une date du calendrier/],
  ['Nom de naissance', 'M4rtin', /en lettres, sans chiffre/],
  ['Prénoms, le premier d’abord', '', /^Indiquez les prénoms/],
  ['Nom utilisé, s’il diffère', '12', /en lettres, sans chiffre/],
  ['Téléphone du patient', '12', /numéro|téléphone|chiffres/],
  ['Téléphone du proche', 'voisine', /numéro|téléphone|chiffres/],
  ['Commune', 'Nullepart', /^Choisissez la commune dans la liste/],
  ['Adresse', '', /^Indiquez l’adresse du domicile/],
  ['Son nom', '', /^Indiquez le nom du médecin traitant/],
  ['Son RPPS (facultatif)', '10000001917', /RPPS/],
  ['Ligne directe', '06', /numéro|téléphone|chiffres/],
];

const CLINICAL: WrongText[] = [
  ['Début des signes', dayFromNow(3), /^La date de début est dans le futur/],
  ['Pression artérielle', '900', /^Indiquez une pression comme 138\/76/],
  ['Fréquence cardiaque', '900', /^Indiquez une fréquence cardiaque entre 20 et 300/],
  ['Saturation en air ambiant', 'bonne', /^Indiquez une saturation/],
  ['Poids', '640', /^Indiquez un poids entre 0,4 et 300/],
  ['NT-proBNP', '', /Non mesuré/],
  ['Votre question au spécialiste', 'Avis ?', /^Écrivez votre question en 10\scaractères au moins/],
  ['Quel jour ?', dayFromNow(-30), /^La date butoir est passée/],
];

describe('dans le navigateur, une saisie fausse se corrige sans rien retaper', () => {
  let scene: Scene;
  let seen = 0;
  beforeAll(async () => {
    scene = await openScene({ worker: false });
  });
  afterAll(() => scene.close());

  const summary = (page: Page) => page.getByRole('alert', { name: /à revoir avant/ });

  /** The summary has the focus, and each of its sentences stands under its field, announced with it. */
  async function expectToldTwice(page: Page): Promise<string[]> {
    await summary(page).waitFor();
    expect(await summary(page).evaluate((box) => box === document.activeElement)).toBe(true);
    const links = summary(page).getByRole('link');
    const sentences = await links.allInnerTexts();
    expect(await summary(page).getByRole('heading').innerText()).toMatch(
      sentences.length < 6 ? /^(Une|Deux|Trois|Quatre|Cinq) réponses? / : new RegExp(`^${sentences.length} réponses`),
    );
    for (const [index, sentence] of sentences.entries()) {
      const href = (await links.nth(index).getAttribute('href')) ?? '';
      const told = await page.locator(href).evaluate((target) => {
        const ids = [target, ...target.querySelectorAll('*')].flatMap((element) =>
          (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean),
        );
        const under = [...ids, `${target.id}-erreur`].map((id) => document.getElementById(id)?.textContent ?? '');
        return under;
      });
      expect([href, told]).toEqual([href, expect.arrayContaining([sentence])]);
    }
    seen += sentences.length;
    return sentences;
  }

  async function expectTextsKept(page: Page, wrongs: WrongText[], sentences: string[]): Promise<void> {
    for (const [label, typed, sentence] of wrongs) {
      expect([label, await field(page, label).inputValue()]).toEqual([label, typed]);
      expect([label, sentences.filter((told) => sentence.test(told)).length]).not.toEqual([label, 0]);
    }
  }

  test('à chacune des quatre étapes, le résumé a le focus, les mêmes mots sont sous le champ, la saisie est gardée', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const page = await at(cardio.gp, 'demande');
    await step(page, 'Motif et signes d’alerte');
    await press(page, 'Continuer vers le patient');
    expect(await expectToldTwice(page)).toHaveLength(2);
    await press(page, 'J’ai vérifié : aucun de ces signes');
    await pick(page, 'Motif principal', 'Autre motif');
    await field(page, 'Le motif, en quelques mots').fill('ab');
    await press(page, 'Continuer vers le patient');
    expect(await expectToldTwice(page)).toEqual([expect.stringMatching(/^Écrivez le motif en 3\scaractères/)]);
    expect(await field(page, 'Le motif, en quelques mots').inputValue()).toBe('ab');
    await summary(page).getByRole('link').click();
    expect(await field(page, 'Le motif, en quelques mots').evaluate((input) => input === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.type('c, bilan');
    await pick(page, 'Motif principal', 'Insuffisance cardiaque, essoufflement');
    await press(page, 'Continuer vers le patient');

    await step(page, 'Patient et lieu');
    await pick(page, 'Où se trouve le patient ?', 'À domicile');
    await pick(page, 'Médecin traitant', 'Un confrère');
    for (const [label, typed] of PATIENT) await field(page, label).fill(typed);
    await press(page, 'Continuer vers les signes');
    const ofPatient = await expectToldTwice(page);
    await expectTextsKept(page, PATIENT, ofPatient);
    expect(ofPatient).toHaveLength(PATIENT.length + 2);

    const patient = somebody('Erreurs');
    const good: [string, string][] = [
      ['Date de naissance', '14/03/1945'],
      ['Nom de naissance', patient.birthName],
      ['Prénoms, le premier d’abord', patient.givenNames],
      ['Nom utilisé, s’il diffère', ''],
      ['Téléphone du patient', '02 61 91 12 34'],
      ['Téléphone du proche', ''],
      ['Adresse', '12 rue du Calvaire'],
      ['Son nom', 'Dr Besnard'],
      ['Son RPPS (facultatif)', ''],
      ['Ligne directe', '06 39 98 10 20'],
    ];
    for (const [label, typed] of good) await field(page, label).fill(typed);
    await field(page, 'Commune').fill('Savenay');
    await page.getByRole('option', { name: /Savenay/ }).click();
    await pick(page, 'Sexe', 'Féminin');
    await pick(page, 'Comment se déplace-t-il ?', 'Se déplace seul');
    expect(await summary(page).count()).toBe(0);
    await press(page, 'Continuer vers les signes');

    await step(page, 'Signes, mesures et question');
    await pick(page, 'Une date à tenir ?', 'Chirurgie');
    for (const [label, typed] of CLINICAL) await field(page, label).fill(typed);
    await press(page, 'Vérifier la demande');
    const ofSigns = await expectToldTwice(page);
    await expectTextsKept(page, CLINICAL, ofSigns);
    expect(ofSigns.length).toBeGreaterThan(CLINICAL.length);
    expect(seen).toBeGreaterThanOrEqual(20);
    expect(browser.faults).toEqual([]);
  });

  test('un brouillon ancien se vérifie à l’envoi : chaque lien ramène au champ de son étape', async () => {
    const { world, at, browser } = scene;
    const { cardio } = world;
    const answers = answersOf(cardio, { patient: { ...somebody('Ancien'), birthDate: dayFromNow(2) } });
    const old = { ...answers, onset: { ...answers.onset, at: '14/' }, question: '' };
    const content = { mode: 'form', step: 4, answers: old, confirmedReadings: {}, changedAt: new Date().toISOString() };
    const colleague = await world.as(cardio.colleague);
    await colleague.put(`/api/e/${cardio.slug}/drafts/${randomUUID()}`, { step: 4, version: 0, content }).expect(200);
    const page = await at(cardio.colleague, 'demande');
    await step(page, 'Vérifier et envoyer');
    await press(page, 'Envoyer la demande');
    await summary(page).waitFor();
    expect(await summary(page).getByRole('link').count()).toBe(3);
    await summary(page)
      .getByRole('link', { name: words('Écrivez votre question au spécialiste.') })
      .click();
    await step(page, 'Signes, mesures et question');
    expect(await field(page, 'Votre question au spécialiste').evaluate((area) => area === document.activeElement)).toBe(
      true,
    );
    await answerSign(page, /^Œdèmes des jambes/, 'Ne sais pas');
    expect(Number((await world.sql<{ count: string }>('select count(*) from request'))[0]?.count)).toBe(0);
    expect(browser.faults).toEqual([]);
  });
});
