import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import supertest from 'supertest';
import { WholePath } from '../support/whole-path.ts';
import { openWorld, type World } from '../support/world.ts';
import { ACCOUNT_ROUTES, ACCOUNT_ROUTES_WITHOUT_BODY } from './account-routes.ts';
import { attack, type Attack, faultOf } from './attack.ts';
import { casesOf, HOSTILE_TEXTS, wireText } from './bodies.ts';
import { READ_QUERIES, WRITE_ROUTES } from './schema.ts';
import { stageTargets, type Target } from './targets.ts';
import { SECRET_DOORS, TRUST_WITHOUT_BODY, trustTargets } from './trust-routes.ts';

/** Other bodies: `FUZZ_SEED=7`. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121);
/** Their body is bytes, or none: attachments.e2e-spec.ts holds them. */
const WITHOUT_SCHEMA = [
  'DELETE /api/e/{ess}/drafts/{id}',
  'DELETE /api/session',
  'POST /api/e/{ess}/requests/{id}/attachments',
  'POST /api/session/lock',
];
const SESSION_ROUTES = ['POST /api/session', 'POST /api/session/unlock', ...Object.keys(SECRET_DOORS)];
/** Their good body opens nothing: fuzz-account.e2e-spec.ts holds them. */
const OF_THE_ACCOUNT = [...Object.keys(ACCOUNT_ROUTES), ...ACCOUNT_ROUTES_WITHOUT_BODY];

/** The same proof, short in each run of the tests and long in its own ring. */
export function assail(title: string, perRoute: number, withinMs?: number): void {
  describe(title, () => {
    let world: World;
    let path: WholePath;
    let targets: Target[];
    let trust: Target[];
    beforeAll(async () => {
      world = await openWorld();
      path = await WholePath.of(world, world.cardio);
      targets = await stageTargets(world, path);
      trust = await trustTargets(world, path);
    });
    afterAll(() => world.stop());

    test('aucune route d’écriture n’est oubliée', () => {
      const named = [
        ...[...targets, ...trust].map((target) => target.route),
        ...[...WITHOUT_SCHEMA, ...TRUST_WITHOUT_BODY, ...SESSION_ROUTES, ...OF_THE_ACCOUNT, 'POST /api/psc/start'],
      ];
      expect([...new Set(named)].sort()).toEqual([...WRITE_ROUTES.keys()].sort());
    });

    test(
      'aucun corps ne fait tomber le service, et chaque refus a la forme promise',
      async () => {
        const found = await attack(world, path, targets, perRoute, SEED);
        process.stderr.write(`${figures(found)}\n`);
        expect(found.faults).toEqual([]);
        const withBody = targets.filter((target) => WRITE_ROUTES.get(target.route));
        expect(found.sent).toBe(withBody.length * perRoute);
        // Bodies that pass every check reach the services behind: without them the fuzz would stop at the door.
        expect(found.accepted).toBeGreaterThan(found.sent / 10);
        expect(found.slowestMs).toBeLessThan(found.barMs);
        expect(world.logs()).not.toMatch(/unhandled|FATAL|heap out/i);
      },
      withinMs,
    );

    test(
      'ni ceux des personnes, des patients et du contrôle',
      async () => {
        const found = await attack(world, path, trust, perRoute, SEED);
        process.stderr.write(`${figures(found)}\n`);
        expect(found.faults).toEqual([]);
        expect(found.sent).toBe(trust.length * perRoute);
        expect(found.accepted).toBeGreaterThan(found.sent / 20);
        expect(found.slowestMs).toBeLessThan(found.barMs);
      },
      withinMs,
    );

    test('la porte d’entrée non plus, quoi qu’on y tape', async () => {
      const faults: string[] = [];
      const secretary = path.as('secondSecretary');
      for (const route of SESSION_ROUTES) {
        const cases = fc.sample(casesOf(WRITE_ROUTES.get(route) ?? {}), { seed: SEED, numRuns: perRoute });
        for (const one of cases) {
          const body = wireText(one, SECRET_DOORS[route] ?? { email: 'quelqu.un@exemple.example', password: 'faux' });
          const answer = await supertest(world.url)
            .post(route.split(' ')[1] ?? '')
            .set('cookie', secretary.cookie)
            .set('content-type', 'application/json')
            .send(body);
          const fault = answer.status < 300 ? 'let in' : faultOf(answer);
          if (fault) faults.push(`${route}: ${fault} ${answer.status}, sent ${body.slice(0, 200)}`);
        }
      }
      expect(faults).toEqual([]);
    });

    test('une adresse hostile, identifiant ou paramètre, est refusée ou rendue vide', async () => {
      const faults: string[] = [];
      const people = ['secretary', 'gp', 'coordinator', 'mobileNurse'] as const;
      let asked = 0;
      for (const [route, names] of READ_QUERIES) {
        for (const name of names) {
          for (const [turn, hostile] of HOSTILE_TEXTS.entries()) {
            const value = encodeURIComponent(Buffer.from(hostile).toString().slice(0, 1_000));
            const address = route
              .replace('{ess}', path.team.slug)
              .replace('{id}', name === 'id' ? value || '%20' : randomUUID());
            const query = name === 'id' ? '' : `?${name}=${value}`;
            const answer = await path.as(people[turn % people.length] ?? 'gp').get(`${address}${query}`);
            const fault = answer.status < 300 ? null : faultOf(answer);
            if (fault) faults.push(`${route} ${name}=${value.slice(0, 80)}: ${fault} ${answer.status}`);
            asked += 1;
          }
        }
      }
      expect(faults).toEqual([]);
      expect(asked).toBeGreaterThan(300);
    });
  });
}

const figures = ({ sent, accepted, statuses, slowestMs, slowest, barMs }: Attack): string =>
  `fuzz, seed ${SEED}: ${sent} bodies, ${accepted} accepted, ${JSON.stringify(statuses)}; ` +
  `slowest ${Math.round(slowestMs)} ms (${slowest}) under a bar of ${Math.round(barMs)} ms`;
