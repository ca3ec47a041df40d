import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Person } from '../support/territory.ts';
import { waitFor } from '../support/wait-for.ts';
import { send, somebody } from '../support/world.ts';
import { lookAt } from './look-at.ts';
import { openScene, type Scene } from './people.ts';
import { field, giveRecoveryCode, pick, press, words } from './request-form.ts';

describe('le dossier d’un patient : qui il est, ce qu’il dit du partage, qui l’entoure', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  interface Asked {
    id: string;
    patientId: string;
    name: string;
  }

  /** A request of the GP for somebody born that day; without a word on sharing. */
  async function asked(birthName: string, birthDate: string, phone: string): Promise<Asked> {
    const { world } = scene;
    const patient = { ...somebody(), birthName, birthDate, phone };
    const consent = { informed: false, mode: 'impossible' as const };
    const { id } = await send(await world.as(world.cardio.gp), world.cardio, { patient, consent });
    const [row] = await world.sql<{ id: string }>('select patient_id as id from request where id = $1', [id]);
    await waitFor('the proposal', async () => {
      const [request] = await world.sql<{ state: string }>('select state from request where id = $1', [id]);
      return request?.state === 'proposed';
    });
    return { id, patientId: row?.id ?? '', name: `${birthName} ${patient.givenNames}` };
  }

  const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name: words(name) }).waitFor();
  const region = (page: Page, name: string) => page.getByRole('region', { name: words(name) });

  test('la pièce vue, le partage refusé, la fille à qui l’on peut parler, l’identité corrigée : dits avant, gardés après', async () => {
    const { cardio } = scene.world;
    const patient = await asked('Kervella', '1941-04-05', '02 61 91 20 01');
    const page = await scene.at(cardio.secretary, `patients/${patient.patientId}`);
    await title(page, patient.name);
    await page.getByText('Identité provisoire').first().waitFor();
    await page.getByText(/Vous voyez ce dossier parce que vous travaillez au guichet/).waitFor();

    await press(page, 'Pièce d’identité vérifiée…');
    await press(page, 'Noter la vérification');
    await page.getByRole('link', { name: 'Choisissez la pièce que vous avez vue.' }).waitFor();
    await pick(page, 'Quelle pièce avez-vous vue ?', 'Carte nationale d’identité');
    await press(page, 'Noter la vérification');
    await page.getByText('Identité validée').first().waitFor();

    await press(page, 'Noter ce que dit le patient…');
    const consent = page.getByRole('form', { name: words('Noter ce que dit le patient') });
    await press(page, 'Noter');
    expect(await consent.getByRole('alert').getByRole('link').count()).toBe(2);
    await pick(page, 'Que dit le patient ?', 'Opposition au partage');
    await pick(page, 'Comment ?', 'De vive voix');
    await press(page, 'Noter');
    await region(page, 'Partage').getByText('Opposé au partage').waitFor();

    await press(page, 'Ajouter quelqu’un…');
    await field(page, 'Nom et prénom').fill('Kervella Maëlle');
    await field(page, 'Lien avec le patient').selectOption('fille');
    await field(page, 'Téléphone, s’il est connu').fill('06 39 98 45 67');
    await pick(page, 'Le patient accepte-t-il qu’on lui parle de sa santé ?', 'Oui');
    // A double click says it once.
    const sent: string[] = [];
    page.on('request', (one) => void (/\/circle$/.test(one.url()) && sent.push(one.url())));
    await page.getByRole('button', { name: 'Ajouter au cercle' }).dblclick();
    await page.getByText(/Vous pouvez parler à\s:\ssa fille,/).waitFor();
    expect(sent).toHaveLength(1);
    await lookAt(page, 'patient');

    await press(page, 'Corriger l’identité…');
    await field(page, 'Prénoms, le premier d’abord').fill('Camille Rose');
    await page.getByText(/La pièce déjà vue reste notée/).waitFor();
    await lookAt(page, 'patient-corriger');
    await press(page, 'Enregistrer la correction');
    await title(page, 'Kervella Camille Rose');
    await page.getByText('Identité validée').first().waitFor();
    await region(page, 'Historique de l’identité').getByText('Identité corrigée').waitFor();

    // At the desk, where one decides whom to call.
    await page.goto(`/${cardio.slug}/bureau/${patient.id}`);
    const file = page.getByRole('article');
    await file.getByText(/Vous pouvez parler à/).waitFor();
    await file.getByText('Opposé au partage').waitFor();
    await file.getByRole('link', { name: 'Dossier du patient' }).click();
    await title(page, 'Kervella Camille Rose');
    await page.context().close();
  });

  test('deux dossiers d’une même personne : réunis après une preuve, puis séparés', async () => {
    const { cardio } = scene.world;
    const [one, other] = [
      await asked('Larvoren', '1952-06-07', '02 61 91 20 02'),
      await asked('Larvoran', '1952-06-07', '02 61 91 20 02'),
    ];
    const page = await scene.at(cardio.caseManager, 'patients/doublons');
    const pair = page.getByRole('region', { name: /Larvor[ae]n/ });
    await pair.getByText('Même date de naissance, noms proches').waitFor();
    await pair.getByText('pareil').first().waitFor();
    await lookAt(page, 'doublons');

    await agoForFactor(cardio.caseManager);
    await press(page, 'C’est la même personne…');
    await pair.getByText(/Cela se défait à tout moment/).waitFor();
    await press(page, 'Réunir les deux dossiers');
    await page.getByRole('dialog', { name: words('Confirmez que c’est vous') }).waitFor();
    await giveRecoveryCode(page, cardio.caseManager, 'Confirmer');
    await page.getByRole('link', { name: 'Ouvrir le dossier' }).click();
    await region(page, 'Ses demandes').getByRole('link').nth(1).waitFor();
    expect(await region(page, 'Ses demandes').getByRole('link').count()).toBe(2);
    expect(await mergedCount([one, other])).toBe(1);

    await press(page, 'Séparer à nouveau…');
    await press(page, 'Séparer les deux dossiers');
    await page.getByText('Dossier séparé de celui-ci').waitFor();
    expect(await mergedCount([one, other])).toBe(0);

    await page.goto(`/${cardio.slug}/patients/doublons`);
    await press(page, 'Ce sont deux personnes');
    await pair.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('un accès exceptionnel : la raison d’abord, une heure de lecture, puis l’écran se referme de lui-même', async () => {
    const { cardio } = scene.world;
    const patient = await asked('Morvan Abalain', '1948-08-09', '02 61 91 20 03');
    await closeByHand(patient.id);
    const page = await scene.at(cardio.specialist, `patients/${patient.patientId}`);
    await page.getByText('Cette page n’existe pas ou ne vous est pas ouverte.').waitFor();
    await page.getByRole('link', { name: 'Demander un accès exceptionnel' }).click();
    await title(page, 'Accès exceptionnel');
    await press(page, 'Chercher');
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(3);
    await field(page, 'Date de naissance').fill('09/08/1948');
    await field(page, 'Nom de naissance, en entier').fill('Morvan Abalain');
    await field(page, 'Premier prénom, en entier').fill('Camille');
    await press(page, 'Chercher');
    await page.getByRole('button', { name: /^C’est cette personne/ }).click();
    await field(page, 'Raison').selectOption('urgence');
    await field(page, 'En quelques mots').fill('court');
    await press(page, 'Ouvrir pour 60 minutes, et prévenir');
    await page.getByRole('alert').getByRole('link').waitFor();
    await field(page, 'En quelques mots').fill('Malaise ce matin, antécédents à connaître.');
    await lookAt(page, 'acces-exceptionnel');
    await press(page, 'Ouvrir pour 60 minutes, et prévenir');
    await title(page, patient.name);
    const band = region(page, 'Accès exceptionnel');
    await band.getByText(/Il reste \d+\smin/).waitFor();
    expect(await page.getByRole('button', { name: /Corriger|Noter|Ajouter|vérifiée/ }).count()).toBe(0);
    await lookAt(page, 'acces-exceptionnel-ouvert');

    // The hour passes, here and there.
    await minutesPass(patient, 40);
    await page.clock.install();
    await page.reload();
    await band.getByText(/Il reste (19|20)\smin/).waitFor();
    await minutesPass(patient, 21);
    await page.clock.fastForward('21:00');
    await page.getByText(/L’heure est passée\s: le dossier s’est refermé de lui-même/).waitFor();
    expect(await page.getByText(patient.name).count()).toBe(0);
    await page.goto(`/${cardio.slug}/patients/${patient.patientId}`);
    await page.getByText('Cette page n’existe pas ou ne vous est pas ouverte.').waitFor();
    await page.context().close();
  });

  /** Of the hour of an exceptional access, for the server. */
  const minutesPass = (patient: Asked, minutes: number) =>
    scene.world.sql(
      `update exceptional_access set opened_at = opened_at - make_interval(mins => $2), expires_at = expires_at - make_interval(mins => $2)
        where patient_id = $1 and ended_at is null`,
      [patient.patientId, minutes],
    );

  /** The last proof of this person is no longer recent. */
  const agoForFactor = (person: Person) =>
    scene.world.sql(
      `update session set factor_at = factor_at - interval '31 minutes'
        where account_id = (select id from account where email = $1)`,
      [person.email],
    );

  const mergedCount = async (people: Asked[]): Promise<number> =>
    (
      await scene.world.sql('select 1 from patient where id = any($1) and merged_into is not null', [
        people.map(({ patientId }) => patientId),
      ])
    ).length;

  /** Nothing is open any more: the desk has no reason left. */
  async function closeByHand(id: string): Promise<void> {
    const { world } = scene;
    const secretary = await world.as(world.cardio.secretary);
    const to = `/api/e/${world.cardio.slug}/requests/${id}`;
    const { version } = (await secretary.get(to).expect(200)).body;
    await secretary.post(`${to}/cancel`, { version, reason: 'Demande faite deux fois.' }).expect(200);
  }
});
