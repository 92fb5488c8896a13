import { type ExtensionContext, Uri, ViewColumn, type Webview, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExerciseQuestion, exerciseRequest } from '../../../server/src/lsp/protocol.ts';
import type { BestRun, FromExercise, ToExercise } from './exercise-messages.ts';
import { showStatusPage } from './pages.ts';

/** The type of the panel, by which VS Code brings it back after a restart. */
export const EXERCISE = 'statusLens.exercise';

const TITLE = 'Match Status Codes to Scenarios';
const BEST = 'statusLens.exercise.best';

/** Opens the exercise in a new tab. */
export function openExercise(context: ExtensionContext, client: BaseLanguageClient): void {
  fillExercise(window.createWebviewPanel(EXERCISE, TITLE, ViewColumn.Active), context, client);
}

/** Gives a panel its page and answers what the page asks. */
export function fillExercise(panel: WebviewPanel, context: ExtensionContext, client: BaseLanguageClient): void {
  const folder = Uri.joinPath(context.extensionUri, 'dist');
  panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const send = (message: ToExercise) => panel.webview.postMessage(message);
  panel.webview.onDidReceiveMessage(async (message: FromExercise) => {
    if (message.kind === 'show') await showStatusPage(message.code);
    else if (message.kind === 'start') await send(await makeRun(context, client));
    else await send({ kind: 'best', best: await remember(message, context) });
  });
  panel.webview.html = makePage(panel.webview, folder);
}

async function makeRun(context: ExtensionContext, client: BaseLanguageClient): Promise<ToExercise> {
  const seed = Math.floor(Math.random() * 2 ** 31);
  try {
    const questions = await client.sendRequest<ExerciseQuestion[]>(exerciseRequest, { seed });
    return { kind: 'run', questions, best: context.globalState.get<BestRun>(BEST) };
  } catch {
    // The server did not start; the status item and the log say why.
    return { kind: 'failed' };
  }
}

/** Keeps a run if it is the best one, and gives the one that is. */
async function remember({ right, questions }: BestRun, { globalState }: ExtensionContext): Promise<BestRun> {
  const before = globalState.get<BestRun>(BEST);
  if (before && before.right >= right) return before;
  const best = { right, questions };
  await globalState.update(BEST, best);
  return best;
}

/** The page: it loads its own script and style, and nothing else may be loaded or run. */
function makePage(webview: Webview, folder: Uri): string {
  const nonce = makeNonce();
  const address = (name: string) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${TITLE}</title>
  <link rel="stylesheet" nonce="${nonce}" href="${address('exercise.css')}">
</head>
<body>
  <main id="exercise"></main>
  <script nonce="${nonce}" src="${address('exercise.js')}"></script>
</body>
</html>
`;
}

/** A word that nobody can guess, so that only what this page names can run in it. */
function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
