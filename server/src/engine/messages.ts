/** Every sentence that a person reads, by id, so that a client can show it in another language. `{name}` is filled in. */
export const messages = {
  'body.dropped': '{status} never carries a body, so {framework} drops this one. Send nothing, or answer 200 OK.',
  'body.dropped.sometimes':
    'When the status is {status}, {framework} drops this body: that code never carries one. Send nothing there.',
  'body.fix.remove': 'Drop the body that {status} cannot carry',
  'status.fix.keep-body': 'Answer {status} to keep the body',
  'error-body.explicit':
    'The body tells of an error, but the status is {status}: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.',
  'error-body.implicit':
    'The body tells of an error, but no status is set, so {framework} answers {status}: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.',
  'error-body.because': 'This branch runs when `{test}`: {scenario}.',
  'status.fix.scenario': 'Answer {status}: {scenario}',
  'status.fix.plain': 'Answer {status}',
  'suppress.line': 'Suppress {rule} on this line',
  'hover.use': 'Use it when',
  'hover.not': 'Not when',
  'hover.confused': 'Easily confused with',
  'hover.fields': 'Header fields',
  'hover.retry': 'Retry',
  'hover.cache': 'Cache',
  'hover.example': 'Example',
  'hover.here': 'Here: {framework}{route}.',
  'hover.here.scenario': 'This branch runs when `{test}`: {scenario}; {codes} fits.',
  'hover.unassigned': 'Not a registered status code.',
} as const;

export type MessageId = keyof typeof messages;

/** The sentence `id` with its placeholders filled in; one without a value stays as it is. */
export function say(id: MessageId, values: Readonly<Record<string, string>> = {}): string {
  return messages[id].replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
