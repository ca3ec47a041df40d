import { html, Html } from './html.ts';

const PATHS = {
  form: 'M12 3v18M9 3a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3M15 3a3 3 0 0 0-3 3v12a3 3 0 0 0 3 3M13 7h7a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-7M5 7H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h1M17 12h.01',
  phone: 'M5 4h4l2 5-2.500 1.500a11 11 0 0 0 5 5l1.500-2.500 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2',
  place: 'M3 21h18M5 21V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v16M9 21v-4a2 2 0 0 1 2-2h2a2 2 0 0 1 2 2v4M10 9h4M12 7v4',
  car: 'M5 17H3v-6l2-5h9l4 5h1a2 2 0 0 1 2 2v4h-2M9 17h6M3 11h15M12 11V6M5 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0M15 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
} as const;

/** A line icon, always beside its words. */
export const icon = (name: keyof typeof PATHS, size = 20): Html =>
  html`<svg class="ic" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="${PATHS[name]}"
      fill="none"
      stroke="currentColor"
      stroke-width="1.900"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`;

export const alertIcon = (size = 20): Html =>
  html`<svg class="ic" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M8.300 2h7.400L22 8.300v7.400L15.700 22H8.300L2 15.700V8.300z" fill="currentColor" />
    <path d="M12 7v6M12 16.600v.100" stroke="#fff" stroke-width="2.400" stroke-linecap="round" />
  </svg>`;

/** A counter window crossed by a line. */
export const logo = (size: number, onDark = false): Html =>
  html`<svg
    class="logo${onDark ? ' clair' : ''}"
    width="${size}"
    height="${size}"
    viewBox="0 0 32 32"
    aria-hidden="true"
  >
    <path class="fond" d="M4 30V15.500C4 8.600 9.400 3 16 3s12 5.600 12 12.500V30z" />
    <path class="trait" d="M0 21.500H12.500M20.400 21.500h4.600" />
    <circle class="trait" cx="16.200" cy="21.500" r="3.900" />
  </svg>`;
