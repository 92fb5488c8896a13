/**
 * The middle and the slow end of a series of measurements.
 * @param {readonly number[]} times at least one
 * @returns {{ median: number, p95: number }} in the unit of `times`
 */
export function summarize(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), p95: at(0.95) };
}

/** Runs `task` often enough for the compiler to have settled, then `runs` times with a clock. Gives milliseconds. */
export function measure(task, { warmUps, runs }) {
  for (let run = 0; run < warmUps; run++) task();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  });
}

/** Milliseconds for people: one decimal below 20. */
export function formatTime(milliseconds) {
  return `${milliseconds < 20 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
