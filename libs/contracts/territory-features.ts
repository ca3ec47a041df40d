/** A hand-drawn sketch of a shore and a river, in degrees [lat, lng]: enough to recognise the country, not a map. */
export interface TerritoryFeatures {
  /** Closed shape of the sea. */
  sea: [number, number][];
  rivers: [number, number][][];
}

/** From Pénestin to the bay of Bourgneuf, with the mouth of the Loire. */
const LOIRE_ATLANTIQUE: TerritoryFeatures = {
  sea: [
    [47.75, -3.4],
    [47.55, -2.75],
    [47.5, -2.5],
    [47.44, -2.46],
    [47.38, -2.55],
    [47.3, -2.56],
    [47.27, -2.47],
    [47.28, -2.36],
    [47.25, -2.26],
    [47.27, -2.2],
    [47.29, -2.12],
    [47.27, -2.13],
    [47.24, -2.17],
    [47.18, -2.17],
    [47.14, -2.24],
    [47.12, -2.12],
    [47.08, -2.04],
    [47.02, -1.99],
    [46.93, -2.02],
    [46.85, -2.13],
    [46.72, -2.1],
    [46.3, -2.0],
    [46.3, -3.4],
  ],
  rivers: [
    [
      [47.28, -2.16],
      [47.29, -2.05],
      [47.26, -1.94],
      [47.21, -1.78],
      [47.2, -1.62],
      [47.21, -1.53],
      [47.28, -1.41],
      [47.3, -1.29],
      [47.36, -1.17],
      [47.38, -1.03],
      [47.4, -0.9],
      [47.36, -0.6],
    ],
  ],
};

const KNOWN: { lat: [number, number]; lng: [number, number]; features: TerritoryFeatures }[] = [
  { lat: [46.7, 47.9], lng: [-2.9, -0.8], features: LOIRE_ATLANTIQUE },
];

/** The sketch that fits a territory by its middle; none elsewhere, and the land is drawn plain. */
export const featuresNear = (lat: number, lng: number): TerritoryFeatures | null =>
  KNOWN.find((each) => lat >= each.lat[0] && lat <= each.lat[1] && lng >= each.lng[0] && lng <= each.lng[1])
    ?.features ?? null;
