import type { BestRun, ExerciseQuestion } from '../src/views/exercise-messages.ts';
import { element, focus, replace } from './elements.ts';

const TITLE = 'Match status codes to scenarios';

/** What one question needs. */
export interface QuestionView {
  readonly question: ExerciseQuestion;
  readonly number: number;
  readonly of: number;
  readonly choose: (code: number) => void;
  readonly goOn: () => void;
}

/** What the end of a run needs. */
export interface ResultView {
  readonly questions: readonly ExerciseQuestion[];
  readonly answers: readonly number[];
  readonly best: BestRun | undefined;
  readonly again: () => void;
  readonly show: (code: number) => void;
}

/** Shows a question, with the focus on what happened so that it is read aloud. */
export function renderQuestion(place: HTMLElement, { question, number, of, choose, goOn }: QuestionView): void {
  const options = question.options.map(({ code, title }, index) =>
    element('li', {}, [
      element('button', optionOf(code, index, choose), [
        element('kbd', { 'aria-hidden': 'true' }, [String(index + 1)]),
        element('span', { class: 'title' }, [title]),
        element('span', { class: 'mark' }),
      ]),
    ]),
  );
  const isLast = number === of;
  replace(place, [
    element('h1', {}, [TITLE]),
    element('p', { class: 'progress' }, [`Question ${number} of ${of}`]),
    element('h2', { tabindex: '-1', id: 'situation' }, [question.situation]),
    element('p', { id: 'task' }, [`Which status code fits? Choose one, or press its number, 1 to ${options.length}.`]),
    element('ul', { class: 'options', 'aria-labelledby': 'situation' }, options),
    element('div', { id: 'verdict', role: 'status', 'aria-live': 'polite' }),
    element('button', { id: 'next', class: 'primary', hidden: '', onclick: goOn }, [
      isLast ? 'See the result' : 'Next question',
    ]),
  ]);
  focus(place, '#situation');
}

/** A screen reader tells the key that others see before the name. */
function optionOf(code: number, index: number, choose: QuestionView['choose']): Parameters<typeof element>[1] {
  const key = String(index + 1);
  return { class: 'option', 'data-code': String(code), 'aria-keyshortcuts': key, onclick: () => choose(code) };
}

/** Tells whether the choice fits, and why each code does or does not. The focus goes to the next step. */
export function showVerdict(place: HTMLElement, { options, solution }: ExerciseQuestion, chosen: number): void {
  for (const { code, fits } of options) {
    const button = place.querySelector(`[data-code="${code}"]`);
    if (!button) continue;
    // Disabled buttons would lose the focus and could not be read any more.
    button.setAttribute('aria-disabled', 'true');
    if (fits || code === chosen) button.classList.add(fits ? 'fits' : 'wrong');
    const mark = fits ? '✓ fits' : code === chosen ? '✗ does not fit' : '';
    replace(button.querySelector('.mark'), [mark]);
  }
  const isRight = options.some(({ code, fits }) => fits && code === chosen);
  const verdict = isRight ? 'Right.' : 'Not quite.';
  replace(place.querySelector('#verdict'), [
    element('p', {}, [element('strong', {}, [verdict]), ` ${solution}`]),
    element(
      'ul',
      { class: 'explanations' },
      options.map(({ explanation }) => element('li', {}, [explanation])),
    ),
  ]);
  place.querySelector('#next')?.removeAttribute('hidden');
  focus(place, '#next');
}

/** Shows how a run went, and what to read about. */
export function renderResult(place: HTMLElement, { questions, answers, best, again, show }: ResultView): void {
  const missed = questions.flatMap((question, index) => {
    const right = question.options.find(({ fits }) => fits);
    return right && right.code !== answers[index] ? [{ situation: question.situation, right }] : [];
  });
  const right = questions.length - missed.length;
  replace(place, [
    element('h1', {}, [TITLE]),
    element('h2', { tabindex: '-1', id: 'result' }, [`You matched ${right} of ${questions.length}.`]),
    element('p', { role: 'status', 'aria-live': 'polite' }, [describeBest(best, right)]),
    ...(missed.length === 0
      ? []
      : [
          element('h3', {}, ['To read about']),
          element(
            'ul',
            { class: 'missed' },
            missed.map(({ situation, right: { code, title } }) =>
              element('li', {}, [
                `${situation} `,
                element('button', { class: 'link', onclick: () => show(code) }, [title]),
              ]),
            ),
          ),
        ]),
    element('button', { id: 'again', class: 'primary', onclick: again }, ['Another ten questions']),
  ]);
  focus(place, '#result');
}

/** Says that there are no questions. */
export function renderFailure(place: HTMLElement, again: () => void): void {
  replace(place, [
    element('h1', {}, [TITLE]),
    element('p', { role: 'alert' }, ['The server of Status Lens does not run, so there are no questions.']),
    element('button', { id: 'again', class: 'primary', onclick: again }, ['Try again']),
  ]);
}

function describeBest(best: BestRun | undefined, right: number): string {
  if (best?.right === right) return 'No run of yours was better.';
  return best ? `Your best run: ${best.right} of ${best.questions}.` : '';
}
