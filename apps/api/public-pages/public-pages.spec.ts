import { describe, expect, test } from '@jest/globals';
import { renderHome } from './home-page.ts';
import { hoursText, lineStatus } from './hours-text.ts';
import { renderPublicPage } from './public-page.ts';
import type { PublicEss } from './public-ess.ts';
import { placeLabels, projection, threadThrough } from './territory-sketch.ts';

const words = (text: string) => text.replaceAll('\u00a0', ' ');
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:30', closes: '19:00' }));

const ESS: PublicEss = {
  slug: 'cardio-estuaire',
  name: 'Cardio Estuaire',
  specialty: 'cardiologie',
  region: 'Loire-Atlantique',
  phone: '0261910440',
  hours: { weekly: weekdays, closedDates: [] },
  page: {
    headline: 'Un avis <b>cardiologique</b>',
    lead: 'Une seule porte & une réponse',
    emergencyBanner: 'Douleur dans la poitrine : appelez le 15. Ce site ne traite pas les urgences vitales.',
    howItWorks: [{ title: 'Vous demandez', text: 'Par formulaire ou par téléphone.' }],
    commitments: [{ title: 'Aucune demande perdue', text: 'Chaque demande a un responsable.' }],
    team: [{ name: 'Dr Thomas Le Bris', role: 'cardiologue', place: 'Savenay' }],
    places: [
      { name: 'Saint-Nazaire', lat: 47.27, lng: -2.21, kind: 'seat' },
      { name: 'Savenay', lat: 47.36, lng: -1.94, kind: 'consultation' },
      { name: 'Pornic', lat: 47.12, lng: -2.1, kind: 'visit' },
    ],
    whoMayAsk: ['Médecins'],
    legal: [{ title: 'Éditeur', text: 'Association fictive.' }],
  },
};

describe('the public page of an ESS', () => {
  const page = renderPublicPage(ESS, { openNow: true, nextOpening: null });

  test('what an administrator typed is text, never markup', () => {
    expect(page).toContain('Un avis &lt;b&gt;cardiologique&lt;/b&gt;');
    expect(page).toContain('porte &amp; une réponse');
    expect(page).not.toContain('<b>');
  });

  test('it carries no script and asks nothing of another host', () => {
    expect(page).not.toMatch(/<script/i);
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('the emergency band dials 15 before anything else', () => {
    const band = page.indexOf('<a href="tel:15">appelez le 15</a>');
    expect(band).toBeGreaterThan(0);
    expect(band).toBeLessThan(page.indexOf('Faire une demande'));
  });

  test('both doors are there: the form and the phone, with its hours', () => {
    expect(page).toContain('href="/cardio-estuaire/demande"');
    expect(page).toContain('href="tel:0261910440"');
    expect(words(page)).toContain('du lundi au vendredi, 8:30 – 19:00');
  });

  test('every place of the territory is drawn and named', () => {
    for (const { name } of ESS.page.places) expect(page).toContain(`>${name}</text>`);
  });
});

describe('the hours in words', () => {
  test('a day apart, two ranges in one day', () => {
    const hours = {
      weekly: [
        { weekday: 1, opens: '08:30', closes: '12:30' },
        { weekday: 1, opens: '14:00', closes: '18:00' },
        { weekday: 3, opens: '09:00', closes: '12:00' },
      ],
      closedDates: [],
    };
    expect(words(hoursText(hours))).toBe('le lundi, 8:30 – 12:30 et 14:00 – 18:00 ; le mercredi, 9:00 – 12:00');
  });

  test('a closed line says when it opens again, in Paris time', () => {
    expect(words(lineStatus({ openNow: false, nextOpening: '2026-11-23T07:30:00Z' }))).toBe(
      'Ligne fermée. Elle rouvre lundi 23 novembre à 8:30.',
    );
  });
});

describe('the sketch of a territory', () => {
  test('every place is inside the drawing, even when there is one place alone', () => {
    for (const places of [ESS.page.places, ESS.page.places.slice(0, 1)]) {
      const project = projection(places);
      for (const { lat, lng } of places) {
        const [x, y] = project(lat, lng);
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(560);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(410);
      }
    }
  });

  test('the thread goes through each place once', () => {
    const points: [number, number][] = [
      [0, 0],
      [10, 0],
      [3, 0],
      [-4, 1],
    ];
    const thread = threadThrough(points);
    expect(thread).toHaveLength(4);
    expect(new Set(thread.map(String)).size).toBe(4);
  });

  test('two places side by side do not write one name over the other', () => {
    const [one, two] = placeLabels([
      { name: 'Saint-Nazaire', at: [200, 200] },
      { name: 'Trignac', at: [206, 198] },
    ]);
    expect(one).not.toEqual(two);
  });
});

test('the home page lists each team with its own form and phone', () => {
  const page = renderHome([ESS, { ...ESS, slug: 'nephro', name: 'Néphro & Cie' }]);
  expect(page).toContain('href="/nephro/demande"');
  expect(page).toContain('Néphro &amp; Cie');
  expect(page).toContain('href="tel:15"');
});
