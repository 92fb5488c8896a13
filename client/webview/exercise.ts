import './exercise.css';
import type { BestRun, ExerciseQuestion, FromExercise, ToExercise } from '../src/views/exercise-messages.ts';
import { renderFailure, renderQuestion, renderResult, showVerdict } from './render.ts';

/** How far somebody is. VS Code keeps it while the tab is hidden. */
interface Run {
  readonly questions: readonly ExerciseQuestion[];
  /** The code that was chosen for each question so far. */
  readonly answers: readonly number[];
  /** The question that is shown; past the last one it is the result. */
  readonly index: number;
  readonly best: BestRun | undefined;
}

/** What VS Code gives to the script of a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromExercise): void;
  getState(): Run | undefined;
  setState(state: Run): void;
};

const vscode = acquireVsCodeApi();
const place = document.querySelector<HTMLElement>('#exercise') ?? document.body;

let run = vscode.getState();

function change(next: Run): void {
  run = next;
  vscode.setState(next);
}

function show(): void {
  if (!run) return;
  const { questions, index, best, answers } = run;
  const question = questions[index];
  if (question) {
    renderQuestion(place, { question, number: index + 1, of: questions.length, choose, goOn });
    const answer = answers[index];
    if (answer !== undefined) showVerdict(place, question, answer);
  } else {
    renderResult(place, {
      questions,
      answers,
      best,
      again: start,
      show: (code) => vscode.postMessage({ kind: 'show', code }),
    });
  }
}

function start(): void {
  vscode.postMessage({ kind: 'start' });
}

function choose(code: number): void {
  const question = run?.questions[run.index];
  // Only the first choice counts.
  if (!run || !question || run.answers.length > run.index) return;
  change({ ...run, answers: [...run.answers, code] });
  showVerdict(place, question, code);
}

function goOn(): void {
  if (!run || run.answers.length <= run.index) return;
  change({ ...run, index: run.index + 1 });
  // The result is shown once the extension has told the best run, this one included.
  if (run.index === run.questions.length) vscode.postMessage({ kind: 'finished', ...countRight(run) });
  else show();
}

function countRight({ questions, answers }: Run): BestRun {
  const isRight = ({ options }: ExerciseQuestion, index: number): boolean =>
    options.some(({ code, fits }) => fits && code === answers[index]);
  return { right: questions.filter(isRight).length, questions: questions.length };
}

window.addEventListener('message', ({ data }: MessageEvent<ToExercise>) => {
  if (data.kind === 'run') change({ questions: data.questions, answers: [], index: 0, best: data.best });
  else if (data.kind === 'best' && run) change({ ...run, best: data.best });
  if (data.kind === 'failed') renderFailure(place, start);
  else show();
});

// The keys 1 to 4 choose; modifiers belong to VS Code.
window.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
  const option = run?.questions[run.index]?.options[Number(key) - 1];
  if (option && !ctrlKey && !altKey && !metaKey) choose(option.code);
});

if (run) show();
else start();
