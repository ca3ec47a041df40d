/** What an ESS shows the world, kept as one JSON column; edited by its administrators later. */
export interface PublicPage {
  headline: string;
  lead: string;
  /** Text of the band that is always on top; « 15 » is made a link by the page. */
  emergencyBanner: string;
  howItWorks: { title: string; text: string }[];
  commitments: { title: string; text: string }[];
  team: { name: string; role: string; place?: string }[];
  /** Places of the territory, in degrees; drawn as a sketch. */
  places: { name: string; lat: number; lng: number; kind: 'seat' | 'consultation' | 'visit' }[];
  /** Who may ask, in plain words. */
  whoMayAsk: string[];
  legal: { title: string; text: string }[];
}

/** Opening hours of the desk, by ISO weekday (1 Monday … 7 Sunday); local times of the ESS, « HH:MM ». */
export interface OpeningHours {
  weekly: { weekday: number; opens: string; closes: string }[];
  /** Local dates (YYYY-MM-DD) closed besides French public holidays. */
  closedDates: string[];
}
