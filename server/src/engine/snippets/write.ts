import type { Answer, AnswerParts, SnippetValue, SnippetWords } from './model.ts';

/** What an answer is written with, as the handler and its file have it. */
export interface AnswerStyle {
  readonly response: string;
  readonly status: string;
  readonly end: string;
  readonly mark: "'" | '"';
  readonly reach?: AnswerParts['reach'];
}

/** The statements of an answer with the placeholders of a snippet; undefined where the framework has none for it. */
export function writeAnswer(answer: Answer, words: SnippetWords, style: AnswerStyle): readonly string[] | undefined {
  const { response, status, end, mark } = style;
  const count = { placeholders: 0 };
  const quote = (text: string): string => `${mark}${text}${mark}`;
  const place = ({ value }: SnippetValue): string => {
    count.placeholders += 1;
    const placeholder = `\${${count.placeholders}:${value}}`;
    return typeof value === 'number' ? placeholder : quote(placeholder);
  };
  const fields = answer.fields.map((field) => ({ name: quote(field.name), value: place(field) }));
  const members = answer.body?.map((member) => ({ name: member.name, value: place(member) }));
  const body = members && `{ ${members.map(({ name, value }) => `${name}: ${value}`).join(', ')} }`;
  const message = members?.find(({ name }) => name === 'error')?.value;
  const reach = style.reach ?? ((member) => member);
  return words.answer({ code: answer.code, status, fields, body, message, response, end, quote, reach });
}

/** The statements that set the header fields of an answer alone; undefined if there are some and no call sets them. */
export function writeFields(answer: Answer, words: SnippetWords, style: AnswerStyle): readonly string[] | undefined {
  if (answer.fields.length > 0 && !words.field) return undefined;
  return answer.fields.map(({ name, value }, index) => {
    const parts = {
      name: `${style.mark}${name}${style.mark}`,
      value: `${style.mark}\${${index + 1}:${value}}${style.mark}`,
    };
    return `${words.field?.(parts, style.response)}${style.end}`;
  });
}

/** The text of a snippet as it stands in a file once nothing of it was changed. */
export function expandSnippet(text: string): string {
  return text
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
