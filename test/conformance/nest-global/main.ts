import { AnswerErrors, AnswerMissing } from './shared/filters';

/** As the `main.ts` of an application does it. */
function prepare(app: { useGlobalFilters: (...filters: object[]) => void }) {
  app.useGlobalFilters(new AnswerErrors(), new AnswerMissing());
}

export default { prepare };
