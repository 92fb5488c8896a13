import { createApp } from './app.js';

const port = Number(process.env.PORT ?? 3002);
createApp().listen(port, '127.0.0.1', () => {
  console.log(`The notes are on http://127.0.0.1:${port} (try /notes and /legacy/notes/none)`);
});
