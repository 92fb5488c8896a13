import { saysForAll } from '../project/read-global.ts';
import { frameworks } from '../registry.generated.ts';
import { exportsDefault, listExportedHandlers, runsInBrowser } from '../responses/find-made-handlers.ts';
import { listModules } from '../responses/origins.ts';

/** What adapters read off the text of a whole file, without looking at its statements. */
export function readTextFacts(text: string): string {
  return JSON.stringify([
    listModules(text),
    runsInBrowser(text),
    exportsDefault(text),
    listExportedHandlers(text),
    saysForAll(text, frameworks),
  ]);
}
