import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps the counts of each stage; prints them once, at the end. */
export class Summary {
  stages = [];
  begun = performance.now();

  /** @param root the results are about what it held when the run began. */
  constructor(root) {
    this.of = versionOf(root);
  }

  async stage(name, work) {
    const begun = performance.now();
    console.log(`\n── ${name}`);
    const { passed, failed } = await work();
    const seconds = (performance.now() - begun) / 1000;
    this.stages.push({ name, passed, failed, seconds });
    console.log(`${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
    return failed === 0;
  }

  /** Writes the counts for the next script, prints the table, and gives the exit code. */
  finish(root, file) {
    const passed = this.stages.reduce((sum, stage) => sum + stage.passed, 0);
    const failed = this.stages.reduce((sum, stage) => sum + stage.failed, 0);
    mkdirSync(join(root, 'test-results'), { recursive: true });
    const result = { ...this.of, finishedAt: new Date().toISOString(), passed, failed, stages: this.stages };
    writeFileSync(join(root, 'test-results', file), JSON.stringify(result));
    const seconds = ((performance.now() - this.begun) / 1000).toFixed(0);
    console.log('');
    for (const { name, passed: good, failed: bad, seconds: took } of this.stages) {
      console.log(
        `${bad === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${String(good).padStart(5)} passed ${String(bad).padStart(4)} failed ${took.toFixed(1).padStart(7)} s`,
      );
    }
    console.log(`${passed} passed, ${failed} failed in ${seconds} s`);
    return failed === 0 ? 0 : 1;
  }
}

/** What is tested: the version, its commit, and whether files were changed since. */
function versionOf(root) {
  const git = (...args) => {
    try {
      return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return null;
    }
  };
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commit = git('rev-parse', 'HEAD');
  return { version, commit, changed: commit !== null && git('status', '--porcelain') !== '' };
}
