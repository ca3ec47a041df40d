/**
 * Identifiers of the French health field: each check takes what was typed and gives the bare form to store,
 * or a French sentence that says what to do. Sources: ANS (RPPS, FINESS, INS), INSEE (SIRET, NIR, communes), ARCEP (phones).
 */
export type IdentifierCode = 'format' | 'checksum' | 'forbidden';

export type IdentifierResult =
  /** `warning`: accepted, but worth a second look (a checksum that is not certain). */
  { ok: true; value: string; warning?: string } | { ok: false; code: IdentifierCode; message: string };

const good = (value: string, warning?: string): IdentifierResult =>
  warning ? { ok: true, value, warning } : { ok: true, value };
const bad = (code: IdentifierCode, message: string): IdentifierResult => ({ ok: false, code, message });

/** Without spaces (non-breaking ones too), dots and dashes; capitals. */
const bare = (typed: string): string => typed.replace(/[\s.\-/]/g, '').toUpperCase();

/** Luhn modulo 10 over a string of digits, check digit included (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const weighted = fromRight % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** RPPS: 11 digits with a Luhn key. The 12-character national form (`8` + RPPS) is accepted and stored bare. */
export function checkRpps(typed: string): IdentifierResult {
  const value = bare(typed);
  const rpps = /^8\d{11}$/.test(value) ? value.slice(1) : value;
  if (!/^\d{11}$/.test(rpps)) return bad('format', 'Indiquez les 11 chiffres du numéro RPPS.');
  if (!passesLuhn(rpps)) return bad('checksum', 'Vérifiez le numéro RPPS : un chiffre ne correspond pas.');
  return good(rpps);
}

/** ADELI: 9 characters, the first two the department; being absorbed by RPPS, it has no key to check. */
export function checkAdeli(typed: string): IdentifierResult {
  const value = bare(typed);
  const adeli = /^0\d{9}$/.test(value) ? value.slice(1) : value;
  return /^(\d{2}|2[AB])\d{7}$/.test(adeli) ? good(adeli) : bad('format', 'Indiquez les 9 caractères du numéro ADELI.');
}

/**
 * FINESS: 9 characters, the first two the department, with a Luhn key.
 * In Corsica the letter counts 1 (A) or 2 (B); that rule is not published, so a wrong key there is only a warning.
 */
export function checkFiness(typed: string): IdentifierResult {
  const value = bare(typed);
  if (!/^(\d{2}|2[AB])\d{7}$/.test(value)) return bad('format', 'Indiquez les 9 caractères du numéro FINESS.');
  if (passesLuhn(value.replace('A', '1').replace('B', '2'))) return good(value);
  const message = 'Vérifiez le numéro FINESS : un chiffre ne correspond pas.';
  return /[AB]/.test(value) ? good(value, message) : bad('checksum', message);
}

const LA_POSTE_SIREN = '356000000';

/** SIRET: 14 digits with a Luhn key; the shops of La Poste follow the older rule, digit sum multiple of five. */
export function checkSiret(typed: string): IdentifierResult {
  const value = bare(typed);
  if (!/^\d{14}$/.test(value)) return bad('format', 'Indiquez les 14 chiffres du numéro SIRET.');
  const digitSum = [...value].reduce((sum, digit) => sum + Number(digit), 0);
  const isPostOffice = value.startsWith(LA_POSTE_SIREN) && digitSum % 5 === 0;
  if (passesLuhn(value) || isPostOffice) return good(value);
  return bad('checksum', 'Vérifiez le numéro SIRET : un chiffre ne correspond pas.');
}

const NIR_BODY = /^[1-478]\d{4}(\d{2}|2[AB])\d{6}$/;

/** Key of a NIR body of 13 characters: 97 − (body modulo 97), two digits; `2A` counts 19 and `2B` counts 18. */
export function nirKey(body: string): string {
  const digits = body.replace('2A', '19').replace('2B', '18');
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}

/** NIR, or matricule of an INS: 13 characters and their key, 15 in all. */
export function checkMatricule(typed: string): IdentifierResult {
  const value = bare(typed);
  if (!/^.{15}$/.test(value) || !NIR_BODY.test(value.slice(0, 13)) || !/^\d{2}$/.test(value.slice(13))) {
    return bad('format', 'Indiquez les 15 caractères du matricule, clé comprise.');
  }
  if (nirKey(value.slice(0, 13)) !== value.slice(13)) {
    return bad('checksum', 'Vérifiez le matricule : la clé ne correspond pas.');
  }
  return good(value);
}

/** Authorities of the INS: real (NIR, NIA), test, demonstration. */
export const INS_OIDS = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  test: '1.2.250.1.213.1.4.10',
  demonstration: '1.2.250.1.213.1.4.11',
} as const;

export type DataKind = 'real' | 'demonstration';

/** OID of an INS. Real identities are refused in a demonstration, test and demonstration ones in a real base. */
export function checkInsOid(typed: string, kind: DataKind): IdentifierResult {
  const oid = typed.trim().replace(/^urn:oid:/i, '');
  const isReal = oid === INS_OIDS.nir || oid === INS_OIDS.nia;
  if (!isReal && oid !== INS_OIDS.test && oid !== INS_OIDS.demonstration) {
    return bad('format', 'Indiquez une autorité d’identité INS connue.');
  }
  if (kind === 'real' && !isReal)
    return bad('forbidden', 'Retirez cette INS de test : seule une INS réelle est reçue ici.');
  if (kind === 'demonstration' && isReal) {
    return bad('forbidden', 'Retirez cette INS : une démonstration ne reçoit aucune identité réelle.');
  }
  return good(oid);
}

/**
 * INSEE code of a commune: 5 characters, Corsica `2A` and `2B`. It is never the postal code: communes are counted from
 * 001 in each department, so that 18000 is Bourges by post and no commune at all (Bourges is 18033).
 */
export function checkCommuneInsee(typed: string): IdentifierResult {
  const value = bare(typed);
  const isCommune = /^(0[1-9]|[1-8]\d|9[0-578]|2[AB])\d{3}$/.test(value) && !value.endsWith('000');
  return isCommune ? good(value) : bad('format', 'Choisissez la commune dans la liste, par son nom.');
}

/** Where somebody was born: a commune, or `99` and the code of a country. */
export function checkBirthPlace(typed: string): IdentifierResult {
  const value = bare(typed);
  if (/^99\d{3}$/.test(value)) return good(value);
  const commune = checkCommuneInsee(typed);
  return commune.ok ? commune : bad('format', 'Indiquez le code INSEE de la commune ou du pays de naissance.');
}

/** Country code of each overseas prefix: « 0692 … » is +262 692 … */
const OVERSEAS: Record<string, string> = {
  '0262': '262',
  '0263': '262',
  '0269': '262',
  '0639': '262',
  '0692': '262',
  '0693': '262',
  '0590': '590',
  '0690': '590',
  '0691': '590',
  '0594': '594',
  '0694': '594',
  '0596': '596',
  '0696': '596',
  '0697': '596',
};

/** French phone, at home or overseas, in any usual writing; the value is E.164 (`+33261910440`). */
export function checkPhone(typed: string): IdentifierResult {
  const national = toNational(typed);
  if (!national) return bad('format', 'Indiquez un numéro de téléphone à 10 chiffres.');
  // 06 39 98 is the fictional range of the mainland, inside a prefix shared with Mayotte.
  const country = national.startsWith('063998') ? '33' : (OVERSEAS[national.slice(0, 4)] ?? '33');
  return good(`+${country}${national.slice(1)}`);
}

/** « 02 61 91 04 40 », pairs joined by non-breaking spaces; what is not a French number comes back untouched. */
export function showPhone(phone: string): string {
  const national = toNational(phone);
  return national ? (national.match(/\d{2}/g) ?? []).join('\u00a0') : phone;
}

/** Ten digits beginning with one zero, or null. */
function toNational(typed: string): string | null {
  const digits = typed
    .replace(/\(0\)/, '')
    .replace(/[\s.\-/()]/g, '')
    .replace(/^00/, '+');
  const national = digits.replace(/^\+(33|262|590|594|596)0?/, '0');
  return /^0[1-9]\d{8}$/.test(national) ? national : null;
}

/** How much a doubtful identifier matters: typed, it is corrected; imported, it is kept and flagged. */
export type Severity = 'none' | 'warning' | 'block';

export interface IdentifierVerdict {
  ok: boolean;
  severity: Severity;
  /** Bare form to store; what was given, when it has no form at all. */
  value: string;
  message: string | null;
}

/**
 * The same check, typed by somebody or read from a file. A key that does not match blocks the typing of a real number;
 * on import, where official files themselves carry wrong keys, it is a warning. What has not the form, or is refused in
 * this base, blocks both ways.
 */
export function judged(
  check: (typed: string) => IdentifierResult,
  given: string,
  by: 'typing' | 'import',
): IdentifierVerdict {
  const result = check(given);
  if (result.ok)
    return {
      ok: true,
      severity: result.warning ? 'warning' : 'none',
      value: result.value,
      message: result.warning ?? null,
    };
  const isDoubt = by === 'import' && result.code === 'checksum';
  return {
    ok: isDoubt,
    severity: isDoubt ? 'warning' : 'block',
    value: isDoubt ? bare(given) : given,
    message: result.message,
  };
}

/** Ranges that no line will ever have, kept by the ARCEP for fiction. */
const FICTIONAL_PREFIXES = ['019900', '026191', '035301', '046571', '053649', '063998'];

export function isFictionalPhone(phone: string): boolean {
  const national = toNational(phone);
  return national !== null && FICTIONAL_PREFIXES.some((prefix) => national.startsWith(prefix));
}
