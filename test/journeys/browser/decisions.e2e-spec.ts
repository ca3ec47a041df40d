import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { languageFaults, widthFaults } from '../../support/browser-audit.ts';
import { leastEmergency } from '../support/answers.ts';
import type { Person } from '../support/territory.ts';
import { waitFor } from '../support/wait-for.ts';
import { send, somebody } from '../support/world.ts';
import { openScene, type Scene } from './people.ts';
import { words } from './request-form.ts';

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };

/** One act, from the line that opens it to the state it leaves; sent empty first. */
interface Act {
  /** The way of the choice, or the line that opens the form. */
  way?: RegExp;
  opens?: RegExp;
  form: string;
  sends: string;
  /** What the empty form asks for, in the order of its fields. */
  asks: string[];
  fill: (form: Locator) => Promise<void>;
  /** Said once it is sent. */
  done: RegExp;
  state: string;
}

const text = (form: Locator, label: string, value: string) =>
  form.getByRole('textbox', { name: words(label) }).fill(value);

const EXAM: Act = {
  way: /^Examen d’abord/,
  form: 'Examen d’abord',
  sends: 'Demander l’examen',
  asks: ['Choisissez au moins un examen.', 'Indiquez qui fait l’examen.'],
  fill: async (form) => {
    await form.getByRole('checkbox', { name: 'Échographie' }).check();
    await form.getByRole('radio', { name: 'Le demandeur' }).check();
  },
  done: /examen demandé\. Rien n’est encore parti/,
  state: 'decided',
};
const PASS: Act = {
  opens: /^Passer à un confrère/,
  form: 'Passer à un confrère',
  sends: 'Passer la demande',
  asks: ['Choisissez un confrère dans la liste.'],
  fill: async (form) => void (await form.getByLabel('À qui').selectOption({ index: 1 })),
  done: /passée à Dr .+\. Rien n’est encore parti/,
  state: 'confirmed',
};
const DECLINE: Act = {
  opens: /^Ne pas retenir/,
  form: 'Ne pas retenir, avec un conseil',
  sends: 'Signer et répondre',
  asks: ['Écrivez le conseil.', 'Écrivez vos conclusions.'],
  fill: async (form) => {
    await text(form, 'Votre conseil', 'Poursuivre le suivi habituel.');
    await text(form, 'Conclusions', 'Rien de plus aujourd’hui.');
  },
  done: /réponse avec un conseil signée/,
  state: 'reported',
};
const ELSEWHERE: Act = {
  opens: /^Réorienter/,
  form: 'Réorienter',
  sends: 'Signer et réorienter',
  asks: ['Indiquez vers qui.', 'Indiquez comment les joindre.', 'Écrivez le conseil.'],
  fill: async (form) => {
    await text(form, 'Vers qui', 'Service de gériatrie');
    await text(form, 'Comment les joindre', '02 61 91 00 11');
    await text(form, 'Votre conseil', 'Un bilan d’ensemble d’abord.');
  },
  done: /réorientation signée/,
  state: 'reported',
};
const ADMISSION: Act = {
  opens: /^Admission/,
  form: 'Admission',
  sends: 'Signer l’admission',
  asks: ['Indiquez le service.', 'Indiquez quand.', 'Indiquez qui appeler sur place.', 'Écrivez le conseil.'],
  fill: async (form) => {
    await text(form, 'Service', 'Soins intensifs');
    await text(form, 'Quand', 'aujourd’hui avant 18:00');
    await text(form, 'Qui appeler sur place', 'Le cadre de garde, 02 61 91 00 15');
    await text(form, 'Votre conseil', 'À jeun, allongée.');
  },
  done: /admission signée/,
  state: 'reported',
};

describe('dans le navigateur, chaque décision', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  const stateOf = async (id: string) =>
    (await scene.world.sql<{ state: string }>('select state from request where id = $1', [id]))[0]?.state;

  async function toDecide(family: string): Promise<string> {
    const { cardio } = scene.world;
    const { id } = await send(await scene.world.as(cardio.gp), cardio, { patient: somebody(family) });
    await waitFor('the proposal', async () => (await stateOf(id)) === 'proposed');
    await move(cardio.secretary, id, 'confirm');
    return id;
  }

  async function move(person: Person, id: string, path: string, body: object = {}): Promise<void> {
    const visitor = await scene.world.as(person);
    const to = `/api/e/${scene.world.cardio.slug}/requests/${id}`;
    const { version } = (await visitor.get(to).expect(200)).body;
    await visitor.post(`${to}/${path}`, { version, ...body }).expect(200);
  }

  const press = (within: Locator, label: string) =>
    within.getByRole('button', { name: new RegExp(`^${label}`) }).click();

  /** Opens the form on the screen of the specialist; on a phone it is behind « Réponse ». */
  async function openForm(page: Page, { way, opens, form }: Act): Promise<Locator> {
    await page.getByRole('article').waitFor({ state: 'attached' });
    const tab = page.getByRole('button', { name: 'Réponse', exact: true });
    if (await tab.isVisible()) await tab.click();
    if (way) await page.getByRole('radio', { name: way }).check();
    if (opens) await page.getByRole('button', { name: opens }).click();
    const opened = page.getByRole('form', { name: form });
    await opened.waitFor();
    return opened;
  }

  async function refusesEmpty(form: Locator, { sends, asks }: Pick<Act, 'sends' | 'asks'>): Promise<void> {
    await press(form, sends);
    const links = form.getByRole('alert').getByRole('link');
    await links.first().waitFor();
    expect(await links.allInnerTexts()).toEqual(asks);
    await links.first().click();
    await form.locator('input:focus, textarea:focus, select:focus').waitFor({ state: 'attached' });
    expect([...(await languageFaults(form.page())), ...(await widthFaults(form.page()))]).toEqual([]);
  }

  async function decide(page: Page, id: string, act: Act): Promise<void> {
    const form = await openForm(page, act);
    if (act.asks.length > 0) await refusesEmpty(form, act);
    await act.fill(form);
    expect(await form.getByRole('alert').count()).toBe(0);
    await press(form, act.sends);
    await page.getByRole('status').getByText(act.done).waitFor();
    expect([act.form, await stateOf(id)]).toEqual([act.form, act.state]);
  }

  test('s’ouvre, refuse le vide en le disant, part, et laisse le bon état', async () => {
    const { at, browser, world } = scene;
    const { cardio } = world;
    const acts = [EXAM, PASS, DECLINE, ELSEWHERE, ADMISSION];
    for (const [index, act] of acts.entries()) {
      const id = await toDecide('Morel');
      const page = await at(cardio.specialist, `avis/${id}`, index % 2 ? PHONE : {});
      await decide(page, id, act);
      await page.context().close();
    }
    expect(browser.faults).toEqual([]);
  });

  test('un examen délégué revient avec son résultat, un rendez-vous se donne, se manque, se redonne', async () => {
    const { at, browser, world } = scene;
    const { cardio } = world;
    const id = await toDecide('Guillou');
    const manager = await at(cardio.caseManager, `bureau/${id}`);
    await manager.getByRole('article').waitFor();
    expect(await manager.getByRole('radio', { name: /^Consultation/ }).count()).toBe(0);
    await decide(manager, id, EXAM);
    const desk = await at(cardio.secretary, `bureau/${id}`);
    await desk
      .getByText(/Échographie par le demandeur/)
      .first()
      .waitFor();
    await desk.getByRole('button', { name: /^Ajouter le résultat/ }).click();
    const result = desk.getByRole('form', { name: 'Ajouter le résultat' });
    await refusesEmpty(result, { sends: 'Ajouter le résultat', asks: ['Écrivez le résultat.'] });
    await text(result, 'Le résultat', 'FEVG 55 %.');
    await press(result, 'Ajouter le résultat');
    await waitFor('back to the decision', async () => (await stateOf(id)) === 'confirmed');

    const wanted = { question: 'Adapter le traitement ?', withId: cardio.secondSpecialist.id };
    await move(cardio.specialist, id, 'decisions/consultation', wanted);
    await desk
      .getByText(new RegExp(`Avec ${cardio.secondSpecialist.name}`))
      .first()
      .waitFor();
    await desk.getByRole('button', { name: /^Noter le rendez-vous/ }).click();
    const book = desk.getByRole('form', { name: 'Noter le rendez-vous' });
    await refusesEmpty(book, {
      sends: 'Noter ce rendez-vous',
      asks: [
        'Indiquez le jour du rendez-vous.',
        'Indiquez l’heure du rendez-vous.',
        'Indiquez le lieu, ou le lien de téléconsultation prévu.',
      ],
    });
    await book
      .getByLabel('Jour', { exact: true })
      .fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
    await book.getByLabel('Heure', { exact: true }).fill('14:30');
    await text(book, 'Lieu, ou lien de téléconsultation', 'Maison de santé de Savenay');
    // Whoever was wished for comes first.
    expect(await book.getByLabel('Avec', { exact: true }).inputValue()).toBe(cardio.secondSpecialist.id);
    await press(book, 'Noter ce rendez-vous');
    await desk.getByText(/rendez-vous noté\. Rien n’est encore parti/).waitFor();
    expect(await stateOf(id)).toBe('scheduled');
    await desk.getByRole('button', { name: /^Rendez-vous non tenu/ }).click();
    const missed = desk.getByRole('form', { name: 'Rendez-vous non tenu' });
    await refusesEmpty(missed, { sends: 'En redonner un', asks: ['Écrivez en quelques mots pourquoi.'] });
    await missed.getByRole('textbox').fill('Patiente hospitalisée ce jour-là.');
    await press(missed, 'En redonner un');
    await waitFor('a date to give again', async () => (await stateOf(id)) === 'decided');
    expect(browser.faults).toEqual([]);
  });

  test('une urgence confiée au 15 se clôt, et le demandeur le lit', async () => {
    const { at, browser, world } = scene;
    const { cardio } = world;
    const sent = { ...leastEmergency(cardio), patient: somebody('Tanguy') };
    const { id } = await send(await world.as(cardio.gp), cardio, sent);
    const desk = await at(cardio.secretary, `bureau/${id}`);
    await desk.getByRole('button', { name: /^Confiée au\s15/ }).click();
    const form = desk.getByRole('form', { name: /^Confiée au\s15/ });
    const asks = ['Indiquez à qui vous avez parlé.', 'Écrivez ce qui a été convenu.'];
    await refusesEmpty(form, { sends: 'Confiée au', asks });
    await text(form, 'À qui, au 15', 'Dr Martin, régulateur');
    await text(form, 'Ce qui a été convenu', 'Équipe envoyée.');
    await press(form, 'Confiée au');
    await waitFor('closed', async () => (await stateOf(id)) === 'closed');
    const gp = await at(cardio.gp, `demandes/${id}`, PHONE);
    await gp.getByRole('heading', { name: /^Close, confiée au\s15/ }).waitFor();
    expect(browser.faults).toEqual([]);
  });

  /** Somebody else raises the class while this form waits on a slow network; its text stays, the words are seen. */
  async function refusedBesideText(page: Page, id: string, form: Locator, sends: string): Promise<void> {
    const typed = form.getByRole('textbox').first();
    const text = await typed.inputValue();
    // The network is slow: the screen does not know yet what the desk has done.
    let arrive = () => {};
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(`**/requests/${id}`, async (route) => {
      await slow;
      await route.continue();
    });
    await move(scene.world.cardio.caseManager, id, 'reclass', { class: 'P1' });
    const refused = page.waitForResponse((response) => response.status() === 409);
    await press(form, sends);
    await refused;
    arrive();
    const band = page.getByRole('alert').filter({ hasText: 'Votre texte est gardé' });
    await band.getByText(/a relevé la priorité à P1/).waitFor();
    await waitFor('the words are on the screen', () =>
      band.evaluate((element) => element.getBoundingClientRect().top >= 0),
    );
    expect(await typed.inputValue()).toBe(text);
    await press(form, sends);
  }

  test('sur un téléphone, un refus se lit à côté du texte, qui reste', async () => {
    const { at, browser, world } = scene;
    const { cardio } = world;
    const id = await toDecide('Cadoret');
    const page = await at(cardio.specialist, `avis/${id}`, PHONE);
    const form = await openForm(page, DECLINE);
    await DECLINE.fill(form);
    await refusedBesideText(page, id, form, DECLINE.sends);
    await waitFor('the second try, on the fresh version', async () => (await stateOf(id)) === 'reported');

    const other = await toDecide('Daniel');
    const desk = await at(cardio.secretary, `bureau/${other}`, PHONE);
    await desk.getByRole('button', { name: 'Décider', exact: true }).click();
    await desk.getByRole('button', { name: /^Demander un complément/ }).click();
    const asked = desk.getByRole('form', { name: 'Demander un complément' });
    await text(asked, 'Ce qui manque', 'La dernière créatinine.');
    await refusedBesideText(desk, other, asked, 'Demander au demandeur');
    await waitFor('the second try of the desk', async () => (await stateOf(other)) === 'waiting_requester');
    expect(browser.faults).toEqual([]);
  });
});
