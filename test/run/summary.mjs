import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps the counts of each stage; prints them once, at the end. */
export class Summary {
  stages = [];
  begun = performance.now();

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
    writeFileSync(join(root, 'test-results', file), JSON.stringify({ passed, failed, stages: this.stages }));
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
