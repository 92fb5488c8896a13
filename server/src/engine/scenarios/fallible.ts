import { every } from '../known.ts';
import type { Response } from '../model.ts';

/** Calls that read, check or write down and reach nothing outside of the program. */
const PURE =
  /(?:^|\.)(?:\w*(?:[wW]ebhook|[sS]ignature|[jJ]wtVerify)\w*|parse|parseAsync|safeParse|(?:assert|validate|check|verify|parse|ensure|compile|render|normali[sz]e|saniti[sz]e|decrypt|is[A-Z])\w*|validationResult|matchedData|verify|decode|constructEvent|encode|throw|array|log|error|warn|info|debug|next|get|header|split|trim|toString|toLowerCase|replace|map|filter|join|push|Number|String|parseInt|isValid|stringify|keys|values|entries|from)$|^(?:\w+\.)?req(?:uest)?\.(?:json|formData|text|blob|arrayBuffer|parseBody)$|^new(?:Date|URL|Error|Set|Map|Promise|TextEncoder|TextDecoder)/;

/** Libraries that read what was sent: whatever they find wrong with it, the client sent it. */
const READERS =
  /^(?:new)?(?:sharp|jszip|jimp|pdf\w*|xlsx|exceljs|workbook|csv\w*|papa|unzipper|admzip|mammoth|marked|yaml|toml|cheerio|imagesize|sizeof|probe|exifr|filetype\w*|busboy|formidable)\b/i;
/** Files that are asked for by name: as a rule they fail because there is none. */
const READS_FILE =
  /(?:^|\.)(?:readFile|readFileSync|access|accessSync|stat|statSync|lstat|realpath|open|opendir|readdir)$/;

/** A call in the try block that may fail for reasons of the server. */
export function findFallible({ inCatch, status }: Response): string | undefined {
  const missing = every(status, (code) => code === 404 || code === 410);
  const found = inCatch?.awaited.find((written) => {
    const call = written.replace(/\s/g, '');
    return (
      !PURE.test(call) &&
      !READERS.test(call.replace(/[-_.]/g, (mark) => (mark === '.' ? '.' : ''))) &&
      !(missing && READS_FILE.test(call))
    );
  });
  // Of a chain, what it begins with says enough.
  return found?.replace(/(?<=[\w$\])])\(.*$/s, '');
}
