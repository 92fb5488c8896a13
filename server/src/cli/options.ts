import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly responses: boolean;
  /** True to apply the safe repairs before what is left is reported. */
  readonly fix: boolean;
  /** How many warnings are let pass. */
  readonly maxWarnings: number;
}

export type Command =
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

export const usage = `Usage: status-lens check [paths…] [options]
       status-lens lsp --stdio

Checks HTTP status codes in the handlers of TypeScript and JavaScript files. Paths are files, folders and globs;
without any, the current folder.

  --format text|json   text for people (default), json for programs
  --responses          with json: every answer that was read, and its status
  --fix                applies the safe repairs to the files, and reports what is left
  --max-warnings n     how many warnings are let pass (default 0)
  --help, --version

Ends with 0 if all is well, 1 if there are errors or too many warnings, 2 if the command or a file could not be read.
`;

/** Reads the arguments behind the program's name. Never throws. */
export function readCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        responses: { type: 'boolean', default: false },
        fix: { type: 'boolean', default: false },
        'max-warnings': { type: 'string', default: '0' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    const [command, ...paths] = positionals;
    if (command !== 'check')
      return wrong(command === undefined ? 'a command is missing' : `there is no command "${command}"`);
    const { format } = values;
    if (format !== 'text' && format !== 'json') return wrong(`--format is text or json, not "${format}"`);
    const maxWarnings = Number(values['max-warnings']);
    if (!Number.isInteger(maxWarnings) || maxWarnings < 0)
      return wrong(`--max-warnings is a whole number from 0, not "${values['max-warnings']}"`);
    return {
      kind: 'check',
      options: {
        paths: paths.length > 0 ? paths : ['.'],
        format,
        responses: values.responses,
        fix: values.fix,
        maxWarnings,
      },
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): Command {
  return { kind: 'wrong', message };
}
