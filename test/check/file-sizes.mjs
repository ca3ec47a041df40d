import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const LARGEST = 500;
const LARGEST_MEDIAN = 60;
const LARGEST_P90 = 250;
const CODE = /\.(ts|tsx|mjs|cjs|js|css)$/;
/** Generated files, protocol data and migrations may be long: nobody edits them by hand twice. */
const ASIDE = [
  /^apps\/web\/api\/schema\.d\.ts$/,
  /\/migrations\//,
  /\.data\.ts$/,
  /^test\/bench\/[^/]+\/notes-/,
  /^libs\/[^/]+\/(data|protocols|dictionary)\//,
  /^apps\/cli\/demo\/data\//,
];
const TESTS = /spec\.tsx?$/;

/** Small files: no file above 500 lines, and the body of them small (tests count for the ceiling only). */
export function checkFileSizes(root) {
  const files = ['apps', 'libs', 'test'].flatMap((folder) => list(join(root, folder)));
  const sizes = files
    .map((path) => ({
      path: relative(root, path).split(sep).join('/'),
      lines: readFileSync(path, 'utf8').split('\n').length - 1,
    }))
    .filter(({ path }) => !ASIDE.some((pattern) => pattern.test(path)));
  const tooLong = sizes
    .filter(({ lines }) => lines > LARGEST)
    .map(({ path, lines }) => `${path}: ${lines} lines (at most ${LARGEST})`);
  const sorted = sizes
    .filter(({ path }) => !TESTS.test(path))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const spread = [
    ...(at(0.5) > LARGEST_MEDIAN ? [`median file: ${at(0.5)} lines (at most ${LARGEST_MEDIAN})`] : []),
    ...(at(0.9) > LARGEST_P90 ? [`90th percentile: ${at(0.9)} lines (at most ${LARGEST_P90})`] : []),
  ];
  return {
    complaints: [...tooLong, ...spread],
    note: `${sorted.length} files, median ${at(0.5)}, p90 ${at(0.9)} lines`,
  };
}

function list(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : list(path);
    return CODE.test(entry.name) ? [path] : [];
  });
}
