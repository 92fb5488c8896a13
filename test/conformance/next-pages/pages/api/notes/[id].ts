import type { NextApiHandler } from 'next';
import { sendError } from '../../../shared/errors';

const notes = new Map([['1', 'buy milk']]);

// case found: GET /api/notes/1
// case missing: GET /api/notes/9
// case odd-method: POST /api/notes/1
const handler: NextApiHandler = (req, res) => {
  if (req.method !== 'GET') return sendError(res, 405, 'Only GET'); // answers odd-method
  const text = notes.get(String(req.query.id));
  if (!text) return sendError(res, 404, 'No such note'); // answers missing
  res.json({ text }); // answers found
};

export default handler;
