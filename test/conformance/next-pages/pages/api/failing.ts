import type { NextApiRequest, NextApiResponse } from 'next';
import { HttpError } from '../../shared/errors';

// case thrown: GET /api/failing
// case own-status: GET /api/failing?kind=own
// case caught: GET /api/failing?kind=caught
// case silent: GET /api/failing?kind=silent
// case lone-status: GET /api/failing?kind=lone
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.query.kind === 'silent') {
    console.info('nothing to say');
    return; // never answers silent
  }
  if (req.query.kind === 'lone') {
    res.status(404);
    return; // never answers lone-status
  }
  if (req.query.kind === 'own') throw new HttpError({ statusCode: 404 }); // answers own-status
  try {
    throw new Error('broken'); // answers thrown
  } catch (error) {
    if (req.query.kind === 'caught') {
      console.error(error);
      return res.status(500).json({ error: 'Internal server error' }); // answers caught
    }
    throw error;
  }
}
